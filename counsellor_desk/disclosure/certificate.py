"""The proof that nobody can pin down a count, from the published figures alone.

Let X be all sets of cases (integer cell counts x >= 0) that satisfy every promise p - K <= (Ax) <= p + K ever made.
If an integer y >= 0 has p - K <= Ay and Ay <= p + K - rho for every row, then for every group of cells and every s
<= rho cases a reader already knows, rho - s + 1 consecutive counts of the group remain possible: max(y, known) adds
at most s to any row, and up to rho - s further cases of the group still fit, because one case adds at most 1 to a
row. If moreover Ay = p and K >= b, a figure of 0 or b never shows that there was any case at all: taking its at
most b cases out of y leaves every row within its window.
A group of cases that presuppose others (a person's second case) has fewer possible counts by nature.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.solver import solve
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise

Cells = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Proof:
    """``rho`` is the proven slack over all ``rows`` promises; ``witness`` the SHA-256 of the set of cases y that
    has exactly the published figures. y itself stays here: it looks like data about people, and is none."""

    rho: int
    rows: int
    witness: str


def prove(system: System, promises: Sequence[Promise], base: int) -> Proof:
    """The certificate over ``promises``.

    Raises: NotProven.
    """
    exact = witness(system, promises)
    if exact is None:
        raise NotProven(why="witness")
    rho = min((promise.window for promise in promises), default=base)  # exact figures leave the whole window free
    if rho < base:
        raise NotProven(why="window")
    return Proof(rho, len(promises), _fingerprint(system, exact))


def witness(system: System, promises: Sequence[Promise]) -> Cells | None:
    """An integer y >= 0 with exactly the published figures, or None. Found from the figures alone.

    A corner of the polyhedron is mostly whole already; only otherwise whole numbers are asked for.
    """
    lines = system.lines.copy()
    for promise in promises:
        lines.total(system.columns(promise.row), promise.figure, promise.figure)
    zero = np.zeros(system.width)
    for whole in (False, True):
        found = solve(zero, zero, np.full(system.width, np.inf), lines, np.full(system.width, whole))
        if found is None:
            return None
        y = np.rint(found).astype(np.int64)
        if (y >= 0).all() and lines.hold(y):
            return y
    return None


def slack(system: System, promises: Sequence[Promise], most: int) -> int:
    """The largest rho up to ``most`` for which some y has that slack, exact figures or not; -1 when there is none.

    ``prove`` needs it not: with an exact y it is the narrowest window. It judges histories that are not exact.
    """
    lines = system.lines.copy()
    last = np.array([system.width], dtype=np.int64)
    for promise in promises:
        columns = np.concatenate([system.columns(promise.row), last])
        ones = np.ones(len(columns))
        up = promise.figure + promise.window
        lines.add(columns, ones, -np.inf, up)
        lines.total(columns[:-1], promise.figure - promise.window, up)
    size = system.width + 1
    cost = np.zeros(size)
    cost[-1] = -1.0
    upper = np.full(size, np.inf)
    upper[-1] = most
    lower = np.zeros(size)
    found = solve(cost, lower, upper, lines, np.ones(size, dtype=bool))
    return -1 if found is None else int(np.rint(found[-1]))


def _fingerprint(system: System, y: Cells) -> str:
    words = sorted(f"{system.name(int(column))}={int(y[column])}" for column in np.flatnonzero(y))
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
