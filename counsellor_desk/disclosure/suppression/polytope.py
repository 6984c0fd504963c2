"""What a reader cannot tell apart: all tables within given bounds, as one linear problem that is asked many times."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from highspy import _core

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.suppression.grid import Flags, Floats, Grid, Ints

EPS = 1e-6  # how far the solver's numbers may be off
_Highs: Callable[[], Any] = _core._Highs  # highspy.Highs greets on standard output when it is made
_STATUS = highspy.HighsModelStatus


class Endless(Exception):
    """A sum of cells can be as great as one likes."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What one more of each cell [cell] and of each hidden cell would add to a greatest sum. A cell that is a hidden
    cell has its price among the cells."""

    cells: Floats
    hidden: Floats


class Polytope:
    """All tables of hidden cells h >= 0 in which every cell of a grid lies within its bounds (first the grid's own).

    Every question starts where the last one stopped. With ``whole`` the hidden cells are whole numbers. ``seconds``
    are for all questions together.
    Source: Huangfu & Hall, Math. Prog. Comp. 10 (2018).
    """

    def __init__(self, grid: Grid, *, whole: bool = False, seconds: float = math.inf) -> None:
        self._grid, self._whole = grid, whole
        lines, width = grid.system.lines, grid.system.width
        self._single: Flags = np.array([_is_single(grid, cell) for cell in range(grid.size)], dtype=bool)
        self._cells, self._sums = np.flatnonzero(self._single), np.flatnonzero(~self._single)
        self._place = np.zeros(grid.size, dtype=np.int32)  # [cell] its column when single, its line when a sum
        self._place[self._cells] = [grid.columns(cell)[0] for cell in self._cells.tolist()]
        self._place[self._sums] = np.arange(len(self._sums)) + len(lines.index)
        index = [*lines.index, *(grid.columns(cell) for cell in self._sums.tolist())]
        value = [*lines.value, *(grid.weights(cell) for cell in self._sums.tolist())]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = width, len(index)
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_ = np.zeros(width)
        model.col_lower_, model.col_upper_ = np.zeros(width), np.full(width, np.inf)
        model.row_lower_ = np.concatenate([lines.lower, grid.low[self._sums]])
        model.row_upper_ = np.concatenate([lines.upper, grid.high[self._sums]])
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.concatenate([[0], np.cumsum([len(one) for one in index])]).astype(np.int32)
        matrix.index_ = np.concatenate([*index, np.zeros(0)]).astype(np.int32)
        matrix.value_ = np.concatenate([*value, np.zeros(0)])
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * width
        self._highs = _Highs()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        self._highs.setOptionValue("mip_rel_gap", 0.0)
        self._highs.setOptionValue("time_limit", seconds)
        self._highs.setOptionValue("presolve", "on" if whole else "off")
        self._highs.passModel(model)
        self._cost = np.zeros(width)
        self.bound(self._cells, grid.low[self._cells], grid.high[self._cells])

    def bound(self, cells: Ints, low: Floats, high: Floats) -> None:
        """Other bounds for the counts of ``cells``."""
        single = self._single[cells]
        for kind, change in ((single, self._highs.changeColsBounds), (~single, self._highs.changeRowsBounds)):
            change(int(kind.sum()), self._place[cells[kind]], low[kind], high[kind])

    def highest(self, cells: Ints, weights: Floats) -> Floats:
        """The hidden cells where the weighted sum of ``cells`` is greatest.

        Raises: Endless; NotProven when there is no table at all (why="history") or no time (why="time").
        """
        cost = self._grid.cost(cells, weights)
        changed = np.flatnonzero(cost != self._cost).astype(np.int32)
        self._highs.changeColsCost(len(changed), changed, cost[changed])
        self._cost = cost
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == _STATUS.kInfeasible:
            raise NotProven(why="history")
        if status == _STATUS.kTimeLimit:
            raise NotProven(why="time")
        if status != _STATUS.kOptimal:
            raise Endless
        hidden = np.array(self._highs.getSolution().col_value)
        return np.rint(hidden) if self._whole else hidden

    def prices(self) -> Prices:
        """Those of the last answer."""
        found = self._highs.getSolution()
        hidden, lines = np.array(found.col_dual), np.array(found.row_dual)
        cells = np.zeros(self._grid.size)
        cells[self._sums], cells[self._cells] = lines[self._place[self._sums]], hidden[self._place[self._cells]]
        hidden[self._place[self._cells]] = 0.0
        return Prices(cells, hidden)


def _is_single(grid: Grid, cell: int) -> bool:
    return len(grid.columns(cell)) == 1 and grid.weights(cell)[0] == 1


def whole(hidden: Floats) -> Ints | None:
    """``hidden`` as whole numbers; None when these are fractions of cases.

    All bounds are whole numbers, so a table that misses them by little meets them exactly once it is rounded.
    """
    rounded = np.rint(hidden)
    return rounded.astype(np.int64) if np.abs(rounded - hidden).max(initial=0.0) < EPS else None
