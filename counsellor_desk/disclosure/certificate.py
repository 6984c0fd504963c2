"""The proof that nobody can pin down a count, from the published figures alone.

Let X be all sets of cases (integer cell counts x >= 0) that satisfy every promise p - K <= Ax <= p + K ever made, and
c the most that one case adds to a row (1 for a count). If an integer y >= 0 has p - K <= Ay and Ay <= p + K - rho c
for every row, then for every group of cells and every s <= rho cases a reader already knows, rho - s + 1 consecutive
counts of the group remain possible: max(y, known) adds at most s cases to any row, and up to rho - s further cases of
the group still fit. If moreover Ay = p and K >= b, a count shown as 0 or b never shows that there was any case at
all: taking its at most b cases out of y leaves every row within its window.
Of a row that sums contributions (c > 1), the first holds, the second for a figure of 0 only: a figure of b c may
stand for more than b cases.
A group of cases that presuppose others (a person's second case) has fewer possible counts by nature.
Source: ``resources/docs/methodology.md``, part 4, with the proofs.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.solver import Model, Outcome, Solution
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise

FLOOR = 3  # counts that can be told apart by nobody who knows none, less one, after corrections

Cells = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Proof:
    """``rho`` is a slack that some y has over all ``rows`` promises, the base at most; ``witness`` the SHA-256 of a
    set of cases that has exactly the published figures. The set itself stays here: it looks like data about people,
    and is none."""

    rho: int
    rows: int
    witness: str


def prove(system: System, promises: Sequence[Promise], base: int, seconds: float = math.inf) -> Proof:
    """The certificate over ``promises``: the same for whoever has them, in whatever order.

    An exact y has the slack of the narrowest window, which is the base or more. A few figures often leave more than
    the base, but the next ones may take that away again: what is said of them is the base, and stays true. Where
    figures were corrected, the largest slack up to the base is searched for. Whoever reads figures of strangers gives
    each search so many ``seconds``: a system can be built to take years.

    Raises: NotProven.
    """
    exact = witness(system, promises, seconds)
    if exact is None:
        raise NotProven(why="witness")
    if any(promise.window // promise.row.most < base for promise in promises):
        raise NotProven(why="window")
    exactly = all(promise.stands for promise in promises)
    rho = base if exactly else slack(system, promises, base, seconds)
    if rho < needed(promises, base):
        raise NotProven(why="slack")
    return Proof(rho, len(promises), _fingerprint(system, exact))


def needed(promises: Sequence[Promise], base: int) -> int:
    """The slack without which nothing leaves: the base, or ``FLOOR`` once figures were corrected."""
    return base if all(promise.stands for promise in promises) else min(base, FLOOR)


def witness(system: System, promises: Sequence[Promise], seconds: float = math.inf) -> Cells | None:
    """An integer y >= 0 with exactly the published figures that stand, or None. Found from the figures alone, and the
    same whatever their order. Where every hidden cell is published there is but one; otherwise it is searched for.

    Raises: NotProven when ``seconds`` were not enough.
    """
    standing = [(system.terms(one.row), one.figure) for one in promises if one.stands]
    cells: dict[int, int] = {}  # hidden cell -> its figure
    for terms, figure in standing:
        if terms.cell >= 0 and cells.setdefault(terms.cell, figure) != figure:
            return None
    lines = system.lines.copy()
    known = len(cells) == system.width
    others = [one for one in standing if one[0].cell < 0] if known else standing
    for terms, figure in sorted(others, key=lambda one: (one[0].key, one[1])):
        lines.add(terms.columns, terms.weights, figure, figure)
    if known:
        y = np.array([cells[cell] for cell in range(system.width)], dtype=np.int64)
    else:
        zero, whole = np.zeros(system.width), np.ones(system.width, dtype=bool)
        answer = Model(zero, np.full(system.width, np.inf), lines, whole, seconds=seconds).least(zero)
        if answer.x is None:
            _refuse_unknown(answer)
            return None
        y = np.rint(answer.x).astype(np.int64)
    return y if (y >= 0).all() and lines.hold(y) else None


def slack(
    system: System, promises: Sequence[Promise], most: int, seconds: float = math.inf, *, least: int = 0
) -> int:
    """The largest rho from ``least`` to ``most`` for which some y has that slack, exact figures or not; -1 when there
    is none.

    One mixed integer problem: the greatest rho with p - K <= Ay and Ay + rho c <= p + K for every promise, where K is
    narrower by what may have changed since. The y found is checked in whole numbers.

    Raises: NotProven when ``seconds`` were not enough to find any.
    """
    lines = system.lines.copy()
    last = np.array([system.width], dtype=np.int64)
    for promise in promises:
        columns, weights = system.terms(promise.row)[:2]
        up = promise.figure + promise.narrow
        lines.add(columns, weights, promise.figure - promise.narrow, np.inf)
        lines.add(np.concatenate([columns, last]), np.append(weights, promise.row.most), -np.inf, up)
    size = system.width + 1
    cost, lower, upper = np.zeros(size), np.zeros(size), np.full(size, np.inf)
    cost[-1], lower[-1], upper[-1] = -1.0, least, most
    answer = Model(lower, upper, lines, np.ones(size, dtype=bool), seconds=seconds).least(cost)
    if answer.x is None:
        _refuse_unknown(answer)
        return -1
    found = np.rint(answer.x).astype(np.int64)
    return int(found[-1]) if lines.hold(found) else -1


def _refuse_unknown(answer: Solution) -> None:
    if answer.outcome is Outcome.UNKNOWN:
        raise NotProven(why="time")


def _fingerprint(system: System, y: Cells) -> str:
    words = sorted(f"{name}={count}" for name, count in zip(system.names(), y.tolist(), strict=True) if count)
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
