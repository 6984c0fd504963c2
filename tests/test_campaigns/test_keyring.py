"""Every state of key, keyring and vault is named and changes nothing; a desk that is careless is found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from counsellor_desk.custody.errors import KeyAbsent, KeyringFailed
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.vault.vault import OpenVault
from tests.campaigns import keyring
from tests.campaigns._key_states import STATES, State, told
from tests.campaigns._report import Length

ONCE = Length(1, seed=1)


@pytest.mark.parametrize("existing", [True, False], ids=["a vault is there", "first run"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_each_state_is_named_and_changes_nothing(tmp_path: Path, state: State, existing: bool) -> None:
    wanted = state.existing if existing else state.first_run

    assert told(state, tmp_path, existing=existing) == (wanted, True)


@pytest.mark.os_keyring
def test_a_real_keyring_is_understood_on_its_bad_days() -> None:
    assert keyring.run(ONCE, states=()).finish() == 0


def test_a_desk_that_takes_a_missing_key_for_a_new_start_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    unlock = RealDoor.unlock

    def start_anew(door: RealDoor, passphrase: str, accepted: str = "") -> OpenVault:
        try:
            vault = unlock(door, passphrase, accepted)
        except KeyAbsent:
            door._vault.write_bytes(b"a new vault")
            raise
        assert isinstance(vault, OpenVault)
        return vault

    monkeypatch.setattr(RealDoor, "unlock", start_anew)

    assert keyring.run(ONCE, days=()).wrong == ["item absent, a vault is there: the vault changed"]


def test_a_desk_that_knows_one_trouble_only_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def always_the_same(door: RealDoor, passphrase: str, accepted: str = "") -> OpenVault:
        raise KeyringFailed()

    monkeypatch.setattr(RealDoor, "unlock", always_the_same)
    report = keyring.run(ONCE, states=[state for state in STATES if state.name != "file older"], days=())

    assert len(report.wrong) > 10
    assert report.finish() == 1


def test_a_keyring_that_says_something_else_is_found_out() -> None:
    day = keyring.Bad("a day", lambda _: ["custody.key_absent untouched"], ("custody.keyring_locked",))
    changed = keyring.Bad("another", lambda _: ["custody.key_absent CHANGED"], ("custody.key_absent",))

    assert len(keyring.run(ONCE, states=(), days=(day, changed)).wrong) == 2
