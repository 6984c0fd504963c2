"""Wherever the power goes, one passphrase still opens the vault, and the next start finds its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from counsellor_desk.custody import header
from counsellor_desk.custody.errors import WrongPassphrase
from counsellor_desk.custody.presence import Presence
from tests.custody.conftest import KEY, NEW_PASSPHRASE, PASSPHRASE, TODAY, VAULT_ID, Desk


class PowerCut(BaseException):
    """The moment the machine stops."""


class Moments:
    """Counts the moments before and after every write and stops the machine at one of them."""

    def __init__(self, last: int) -> None:
        self.left = last

    def around(self, work: Callable[..., object]) -> Callable[..., object]:
        def watched(*arguments: object) -> object:
            self._pass()
            answer = work(*arguments)
            self._pass()
            return answer

        return watched

    def _pass(self) -> None:
        if self.left == 0:
            raise PowerCut
        self.left -= 1


def cut_short(desk: Desk, moment: int, work: Callable[[], object]) -> bool:
    """Whether the work was stopped at this moment; otherwise it was over before."""
    moments = Moments(moment)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("put", "get", "delete"):
            patch.setattr(desk.store, name, moments.around(getattr(desk.store, name)))
        patch.setattr(header, "write", moments.around(header.write))
        try:
            work()
        except PowerCut:
            return True
    return False


def opens(desk: Desk, passphrase: str) -> bool:
    """Whether this passphrase gives the key, now that the pause is over."""
    desk.clock.now += 3600
    try:
        return desk.custodian().unlock(passphrase) == KEY
    except WrongPassphrase:
        return False


@pytest.mark.parametrize("reinstating", [False, True], ids=["change of passphrase", "reinstatement"])
def test_a_cut_in_a_change_leaves_exactly_one_passphrase_that_opens(
    desk: Desk, reinstating: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def work(machine: Desk) -> None:
        if reinstating:
            machine.custodian().reinstate(KEY, NEW_PASSPHRASE, TODAY)
        else:
            machine.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)

    for moment in count():
        machine = Desk(tmp_path_factory.mktemp("machine") / "practice")
        machine.set_up()
        cut = cut_short(machine, moment, lambda machine=machine: work(machine))

        assert opens(machine, PASSPHRASE) != opens(machine, NEW_PASSPHRASE)
        assert len(machine.store.secrets) == 1
        if not cut:
            break
    assert moment >= 12
    assert opens(machine, NEW_PASSPHRASE)


def test_a_cut_while_the_key_moves_to_another_keyring_leaves_what_the_sheet_can_finish(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    for moment in count():
        machine = Desk(tmp_path_factory.mktemp("machine") / "practice")
        machine.set_up()
        machine.store.backend, machine.store.secrets = "fake.Other", {}
        cut = cut_short(
            machine, moment, lambda machine=machine: machine.custodian().reinstate(KEY, NEW_PASSPHRASE, TODAY)
        )

        found = machine.custodian().describe()
        assert (found.backend == "fake.Other") == (found.slot.value == "b")
        if found.backend == "fake.Other":
            assert opens(machine, NEW_PASSPHRASE)
        machine.custodian().reinstate(KEY, NEW_PASSPHRASE, TODAY)
        assert opens(machine, NEW_PASSPHRASE)
        if not cut:
            break
    assert moment >= 12


def test_a_cut_in_set_up_can_be_followed_by_a_new_set_up(tmp_path_factory: pytest.TempPathFactory) -> None:
    for moment in count():
        machine = Desk(tmp_path_factory.mktemp("machine") / "practice")
        cut = cut_short(
            machine,
            moment,
            lambda machine=machine: machine.custodian().establish(bytes(32), "f" * 32, NEW_PASSPHRASE, TODAY),
        )

        assert machine.custodian().presence() is Presence.NONE
        machine.custodian().establish(KEY, VAULT_ID, PASSPHRASE, TODAY)
        machine.make_vault()
        assert opens(machine, PASSPHRASE)
        if not cut:
            break
    assert moment >= 8


def test_a_cut_while_the_header_is_written_leaves_the_old_or_the_new(desk: Desk) -> None:
    desk.set_up()
    path = desk.folder / "desk.json"
    old = header.read(path)

    def stop(*arguments: object) -> None:
        raise PowerCut

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", stop)
        with pytest.raises(PowerCut):
            header.write(path, replace(old, retire=True))

    assert header.read(path) == old
    header.write(path, old)
