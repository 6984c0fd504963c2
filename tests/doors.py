"""The door to a real vault beside a keyring that is a stand-in, started anew each time, and its first run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.keystore import KeyStore
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.vault.vault import OpenVault
from tests.custody.conftest import QUICK, TODAY


def door_of(folder: Path, store: KeyStore, today: date = TODAY) -> RealDoor:
    """The program, started anew; a passphrase costs next to nothing to try."""
    return RealDoor(folder, Custodian(folder, store, cost=lambda: QUICK), LastSeen(store), lambda: today)


def first_run(door: RealDoor, passphrase: str) -> tuple[OpenVault, bytes]:
    """The new vault, open, and its key."""
    asked = door.begin_set_up()
    vault = door.finish_set_up(asked, passphrase, asked.groups)
    assert isinstance(vault, OpenVault)
    assert isinstance(asked.token, bytes)
    return vault, asked.token
