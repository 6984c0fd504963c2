"""The doors and the backups of the vault behind them."""

from __future__ import annotations

from pathlib import Path

from counsellor_desk.casework.backups import Chore
from counsellor_desk.doors.practice import PracticeDoor
from tests.custody.conftest import FakeStore
from tests.test_doors import PASSPHRASE, TODAY, _codebook, _door, _set_up


def test_a_restored_vault_that_took_the_place_is_no_older_one_to_the_keyring(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    _set_up(door)
    office = door.unlock(PASSPHRASE)
    assert office.backups is not None
    copy = office.backups.make(lambda _done, _whole: None)
    office.close()
    office = door.unlock(PASSPHRASE)
    assert office.backups is not None
    office.backups.work_with(office.backups.restore(copy, lambda _done, _whole: None))
    office.close()

    door.unlock(PASSPHRASE).close()

    assert door.remark() is None
    assert len(list(tmp_path.glob("desk.kept-*.vault"))) == 1


def test_backups_lie_beside_a_real_vault_and_a_practice_has_none(tmp_path: Path) -> None:
    door = _door(tmp_path / "desk", FakeStore())
    _set_up(door)
    real = door.unlock(PASSPHRASE)
    real.book.save_setting("own", "words")
    real.close()
    practice = PracticeDoor(tmp_path / "practice", _codebook, lambda: TODAY)
    office = practice.unlock()

    assert len(list((tmp_path / "desk" / "backups").iterdir())) == 1
    assert office.backups is None
    office.close()
    assert not list((tmp_path / "practice").rglob("*.backup"))


def test_after_a_change_of_the_key_a_backup_under_the_new_one_comes_first_and_nothing_alarms(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    _set_up(door)
    office = door.unlock(PASSPHRASE)
    office.book.save_setting("own", "words")
    office.close()
    new = door.begin_set_up()
    door.change_key(door.unlock(PASSPHRASE), new, PASSPHRASE, new.groups)

    office = door.unlock(PASSPHRASE)

    assert office.backups is not None
    assert office.backups.remark() is None
    assert [office.backups.chore() for _ in range(3)] == [Chore.BACKUP, Chore.DRILL, None]
    office.close()
