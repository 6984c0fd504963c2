"""Backups looked after on a thread of their own, while the vault's thread goes on with what it is for."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path
from threading import Event, get_ident
from typing import Any

import pytest

from counsellor_desk.casework.backups import Chore, Copy, DrillFailed, Health
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.vault.backups import backups
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.place import Place
from counsellor_desk.vault.rekey import change_key
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.vault import BackupPlan, OpenVault, open_vault
from tests.vault.backups.conftest import at_peace, files, keeper_of, when_all_has_ended
from tests.vault.backups.elsewhere import Elsewhere, SlowStick, Working, write
from tests.vault.backups.test_beside import Leaving
from tests.vault.conftest import NOW


def test_what_is_remembered_is_written_on_the_vaults_own_thread(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    run = Session._run
    ours = elsewhere.vault.session

    def watched(session: Session, sql: str, values: Any) -> Any:
        if session is ours:
            threads.add(get_ident())
        return run(session, sql, values)

    monkeypatch.setattr(Session, "_run", watched)
    elsewhere.backups.make(at_peace)
    elsewhere.backups.overview()

    assert threads == {elsewhere.run(lambda _vault: get_ident())}


def test_a_lock_waits_for_no_stick_and_leaves_the_backup_to_the_next_opening(
    elsewhere: Elsewhere, slow_stick: SlowStick, plan: BackupPlan
) -> None:
    elsewhere.run(write)
    making_one = Working(lambda: elsewhere.backups.make(at_peace))
    assert slow_stick.asked.wait(30)

    elsewhere.close(seconds=1.0)
    slow_stick.answer()

    with pytest.raises(Cancelled):
        making_one.result()
    when_all_has_ended()
    again = open_vault(elsewhere.path, elsewhere.key, practice=False, backup_plan=plan)
    assert again.book.draft("contact") == "een halve zin"
    assert keeper_of(again).chore() is Chore.BACKUP
    again.close()


def test_a_lock_during_a_trial_says_nothing_of_the_backup(
    elsewhere: Elsewhere, plan: BackupPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere.backups.make(at_peace)
    trying, go_on = Event(), Event()

    def hang(*_anything: object) -> None:
        trying.set()
        go_on.wait(60)

    monkeypatch.setattr(VaultBackups, "_try_out", hang)
    trial = Working(elsewhere.backups.chore)
    assert trying.wait(30)

    elsewhere.close(seconds=0.05)  # less than the trial takes to stop

    with pytest.raises(Cancelled):
        trial.result()
    go_on.set()
    again = open_vault(elsewhere.path, elsewhere.key, practice=False, backup_plan=plan)
    assert not isinstance(keeper_of(again).remark(), DrillFailed)
    assert keeper_of(again).overview().drilled_on is None
    again.close()


def test_a_folder_that_does_not_answer_holds_up_neither_a_save_nor_a_lock(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    elsewhere.backups.make(at_peace)
    listing, go_on = Event(), Event()
    entries = Place.entries

    def hang(place: Place) -> Any:
        listing.set()
        go_on.wait(60)
        return entries(place)

    with monkeypatch.context() as hung:
        hung.setattr(Place, "entries", hang)
        chore = Working(elsewhere.backups.chore)
        overview = Working(elsewhere.backups.overview)
        assert listing.wait(30)
        elsewhere.run(write)
        before = len(files(home))
        elsewhere.close(seconds=3.0)
        go_on.set()

    for work in (chore, overview):
        with pytest.raises(Cancelled):
            work.result()
    assert before == 1


def test_a_folder_that_does_not_answer_keeps_nobody_from_making_a_backup_elsewhere(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, home: Path, stick: Path
) -> None:
    elsewhere.backups.make(at_peace)
    listing, go_on, leaving = Event(), Event(), Leaving()
    entries = Place.entries

    def hang(place: Place) -> Any:
        if place.folder == home:
            listing.set()
            go_on.wait(60)
        return entries(place)

    monkeypatch.setattr(Place, "entries", hang)
    chore = Working(lambda: elsewhere.backups.chore(leaving))
    assert listing.wait(30)
    leaving.leave()
    with pytest.raises(Cancelled):
        chore.result()

    elsewhere.backups.choose_folder(str(stick))
    copy = elsewhere.backups.make(at_peace)

    assert copy.folder == str(stick)
    go_on.set()


def test_after_the_lock_nothing_is_done_any_more(elsewhere: Elsewhere) -> None:
    elsewhere.close()

    for job in (elsewhere.backups.chore, elsewhere.backups.overview, lambda: elsewhere.backups.make(at_peace)):
        with pytest.raises(Cancelled):
            job()


def test_one_piece_is_done_at_a_time_and_one_that_waits_can_be_cancelled(
    elsewhere: Elsewhere, slow_stick: SlowStick
) -> None:
    leaving = Leaving()
    first = Working(lambda: elsewhere.backups.make(at_peace))
    assert slow_stick.asked.wait(30)
    second = Working(lambda: elsewhere.backups.make(leaving))
    by_itself = Working(lambda: elsewhere.backups.chore(leaving))

    leaving.leave()

    for work in (second, by_itself):
        with pytest.raises(Cancelled):
            work.result()
    slow_stick.answer()
    assert len(elsewhere.backups.overview().copies) <= 1
    assert isinstance(first.result(), Copy)
    assert elsewhere.backups.chore() is None  # what waited is left for the next opening


def test_the_vaults_own_thread_waits_for_a_piece_that_waits_for_it(
    elsewhere: Elsewhere, slow_stick: SlowStick, stick: Path
) -> None:
    making_one = Working(lambda: elsewhere.backups.make(at_peace))
    assert slow_stick.asked.wait(30)

    chosen = elsewhere.begin(lambda vault: keeper_of(vault).choose_folder(str(stick)))
    slow_stick.answer()

    making_one.result()
    chosen.result(30)
    assert elsewhere.backups.overview().folder == str(stick)


def test_a_new_key_waits_for_no_backup(elsewhere: Elsewhere, slow_stick: SlowStick) -> None:
    making_one = Working(lambda: elsewhere.backups.make(at_peace))
    assert slow_stick.asked.wait(30)

    new = secrets.token_bytes(32)
    elsewhere.close(seconds=1.0)
    change_key(elsewhere.path, elsewhere.key, new)
    slow_stick.answer()

    with pytest.raises(Cancelled):
        making_one.result()
    when_all_has_ended()
    open_vault(elsewhere.path, new, practice=False).close()


def test_a_check_of_every_page_is_not_misled_by_what_is_written_meanwhile(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere.run(lambda vault: vault.book.settle())
    elsewhere.run(write)
    look = backups.health_of_live
    found: list[Health] = []

    def while_writing(connection: Any, path: Path) -> Health:
        busy = Event()
        writing = Working(lambda: _write_until(elsewhere, busy))
        try:
            for _ in range(20):
                found.append(look(connection, path))
        finally:
            busy.set()
            writing.result()
        return found[-1]

    monkeypatch.setattr(backups, "health_of_live", while_writing)
    elsewhere.backups.check()

    assert set(found) == {Health(0, 0)}


def _draft(vault: OpenVault, words: str) -> None:
    vault.book.save_draft("contact", words, NOW)


def _write_until(elsewhere: Elsewhere, end: Event) -> None:
    number = 0
    while not end.is_set():
        number += 1
        elsewhere.run(partial(_draft, words=f"zin {number} " * 2_000))
