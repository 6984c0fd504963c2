"""Another key, another passphrase, another keyring, as the door does it: whatever fails, one key opens the vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from counsellor_desk.custody.errors import BackendChanged, SheetForAnotherVault, SheetOld, WrongPassphrase
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.errors import DeskError
from counsellor_desk.office import SheetMark, Situation
from counsellor_desk.vault import rekey
from counsellor_desk.vault.faults import DiskFull, VaultBusy, VaultIoFailed
from tests.custody.conftest import FakeStore
from tests.test_doors import PASSPHRASE, TODAY, _door, _set_up


def test_the_key_can_change_and_the_old_sheet_is_named_as_old(tmp_path: Path) -> None:
    store = FakeStore()
    door = _door(tmp_path, store)
    old = _set_up(door)
    new = door.begin_set_up()

    door.change_key(door.unlock(PASSPHRASE), new, PASSPHRASE, new.groups)

    assert door.situation() is Situation.NEEDS_PASSPHRASE
    assert door.sheet_mark() == SheetMark(new.fingerprint, TODAY)
    door.unlock(PASSPHRASE).close()
    with pytest.raises(SheetOld) as refusal:
        door.open_with_sheet(old, PASSPHRASE)
    assert refusal.value.params == {"made": "23-11-2026", "until": "23-11-2026"}
    door.open_with_sheet(new.groups, PASSPHRASE).close()


def test_a_change_of_key_needs_its_own_sheet_and_the_passphrase(tmp_path: Path) -> None:
    store = FakeStore()
    door = _door(tmp_path, store)
    _set_up(door)
    new, other = door.begin_set_up(), door.begin_set_up()
    items = {name for name in store.secrets if not name.endswith("seen")}

    with pytest.raises(SheetForAnotherVault):
        door.change_key(door.unlock(PASSPHRASE), new, PASSPHRASE, other.groups)
    door.begin_key_change(PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        door.begin_key_change("een heel andere zin")

    assert {name for name in store.secrets if not name.endswith("seen")} == items


@pytest.mark.parametrize("trouble", [DiskFull, VaultBusy])
def test_a_change_of_key_that_fails_leaves_the_old_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: type[DeskError]
) -> None:
    store = FakeStore()
    door = _door(tmp_path, store)
    groups = _set_up(door)
    new = door.begin_set_up()

    def fail(*_: object) -> None:
        raise trouble()

    with monkeypatch.context() as patch:
        patch.setattr(rekey, "verify_copy", fail)
        with pytest.raises(trouble):
            door.change_key(door.unlock(PASSPHRASE), new, PASSPHRASE, new.groups)

    door.unlock(PASSPHRASE).close()
    door.open_with_sheet(groups, PASSPHRASE).close()
    assert sum(not name.endswith("seen") for name in store.secrets) == 1


def test_a_disk_that_fails_after_the_new_file_is_in_place_is_no_way_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = _door(tmp_path, FakeStore())
    _set_up(door)
    new = door.begin_set_up()

    def fail(_: Path) -> None:
        raise OSError(5, "no answer")

    with monkeypatch.context() as patch:
        patch.setattr(rekey, "keep_names", fail)
        door.change_key(door.unlock(PASSPHRASE), new, PASSPHRASE, new.groups)

    door.unlock(PASSPHRASE).close()
    door.open_with_sheet(new.groups, PASSPHRASE).close()


def test_a_disk_that_goes_away_in_a_change_of_key_decides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = _door(tmp_path, FakeStore())
    _set_up(door)
    new = door.begin_set_up()
    vault = tmp_path / VAULT_FILE

    def fail(*_: object) -> None:
        vault.rename(tmp_path / "away")
        raise VaultIoFailed()

    with monkeypatch.context() as patch:
        patch.setattr(rekey, "verify_copy", fail)
        with pytest.raises(VaultIoFailed):
            door.change_key(door.unlock(PASSPHRASE), new, PASSPHRASE, new.groups)

    (tmp_path / "away").rename(vault)
    door.unlock(PASSPHRASE).close()


def test_the_passphrase_can_change_while_the_vault_is_open(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    _set_up(door)
    office = door.unlock(PASSPHRASE)

    door.change_passphrase(PASSPHRASE, "een nieuwe lange zin")

    office.close()
    with pytest.raises(WrongPassphrase):
        door.unlock(PASSPHRASE)


def test_the_sheet_moves_the_key_into_another_kind_of_keyring(tmp_path: Path) -> None:
    groups = _set_up(_door(tmp_path, FakeStore()))
    store = FakeStore()
    store.backend = "fake.Other"
    door = _door(tmp_path, store)
    with pytest.raises(BackendChanged):
        door.unlock(PASSPHRASE)

    door.open_with_sheet(groups, PASSPHRASE).close()

    door.unlock(PASSPHRASE).close()
    assert sum(not name.endswith("seen") for name in store.secrets) == 1


def test_groups_of_the_sheet_are_known_again_while_the_vault_is_open(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    assert door.sheet_check() is None
    groups = _set_up(door)
    for opened in (door, _door(tmp_path, FakeStore())):
        if opened is not door:
            opened.open_with_sheet(groups, None).close()
        check = opened.sheet_check()

        assert check is not None
        assert check.made_on == TODAY
        assert check.is_right(4, groups[3].lower())
        assert not check.is_right(4, groups[4])


@pytest.mark.parametrize("number", range(20))
def test_sheet_and_file_open_on_a_fresh_machine_every_time(tmp_path: Path, number: int) -> None:
    old = _door(tmp_path / "old", FakeStore())
    groups = _set_up(old)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / VAULT_FILE).write_bytes((tmp_path / "old" / VAULT_FILE).read_bytes())
    store = FakeStore()
    new = _door(tmp_path / "new", store)
    assert new.situation() is Situation.NEEDS_SHEET

    new.open_with_sheet([f" {group.lower()}-" for group in groups], f"een nieuwe lange zin {number}").close()

    assert new.situation() is Situation.NEEDS_PASSPHRASE
    new.unlock(f"een nieuwe lange zin {number}").close()
    assert len(store.secrets) == 2
