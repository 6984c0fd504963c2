"""Kills the program at any line of a change of key: afterwards one of the two keys opens all that was there.

A child process counts the lines it runs in custody, door and vault, and kills itself at one of them; or it is killed
from outside at any moment. Then the desk is opened as a person does: by the passphrase, and by the sheets.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.custody import sheet
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import SheetNotInUse, SheetOld
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.errors import DeskError
from counsellor_desk.office import SetUp
from counsellor_desk.vault.health import health
from counsellor_desk.vault.vault import OpenVault
from tests.campaigns._desk import FileKeyring
from tests.campaigns._key_states import PASSPHRASE, QUICK, TODAY
from tests.campaigns._report import Length, Report, length

EARLY = "the header names the new key before the vault has it"
_FILES = ("custodian", "items", "rotation", "header", "files", "tries", "real", "rekey", "verified_copy")
_WATCHED = tuple(f"{name}.py" for name in _FILES)


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when every vault opened."""
    return run(length(__doc__, arguments, short=40, long=1_000)).finish()


def run(asked: Length, *, fault: str = "") -> Report:
    """The figures of ``asked.count`` kills."""
    report = Report("rekey", {"kills": 0, "opened by the old key": 0, "opened by the new key": 0, "not opened": 0})
    chance = Random(asked.seed)
    with tempfile.TemporaryDirectory() as place:
        ready = Desk(Path(place) / "ready")
        ready.set_up()
        lines = _lines(Desk(Path(place) / "counted", ready.key), ready)
        report.figures["lines of a change"] = lines
        for number in range(asked.count):
            desk = Desk(Path(place) / str(number), ready.key)
            shutil.copytree(ready.home, desk.home)
            line = chance.randrange(lines) if number % 4 else None
            _killed(desk, line, chance, fault)
            report.count("kills")
            _judge(desk, ready, f"kill {number}, line {line}, seed {asked.seed}", report)
            shutil.rmtree(desk.home)
    return report


class Desk:
    """A vault with one organisation in it, and a keyring of files."""

    def __init__(self, home: Path, key: bytes = b"") -> None:
        self.home = home
        self.key = key
        self.new = bytes(range(100, 132))

    def door(self) -> RealDoor:
        """The program, started anew; a pause after a wrong passphrase is always over."""
        folder, store = self.home / "desk", FileKeyring(self.home / "keyring")
        custodian = Custodian(folder, store, clock=lambda: time.time() * 1e6, cost=lambda: QUICK)
        return RealDoor(folder, custodian, LastSeen(store), lambda: TODAY)

    def set_up(self) -> None:
        """The first run, and a word to find again."""
        door = self.door()
        asked = door.begin_set_up()
        assert isinstance(asked.token, bytes)
        self.key = asked.token
        with closing(_vault(door.finish_set_up(asked, PASSPHRASE, asked.groups))) as vault:
            vault.book.add_organisation(Organisation(OrganisationId(0), "kept", "K.OMR", "W.250"))

    def change(self, fault: str) -> None:
        """The whole change, as the desk does it."""
        door = self.door()
        office = door.unlock(PASSPHRASE)
        if fault == EARLY:
            complete = door._custodian.complete_key
            announce = door._custodian.announce_key

            def too_early(*of: Any) -> bytes:
                key = announce(*of)
                complete()
                return key

            vars(door._custodian)["announce_key"] = too_early
        groups = sheet.encode(self.new)
        door.change_key(office, SetUp(groups, sheet.fingerprint(self.new), self.new), PASSPHRASE, groups)


def _lines(desk: Desk, ready: Desk) -> int:
    """How many lines a whole change runs, counted in a child."""
    shutil.copytree(ready.home, desk.home)
    told = desk.home / "lines"
    child = os.fork()
    if child == 0:
        counting = _Countdown(10**9)
        sys.settrace(counting)
        desk.change("")
        sys.settrace(None)
        told.write_text(str(10**9 - counting.left))
        os._exit(0)
    os.waitpid(child, 0)
    return int(told.read_text())


def _killed(desk: Desk, line: int | None, chance: Random, fault: str) -> None:
    child = os.fork()
    if child == 0:
        if line is not None:
            sys.settrace(_Countdown(line))
        try:
            desk.change(fault)
        finally:
            os._exit(0)
    if line is None:
        time.sleep(chance.random() * 0.08)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


class _Countdown:
    """A tracer that kills the process after so many lines of the watched files."""

    def __init__(self, lines: int) -> None:
        self.left = lines

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            self.left -= 1
            if self.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return self if frame.f_code.co_filename.endswith(_WATCHED) else None


def _judge(desk: Desk, ready: Desk, place: str, report: Report) -> None:
    try:
        with closing(_vault(desk.door().unlock(PASSPHRASE))) as vault:
            if not health(vault).is_sound or [one.name for one in vault.book.organisations()] != ["kept"]:
                report.wrong.append(f"{place}: not all is there")
        by_sheet = {name: _opened_by(desk, key) for name, key in (("old", ready.key), ("new", desk.new))}
    except DeskError as state:
        report.count("not opened")
        report.wrong.append(f"{place}: {state.code}")
        return
    if sorted(by_sheet.values()) != [False, True]:
        report.wrong.append(f"{place}: opened by the sheets {by_sheet}")
        return
    report.count(f"opened by the {'old' if by_sheet['old'] else 'new'} key")
    left = sorted(path.name for path in (desk.home / "desk").glob(f"{VAULT_FILE}*"))
    if left != [VAULT_FILE, f"{VAULT_FILE}.lock"] or len(list((desk.home / "keyring").iterdir())) != 2:
        report.wrong.append(f"{place}: left behind {left}, or an item")


def _opened_by(desk: Desk, key: bytes) -> bool:
    """Whether the sheet of ``key`` opens the vault; if not, it must be named as old or not used."""
    try:
        desk.door().open_with_sheet(sheet.encode(key), PASSPHRASE).close()
    except (SheetOld, SheetNotInUse):
        return False
    except DeskError as state:
        if state.code == "custody.sheet_for_another_vault":  # of a change that never began
            return False
        raise
    return True


def _vault(office: object) -> OpenVault:
    assert isinstance(office, OpenVault)
    return office


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
