"""The frame of the benchmarks: a benchmark is a module ``bench_<name>.py`` with ``run() -> list[Ratio]``.

Every figure is a ratio of two things measured in the same run on the same machine, so that it means the
same on a slow machine and a fast one.
"""

from __future__ import annotations

import gc
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ratio:
    """What we need (``ours``) against the least it could need (``base``), both in ``unit``.

    ``aim`` and ``limit`` are ratios: above ``limit`` the benchmark fails. For an absolute bound ``base``
    is the bound itself, for example one frame of 16 ms.
    """

    name: str
    ours: float
    base: float
    unit: str
    aim: float
    limit: float

    @property
    def ratio(self) -> float:
        """How many times the base."""
        return self.ours / self.base if self.base else float("inf")

    @property
    def verdict(self) -> str:
        """In words: within the aim, within the limit, or beyond it."""
        if self.ratio <= self.aim:
            return "good"
        return "within limit" if self.ratio <= self.limit else "TOO SLOW"


def median_ms(work: Callable[[], object], times: int = 21) -> float:
    """The median duration of ``work()`` in milliseconds, after one call that is not counted."""
    work()
    gc.collect()
    durations = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        durations.append((time.perf_counter() - started) * 1000)
    return statistics.median(durations)


def paired_medians_ms(ours: Callable[[], object], base: Callable[[], object], times: int = 21) -> tuple[float, float]:
    """Two medians measured in turns, so that a busy moment of the machine falls on both."""
    ours()
    base()
    gc.collect()
    durations: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for work, taken in zip((ours, base), durations, strict=True):
            started = time.perf_counter()
            work()
            taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(durations[0]), statistics.median(durations[1])


def main(name: str, answer: str) -> None:
    """Runs one benchmark and leaves its ratios as JSON in the file ``answer``."""
    ratios: list[Ratio] = importlib.import_module(f"tests.bench.bench_{name}").run()
    rows = [{**asdict(ratio), "ratio": ratio.ratio, "verdict": ratio.verdict} for ratio in ratios]
    Path(answer).write_text(json.dumps(rows, indent=1), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
