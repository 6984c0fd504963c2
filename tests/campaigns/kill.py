"""Kills the program at any moment of its work, opens the vault again and compares it with what was acknowledged.

SIGKILL takes the process between two instructions; the operating system keeps what it was handed. What was under
way may be there or not, but only whole. The operations are those of ``_model.Kind``, and each gets its share of the
kills. Afterwards every backup and restored file is whole, and once the desk has worked off what waits, no copy holds
a destroyed word.
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
from tests.campaigns._model import ALL, Kind, Model
from tests.campaigns._report import Length, Report, length
from tests.campaigns._verdict import FAULTS, verdict
from tests.campaigns._worker import Task, Told, start

KILLS_PER_DESK = 10  # then a fresh one, so that the vault stays small and each look at it quick
_LINES = 40  # of a worker, waiting for the operation in which it is to be killed
_LONGEST = 0.3  # seconds from there to the kill
_LONG = 1_000


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing was lost."""
    return run(length(__doc__, arguments, short=100, long=_LONG)).finish()


def run(asked: Length, *, fault: str = "") -> Report:
    """The figures of ``asked.count`` kills."""
    figures = {"kills": 0, "acknowledged operations": 0, **dict.fromkeys(FAULTS, 0)}
    report = Report("kill", {**figures, **{_killed_in(kind): 0 for kind in Kind}})
    chance = Random(asked.seed)
    while report.figures["kills"] != asked.count:
        with tempfile.TemporaryDirectory() as folder:
            _one_desk(Path(folder), chance, asked, report, fault)
    if asked.count >= _LONG:
        report.wrong += [f"no kill in: {kind}" for kind in Kind if not report.figures[_killed_in(kind)]]
    return report


def _one_desk(folder: Path, chance: Random, asked: Length, report: Report, fault: str) -> None:
    machine = Machine(folder / "home", folder)
    machine.found()
    seed, model, number = chance.randrange(10**9), Model(), 1
    for _ in range(KILLS_PER_DESK):
        told = _killed(Task(machine.home, folder, seed, model, number, kinds=ALL, fault=fault), chance)
        report.count("kills")
        where = f"kill {report.figures['kills']} of seed {asked.seed}"
        report.count("acknowledged operations", sum((told.kinds_done or {}).values()))
        report.count(_killed_in(told.under_way.kind) if told.under_way else "killed between two operations")
        found = verdict(machine, told.allowed, told.number)
        if told.refused:
            report.wrong.append(f"{where}: refused before it was killed: {told.refused}")
        if found.model is None:
            report.count(found.fault)
            report.wrong.append(f"{where}: {found.fault}: {found.why}")
            return
        model, number = found.model, told.number
        if report.figures["kills"] == asked.count:
            return


def _killed_in(kind: Kind) -> str:
    return f"killed in: {kind}"


def _killed(task: Task, chance: Random) -> Told:
    """A worker that is killed somewhere in an operation of some kind, if one comes; what it had said."""
    told = Told.nothing(task)
    wanted, lines = chance.choice(list(Kind)), chance.randrange(1, 12)
    worker = start(task)
    assert worker.stdout is not None
    with worker, worker.stdout as said:
        for heard in range(_LINES):
            told.hear(said.readline())
            if heard >= lines and told.under_way is not None and told.under_way.kind is wanted:
                break
        time.sleep(_LONGEST ** (1 + 5 * chance.random()))
        worker.send_signal(signal.SIGKILL)
        for line in said.read().splitlines(keepends=True):
            told.hear(line)
    if worker.returncode != -signal.SIGKILL:
        told.refused = f"the program ended with {worker.returncode}"
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
