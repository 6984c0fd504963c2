"""The desk in a session with a real keyring. ``python -m tests.campaigns._keyring_session STEP...`` takes the steps.

For each it prints, after an arrow, nothing or the code of the state, and whether all of the vault is as it was.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from counsellor_desk.custody import header
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.keystore import OsKeyring
from counsellor_desk.custody.presence import HEADER_FILE
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from tests.campaigns._key_states import OPENS, QUICK, TODAY, Machine
from tests.custody.probe import SECONDS, lock, send


class RealMachine(Machine):
    """A folder, and the keyring of this session."""

    def door(self) -> RealDoor:
        """The program, started anew."""
        custodian = Custodian(self.folder, OsKeyring(SECONDS), cost=lambda: QUICK)
        return RealDoor(self.folder, custodian, LastSeen(OsKeyring(1)), lambda: TODAY)

    def delete_item(self) -> None:
        """As somebody does who tidies the keyring."""
        found = header.read(self.folder / HEADER_FILE)
        OsKeyring(SECONDS).delete(f"{found.vault_id}/{found.slot}")

    def told(self) -> str:
        """The state, and whether it changed anything."""
        before = self.seen()
        said = self.state()
        return f"{said} {'untouched' if said == OPENS or self.seen() == before else 'CHANGED'}"


def main(steps: list[str]) -> None:
    """Take the steps in turn."""
    machine = RealMachine(Path.home() / "desk")
    known = {
        "set up": machine.set_up,
        "state": machine.told,
        "lock": lock,
        "delete item": machine.delete_item,
        "kill": lambda: send(signal.SIGKILL),
        "stop": lambda: send(signal.SIGSTOP),
        "continue": lambda: send(signal.SIGCONT),
    }
    for step in steps:
        print("->", known[step](), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
