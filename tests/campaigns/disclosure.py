"""Attacks everything an office has published, the way the cleverest reader would; counts what he reaches.

``disclosure [PART…]``, all parts by default. A part that finds a breach of the promise ends with 1.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from tests.campaigns._attacks import attack_office
from tests.campaigns._findings import Findings
from tests.campaigns._micro import compare
from tests.campaigns._report import Length, Report, length

PROCESSES = 2
ATTACKS = 100  # on each office
_ALONE = 20  # tries that one process does sooner than two can be started
T = TypeVar("T")


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when every promise held."""
    words = list(arguments)
    wanted = [words.pop(0) for _ in range(len(words)) if words[0] in PARTS]
    asked = length(__doc__, words, short=6, long=220)
    verdicts = [
        PARTS[name](asked).finish() for name in wanted or PARTS
    ]  # every part is told, whatever the first says
    return max(verdicts)


def attacks(asked: Length) -> Report:
    """Integer attacks on random office-years, and on small offices by a second attacker of its own."""
    report = Report("disclosure: attacks", {"office-years": asked.count, "small offices": asked.count})
    seeds = range(asked.seed * 10_000, asked.seed * 10_000 + asked.count)
    found = Findings()
    for one in _each(partial(attack_office, attacks=ATTACKS), seeds):
        found.add(one)
    for one in _each(partial(compare, attacks=ATTACKS), seeds):
        found.add(one)
    tell(found, report)
    return report


def tell(found: Findings, report: Report) -> None:
    """The figures of ``found``."""
    report.figures["integer attacks"] = found.attacks.total()
    for kind, times in sorted(found.attacks.items()):
        report.figures[f"  {kind}"] = times
    for known, counts in sorted(found.narrowest.items()):
        report.figures[f"fewest possible counts, {known} known"] = counts
    report.figures["groups with too few possible counts"] = found.too_few
    report.figures["proofs that a case exists"] = found.presence
    report.figures["truths ruled out"] = found.untrue
    report.wrong += found.wrong


def _each(work: Callable[[int], T], seeds: Iterable[int]) -> Iterator[T]:
    """``work`` of every seed, in order; two processes when there are many."""
    seeds = list(seeds)
    if len(seeds) <= _ALONE:
        yield from map(work, seeds)
        return
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        yield from pool.map(work, seeds)


PARTS: dict[str, Callable[[Length], Report]] = {"attacks": attacks}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
