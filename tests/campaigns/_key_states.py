"""Everything that can be the matter with a key, caused on purpose: for a first run and for a vault that is there."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from counsellor_desk.custody.errors import (
    KeyringDenied,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyringTimeout,
)
from counsellor_desk.custody.presence import HEADER_FILE, VAULT_FILE
from counsellor_desk.custody.seal import Cost
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Situation
from counsellor_desk.vault.connection import PAGE, connect
from tests.custody.conftest import FakeStore
from tests.doors import door_of, first_run

PASSPHRASE = "stille wateren"
TODAY = date(2026, 11, 23)
QUICK = Cost(log_n=4, passes=1)
OPENS = "opens"
GOES_ON = "goes on"
NAMED = {
    Situation.NEEDS_SHEET: "custody.header_missing",
    Situation.HEADER_DAMAGED: "custody.header_damaged",
    Situation.HEADER_TOO_NEW: "custody.header_too_new",
    Situation.VAULT_GONE: "vault.missing",
}


@dataclass
class Machine:
    """A folder and a keyring. ``passphrase`` is what will be typed; ``key`` opens the vault, once there is one."""

    folder: Path
    store: FakeStore = field(default_factory=FakeStore)
    passphrase: str = PASSPHRASE
    key: bytes = b""

    @property
    def vault(self) -> Path:
        """Where the vault lies."""
        return self.folder / VAULT_FILE

    def door(self) -> RealDoor:
        """The program, started anew."""
        return door_of(self.folder, self.store)

    def set_up(self) -> None:
        """The whole first run."""
        vault, self.key = first_run(self.door(), PASSPHRASE)
        vault.close()

    def state(self) -> str:
        """The code of the state the desk is in when somebody comes to it; nothing is typed but the passphrase."""
        door = self.door()
        try:
            found = door.situation()
            if found in NAMED:
                return NAMED[found]
            if found is Situation.FIRST_RUN:
                door.prepare_set_up()
                return GOES_ON
            door.unlock(self.passphrase).close()
        except DeskError as state:
            return state.code
        return OPENS

    def seen(self) -> dict[str, str]:
        """Name -> SHA-256 of everything that is part of a vault, or could be."""
        digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in self.folder.rglob("*.vault*")}
        return {name: digest for name, digest in digests.items() if not name.endswith(".lock")}


Cause = Callable[[Machine], None]


@dataclass(frozen=True, slots=True)
class State:
    """What is the matter, how it comes about, and its code in a folder with a vault and in an empty one."""

    name: str
    cause: Cause
    existing: str
    first_run: str


def _trouble(kind: type[DeskError]) -> Cause:
    def cause(machine: Machine) -> None:
        machine.store.trouble = kind

    return cause


def _nothing(_machine: Machine) -> None:
    pass


def _item_gone(machine: Machine) -> None:
    machine.store.secrets.clear()


def _other_backend(machine: Machine) -> None:
    machine.store.backend = "fake.Other"


def _forgets(machine: Machine) -> None:
    machine.store.forgets = True


def _other_passphrase(machine: Machine) -> None:
    machine.passphrase = "diepe gronden"


def _item_of_another(machine: Machine) -> None:
    other = Machine(machine.folder.parent / "other")
    other.set_up()
    sealed = next(item for name, item in other.store.secrets.items() if not name.endswith("/seen"))
    machine.store.secrets = dict.fromkeys(machine.store.secrets, sealed)


def _item_garbled(machine: Machine) -> None:
    machine.store.secrets = {name: item[:-9] for name, item in machine.store.secrets.items()}


def _damaged(machine: Machine) -> None:
    _rewrite(machine.vault, lambda data: data[:900] + bytes((data[900] ^ 1,)) + data[901:])


def _cut_off(machine: Machine) -> None:
    _rewrite(machine.vault, lambda data: data[: PAGE // 2])


def _something_else(machine: Machine) -> None:
    _rewrite(machine.vault, lambda _: b"SQLite format 3\0" + bytes(PAGE))


def _older(machine: Machine) -> None:
    older = machine.vault.read_bytes() if machine.vault.exists() else b"an older file"
    if machine.key:
        machine.door().unlock(PASSPHRASE).close()
    machine.folder.mkdir(exist_ok=True)
    machine.vault.write_bytes(older)


def _newer(machine: Machine) -> None:
    if not machine.key:
        _something_else(machine)
        return
    with closing(connect(machine.vault, machine.key)) as connection:
        connection.execute("PRAGMA user_version = 9999")


def _newer_header(machine: Machine) -> None:
    machine.folder.mkdir(exist_ok=True)
    (machine.folder / HEADER_FILE).write_text(json.dumps({"format": 99}))


def _garbled_header(machine: Machine) -> None:
    machine.folder.mkdir(exist_ok=True)
    (machine.folder / HEADER_FILE).write_text("{")


def _header_gone(machine: Machine) -> None:
    (machine.folder / HEADER_FILE).unlink(missing_ok=True)


def _vault_gone(machine: Machine) -> None:
    machine.vault.unlink(missing_ok=True)


def _synced(machine: Machine) -> None:
    away = machine.folder.parent / "Dropbox" / "desk"
    away.parent.mkdir()
    if machine.folder.exists():
        shutil.move(machine.folder, away)
    machine.folder = away


def _rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(change(path.read_bytes() if path.exists() else bytes(PAGE)))


# A file that lies there without header is never a first run, whatever it is: the sheet is asked.
_A_FILE = NAMED[Situation.NEEDS_SHEET]
STATES: tuple[State, ...] = (
    State("ok", _nothing, OPENS, GOES_ON),
    State("keyring locked", _trouble(KeyringLocked), KeyringLocked.code, KeyringLocked.code),
    State("prompt denied", _trouble(KeyringDenied), KeyringDenied.code, KeyringDenied.code),
    State("item absent", _item_gone, "custody.key_absent", GOES_ON),
    State("backend missing", _trouble(KeyringMissing), KeyringMissing.code, KeyringMissing.code),
    State("backend changed", _other_backend, "custody.backend_changed", GOES_ON),
    State("backend forgets", _forgets, OPENS, "custody.keyring_forgets"),
    State("access error", _trouble(KeyringFailed), KeyringFailed.code, KeyringFailed.code),
    State("time-out", _trouble(KeyringTimeout), KeyringTimeout.code, KeyringTimeout.code),
    State("wrong passphrase", _other_passphrase, "custody.wrong_passphrase", GOES_ON),
    State("key of another vault", _item_of_another, "custody.key_for_another_vault", GOES_ON),
    State("item damaged", _item_garbled, "custody.seal_damaged", GOES_ON),
    State("file damaged", _damaged, "vault.damaged", _A_FILE),
    State("file cut off", _cut_off, "vault.damaged", _A_FILE),
    State("file something else", _something_else, "vault.not_a_vault", _A_FILE),
    State("file older", _older, "custody.vault_older", _A_FILE),
    State("file newer", _newer, "vault.too_new", _A_FILE),
    State("file gone", _vault_gone, "vault.missing", GOES_ON),
    State("header newer", _newer_header, "custody.header_too_new", "custody.header_too_new"),
    State("header damaged", _garbled_header, "custody.header_damaged", "custody.header_damaged"),
    State("header gone", _header_gone, _A_FILE, GOES_ON),
    State("folder copied elsewhere", _synced, "custody.folder_synced", "custody.folder_synced"),
)


def told(state: State, folder: Path, *, existing: bool) -> tuple[str, bool]:
    """The code the desk gives in this state, and whether all that is part of a vault is as it was before."""
    machine = Machine(folder / "desk")
    if existing:
        machine.set_up()
    state.cause(machine)
    before = machine.seen()
    said = machine.state()
    untouched = machine.seen() == before if said != OPENS else machine.seen().keys() == before.keys()
    return said, untouched
