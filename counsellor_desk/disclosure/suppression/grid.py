"""All cells that may be published or withheld, as sums of the hidden cells of a system, and how they add up."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
import numpy.typing as npt

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import TOTAL, Plan
from counsellor_desk.disclosure.table import Promise, Row

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Interval:
    """A withheld cell as it is published: its count is at least ``least`` and at most ``most`` (None: no end)."""

    row: Row
    least: int
    most: int | None


Statement = Promise | Interval


@dataclass(frozen=True, slots=True)
class Identities:
    """Sums of ``unknowns`` that are 0 in every table, ``lines`` of them: a sparse matrix by its entries, line after
    line."""

    lines: int
    unknowns: int
    line: Ints
    unknown: Ints
    value: Floats


class Grid:
    """The distinct cells of a plan, then those that only ``history`` speaks of; rows that count the same hidden cells
    are one cell.

    ``low`` and ``high`` are what was said about each cell [cell], ``inf`` where nothing was, in ``heard`` statements;
    the first ``own`` cells are the plan's, and ``owed`` are the cells whose intervals a release without them owes.
    ``equations`` are those along the hierarchies: the first cell is the sum of the others. The unknowns of a table
    are its cells and, after them, the hidden cells that are none.
    Source: tables of any shape as counts within bounds that satisfy linear equations, Fischetti & Salazar, Management
    Science 47 (2001); hierarchical and linked tables, Handbook on Statistical Disclosure Control, ch. 4.
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
        for statement in history:
            self._place(statement.row)
        self.size = len(self.rows)
        self.low, self.high = np.zeros(self.size), np.full(self.size, np.inf)
        self.owed: Flags = np.arange(self.size) < self.own
        self.heard = 0
        self._hear(history)

    def after(self, published: Sequence[Promise]) -> Grid:
        """The same cells when ``published`` was said of some of them as well. Raises: as above."""
        more = copy(self)
        more.low, more.high, more.owed = self.low.copy(), self.high.copy(), self.owed.copy()
        more._hear(published)
        return more

    def unknowns(self, hidden: Ints) -> Ints:
        """A table: the count of every cell, then those of the hidden cells that are none [unknown]."""
        cell = np.repeat(np.arange(self.size), [len(columns) for columns in self._columns])
        counts = np.bincount(cell, np.concatenate(self._weights) * hidden[np.concatenate(self._columns)], self.size)
        return np.concatenate([counts.astype(np.int64), hidden[self._unknown >= self.size]])

    @cached_property
    def identities(self) -> Identities:
        """What binds the unknowns: every sum to the fewest parts, and the equations of the system."""
        unknown = [self._unknown[columns] for columns in self.system.lines.index]
        value = [*self.system.lines.value]
        parts: dict[int, Ints] = {}
        for parent, *children in sorted(self.equations, key=len):
            parts.setdefault(int(parent), np.array(children))
        for cell, (columns, weights) in enumerate(zip(self._columns, self._weights, strict=True)):
            if cell in parts:
                columns, weights = parts[cell], np.ones(len(parts[cell]))
            elif _is_single(columns, weights):
                continue
            else:
                columns = self._unknown[columns]
            unknown.append(np.append(columns, cell))
            value.append(np.append(weights, -1.0))
        line = np.repeat(np.arange(len(unknown)), [len(one) for one in unknown])
        none = np.zeros(0, dtype=np.int64)
        unknowns = max(self.size, int(self._unknown.max()) + 1)
        return Identities(
            len(unknown), unknowns, line, np.concatenate([*unknown, none]), np.concatenate([*value, none])
        )

    @cached_property
    def _unknown(self) -> Ints:
        """Which unknown each hidden cell is [hidden cell]."""
        found = np.full(self.system.width, -1)
        for cell, (columns, weights) in enumerate(zip(self._columns, self._weights, strict=True)):
            if _is_single(columns, weights):
                found[columns] = cell
        others = np.flatnonzero(found < 0)
        found[others] = np.arange(len(others)) + self.size
        return found

    def _place(self, row: Row) -> int:
        cell = self._at.setdefault(self.system.key(row), len(self.rows))
        if cell == len(self.rows):
            self.rows.append(row)
            self._columns.append(self.system.columns(row))
            self._weights.append(self.system.weights(row))
        return cell

    def _hear(self, statements: Sequence[Statement]) -> None:
        for statement in statements:
            cell = self._at[self.system.key(statement.row)]
            low, high = _ends(statement)
            self.low[cell], self.high[cell] = max(self.low[cell], low), min(self.high[cell], high)
            self.owed[cell] |= isinstance(statement, Interval)
        if (self.low > self.high).any():
            raise NotProven(why="history")
        self.heard += len(statements)


def _is_single(columns: Ints, weights: Floats) -> bool:
    """Whether a cell is a hidden cell."""
    return len(columns) == 1 and weights[0] == 1


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
