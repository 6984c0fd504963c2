"""A computer without a vault, a file on a stick, and the sheet: what the door makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.custody.errors import (
    AlreadyEstablished,
    FolderSynced,
    PassphraseTooShort,
    SheetForAnotherVault,
)
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.doors.practice import PracticeDoor
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.folders import private_folder
from counsellor_desk.office import Situation
from counsellor_desk.vault.faults import VaultDamaged
from tests.custody.conftest import FakeStore
from tests.test_doors import PASSPHRASE, TODAY, _codebook, _digest, _door, _set_up
from tests.vault.backups.conftest import at_peace, files

NEW = "een nieuwe lange zin"


def _lived_in(folder: Path) -> tuple[RealDoor, tuple[str, ...]]:
    """The door of a vault with a word of its own and one backup, and its sheet."""
    door = _door(folder, FakeStore())
    groups = _set_up(door)
    office = door.unlock(PASSPHRASE)
    office.book.save_setting("own", "words")
    office.close()
    return door, groups


def _spoil(vault: Path) -> bytes:
    """The file with one wrong bit on its last page."""
    spoilt = bytearray(vault.read_bytes())
    spoilt[-2000] ^= 1
    vault.write_bytes(spoilt)
    return bytes(spoilt)


@pytest.fixture
def sheet(tmp_path: Path) -> tuple[str, ...]:
    """The sheet of a vault on another computer, which has made one backup."""
    return _lived_in(tmp_path / "old")[1]


@pytest.fixture
def backup(sheet: tuple[str, ...], tmp_path: Path) -> str:
    (file,) = (tmp_path / "old" / "backups").iterdir()
    return str(file)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "here"


def test_a_backup_and_its_sheet_are_enough(here: Path, backup: str, sheet: tuple[str, ...]) -> None:
    store = FakeStore()
    door = _door(here, store)
    assert door.situation() is Situation.FIRST_RUN

    office = door.arrival().bring(backup, sheet, NEW, at_peace)

    assert office.book.setting("own") == "words"
    office.close()
    assert door.remark() is None
    assert door.situation() is Situation.NEEDS_PASSPHRASE
    door.unlock(NEW).close()


def test_the_sheet_in_use_stays_in_use(here: Path, backup: str, sheet: tuple[str, ...], tmp_path: Path) -> None:
    door = _door(here, FakeStore())

    door.arrival().bring(backup, sheet, NEW, at_peace).close()

    ours, theirs = door.sheet_mark(), _door(tmp_path / "old", FakeStore()).sheet_mark()
    assert ours is not None
    assert theirs is not None
    assert ours.fingerprint == theirs.fingerprint


def test_a_look_shows_what_is_in_it_and_makes_nothing(here: Path, backup: str, sheet: tuple[str, ...]) -> None:
    store = FakeStore()
    door = _door(here, store)

    found = door.arrival().contents(backup, sheet, at_peace)

    assert (found.cases, found.notes) == (0, 0)
    assert (files(here), store.secrets, door.situation()) == ([], {}, Situation.FIRST_RUN)


def test_another_sheet_is_said_to_be_another(here: Path, backup: str, tmp_path: Path) -> None:
    other = _door(tmp_path / "third", FakeStore()).begin_set_up().groups
    arrival = _door(here, FakeStore()).arrival()

    with pytest.raises(SheetForAnotherVault):
        arrival.contents(backup, other, at_peace)
    with pytest.raises(SheetForAnotherVault):
        arrival.bring(backup, other, NEW, at_peace)

    assert files(here) == []


def test_a_vault_that_is_here_is_left_as_it_is(here: Path, backup: str, sheet: tuple[str, ...]) -> None:
    store = FakeStore()
    door = _door(here, store)
    _set_up(door)
    before, kept = _digest(here), dict(store.secrets)

    with pytest.raises(AlreadyEstablished):
        door.arrival().bring(backup, sheet, NEW, at_peace)

    assert (_digest(here), store.secrets) == (before, kept)


def test_a_damaged_vault_gives_way_to_its_own_backup_and_is_kept(tmp_path: Path) -> None:
    door, groups = _lived_in(tmp_path)
    (file,) = (tmp_path / "backups").iterdir()
    spoilt = _spoil(tmp_path / VAULT_FILE)
    with pytest.raises(VaultDamaged):
        door.unlock(PASSPHRASE)

    office = door.arrival().bring(str(file), groups, NEW, at_peace)

    assert office.book.setting("own") == "words"
    office.close()
    (kept,) = tmp_path.glob("desk.kept-*.vault")
    assert kept.read_bytes() == spoilt
    door.unlock(NEW).close()


def test_a_damaged_vault_does_not_give_way_to_another(here: Path, backup: str, sheet: tuple[str, ...]) -> None:
    door = _door(here, FakeStore())
    _set_up(door)
    spoilt = _spoil(here / VAULT_FILE)

    with pytest.raises(AlreadyEstablished):
        door.arrival().bring(backup, sheet, NEW, at_peace)

    assert (here / VAULT_FILE).read_bytes() == spoilt


def test_a_set_up_that_never_came_to_its_vault_gives_way(here: Path, backup: str, sheet: tuple[str, ...]) -> None:
    store = FakeStore()
    door = _door(here, store)
    _set_up(door)
    header = here / "desk.json"
    header.write_text(header.read_text("utf-8").replace('"settled": true', '"settled": false'), "utf-8")
    (here / VAULT_FILE).unlink()

    door.arrival().bring(backup, sheet, NEW, at_peace).close()

    door.unlock(NEW).close()


def test_where_the_vault_is_gone_its_own_backup_takes_its_place(tmp_path: Path) -> None:
    door, groups = _lived_in(tmp_path)
    (tmp_path / VAULT_FILE).unlink()
    assert door.situation() is Situation.VAULT_GONE
    (file,) = (tmp_path / "backups").iterdir()

    office = door.arrival().bring(str(file), groups, NEW, at_peace)

    assert office.book.setting("own") == "words"
    office.close()
    door.unlock(NEW).close()


def test_where_the_vault_is_gone_no_other_vault_takes_its_place(
    here: Path, backup: str, sheet: tuple[str, ...]
) -> None:
    door = _door(here, FakeStore())
    _set_up(door)
    (here / VAULT_FILE).unlink()

    with pytest.raises(SheetForAnotherVault):
        door.arrival().bring(backup, sheet, NEW, at_peace)

    assert door.situation() is Situation.VAULT_GONE


def test_nothing_is_brought_into_a_folder_that_is_copied_elsewhere(
    tmp_path: Path, backup: str, sheet: tuple[str, ...]
) -> None:
    door = _door(tmp_path / "Nextcloud" / "desk", FakeStore())

    with pytest.raises(FolderSynced):
        door.arrival().bring(backup, sheet, NEW, at_peace)

    assert not (tmp_path / "Nextcloud").exists()


def test_a_short_passphrase_is_said_before_anything_is_made(here: Path, backup: str, sheet: tuple[str, ...]) -> None:
    with pytest.raises(PassphraseTooShort):
        _door(here, FakeStore()).arrival().bring(backup, sheet, "kort", at_peace)

    assert files(here) == []


def test_cut_short_after_the_vault_is_there_the_sheet_opens_it(
    here: Path, backup: str, sheet: tuple[str, ...]
) -> None:
    """The last moment before its key goes to the keyring: the file has its name, and nothing else is there."""
    private_folder(here)
    (here / VAULT_FILE).write_bytes(Path(backup).read_bytes())
    door = _door(here, FakeStore())
    assert door.situation() is Situation.NEEDS_SHEET

    door.open_with_sheet(sheet, NEW).close()

    door.unlock(NEW).close()


def test_stopped_halfway_it_is_still_a_first_run(here: Path, backup: str, sheet: tuple[str, ...]) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise Cancelled()

    door = _door(here, FakeStore())

    with pytest.raises(Cancelled):
        door.arrival().bring(backup, sheet, NEW, stop)

    assert door.situation() is Situation.FIRST_RUN


def test_only_a_well_typed_group_may_be_one(here: Path, sheet: tuple[str, ...]) -> None:
    arrival = _door(here, FakeStore()).arrival()

    assert arrival.group_may_be(1, f" {sheet[0].lower()} ")
    assert not arrival.group_may_be(2, sheet[0])


def test_no_vault_is_brought_into_a_practice(tmp_path: Path) -> None:
    assert PracticeDoor(tmp_path, _codebook, lambda: TODAY).arrival() is None
