"""Once a week the newest backup is brought back as if it were needed."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import Chore, DrillFailed
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.place import FolderEntry, Place
from counsellor_desk.vault.faults import VaultIoFailed
from tests.support import FakeClock
from tests.vault.backups.conftest import Reopen, at_peace, files, keeper_of


def spoil(file: Path, page: int = 20) -> None:
    data = bytearray(file.read_bytes())
    data[4096 * page + 99] ^= 1
    file.write_bytes(data)


def test_the_drill_is_due_once_a_week(reopen: Reopen, clock: FakeClock) -> None:
    keeper = keeper_of(reopen())

    assert keeper.chore() is Chore.DRILL
    assert keeper.chore() is None
    assert keeper.overview().drilled_on == clock.today()
    clock.advance(days=6)
    assert keeper.chore() is None
    clock.advance(days=1)
    assert keeper.chore() is Chore.DRILL


def test_a_drill_leaves_nothing_behind_and_changes_no_backup(reopen: Reopen, path: Path, home: Path) -> None:
    vault = reopen()
    (copy,) = keeper_of(vault).overview().copies
    before = (home / copy.name).read_bytes()

    keeper_of(vault).chore()

    assert (home / copy.name).read_bytes() == before
    assert not [name for name in files(path.parent) if ".copy" in name or ".trial" in name]


@pytest.mark.parametrize("page", [0, 20])
def test_a_failing_drill_is_said_and_a_new_backup_is_made_at_once(
    reopen: Reopen, home: Path, page: int, clock: FakeClock
) -> None:
    vault = reopen()
    keeper = keeper_of(vault)
    (copy,) = keeper.overview().copies
    spoil(home / copy.name, page)
    clock.advance(days=1)

    with pytest.raises(DrillFailed) as refusal:
        keeper.chore()

    assert refusal.value.params == {"made": "2026-11-23"}
    assert keeper.chore() is Chore.BACKUP
    assert keeper.remark() is None
    assert keeper.contents(keeper.overview().copies[0]).notes == 40


def test_a_failed_drill_that_nobody_answered_is_said_right_at_the_next_opening(reopen: Reopen, home: Path) -> None:
    vault = reopen()
    spoil(home / keeper_of(vault).overview().copies[0].name)
    with pytest.raises(DrillFailed):
        keeper_of(vault).chore()
    remark = keeper_of(vault).remark()

    assert remark is not None
    assert remark.code == "backup.drill_failed"
    vault = reopen()  # the lock made a new one
    assert keeper_of(vault).remark() is None


def test_where_there_is_no_backup_there_is_no_drill(reopen: Reopen, home: Path) -> None:
    vault = reopen()
    for file in home.iterdir():
        file.unlink()

    assert keeper_of(vault).chore() is None


def test_a_folder_that_cannot_be_looked_into_is_named_and_left_until_the_next_opening(
    keeper: VaultBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.make(at_peace)

    def refuse(_place: Place) -> tuple[FolderEntry, ...]:
        raise OSError(errno.EIO, "no look")

    monkeypatch.setattr(Place, "entries", refuse)
    with pytest.raises(VaultIoFailed):
        keeper.chore()

    assert keeper.chore() is None
