"""The interval of every withheld cell: the least and the greatest count it has in a table that fits what was said."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property

import numpy as np

from counsellor_desk.disclosure.suppression.grid import Floats, Grid, Interval, Ints
from counsellor_desk.disclosure.suppression.polytope import EPS, Endless, Polytope, whole

_PASSES = 2  # over all equations: more tell little, and what they miss is asked


def intervals(grid: Grid, cells: Ints, seconds: float = math.inf) -> tuple[Interval, ...]:
    """Those of ``cells``, in whole numbers, from the bounds of ``grid`` alone.

    Raises: NotProven when no table fits (why="history") or ``seconds`` were not enough (why="time").
    """
    search = _Search(grid, seconds)
    for batch in search.batches(cells):
        search.look(batch, 1)
    found = []
    for cell in cells.tolist():
        least, most = -search.end(cell, -1), search.end(cell, 1)
        found.append(Interval(grid.rows[cell], int(least), None if math.isinf(most) else int(most)))
    return tuple(found)


class _Search:
    """What single equations imply bounds an interval from outside, every table found bounds it from inside; where
    both meet nothing more is asked. Sign 1 is about greatest counts, -1 about least ones, which are kept negative.
    """

    def __init__(self, grid: Grid, seconds: float) -> None:
        """Raises: NotProven (why="history" or "time")."""
        self._grid, self._seconds = grid, seconds
        self._polytope = Polytope(grid, grid.low, grid.high, seconds=seconds)
        low, high = _implied(grid)
        self._limits = {1: high, -1: -low}
        self._ends = {1: np.full(grid.size, -np.inf), -1: np.full(grid.size, -np.inf)}
        self.look(np.zeros(0, dtype=np.int64), 1)

    def batches(self, cells: Ints) -> Iterator[Ints]:
        """Cells that share no equation: mostly all are as high as they get in one table, which has the others in
        their equations as low as they get."""
        inside: list[list[int]] = [[] for _ in range(self._grid.size)]
        for number, equation in enumerate(self._grid.equations):
            for cell in equation:
                inside[cell].append(number)
        left = [cell for cell in cells.tolist() if math.isfinite(self._limits[1][cell])]
        while left := [cell for cell in left if self._ends[1][cell] < self._limits[1][cell]]:
            used: set[int] = set()
            batch, later = [], []
            for cell in left:
                if used.isdisjoint(inside[cell]):
                    used.update(inside[cell])
                    batch.append(cell)
                else:
                    later.append(cell)
            yield np.array(batch)
            left = later

    def look(self, cells: Ints, sign: int) -> float:
        """The greatest sum of ``sign`` times ``cells`` in fractions of cases; a table in whole numbers is noted."""
        try:
            table = self._polytope.highest(cells, np.full(len(cells), float(sign)))
        except Endless:
            return math.inf
        rounded = whole(table)
        if rounded is not None:
            self._note(rounded)
        return sign * float(table[cells].sum())

    def end(self, cell: int, sign: int) -> float:
        """The greatest count of a cell, or minus the least."""
        if self._ends[sign][cell] < self._limits[sign][cell]:
            reach = self.look(np.array([cell]), sign)
            if reach == math.inf:
                return reach
            if self._ends[sign][cell] < math.floor(reach + EPS):
                self._look_whole(cell, sign)
        return float(self._ends[sign][cell])

    @cached_property
    def _whole(self) -> Polytope:
        return Polytope(self._grid, self._grid.low, self._grid.high, whole=True, seconds=self._seconds)

    def _look_whole(self, cell: int, sign: int) -> None:
        table = self._whole.highest(np.array([cell]), np.array([float(sign)]))
        self._note(np.rint(table).astype(np.int64))

    def _note(self, table: Ints) -> None:
        counts = table[: self._grid.size]
        np.maximum(self._ends[1], counts, out=self._ends[1])
        np.maximum(self._ends[-1], -counts, out=self._ends[-1])


def _implied(grid: Grid) -> tuple[Floats, Floats]:
    """Bounds that follow from one equation after the other: a part is at most the whole less what the other parts are
    at least, and at least the whole less what they are at most.
    Source: the shuttle algorithm, Buzzigoli & Giusti, Statistical Data Protection '98 (Eurostat, 1999).
    """
    low, high = grid.low.copy(), grid.high.copy()
    open_ = [equation for equation in grid.equations if (low[equation] < high[equation]).any()]
    for _ in range(_PASSES):
        for equation in open_:
            parent, children = equation[0], equation[1:]
            least, most = low[children], high[children]
            low[parent], high[parent] = max(low[parent], least.sum()), min(high[parent], most.sum())
            high[children] = np.minimum(most, high[parent] - (least.sum() - least))
            if math.isfinite(most.sum()):
                low[children] = np.maximum(least, low[parent] - (most.sum() - most))
    return low, high
