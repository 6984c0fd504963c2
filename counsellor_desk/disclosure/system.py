"""All counts of a plan as one system of linear equations over hidden cells."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counsellor_desk.disclosure.chordal import linkable
from counsellor_desk.disclosure.junction import junction_tree, shared
from counsellor_desk.disclosure.solver import Floats, Lines
from counsellor_desk.disclosure.table import Crossing, Dimension, Presupposition, Row

Columns = npt.NDArray[np.int64]
_Index = tuple[slice | list[int], ...]


class Terms(NamedTuple):
    """A row as a sum of hidden cells: its ``columns``, ascending, and what one case in each of them adds. ``key`` is
    equal for rows that sum the same cells alike: they are one and the same number. ``cell`` is the hidden cell that
    the row is, -1 when it is none."""

    columns: Columns
    weights: Floats
    key: bytes
    cell: int


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
        self._known: dict[Row, Terms] = {}
        hidden = linkable(self._dimensions, crossings)
        edges = junction_tree(hidden)
        self.width = 0
        for crossing in hidden:
            table = _Table(crossing, tuple(self._dimensions[name] for name in crossing.dimensions), self.width)
            self._tables.append(table)
            self.width += table.width
        self._narrowest = sorted(self._tables, key=lambda table: table.width)
        self._ones = np.ones(self.width)
        self.lines = Lines()
        for one, other in edges:
            self._agree(self._tables[one], self._tables[other])
        for rule in presuppositions:
            of, needs = self.columns(rule.of), self.columns(rule.needs)
            weights = np.concatenate([np.ones(len(of)), np.full(len(needs), -float(rule.each))])
            self.lines.add(np.concatenate([of, needs]), weights, -np.inf, 0.0)

    def columns(self, row: Row) -> Columns:
        """The cells that ``row`` sums, ascending: those of the smallest crossing that has its dimensions."""
        return self.terms(row).columns

    def weights(self, row: Row) -> Floats:
        """What one case in each of ``columns(row)`` adds: 1, or what its code is worth."""
        return self.terms(row).weights

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
        return self.terms(row).key

    def terms(self, row: Row) -> Terms:
        """What ``row`` sums, and its key; looked up once."""
        known = self._known.get(row)
        if known is None:
            asked = {name: codes for name, codes in row.where if not self._dimensions[name].all_in(codes)}
            axes = asked.keys() | {row.of} if row.worth else asked.keys()
            table = next(table for table in self._narrowest if axes <= table.axes.keys())
            columns = table.select(asked)
            weights = self._ones[: len(columns)]
            if row.worth:
                weights = table.worth(columns, row.of, dict(row.worth))
                columns, weights = columns[weights > 0], weights[weights > 0]
            key = columns.tobytes() + (weights.tobytes() if row.most > 1 else b"")
            cell = int(columns[0]) if len(columns) == 1 and weights[0] == 1 else -1
            known = self._known[row] = Terms(columns, weights, key, cell)
        return known

    def case(self, codes: dict[str, str]) -> Columns:
        """The cells one case adds 1 to, one in each crossing. ``codes`` names one code per dimension."""
        found = [table.select({name: frozenset((codes[name],)) for name in table.axes}) for table in self._tables]
        return np.concatenate(found)

    def names(self) -> Iterator[str]:
        """A canonical name of every hidden cell, in order."""
        return (f"{table.crossing.name}:{','.join(codes)}" for table in self._tables for codes in table.codes())

    def _agree(self, one: _Table, other: _Table) -> None:
        names = shared(one.crossing, other.crossing)
        for here, there in zip(one.by(names), other.by(names), strict=True):
            plus, minus = here[here >= 0], there[there >= 0]
            weights = np.concatenate([np.ones(len(plus)), -np.ones(len(minus))])
            self.lines.add(np.concatenate([plus, minus]), weights, 0.0, 0.0)


class _Table:
    """The admissible cells of one crossing, as an array with an axis for each dimension: the columns of the system
    from ``first`` on, -1 where no case can be."""

    def __init__(self, crossing: Crossing, dimensions: tuple[Dimension, ...], first: int) -> None:
        self.crossing = crossing
        self.first = first
        self.axes = {dimension.name: axis for axis, dimension in enumerate(dimensions)}
        self._lists = [dimension.codes for dimension in dimensions]
        self._places = [{code: at for at, code in enumerate(codes)} for codes in self._lists]
        self._known: dict[tuple[str, frozenset[str]], _Index] = {}
        possible = np.ones([len(codes) for codes in self._lists], dtype=bool)
        for cell in crossing.impossible:
            possible[tuple(places[code] for places, code in zip(self._places, cell, strict=True))] = False
        self._cells = np.flatnonzero(possible)  # where each column is in the flat array
        self.width = len(self._cells)
        self._columns = np.full(possible.shape, -1, dtype=np.int64)
        self._columns[possible] = np.arange(self.width) + first

    def select(self, asked: Mapping[str, frozenset[str]]) -> Columns:
        """Columns of the cells whose codes lie in the asked sets, ascending."""
        block = self._columns
        for condition in asked.items():
            index = self._known.get(condition)
            if index is None:
                index = self._known[condition] = self._index(*condition)
            block = block[index]
        found = block.ravel()
        return found if self.width == self._columns.size else found[found >= 0]

    def _index(self, name: str, codes: frozenset[str]) -> _Index:
        """Where the cells with one of ``codes`` are in the array."""
        axis = self.axes[name]
        where = self._places[axis]
        places = sorted([where[code] for code in codes if code in where])
        one = slice(places[0], places[0] + 1) if len(places) == 1 else places
        return (*(slice(None),) * axis, one)

    def find(self, names: Sequence[str], cases: Iterable[tuple[str, ...]]) -> Columns:
        """The column of each case. Raises: KeyError."""
        picks = [(names.index(name), self._places[axis]) for name, axis in self.axes.items()]
        places = np.array([[where[case[at]] for at, where in picks] for case in cases], dtype=np.int64)
        found = self._columns[tuple(places.reshape(-1, len(picks)).T)]
        if (found < 0).any():
            raise KeyError("impossible")
        return np.broadcast_to(found, len(places))

    def worth(self, columns: Columns, name: str, each: Mapping[str, int]) -> Floats:
        """What one case in each of ``columns`` adds, by its code of dimension ``name``."""
        axis = self.axes[name]
        values = np.array([float(each.get(code, 0)) for code in self._lists[axis]])
        return values[np.unravel_index(self._cells[columns - self.first], self._columns.shape)[axis]]

    def codes(self) -> Iterator[tuple[str, ...]]:
        """The codes of each cell, one of each dimension."""
        return compress(product(*self._lists), (self._columns >= 0).flat)

    def by(self, names: tuple[str, ...]) -> Columns:
        """Columns grouped by the codes of ``names``, a row for each combination in code order; -1 fills."""
        front = np.moveaxis(self._columns, [self.axes[name] for name in names], range(len(names)))
        return front.reshape(math.prod(front.shape[: len(names)]), -1)
