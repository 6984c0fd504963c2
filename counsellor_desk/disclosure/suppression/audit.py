"""What everybody can compute from the published counts alone: the interval of every withheld cell, and the proof."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import Plan
from counsellor_desk.disclosure.suppression.grid import Grid, Interval, Statement
from counsellor_desk.disclosure.suppression.intervals import intervals
from counsellor_desk.disclosure.table import Promise


@dataclass(frozen=True, slots=True)
class SuppressionProof:
    """What ``statements`` published counts and intervals show of the withheld cells.

    ``wide`` ones can be anything from 0 to the base; the ``narrow`` ones cannot, but none of them is shown to be a
    small count: it may be 0, or the base or more. That no small count is among the narrow ones is the office's word:
    only who has the counts can check it, and ``suppress`` did.
    """

    wide: int
    narrow: int
    statements: int


def audit(
    plan: Plan,
    published: Sequence[Promise],
    base: int,
    history: Sequence[Statement] = (),
    seconds: float = math.inf,
) -> tuple[tuple[Interval, ...], SuppressionProof]:
    """The intervals of all cells of ``plan`` that are not published, in its order, and of all that were withheld
    before; and the proof. All of it follows from what is published and nothing else.

    Raises: NotLinkable; NotProven with ``why`` "history" (no table has these counts), "presence" (a withheld cell
    is shown to be a small count) or "time" (``seconds`` were not enough).
    """
    return examined(Grid(plan, (*history, *published)), base, seconds)


def examined(grid: Grid, base: int, seconds: float = math.inf) -> tuple[tuple[Interval, ...], SuppressionProof]:
    """``audit`` of what a grid has heard."""
    found = intervals(grid, np.flatnonzero(grid.owed & (grid.low < grid.high)), seconds)
    if any(one.least > 0 and one.most is not None and one.most < base for one in found):
        raise NotProven(why="presence")
    wide = sum(is_wide(one, base) for one in found)
    return found, SuppressionProof(wide, len(found) - wide, grid.heard)


def prove(
    plan: Plan,
    published: Sequence[Promise],
    withheld: Sequence[Interval],
    base: int,
    history: Sequence[Statement] = (),
) -> SuppressionProof:
    """The proof, if ``withheld`` says of every cell that is not published exactly what follows from the others.

    Raises: as ``audit``; NotProven with ``why`` "interval" when it does not.
    """
    found, proof = audit(plan, published, base, history)
    if set(found) != set(withheld):
        raise NotProven(why="interval")
    return proof


def is_wide(interval: Interval, base: int) -> bool:
    """Whether anything from 0 to ``base`` is possible."""
    return interval.least == 0 and (interval.most is None or interval.most >= base)
