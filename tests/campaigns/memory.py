"""Takes memory away while the program works: it may refuse by name or end, and the vault holds what was acknowledged.

Two ways: the process may take only so much more (RLIMIT_AS), or the database library may (hard_heap_limit).

OpenSSL inside the database library asks for memory to note that there was none. On a thread that never noted anything
it then asks without end, and the process ends in it; nothing of ours can prevent that. The vault is looked at all the
same, and more than a few such ends are a failure.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.campaigns._desk import Machine
from tests.campaigns._model import Model
from tests.campaigns._report import Length, Report, length
from tests.campaigns._verdict import FAULTS, verdict
from tests.campaigns._worker import Task, worked

OPERATIONS = 20
WAYS = ("process", "library")
CRASHED = "ended without a word"
IN_OPENSSL, MOST_IN_OPENSSL = "ended in OpenSSL", 0.02  # of all runs; 1 of the 200 of seed 1
_NO_ROOM_FOR_NO_ROOM = "the program ended with -11"
_MEGABYTE = 1 << 20
# By its name; the desk's own code between two statements; and a cipher that found no room for a page, which the
# library tells as a disk that did not answer.
_NAMED = frozenset({"vault.memory_short", "memory", "vault.io_failed"})


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing was lost."""
    return run(length(__doc__, arguments, short=50, long=200)).finish()


def run(asked: Length, *, fault: str = "", ways: Sequence[str] = WAYS) -> Report:
    """The figures of ``asked.count`` runs."""
    report = Report("memory", {"runs": 0, "acknowledged operations": 0, **dict.fromkeys((*FAULTS, CRASHED), 0)})
    chance = Random(asked.seed)
    for number in range(asked.count):
        way = ways[number % len(ways)]
        with tempfile.TemporaryDirectory() as folder:
            _one(way, Path(folder), chance, fault, report)
    ended = int(str(report.figures.get(IN_OPENSSL, 0)))
    if ended > MOST_IN_OPENSSL * asked.count:
        report.wrong.append(f"{ended} runs ended in OpenSSL")
    return report


def _one(way: str, folder: Path, chance: Random, fault: str, report: Report) -> None:
    machine = Machine(folder / "home", folder)
    machine.found()
    task = Task(machine.home, folder, chance.randrange(10**9), Model(), 1, last=OPERATIONS, fault=fault)
    if way == "process":
        task = replace(task, memory=chance.randrange(0, 12 * _MEGABYTE, 4096))
    else:
        task = replace(task, heap=chance.randrange(100_000, 2 * _MEGABYTE))
    told = worked(task)
    report.count("runs")
    report.count(f"  {way}")
    report.count("acknowledged operations", sum((told.kinds_done or {}).values()))
    if told.refused:
        report.count(f"refused: {told.refused}")
    place = f"run {report.figures['runs']}, {way}"
    if way == "process" and told.refused == _NO_ROOM_FOR_NO_ROOM:
        report.count(IN_OPENSSL)
    elif told.refused and told.refused not in _NAMED:
        report.count(CRASHED)
        report.wrong.append(f"{place}: {told.refused}")
    found = verdict(machine, told.allowed, told.number)
    if found.model is None:
        report.count(found.fault)
        report.wrong.append(f"{place}: {found.fault}: {found.why}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
