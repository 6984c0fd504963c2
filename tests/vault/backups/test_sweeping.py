"""SQLite leaves words of what was deleted between the records that stay; after a sweep there are none."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from counsellor_desk.casework.backups import Chore
from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.faults import DiskFull
from counsellor_desk.vault.session import Session, Values
from counsellor_desk.vault.sweeping import is_due
from counsellor_desk.vault.vault import OpenVault
from tests.vault.backups.conftest import Reopen, at_peace, files, keeper_of, when_all_has_ended
from tests.vault.conftest import NOW, TODAY
from tests.vault.reader import decrypted

SEED, ROUNDS = 4, 800  # with these SQLite leaves something

Left = Callable[[Path], list[int]]


def word(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()[:24]


@pytest.fixture
def gone(vault: OpenVault) -> list[int]:
    """The numbers of words that were written and taken out again, in records of all lengths; a few must still be on
    a page of the file, though no record has them."""
    chance, alive, over = Random(SEED), {}, []
    with vault.book.transaction():
        for number in range(ROUNDS):
            what = chance.random()
            slot = chance.choice(list(alive)) if alive and what > 0.55 else f"slot {number}"
            if slot in alive:
                over.append(alive.pop(slot))
            if what < 0.75:
                vault.book.save_draft(slot, f"{word(number)} " + "en verder " * chance.choice((3, 30, 60, 300)), NOW)
                alive[slot] = number
            else:
                vault.book.drop_draft(slot)
    vault.book.settle()
    return over


@pytest.fixture
def left(gone: list[int], key: bytes) -> Left:
    def on_its_pages(file: Path) -> list[int]:
        pages = decrypted(file, key)
        return [number for number in gone if word(number).encode() in pages]

    return on_its_pages


def destroy(vault: OpenVault) -> None:
    """Any note: with it the log has something to say."""
    note = vault.book.search("gesprek")[0].note
    assert note is not None
    vault.book.remove_note(note, TODAY)
    vault.book.settle()


def test_after_something_was_destroyed_no_page_holds_what_no_record_holds(
    vault: OpenVault, keeper: VaultBackups, path: Path, left: Left
) -> None:
    keeper.make(at_peace)
    assert keeper.chore() is Chore.DRILL
    destroy(vault)
    assert left(path), "SQLite no longer leaves anything: the sweep can go"

    assert keeper.chore() is Chore.CLEARING

    assert left(path) == []
    assert len(vault.book.search("gesprek")) > 0
    assert keeper.check().is_sound


def test_a_backup_made_before_the_vault_is_swept_holds_nothing_either(
    vault: OpenVault, path: Path, home: Path, left: Left
) -> None:
    destroy(vault)
    vault.close()

    assert left(path)
    assert [left(home / name) for name in files(home)] == [[]]


def test_a_sweep_that_is_stopped_changes_nothing_and_is_made_at_the_next_opening(
    vault: OpenVault, keeper: VaultBackups, path: Path, left: Left, reopen: Reopen
) -> None:
    destroy(vault)
    before = left(path)

    def stop(_done: int, _whole: int) -> None:
        raise Cancelled()

    with pytest.raises(Cancelled):
        list(iter(lambda: keeper.chore(stop), None))
    when_all_has_ended()
    assert left(path) == before

    again = keeper_of(reopen())
    assert list(iter(again.chore, None)).count(Chore.CLEARING) > 0
    assert left(path) == []


def test_where_nothing_was_destroyed_nothing_is_written_anew(keeper: VaultBackups, path: Path, left: Left) -> None:
    before = path.read_bytes()

    assert Chore.CLEARING not in iter(keeper.chore, None)

    assert len(path.read_bytes()) == len(before)
    assert left(path)


def test_what_is_destroyed_is_so_also_where_the_disk_refuses_to_empty_the_journal(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = vault.book.search("gesprek")[0].note
    assert note is not None
    asked = Session.rows

    def full(session: Session, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        if "wal_checkpoint" in sql:
            raise DiskFull()
        return asked(session, sql, values)

    with monkeypatch.context() as disk:
        disk.setattr(Session, "rows", full)
        delete_note(vault.book, note, TODAY)

    assert note not in [found.note for found in vault.book.search("gesprek")]
    assert is_due(vault.session)
