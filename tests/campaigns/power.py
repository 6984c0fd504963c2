"""Cuts the power at every moment of a recorded day and opens what may then be on the disk.

A worker's system calls are recorded once. For each moment the disk is laid out as it may be if the power goes
then: with all that was not synced kept, dropped, cut off, reordered, or torn in its sectors (``_disk``). The vault
must open and hold what was acknowledged before that moment.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

from tests.campaigns._desk import Machine
from tests.campaigns._disk import Disk, Way
from tests.campaigns._model import Model
from tests.campaigns._report import Length, Report, length
from tests.campaigns._tape import Event, Said, record
from tests.campaigns._verdict import FAULTS, verdict
from tests.campaigns._worker import Task, Told

OPERATIONS = 14  # of one recorded day
STATES_OF_A_DAY = 1_000
_MEMORY = Path("/dev/shm")  # a disk that needs no syncing; elsewhere the ordinary place for temporary files


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing was lost."""
    return run(length(__doc__, arguments, short=2_000, long=50_000)).finish()


def run(asked: Length, *, fault: str = "") -> Report:
    """The figures of ``asked.count`` different states."""
    report = Report("power", {"states": 0, "days": 0, **dict.fromkeys(FAULTS, 0)})
    shares = _shares(asked.count)
    seeds = range(asked.seed, asked.seed + len(shares))
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for day in pool.map(_day, seeds, shares, [fault] * len(shares)):
            report.count("days")
            for name, number in day.figures.items():
                report.count(name, int(str(number)))
            report.wrong += day.wrong
    return report


def _shares(count: int) -> list[int]:
    """How many states each day gives."""
    days = max(1, -(-count // STATES_OF_A_DAY))
    return [count // days + (at < count % days) for at in range(days)]


def _day(seed: int, count: int, fault: str) -> Report:
    """``count`` different states of the day of ``seed``."""
    report = Report("power")
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        place = Path(folder)
        task = Task(place / "home", place, seed, Model(), 1, last=OPERATIONS, founding=True, fault=fault)
        events = record(task, place)
        seen: set[bytes] = set()
        for moment, way, chance in _moments(_founded(events), len(events), seed):
            state = Disk(events[:moment]).after_power_cut(way, chance)
            if state.digest in seen:
                continue
            seen.add(state.digest)
            report.count("states")
            report.count(f"  {way}")
            with tempfile.TemporaryDirectory(dir=place) as home:
                state.write(task.home, Path(home))
                found = verdict(Machine(Path(home), place), _told(task, events[:moment]).allowed, chores=False)
            if found.model is None:
                report.count(found.fault)
                report.wrong.append(f"moment {moment}, {way}, of the day of seed {seed}: {found.fault}: {found.why}")
            if len(seen) == count:
                break
    return report


def _founded(events: Sequence[Event]) -> int:
    """The moment from which on there must be a vault."""
    return next(at for at, event in enumerate(events, 1) if isinstance(event, Said))


def _moments(first: int, last: int, seed: int) -> Iterator[tuple[int, Way, Random]]:
    """Every moment from ``first`` to ``last`` in every way, in any order; then again, with other chances."""
    chance = Random(seed)
    while True:
        order = [(moment, way) for moment in range(first, last + 1) for way in Way]
        chance.shuffle(order)
        yield from ((moment, way, chance) for moment, way in order)


def _told(task: Task, events: Sequence[Event]) -> Told:
    told = Told.nothing(task)
    for event in events:
        if isinstance(event, Said):
            told.hear(event.line)
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
