"""Complementary suppression: which cells to withhold besides the small counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.suppression.attack import Cut, SuppressionAttack
from counsellor_desk.disclosure.suppression.grid import Flags, Floats, Grid, Ints
from counsellor_desk.disclosure.suppression.master import Master
from counsellor_desk.disclosure.suppression.polytope import EPS


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to look for the lightest pattern, the same on every machine: rounds of cutting planes, rounds of whole
    patterns, and nodes in the search tree of each of these."""

    cuts: int = 60
    patterns: int = 60
    nodes: int = 500


@dataclass(frozen=True, slots=True)
class Pattern:
    """The ``withheld`` cells [cell]; ``optimal`` when no safe pattern has less weight (the sum of count + 1)."""

    withheld: Flags
    optimal: bool


def lightest(grid: Grid, hidden: Ints, base: int, limits: Limits) -> Pattern:
    """The lightest pattern that covers every count from 1 to base - 1, among ``grid``'s own cells and those that
    were withheld before; a safe one that may be heavier when the limits are reached.

    Raises: NotProven (why="history") when the counts contradict what was said before, (why="pattern") when no
    pattern is safe because of it.

    No safe pattern is lighter than what ``master`` proposes. What that leaves open is closed by adding cells; each
    line learnt on the way is one more the next proposal must meet, and a safe pattern no heavier than a proposal
    is the lightest there is.
    """
    counts = grid.unknowns(hidden)[: grid.size]
    if ((counts < grid.low) | (counts > grid.high)).any():
        raise NotProven(why="history")
    primary = (counts > 0) & (counts < base) & [not row.worth for row in grid.rows]
    said = grid.low == grid.high
    if (primary & said).any():
        raise NotProven(why="pattern")
    foreign = np.arange(grid.size) >= grid.own
    attack = SuppressionAttack(grid, hidden, primary, base)
    weights = (counts + 1).astype(np.float64)

    def weight(pattern: Flags) -> float:
        return float(weights[pattern].sum())

    master = Master(weights, (primary | foreign) & ~said, said, grid.equations, limits.nodes)
    _require(master, attack.start())
    share = _cut(master, attack, limits.cuts)
    safe: list[Flags] = []
    for _ in range(limits.patterns):
        pattern = share > 0.5
        if np.abs(share - pattern).max(initial=0.0) > EPS:
            found = master.exact()
            if found is None:
                break
            pattern = found
        safe.append(_patched(master, attack, pattern))
        best = min(safe, key=weight)
        if weight(best) <= weight(pattern):
            return Pattern(best, optimal=True)
        master.alone(pattern.astype(float), 0.5)
        share = master.relaxed()
    safe.append(_patched(master, attack, share > 0.5))
    return Pattern(min(safe, key=weight), optimal=False)


def _cut(master: Master, attack: SuppressionAttack, rounds: int) -> Floats:
    """Shares of least weight, after cutting off what covers too little even in parts."""
    share = master.relaxed()
    for _ in range(rounds):
        if master.alone(share, EPS) or _require(master, attack.gaps(share)):
            share = master.relaxed()
        else:
            break
    return share


def _require(master: Master, lines: Iterable[Cut]) -> bool:
    """Whether any of ``lines`` is new."""
    return sum(master.require(line) for line in lines) > 0


def _open(attack: SuppressionAttack, pattern: Flags) -> list[Cut]:
    return attack.gaps(pattern.astype(float)) or attack.whole_gaps(pattern)


def _patched(master: Master, attack: SuppressionAttack, pattern: Flags) -> Flags:
    """``pattern`` with cells added, line by line, until it is safe; ``master`` learns the lines.

    Raises: NotProven (why="pattern").
    """
    while lines := _open(attack, pattern):
        before = pattern
        _require(master, lines)
        for line in lines:
            pattern = master.patched(pattern, line)
        if (pattern == before).all():
            raise NotProven(why="pattern")
    return pattern
