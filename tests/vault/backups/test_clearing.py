"""What was destroyed in the vault is in no backup that can be reached, and in none that cannot once it can."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import Any

import pytest

from counsellor_desk.casework.backups import (
    PURGE_DAYS,
    Chore,
    NotCleared,
    NotLookedInto,
    StrangersFound,
)
from counsellor_desk.casework.model import NoteId
from counsellor_desk.vault.backups import copying, recognising
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.rekey import change_key
from counsellor_desk.vault.vault import BackupPlan, OpenVault, open_vault
from tests.support import FakeClock
from tests.vault.backups.conftest import FORGET, Reopen, at_peace, files, keeper_of, told_by
from tests.vault.conftest import note_of
from tests.vault.reader import decrypted

SECRET = "geheimpje"


@pytest.fixture
def note(vault: OpenVault, keeper: VaultBackups, clock: FakeClock) -> NoteId:
    """A note that is in three backups of three days."""
    case = vault.book.case_by_number("26-001")
    assert case is not None
    note = vault.book.add_note(note_of(case, (SECRET + " ") * 500))
    for _ in range(3):
        keeper.make(at_peace)
        clock.advance(days=1)
    return note.id


def destroy(vault: OpenVault, note: NoteId, clock: FakeClock) -> None:
    vault.book.remove_note(note, clock.today())
    vault.book.settle()


def work_off(keeper: VaultBackups) -> list[Chore]:
    """Do all that waits."""
    return list(iter(keeper.chore, None))


def tell(folder: Path, key: bytes) -> list[str]:
    """The files that still hold the words."""
    return [name for name in files(folder) if SECRET.encode() in decrypted(folder / name, key)]


def test_a_destroyed_note_leaves_every_backup_and_the_rest_stays(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, home: Path, key: bytes, clock: FakeClock
) -> None:
    before = files(home)
    assert tell(home, key) == before
    destroy(vault, note, clock)

    done = work_off(keeper)

    assert done.count(Chore.CLEARING) == 6  # the vault, a fresh one, each of three, and a look that nothing is left
    assert tell(home, key) == []
    assert set(before) < set(files(home))
    assert [keeper.contents(copy).notes for copy in keeper.overview().copies] == [40] * 4
    assert work_off(keeper) == []


def test_without_anything_destroyed_nothing_is_cleared(keeper: VaultBackups, note: NoteId) -> None:
    assert Chore.CLEARING not in work_off(keeper)


def test_a_kill_between_destroying_and_clearing_is_made_good_at_the_next_opening(
    vault: OpenVault, note: NoteId, home: Path, key: bytes, clock: FakeClock, reopen: Reopen
) -> None:
    destroy(vault, note, clock)
    keeper_of(vault).chore()  # the drill
    keeper_of(vault).chore()

    work_off(keeper_of(reopen()))

    assert tell(home, key) == []


def test_a_stick_that_is_away_is_named_and_cleared_when_it_is_back(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, stick: Path, key: bytes, clock: FakeClock, reopen: Reopen
) -> None:
    keeper.choose_folder(str(stick))
    keeper.make(at_peace)
    drawer = stick.rename(stick.with_name("drawer"))
    destroy(vault, note, clock)
    work_off(keeper)
    assert keeper.overview().away == (str(stick),)
    assert tell(drawer, key) != []

    drawer.rename(stick)
    again = keeper_of(reopen())
    work_off(again)

    assert again.overview().away == ()
    assert tell(stick, key) == []


def test_old_backups_in_a_folder_chosen_anew_are_cleared_too(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, home: Path, stick: Path, key: bytes, clock: FakeClock
) -> None:
    for name in files(home):
        shutil.copy(home / name, stick / name)
    destroy(vault, note, clock)
    work_off(keeper)

    keeper.choose_folder(str(stick))
    keeper.make(at_peace)
    work_off(keeper)

    assert tell(stick, key) == []


@pytest.mark.parametrize("remembered", [True, False])
def test_a_backup_under_an_earlier_key_goes_once_something_was_destroyed_since(
    vault: OpenVault,
    note: NoteId,
    home: Path,
    path: Path,
    key: bytes,
    clock: FakeClock,
    plan: BackupPlan,
    remembered: bool,
) -> None:
    earlier = files(home)
    new = secrets.token_bytes(32)
    vault.close()
    change_key(path, key, new)
    if not remembered:  # as after a kill between making it and remembering it
        with contextlib.closing(connect(path, new)) as connection:
            connection.execute(FORGET)
    with contextlib.closing(open_vault(path, new, practice=False, backup_plan=plan)) as again:
        destroy(again, note, clock)

        work_off(keeper_of(again))

        assert not set(earlier) & set(files(home))
        assert len(keeper_of(again).overview().copies) == 1


def test_a_file_under_a_key_nobody_knows_is_told_and_left(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, home: Path, clock: FakeClock
) -> None:
    foreign = home / files(home)[0]
    _seal_anew(foreign, secrets.token_bytes(32), vault)
    before = foreign.read_bytes()
    destroy(vault, note, clock)

    with pytest.raises(NotLookedInto):
        work_off(keeper)

    assert foreign.read_bytes() == before


def test_a_damaged_backup_from_after_the_last_destruction_stays_for_its_term(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, home: Path, clock: FakeClock
) -> None:
    destroy(vault, note, clock)
    work_off(keeper)
    clock.advance(days=1)
    damaged = home / keeper.make(at_peace).name
    damaged.write_bytes(damaged.read_bytes()[: 4096 * 30])
    clock.advance(days=1)

    with pytest.raises(StrangersFound):
        work_off(keeper)

    assert damaged.exists()


def test_an_unreadable_copy_put_aside_goes_after_its_term_and_not_before(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, path: Path, clock: FakeClock
) -> None:
    kept = path.with_name("desk.kept-20261126-090000.vault")
    kept.write_bytes(secrets.token_bytes(4096 * 8))
    destroy(vault, note, clock)
    work_off(keeper)
    assert kept.exists()

    for _ in range(2):  # the desk is used meanwhile: an absence so long would be asked about
        clock.advance(days=PURGE_DAYS // 2 + 1)
        work_off(keeper)
    other = vault.book.search("gesprek")[0].note
    assert other is not None
    destroy(vault, other, clock)
    work_off(keeper)

    assert not kept.exists()


def test_a_vault_put_aside_is_cleared_and_copies_from_before_a_schema_step_go(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, path: Path, home: Path, key: bytes, clock: FakeClock
) -> None:
    kept = path.with_name("desk.kept-20261126-090000.vault")
    shutil.copy(home / files(home)[0], kept)
    before = path.with_name("desk.vault.before-0002")
    before.touch()
    destroy(vault, note, clock)

    work_off(keeper)

    assert SECRET.encode() not in decrypted(kept, key)
    assert not before.exists()


def test_a_stick_that_cannot_be_written_is_said_and_left_for_another_day(
    vault: OpenVault,
    keeper: VaultBackups,
    note: NoteId,
    home: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    destroy(vault, note, clock)
    assert [keeper.chore() for _ in range(3)] == [Chore.DRILL, Chore.CLEARING, Chore.CLEARING]
    before = files(home)

    def refuse(*_anything: Any) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(copying, "write", refuse)
    with pytest.raises(NotCleared):
        keeper.chore()

    assert keeper.chore() is None
    assert files(home) == before


def test_a_backup_that_cannot_be_read_just_now_is_no_stranger_and_is_not_counted_as_cleared(
    vault: OpenVault,
    keeper: VaultBackups,
    note: NoteId,
    home: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first_page, closed = recognising._begin, home / files(home)[0]

    def refuse(path: Path) -> tuple[bytes, os.stat_result]:
        if path == closed:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return first_page(path)

    destroy(vault, note, clock)
    monkeypatch.setattr(recognising, "_begin", refuse)

    with pytest.raises(NotCleared):
        work_off(keeper)

    assert closed.exists()
    assert keeper.overview().strangers == ()


def test_a_backup_that_was_away_while_others_were_cleared_is_cleared_when_it_is_back(
    vault: OpenVault,
    keeper: VaultBackups,
    note: NoteId,
    home: Path,
    stick: Path,
    key: bytes,
    clock: FakeClock,
    reopen: Reopen,
) -> None:
    away = files(home)[1]
    shutil.move(home / away, stick / away)
    destroy(vault, note, clock)
    work_off(keeper)
    shutil.move(stick / away, home / away)

    again = keeper_of(reopen())
    work_off(again)

    assert away in {copy.name for copy in again.overview().copies}
    assert tell(home, key) == []


def test_a_backup_brought_from_elsewhere_after_others_were_cleared_is_cleared_too(
    vault: OpenVault,
    keeper: VaultBackups,
    note: NoteId,
    home: Path,
    stick: Path,
    key: bytes,
    clock: FakeClock,
    reopen: Reopen,
) -> None:
    older = files(home)[1]
    shutil.copy(home / older, stick / older)
    destroy(vault, note, clock)
    work_off(keeper)
    brought = older.replace("090000", "090007")
    shutil.copy(stick / older, home / brought)

    again = keeper_of(reopen())
    work_off(again)

    assert brought in {copy.name for copy in again.overview().copies}
    assert tell(home, key) == []


def test_a_backup_that_could_not_be_read_while_others_were_cleared_is_cleared_when_it_can(
    vault: OpenVault,
    keeper: VaultBackups,
    note: NoteId,
    home: Path,
    key: bytes,
    clock: FakeClock,
    reopen: Reopen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first_page, closed = recognising._begin, home / files(home)[1]

    def refuse(path: Path) -> tuple[bytes, os.stat_result]:
        if path == closed:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return first_page(path)

    destroy(vault, note, clock)
    os.utime(closed, (1_700_000_000, 1_700_000_000))  # so that it is looked at
    with monkeypatch.context() as failing:
        failing.setattr(recognising, "_begin", refuse)
        assert told_by(keeper) == ["backup.not_looked_into 1", "backup.strangers 1"]
    assert tell(home, key) == [closed.name]

    again = keeper_of(reopen())
    assert told_by(again) == []

    assert closed.name in {copy.name for copy in again.overview().copies}
    assert tell(home, key) == []


def test_a_backup_of_an_earlier_schema_is_brought_up_to_date_to_forget(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, home: Path, key: bytes, clock: FakeClock
) -> None:
    old = home / files(home)[0]
    connection = connect(old, key)
    connection.execute("DROP TABLE erased")
    for doing in ("replaced", "changed", "removed"):
        connection.execute(f"DROP TRIGGER destruction_is_not_{doing}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    destroy(vault, note, clock)

    work_off(keeper)

    assert SECRET.encode() not in decrypted(old, key)


def _seal_anew(file: Path, key: bytes, vault: OpenVault) -> None:
    """The same vault under another key, as a backup from before a change of the key."""
    file.unlink()
    file.touch()
    target = connect(file, key, new=True)
    vault.session._connection.backup(target)
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    target.close()
