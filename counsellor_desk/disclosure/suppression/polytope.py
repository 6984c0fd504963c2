"""What a reader cannot tell apart: all tables within given bounds, as one linear problem that is asked many times."""

from __future__ import annotations

import math

import highspy
import numpy as np

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.solver import highs
from counsellor_desk.disclosure.suppression.grid import Floats, Grid, Ints

EPS = 1e-6  # how far the solver's numbers may be off
_STATUS = highspy.HighsModelStatus


class Endless(Exception):
    """A sum of cells can be as great as one likes."""


class Polytope:
    """All tables of ``grid`` with every cell from ``low`` to ``high`` [cell].

    Only unknowns that can move are variables, and only identities in which one moves are lines: with most counts
    published the problem is small. Every question starts where the last one stopped. With ``whole`` the unknowns are
    whole numbers. ``seconds`` are for all questions together.
    Source: Huangfu & Hall, Math. Prog. Comp. 10 (2018).
    """

    def __init__(
        self, grid: Grid, low: Floats, high: Floats, *, whole: bool = False, seconds: float = math.inf
    ) -> None:
        """Raises: NotProven (why="history") when what does not move contradicts itself."""
        self._identities = all_ = grid.identities
        others = all_.unknowns - grid.size
        self._table = np.concatenate([low, np.zeros(others)])
        moving = np.concatenate([low < high, np.ones(others, dtype=bool)])
        self._moving = np.flatnonzero(moving)
        self._place = np.cumsum(moving, dtype=np.int32) - 1
        inside = moving[all_.unknown]
        fixed = np.bincount(all_.line, np.where(inside, 0.0, all_.value * self._table[all_.unknown]), all_.lines)
        self._lines, starts = np.unique(all_.line[inside], return_index=True)
        if np.abs(np.delete(fixed, self._lines)).max(initial=0.0) > EPS:
            raise NotProven(why="history")
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._moving), len(self._lines)
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_ = np.zeros(len(self._moving))
        model.col_lower_ = self._table[moving]
        model.col_upper_ = np.concatenate([high, np.full(others, np.inf)])[moving]
        model.row_lower_ = model.row_upper_ = -fixed[self._lines]
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.append(starts, inside.sum()).astype(np.int32)
        matrix.index_ = self._place[all_.unknown[inside]]
        matrix.value_ = all_.value[inside]
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * len(self._moving)
        # Simplifying is no quicker, and has been seen to lose solutions.
        self._highs = highs(mip_rel_gap=0.0, time_limit=seconds, presolve="off")
        self._highs.passModel(model)
        self._cost = np.zeros(len(self._table))

    def bound(self, cells: Ints, low: Floats, high: Floats) -> None:
        """Other bounds for ``cells``, which can move."""
        self._highs.changeColsBounds(len(cells), self._place[cells], low, high)

    def highest(self, cells: Ints, weights: Floats) -> Floats:
        """The table [unknown] where the weighted sum of ``cells``, which can move, is greatest.

        Raises: Endless; NotProven when there is no table at all (why="history") or no time (why="time").
        """
        cost = np.zeros(len(self._cost))
        cost[cells] = weights
        changed = np.flatnonzero(cost != self._cost)
        self._highs.changeColsCost(len(changed), self._place[changed], cost[changed])
        self._cost = cost
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == _STATUS.kInfeasible:
            raise NotProven(why="history")
        if status == _STATUS.kTimeLimit:
            raise NotProven(why="time")
        if status != _STATUS.kOptimal:
            raise Endless
        table = self._table.copy()
        table[self._moving] = self._highs.getSolution().col_value
        return table

    def prices(self) -> Floats:
        """What one more of each unknown, moving or not, would add to the last greatest sum [unknown]."""
        all_, duals = self._identities, np.zeros(self._identities.lines)
        duals[self._lines] = self._highs.getSolution().row_dual
        prices: Floats = self._cost - np.bincount(all_.unknown, all_.value * duals[all_.line], len(self._cost))
        return prices


def whole(table: Floats) -> Ints | None:
    """``table`` in whole numbers; None when these are fractions of cases.

    All bounds and all factors are whole numbers, so a table that misses them by little meets them exactly once it is
    rounded.
    """
    rounded = np.rint(table)
    return rounded.astype(np.int64) if np.abs(rounded - table).max(initial=0.0) < EPS else None
