"""A stick that is lost for good: no longer asked for, remembered, and cleared if it turns up all the same."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import GivenUp
from counsellor_desk.casework.model import NoteId
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.vault import OpenVault
from tests.support import FakeClock
from tests.vault.backups.conftest import Reopen, at_peace, files, keeper_of, name, told_by
from tests.vault.backups.test_clearing import destroy, note, tell, work_off

__all__ = ["note"]


@pytest.fixture
def drawer(vault: OpenVault, keeper: VaultBackups, note: NoteId, stick: Path, clock: FakeClock) -> Path:
    """Where the stick really is: out of reach, with a backup that holds what was destroyed since."""
    keeper.choose_folder(str(stick))
    keeper.make(at_peace)
    hidden = stick.rename(stick.with_name("drawer"))
    destroy(vault, note, clock)
    work_off(keeper)
    return hidden


def test_a_folder_given_up_is_asked_for_no_more_and_remembered(
    keeper: VaultBackups, drawer: Path, stick: Path, clock: FakeClock, reopen: Reopen
) -> None:
    keeper.give_up(str(stick))

    for overview in (keeper.overview(), keeper_of(reopen()).overview()):
        assert overview.away == ()
        assert overview.given_up == (GivenUp(str(stick), clock.today()),)


def test_new_backups_go_beside_the_vault_when_their_folder_was_given_up(
    keeper: VaultBackups, drawer: Path, stick: Path, clock: FakeClock, reopen: Reopen, home: Path
) -> None:
    keeper.give_up(str(stick))
    clock.advance(days=30)

    again = keeper_of(reopen())

    assert again.remark() is None
    assert again.overview().folder == ""
    assert again.make(at_peace).folder == str(home)


def test_what_is_destroyed_later_does_not_bring_the_question_back(
    vault: OpenVault, keeper: VaultBackups, drawer: Path, stick: Path, clock: FakeClock
) -> None:
    keeper.give_up(str(stick))
    another = vault.book.search("gesprek")[0].note
    assert another is not None

    vault.book.remove_note(another, clock.today())
    work_off(keeper)

    assert keeper.overview().away == ()


def test_a_stick_that_turns_up_all_the_same_is_cleared_and_counts_again(
    keeper: VaultBackups, drawer: Path, stick: Path, key: bytes, reopen: Reopen
) -> None:
    keeper.give_up(str(stick))
    assert tell(drawer, key) != []

    drawer.rename(stick)
    again = keeper_of(reopen())
    work_off(again)

    assert tell(stick, key) == []
    assert again.overview().given_up == ()
    assert {Path(copy.folder) for copy in again.overview().copies} >= {stick}


def test_another_stick_under_the_same_name_is_not_taken_for_the_lost_one(
    keeper: VaultBackups, drawer: Path, stick: Path, clock: FakeClock, reopen: Reopen
) -> None:
    keeper.give_up(str(stick))
    clock.advance(days=1)
    stick.mkdir()
    keeper.choose_folder(str(stick))
    keeper.make(at_peace)

    again = keeper_of(reopen())
    work_off(again)

    assert [one.folder for one in again.overview().given_up] == [str(stick)]
    assert again.overview().away == ()


def test_a_file_that_only_has_an_old_name_does_not_make_it_the_lost_stick(
    vault: OpenVault, keeper: VaultBackups, drawer: Path, stick: Path, clock: FakeClock, reopen: Reopen
) -> None:
    keeper.give_up(str(stick))
    stick.mkdir()
    (stick / name(vault, clock.now() - timedelta(days=9))).write_bytes(bytes(4096))

    again = keeper_of(reopen())
    told_by(again)

    assert [one.folder for one in again.overview().given_up] == [str(stick)]


def test_what_is_within_reach_is_not_given_up(keeper: VaultBackups, drawer: Path, stick: Path) -> None:
    drawer.rename(stick)

    keeper.give_up(str(stick))

    assert keeper.overview().given_up == ()


def test_only_a_folder_with_backups_can_be_given_up(keeper: VaultBackups, tmp_path: Path) -> None:
    keeper.give_up(str(tmp_path / "never"))

    assert keeper.overview().given_up == ()


def test_giving_up_touches_no_backup(keeper: VaultBackups, drawer: Path, home: Path, stick: Path) -> None:
    before = (files(drawer), files(home))

    keeper.give_up(str(stick))

    assert (files(drawer), files(home)) == before
