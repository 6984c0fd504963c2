"""All counts of a plan as one system of linear equations over hidden cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from counsellor_desk.disclosure.chordal import linkable
from counsellor_desk.disclosure.junction import junction_tree, shared
from counsellor_desk.disclosure.solver import Floats, Lines
from counsellor_desk.disclosure.table import Crossing, Dimension, Presupposition, Row, combinations

Columns = npt.NDArray[np.int64]


class System:
    """Hidden cells h >= 0 of every crossing, and what binds them. Crossings in a ring are crossed with each other.

    ``lines`` are the equations that neighbouring crossings agree on what they share, and the presuppositions; any
    integer h >= 0 that satisfies them is the set of tables of some possible set of cases. ``columns(row)`` are the
    cells a row sums, ``weights(row)`` how often.
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
        self._known: dict[Row, tuple[Columns, Floats]] = {}
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
        return self._terms(row)[0]

    def weights(self, row: Row) -> Floats:
        """What one case in each of ``columns(row)`` adds: 1, or what its code is worth."""
        return self._terms(row)[1]

    def tally(self, names: Sequence[str], cases: Mapping[tuple[str, ...], int]) -> Columns:
        """The hidden cells of so many ``cases``, by their codes of the dimensions ``names`` in that order.

        Raises: KeyError for a code that no dimension has or that is impossible.
        """
        hidden = np.zeros(self.width, dtype=np.int64)
        numbers = np.array([*cases.values(), 0], dtype=np.int64)[:-1]
        for table in self._tables:
            np.add.at(hidden, table.find(names, cases), numbers)
        return hidden

    def key(self, row: Row) -> bytes:
        """Equal for rows that sum the same cells alike: they are one and the same number."""
        columns, weights = self._terms(row)
        return columns.tobytes() + (weights.tobytes() if (weights != 1).any() else b"")

    def _terms(self, row: Row) -> tuple[Columns, Floats]:
        known = self._known.get(row)
        if known is None:
            asked = {name: codes for name, codes in row.where if not codes.issuperset(self._dimensions[name].codes)}
            axes = asked.keys() | ({row.of} if row.worth else set())
            table = min((t for t in self._tables if axes <= t.axes.keys()), key=lambda t: len(t.cells))
            columns = table.select(asked)
            weights = np.ones(len(columns))
            if row.worth:
                weights = table.worth(row.of, dict(row.worth))[columns - table.first]
            known = self._known[row] = columns[weights > 0], weights[weights > 0]
        return known

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
        every = combinations(dimensions)
        self.cells = [cell for cell in every if cell not in crossing.impossible] if crossing.impossible else every
        self._shape = tuple(len(dimension.codes) for dimension in dimensions)
        self._places = [{code: at for at, code in enumerate(dimension.codes)} for dimension in dimensions]
        self._asked: dict[tuple[int, frozenset[str]], Columns] = {}
        possible = np.array([cell not in crossing.impossible for cell in every], dtype=bool)
        self._column = np.where(possible, np.cumsum(possible) - 1 + first, -1).reshape(self._shape)  # -1: impossible

    def select(self, asked: Mapping[str, frozenset[str]]) -> Columns:
        """Columns of the cells whose codes lie in the asked sets, ascending."""
        found = self._column
        for name, codes in asked.items():
            found = found.take(self._axis(self.axes[name], codes), axis=self.axes[name])
        found = found.ravel()
        return found[found >= 0] if self.crossing.impossible else found

    def _axis(self, axis: int, codes: frozenset[str]) -> Columns:
        """Where ``codes`` stand on an axis, ascending; codes it has not are nowhere."""
        known = self._asked.get((axis, codes))
        if known is None:
            places = self._places[axis]
            known = np.array(sorted(places[code] for code in codes if code in places), dtype=np.int64)
            self._asked[axis, codes] = known
        return known

    def find(self, names: Sequence[str], cases: Iterable[tuple[str, ...]]) -> Columns:
        """The column of each case. Raises: KeyError."""
        picks = [(names.index(name), self._places[axis]) for name, axis in self.axes.items()]
        places = np.array([[where[case[at]] for at, where in picks] for case in cases], dtype=np.int64)
        found = self._column[tuple(places.reshape(-1, len(picks)).T)]
        if (found < 0).any():
            raise KeyError("impossible")
        return np.broadcast_to(found, len(places))

    def worth(self, name: str, each: Mapping[str, int]) -> Floats:
        """What one case in each cell adds, by its code of dimension ``name``."""
        axis = self.axes[name]
        values = np.array([float(each.get(code, 0)) for code in self._places[axis]])
        along = values.reshape([-1 if one == axis else 1 for one in range(len(self._shape))])
        return np.broadcast_to(along, self._shape)[self._column >= 0]

    def by(self, names: tuple[str, ...]) -> dict[tuple[str, ...], list[int]]:
        """Columns grouped by the codes of ``names``."""
        axes = [self.axes[name] for name in names]
        groups: dict[tuple[str, ...], list[int]] = {}
        for at, cell in enumerate(self.cells):
            groups.setdefault(tuple(cell[axis] for axis in axes), []).append(self.first + at)
        return groups
