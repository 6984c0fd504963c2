"""Kills the program at any moment of its work, opens the vault again and compares it with what was acknowledged.

SIGKILL takes the process between two instructions; the operating system keeps what it was handed. What was under
way may be there or not, but only whole. The operations are those of ``_model.Kind``.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.campaigns._desk import Machine
from tests.campaigns._model import Model
from tests.campaigns._report import Length, Report, length
from tests.campaigns._verdict import FAULTS, verdict
from tests.campaigns._worker import Task, Told, start

KILLS_PER_DESK = 20  # then a fresh one, so that the vault stays small and each look at it quick


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing was lost."""
    return run(length(__doc__, arguments, short=100, long=1_000)).finish()


def run(asked: Length, *, fault: str = "") -> Report:
    """The figures of ``asked.count`` kills."""
    report = Report("kill", {"kills": 0, "acknowledged operations": 0, **dict.fromkeys(FAULTS, 0)})
    chance = Random(asked.seed)
    while report.figures["kills"] != asked.count:
        with tempfile.TemporaryDirectory() as folder:
            _one_desk(Path(folder), chance, asked, report, fault)
    return report


def _one_desk(folder: Path, chance: Random, asked: Length, report: Report, fault: str) -> None:
    machine = Machine(folder / "home", folder)
    machine.found()
    seed, model, number = chance.randrange(10**9), Model(), 1
    for _ in range(KILLS_PER_DESK):
        told = _killed(Task(machine.home, folder, seed, model, number, fault=fault), chance)
        report.count("kills")
        for kind, times in (told.kinds_done or {}).items():
            report.count("acknowledged operations", times)
            report.count(f"  {kind}", times)
        report.count(f"killed in: {told.under_way.kind if told.under_way else 'between two operations'}")
        found = verdict(machine, told.allowed)
        if found.model is None:
            report.count(found.fault)
            report.wrong.append(f"kill {report.figures['kills']} of seed {asked.seed}: {found.fault}: {found.why}")
            return
        model, number = found.model, told.number
        if report.figures["kills"] == asked.count:
            return


def _killed(task: Task, chance: Random) -> Told:
    """A worker that is killed somewhere in its work; what it had said."""
    told = Told.nothing(task)
    worker = start(task)
    assert worker.stdout is not None
    with worker, worker.stdout as said:
        for _ in range(chance.randrange(1, 50)):
            told.hear(said.readline())
        time.sleep(chance.random() * 0.02)
        worker.send_signal(signal.SIGKILL)
        for line in said.read().splitlines(keepends=True):
            told.hear(line)
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
