"""The doors into a vault: what they open, what they refuse, and that a refusal leaves everything as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook, load
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import (
    AlreadyEstablished,
    FolderFailed,
    FolderSynced,
    KeyAbsent,
    KeyringLocked,
    KeyringMissing,
    SheetForAnotherVault,
    SheetGroupWrong,
    WrongPassphrase,
)
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.practice import PracticeDoor
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Situation
from counsellor_desk.vault.faults import PracticeMismatch
from counsellor_desk.vault.vault import open_vault
from tests.custody.conftest import QUICK, FakeStore

TODAY = date(2026, 11, 23)
PASSPHRASE = "een rustige lange zin"


def _door(folder: Path, store: FakeStore) -> RealDoor:
    return RealDoor(folder, Custodian(folder, store, cost=lambda: QUICK), LastSeen(store), lambda: TODAY)


def _set_up(door: RealDoor, passphrase: str | None = PASSPHRASE) -> tuple[str, ...]:
    """A vault set up and closed again; its sheet."""
    set_up = door.begin_set_up()
    door.finish_set_up(set_up, passphrase, set_up.groups).close()
    return set_up.groups


def _codebook() -> Codebook:
    return load(resource("codebook"))


def _digest(folder: Path) -> str:
    return hashlib.sha256((folder / VAULT_FILE).read_bytes()).hexdigest()


def test_a_vault_set_up_is_opened_by_its_passphrase(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    assert door.situation() is Situation.FIRST_RUN

    _set_up(door)

    assert door.situation() is Situation.NEEDS_PASSPHRASE
    office = door.unlock(PASSPHRASE)
    assert not office.practice
    office.close()


def test_nothing_exists_before_the_sheet_has_been_typed_back(tmp_path: Path) -> None:
    door = _door(tmp_path / "desk", FakeStore())
    set_up = door.begin_set_up()
    wrong = ("0" * len(set_up.groups[0]), *set_up.groups[1:])

    with pytest.raises(SheetGroupWrong) as refusal:
        door.finish_set_up(set_up, PASSPHRASE, wrong)

    assert refusal.value.params == {"group": 1}
    assert not (tmp_path / "desk").exists()


def test_the_sheet_of_another_set_up_is_not_taken(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())

    with pytest.raises(SheetForAnotherVault):
        door.finish_set_up(door.begin_set_up(), PASSPHRASE, door.begin_set_up().groups)


def test_a_group_is_checked_against_this_very_sheet(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    ours, other = door.begin_set_up(), door.begin_set_up()

    assert door.check_group(ours, 4, f" {ours.groups[3].lower()} ")
    assert not door.check_group(ours, 4, other.groups[3])


def test_a_second_set_up_never_touches_the_first_vault(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    _set_up(door)
    before = _digest(tmp_path)

    with pytest.raises(AlreadyEstablished):
        _set_up(door)

    assert _digest(tmp_path) == before


def test_keyring_only_opens_without_a_passphrase(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    _set_up(door, passphrase=None)

    assert door.situation() is Situation.KEYRING_ONLY
    door.unlock("").close()


def _wrong_passphrase(door: RealDoor, _store: FakeStore) -> object:
    return door.unlock("een heel andere zin")


def _empty_keyring(door: RealDoor, store: FakeStore) -> object:
    store.secrets.clear()
    return door.unlock(PASSPHRASE)


def _locked_keyring(door: RealDoor, store: FakeStore) -> object:
    store.trouble = KeyringLocked
    return door.unlock(PASSPHRASE)


@pytest.mark.parametrize(
    ("attempt", "state"),
    [(_wrong_passphrase, WrongPassphrase), (_empty_keyring, KeyAbsent), (_locked_keyring, KeyringLocked)],
)
def test_a_refusal_leaves_the_vault_as_it_was(
    tmp_path: Path, attempt: Callable[[RealDoor, FakeStore], object], state: type[DeskError]
) -> None:
    store = FakeStore()
    door = _door(tmp_path, store)
    _set_up(door)
    before = _digest(tmp_path)

    with pytest.raises(state):
        attempt(door, store)

    assert _digest(tmp_path) == before
    assert door.situation() is Situation.NEEDS_PASSPHRASE


def test_the_sheet_alone_opens_the_vault_on_another_machine(tmp_path: Path) -> None:
    groups = _set_up(_door(tmp_path / "old", FakeStore()))
    new = tmp_path / "new"
    new.mkdir()
    (new / VAULT_FILE).write_bytes((tmp_path / "old" / VAULT_FILE).read_bytes())
    door = _door(new, FakeStore())
    assert door.situation() is Situation.NEEDS_SHEET

    door.open_with_sheet(groups, "een nieuwe lange zin").close()

    assert door.situation() is Situation.NEEDS_PASSPHRASE
    door.unlock("een nieuwe lange zin").close()


def test_without_a_keyring_the_sheet_still_opens_the_vault_and_says_what_that_means(tmp_path: Path) -> None:
    store = FakeStore()
    door = _door(tmp_path, store)
    groups = _set_up(door)
    store.trouble = KeyringMissing

    door.open_with_sheet(groups, "een nieuwe lange zin").close()
    remark = door.remark()

    assert remark is not None
    assert remark.code == "custody.not_remembered"
    assert door.sheet_mark() is not None
    store.trouble = None
    door.unlock(PASSPHRASE).close()


def test_no_vault_is_made_in_a_folder_that_is_copied_elsewhere(tmp_path: Path) -> None:
    store = FakeStore()
    door = _door(tmp_path / "Nextcloud" / "desk", store)
    set_up = door.begin_set_up()

    with pytest.raises(FolderSynced):
        door.prepare_set_up()
    with pytest.raises(FolderSynced):
        door.finish_set_up(set_up, PASSPHRASE, set_up.groups)

    assert (list(tmp_path.iterdir()), store.secrets) == ([], {})


def test_a_vault_in_a_folder_that_is_copied_is_refused_until_its_owner_decides(tmp_path: Path) -> None:
    store = FakeStore()
    groups = _set_up(_door(tmp_path / "desk", store))
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "desk").rename(tmp_path / "Dropbox" / "desk")
    door = _door(tmp_path / "Dropbox" / "desk", store)
    before = _digest(tmp_path / "Dropbox" / "desk")

    with pytest.raises(FolderSynced):
        door.unlock(PASSPHRASE)
    with pytest.raises(FolderSynced):
        door.unlock(PASSPHRASE, "custody.folder_remote")
    assert _digest(tmp_path / "Dropbox" / "desk") == before

    door.unlock(PASSPHRASE, "custody.folder_synced").close()
    assert isinstance(door.remark(), FolderSynced)
    door.open_with_sheet(groups, PASSPHRASE).close()
    assert isinstance(door.remark(), FolderSynced)


def test_a_folder_that_tells_nothing_about_its_place_is_for_the_vault_to_judge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FakeStore()
    _set_up(_door(tmp_path, store))
    custodian = Custodian(tmp_path, store, cost=lambda: QUICK)

    def silent() -> None:
        raise FolderFailed(errno=5)

    monkeypatch.setattr(custodian, "check_place", silent)
    door = RealDoor(tmp_path, custodian, LastSeen(store), lambda: TODAY)

    door.unlock(PASSPHRASE).close()

    assert door.remark() is None


def test_the_practice_vault_goes_when_it_is_left_and_is_never_a_real_one(tmp_path: Path) -> None:
    door = PracticeDoor(tmp_path, _codebook, lambda: TODAY)
    office = door.unlock()

    assert office.practice
    assert len(office.book.organisations()) == 6
    office.close()
    door.leave()

    assert list(tmp_path.iterdir()) == []


def test_a_practice_vault_cannot_be_opened_as_a_real_one_nor_the_reverse(tmp_path: Path) -> None:
    door = _door(tmp_path, FakeStore())
    set_up = door.begin_set_up()
    door.finish_set_up(set_up, PASSPHRASE, set_up.groups).close()
    key = set_up.token
    assert isinstance(key, bytes)
    before = _digest(tmp_path)

    with pytest.raises(PracticeMismatch):
        open_vault(tmp_path / VAULT_FILE, key, practice=True)

    assert _digest(tmp_path) == before


def test_what_a_killed_practice_left_is_cleared_and_one_in_use_is_not(tmp_path: Path) -> None:
    forsaken = PracticeDoor(tmp_path, _codebook, lambda: TODAY)
    forsaken.unlock().close()
    in_use = PracticeDoor(tmp_path, _codebook, lambda: TODAY)
    office = in_use.unlock()
    assert len(list(tmp_path.iterdir())) == 1

    PracticeDoor(tmp_path, _codebook, lambda: TODAY).unlock().close()

    assert len(list(tmp_path.iterdir())) == 2
    office.close()
