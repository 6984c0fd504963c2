"""The desk obeys the policy of the organisation: in what can be chosen, in what is published, in what is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.figures.ports import FIRST_BASE
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
