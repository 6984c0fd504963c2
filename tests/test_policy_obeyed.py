"""The desk obeys the policy of the organisation: in what can be chosen, in what is published, in what is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import PassphraseTooShort
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.figures.ports import FIRST_BASE
from counsellor_desk.office import Situation
from counsellor_desk.policy import OWN, Policy
from tests.custody.conftest import QUICK, FakeStore

TODAY = date(2026, 11, 23)
PASSPHRASE = "een rustige lange zin"


def test_the_vault_behind_the_door_gets_the_base_and_the_purge_limit(tmp_path: Path) -> None:
    store, policy = FakeStore(), Policy(base=10, purge_days=14)
    custodian = Custodian(tmp_path, store, cost=lambda: QUICK)
    door = RealDoor(tmp_path, custodian, LastSeen(store), lambda: TODAY, policy)
    set_up = door.begin_set_up()

    made = door.finish_set_up(set_up, PASSPHRASE, set_up.groups)
    assert made.ledger.first_base == 10
    made.close()
    opened = door.unlock(PASSPHRASE)

    assert opened.ledger.first_base == 10
    opened.close()


def test_the_desks_own_base_is_that_of_a_vault_without_a_policy() -> None:
    assert OWN.base == FIRST_BASE


REQUIRED = Policy(require_passphrase=True)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


def _door(folder: Path, store: FakeStore, policy: Policy) -> RealDoor:
    return RealDoor(folder, Custodian(folder, store, cost=lambda: QUICK), LastSeen(store), lambda: TODAY, policy)


def _set_up(door: RealDoor, passphrase: str | None) -> tuple[str, ...]:
    set_up = door.begin_set_up()
    door.finish_set_up(set_up, passphrase, set_up.groups).close()
    return set_up.groups


def test_no_vault_is_set_up_without_a_passphrase_where_one_is_required(tmp_path: Path, store: FakeStore) -> None:
    door = _door(tmp_path / "desk", store, REQUIRED)

    with pytest.raises(PassphraseTooShort):
        _set_up(door, None)

    assert not (tmp_path / "desk").exists()


def test_no_passphrase_is_given_up_where_one_is_required(tmp_path: Path, store: FakeStore) -> None:
    door = _door(tmp_path, store, REQUIRED)
    groups = _set_up(door, PASSPHRASE)

    with pytest.raises(PassphraseTooShort):
        door.change_passphrase(PASSPHRASE, None)
    with pytest.raises(PassphraseTooShort):
        door.open_with_sheet(groups, None)

    assert door.situation() is Situation.NEEDS_PASSPHRASE
    door.unlock(PASSPHRASE).close()


def test_nothing_is_brought_here_without_a_passphrase_where_one_is_required(tmp_path: Path, store: FakeStore) -> None:
    groups = _set_up(_door(tmp_path / "old", FakeStore(), OWN), PASSPHRASE)
    door = _door(tmp_path / "new", store, REQUIRED)

    with pytest.raises(PassphraseTooShort):
        door.arrival().bring(str(tmp_path / "old" / "desk.vault"), groups, None, lambda _done, _whole: None)

    assert not (tmp_path / "new").exists()


def test_a_vault_without_a_passphrase_from_before_the_policy_opens_and_can_be_given_one(
    tmp_path: Path, store: FakeStore
) -> None:
    _set_up(_door(tmp_path, store, OWN), None)
    door = _door(tmp_path, store, REQUIRED)

    door.unlock("").close()
    door.change_passphrase(None, PASSPHRASE)

    assert door.situation() is Situation.NEEDS_PASSPHRASE
