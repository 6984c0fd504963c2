"""All counts of a plan as one system of linear equations over hidden cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from counsellor_desk.disclosure.chordal import linkable
from counsellor_desk.disclosure.junction import junction_tree, shared
from counsellor_desk.disclosure.solver import Lines
from counsellor_desk.disclosure.table import Crossing, Dimension, Presupposition, Row, combinations

Columns = npt.NDArray[np.int64]


class System:
    """Hidden cells h >= 0 of every crossing, and what binds them. Crossings in a ring are crossed with each other.

    ``lines`` are the equations that neighbouring crossings agree on what they share, and the presuppositions; any
    integer h >= 0 that satisfies them is the set of tables of some possible set of cases. ``columns(row)`` are the
    cells a row sums (coefficients 0/1).
    """

    def __init__(
        self,
        dimensions: Iterable[Dimension],
        crossings: Sequence[Crossing],
        presuppositions: Iterable[Presupposition] = (),
    ) -> None:
        """Raises: NotLinkable."""
        self._dimensions = {dimension.name: dimension for dimension in dimensions}
        self._tables: list[_Table] = []
        self._columns: dict[Row, Columns] = {}
        hidden = linkable(self._dimensions, crossings)
        edges = junction_tree(hidden)
        self.width = 0
        for crossing in hidden:
            table = _Table(crossing, tuple(self._dimensions[name] for name in crossing.dimensions), self.width)
            self._tables.append(table)
            self.width += len(table.cells)
        self.lines = Lines()
        for one, other in edges:
            self._agree(self._tables[one], self._tables[other])
        for rule in presuppositions:
            of, needs = self.columns(rule.of), self.columns(rule.needs)
            weights = np.concatenate([np.ones(len(of)), np.full(len(needs), -float(rule.each))])
            self.lines.add(np.concatenate([of, needs]), weights, -np.inf, 0.0)

    def columns(self, row: Row) -> Columns:
        """The cells that ``row`` sums, ascending: those of the smallest crossing that has its dimensions."""
        known = self._columns.get(row)
        if known is None:
            asked = {name: codes for name, codes in row.where if not codes.issuperset(self._dimensions[name].codes)}
            table = min((t for t in self._tables if asked.keys() <= t.axes.keys()), key=lambda t: len(t.cells))
            known = self._columns[row] = table.select(asked)
        return known

    def key(self, row: Row) -> bytes:
        """Equal for rows that count the same cells: they are one and the same number."""
        return self.columns(row).tobytes()

    def case(self, codes: dict[str, str]) -> Columns:
        """The cells one case adds 1 to, one in each crossing. ``codes`` names one code per dimension."""
        found = [table.select({name: frozenset((codes[name],)) for name in table.axes}) for table in self._tables]
        return np.concatenate(found)

    def name(self, column: int) -> str:
        """A canonical name of a hidden cell."""
        table = max((t for t in self._tables if t.first <= column), key=lambda t: t.first)
        return f"{table.crossing.name}:{','.join(table.cells[column - table.first])}"

    def _agree(self, one: _Table, other: _Table) -> None:
        names = shared(one.crossing, other.crossing)
        here, there = one.by(names), other.by(names)
        for margin in sorted(here.keys() | there.keys()):
            plus, minus = here.get(margin, []), there.get(margin, [])
            weights = np.concatenate([np.ones(len(plus)), -np.ones(len(minus))])
            self.lines.add(np.array([*plus, *minus], dtype=np.int64), weights, 0.0, 0.0)


class _Table:
    """The admissible cells of one crossing; the first is column ``first`` of the system."""

    def __init__(self, crossing: Crossing, dimensions: tuple[Dimension, ...], first: int) -> None:
        self.crossing = crossing
        self.first = first
        self.axes = {dimension.name: axis for axis, dimension in enumerate(dimensions)}
        self.cells = [cell for cell in combinations(dimensions) if cell not in crossing.impossible]
        where = [{code: at for at, code in enumerate(dimension.codes)} for dimension in dimensions]
        self._places = where
        self._codes = np.array(
            [[where[axis][code] for axis, code in enumerate(cell)] for cell in self.cells], dtype=np.int64
        ).reshape(len(self.cells), len(dimensions))

    def select(self, asked: dict[str, frozenset[str]]) -> Columns:
        """Columns of the cells whose codes lie in the asked sets."""
        inside = np.ones(len(self.cells), dtype=bool)
        for name, codes in asked.items():
            axis = self.axes[name]
            wanted = np.zeros(len(self._places[axis]), dtype=bool)
            wanted[[self._places[axis][code] for code in codes if code in self._places[axis]]] = True
            inside &= wanted[self._codes[:, axis]]
        return np.flatnonzero(inside).astype(np.int64) + self.first

    def by(self, names: tuple[str, ...]) -> dict[tuple[str, ...], list[int]]:
        """Columns grouped by the codes of ``names``."""
        axes = [self.axes[name] for name in names]
        groups: dict[tuple[str, ...], list[int]] = {}
        for at, cell in enumerate(self.cells):
            groups.setdefault(tuple(cell[axis] for axis in axes), []).append(self.first + at)
        return groups
