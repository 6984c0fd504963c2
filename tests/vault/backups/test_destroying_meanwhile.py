"""What is destroyed while the backups are looked after is in none of them, and nobody waits for anybody."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from counsellor_desk.casework.backups import Chore, Copy
from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.progress import Progress
from counsellor_desk.vault import connection
from counsellor_desk.vault.backups import clearing, copying, making
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.vault import BackupPlan, OpenVault
from tests.support import FakeClock
from tests.vault.backups.conftest import at_peace, files
from tests.vault.backups.elsewhere import Elsewhere, SlowStick, Working, write
from tests.vault.conftest import TODAY, note_of
from tests.vault.reader import decrypted

SECRET = "geheimpje"


def add_secret(vault: OpenVault) -> None:
    case = vault.book.case_by_number("26-001")
    assert case is not None
    vault.book.add_note(note_of(case, (SECRET + " ") * 500))


def destroy_secret(vault: OpenVault) -> None:
    (found,) = vault.book.search(SECRET)
    assert found.note is not None
    delete_note(vault.book, found.note, TODAY)


def tells(folder: Path, key: bytes) -> list[str]:
    """The files that hold the words."""
    return [name for name in files(folder) if SECRET.encode() in decrypted(folder / name, key)]


def test_what_is_destroyed_while_a_backup_is_made_is_not_in_it(
    elsewhere: Elsewhere, slow_stick: SlowStick, home: Path, key: bytes
) -> None:
    elsewhere.run(add_secret)
    making_one = Working(lambda: elsewhere.backups.make(at_peace))
    assert slow_stick.asked.wait(30)

    elsewhere.run(destroy_secret)
    slow_stick.answer()
    copy = making_one.result()

    assert files(home) == [copy.name]
    assert tells(home, key) == []


def test_what_is_destroyed_in_the_very_moment_a_backup_gets_its_name_is_cleared_from_it(
    elsewhere: Elsewhere, home: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere.run(add_secret)
    refuse = making._refuse_outdated

    def then_destroy(*all_: Any) -> None:
        refuse(*all_)
        elsewhere.run(destroy_secret)

    with monkeypatch.context() as moment:
        moment.setattr(making, "_refuse_outdated", then_destroy)
        elsewhere.backups.make(at_peace)
    assert len(tells(home, key)) == 1

    while elsewhere.backups.chore() is not None:
        pass

    assert tells(home, key) == []


def test_destroying_waits_for_nobody_who_reads_the_vault(
    path: Path, key: bytes, plan: BackupPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patient:
        patient.setattr(connection, "_SETTINGS", (*connection._SETTINGS, "PRAGMA busy_timeout=600000"))
        elsewhere = Elsewhere(path, key, plan)
    elsewhere.run(add_secret)

    with copying.reading(path, key, live=True) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM note").fetchall()
        elsewhere.run(destroy_secret)

    while elsewhere.backups.chore() is not None:
        pass
    elsewhere.run(lambda vault: vault.book.settle())
    assert SECRET.encode() not in decrypted(path, key)
    elsewhere.end()


def test_a_fresh_backup_before_a_clearing_is_none_when_more_was_destroyed_meanwhile(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only then may one that cannot be read be removed."""
    elsewhere.backups.make(at_peace)
    for _ in range(2):
        elsewhere.run(add_secret)
    elsewhere.run(lambda vault: _destroy_first(vault))
    made: list[str] = []
    make = elsewhere.backups._make

    def then_destroy(progress: Progress) -> Copy:
        copy = make(progress)
        made.append(copy.name)
        if len(made) == 1:
            elsewhere.run(lambda vault: _destroy_first(vault))
        return copy

    monkeypatch.setattr(elsewhere.backups, "_make", then_destroy)
    while elsewhere.backups.chore() is not None:
        pass

    assert len(made) == 2


def _destroy_first(vault: OpenVault) -> None:
    note = vault.book.search(SECRET)[0].note
    assert note is not None
    delete_note(vault.book, note, TODAY)


def test_the_vaults_pages_are_written_anew_only_while_nobody_wants_anything_of_it(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    elsewhere.backups.make(at_peace)
    elsewhere.run(add_secret)
    elsewhere.run(destroy_secret)
    begun, order = Event(), list[str]()
    sweep = clearing.sweep

    def held(session: Session) -> None:
        order.append("sweep")
        begun.set()
        if len(order) == 1:
            session.rows("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")
        sweep(session)

    monkeypatch.setattr(clearing, "sweep", held)
    assert elsewhere.backups.chore() is Chore.DRILL
    clearing_one = Working(elsewhere.backups.chore)
    assert begun.wait(30)

    elsewhere.run(write)
    order.append("saved")

    assert clearing_one.result() is Chore.CLEARING
    assert order == ["sweep", "saved", "sweep"]
