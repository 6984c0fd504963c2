"""What is loaded when the window is painted for the first time: what it shows, and nothing that can wait."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import load
from counsellor_desk.doors.late import LateDoor
from counsellor_desk.doors.practice import PracticeDoor
from counsellor_desk.office import Situation

CAN_WAIT = (
    "cryptography",
    "highspy",
    "keyring",
    "numpy",
    "reportlab",
    "sqlcipher3",
    "xlsxwriter",
    "counsellor_desk.casework.model",
    "counsellor_desk.codebook",
    "counsellor_desk.custody.custodian",
    "counsellor_desk.desk.kit.rows",
    "counsellor_desk.desk.message_table",
    "counsellor_desk.desk.pages",
    "counsellor_desk.desk.shell",
    "counsellor_desk.doors.practice",
    "counsellor_desk.doors.real",
    "counsellor_desk.figures",
    "counsellor_desk.reports",
    "counsellor_desk.vault",
)
_PAINT = """
import sys
from counsellor_desk import cli
cli._clock = lambda: " ".join(sys.modules)  # said at the first paint, before anything else is done
sys.exit(cli.main([*sys.argv[1:], "--measure-first-paint"]))
"""


@pytest.mark.parametrize(
    "asked", [(), ("--practice",), ("--practice", "--locked")], ids=["first", "practice", "lock"]
)
def test_the_first_picture_waits_for_nothing_that_can_wait(asked: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PAINT, *asked],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert sorted(set(CAN_WAIT) & set(done.stdout.split())) == []


def test_the_door_is_made_once_and_not_to_tell_what_lies_in_the_folder(tmp_path: Path) -> None:
    made: list[PracticeDoor] = []

    def make() -> PracticeDoor:
        made.append(PracticeDoor(tmp_path, lambda: load(resource("codebook")), lambda: date(2026, 11, 23)))
        return made[-1]

    door = LateDoor(lambda: Situation.NEEDS_PASSPHRASE, make)
    assert door.situation() is Situation.NEEDS_PASSPHRASE
    door.leave()
    assert made == []

    set_up = door.begin_set_up()
    assert door.check_group(set_up, 1, set_up.groups[0])
    assert door.remark() is None
    assert len(made) == 1
