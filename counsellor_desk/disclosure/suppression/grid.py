"""All cells that may be published or withheld, as sums of the hidden cells of a system, and how they add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import TOTAL, Plan
from counsellor_desk.disclosure.table import Promise, Row

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Number = TypeVar("Number", np.int64, np.float64)


@dataclass(frozen=True, slots=True)
class Interval:
    """A withheld cell as it is published: its count is at least ``least`` and at most ``most`` (None: no end)."""

    row: Row
    least: int
    most: int | None


Statement = Promise | Interval


class Grid:
    """The distinct cells of a plan, then those that only ``history`` speaks of; rows that count the same hidden cells
    are one cell.

    ``low`` and ``high`` are what was said about each cell [cell], ``inf`` where nothing was; the first ``own`` cells
    are the plan's. ``equations`` are those along its hierarchies: the first cell is the sum of the others.
    """

    def __init__(self, plan: Plan, history: Sequence[Statement] = ()) -> None:
        """Raises: NotLinkable; NotProven (why="history") when two statements contradict each other."""
        self.system = plan.system(statement.row for statement in history)
        self.rows: list[Row] = []
        self._columns: list[Ints] = []
        self._weights: list[Floats] = []
        self._at: dict[bytes, int] = {}
        places = {cell.where: self._place(cell.row) for cell in plan.cells()}
        self.own = len(self.rows)
        self.equations = _equations(plan, places)
        told = [self._place(statement.row) for statement in history]
        self.size = len(self.rows)
        self.low, self.high = np.zeros(self.size), np.full(self.size, np.inf)
        for cell, statement in zip(told, history, strict=True):
            low, high = _ends(statement)
            self.low[cell], self.high[cell] = max(self.low[cell], low), min(self.high[cell], high)
        if (self.low > self.high).any():
            raise NotProven(why="history")
        self._starts = np.cumsum([0, *(len(columns) for columns in self._columns)])[:-1]
        self._index, self._times = np.concatenate(self._columns), np.concatenate(self._weights)

    def columns(self, cell: int) -> Ints:
        """The hidden cells that ``cell`` sums, ascending."""
        return self._columns[cell]

    def weights(self, cell: int) -> Floats:
        """How often it counts each of them."""
        return self._weights[cell]

    def totals(self, hidden: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """The count of every cell [cell] in a table of hidden cells, which may be fractions."""
        return np.add.reduceat(hidden[self._index] * self._times.astype(hidden.dtype), self._starts)

    def cost(self, cells: Ints, weights: Floats) -> Floats:
        """What each hidden cell adds to the weighted sum of ``cells`` [hidden cell]."""
        price = np.zeros(self.size)
        price[cells] = weights
        lengths = np.diff(self._starts, append=len(self._index))
        return np.bincount(self._index, np.repeat(price, lengths) * self._times, self.system.width).astype(np.float64)

    def _place(self, row: Row) -> int:
        cell = self._at.setdefault(self.system.key(row), len(self.rows))
        if cell == len(self.rows):
            self.rows.append(row)
            self._columns.append(self.system.columns(row))
            self._weights.append(self.system.weights(row))
        return cell


def _ends(statement: Statement) -> tuple[float, float]:
    if isinstance(statement, Promise):
        return statement.figure - statement.wide, statement.figure + statement.wide
    return statement.least, np.inf if statement.most is None else statement.most


def _equations(plan: Plan, places: dict[tuple[str, ...], int]) -> list[Ints]:
    """[parent, children...] for every parent of a dimension and every combination of codes of the others."""
    found: dict[tuple[int, ...], None] = {}
    shown = {one.name: tuple(one.shown()) for one in plan.dimensions}
    for table in plan.tables:
        axes = [shown[one.name] if one.name in table else (TOTAL,) for one in plan.dimensions]
        for axis, dimension in enumerate(plan.dimensions):
            children: dict[str, list[str]] = {}
            for code in axes[axis][1:]:
                children.setdefault(dimension.parents.get(code, TOTAL), []).append(code)
            for before, after in product(product(*axes[:axis]), product(*axes[axis + 1 :])):
                for parent, codes in children.items():
                    cells = tuple(places[*before, code, *after] for code in (parent, *codes))
                    if len(cells) > 2 or cells[0] != cells[1]:
                        found[cells] = None
    return [np.array(cells, dtype=np.int64) for cells in found]
