"""Any set of linked tables as one plan: what is published, under which names, over which system.

A plan is fixed before anything is counted: tables chosen by looking at counts would give those away.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from counsellor_desk.disclosure.errors import PlanUnsound
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Row

BASES = (3, 5, 10)  # what a figure may be a multiple of
TOTAL = "*"  # every code of a dimension, or a table without it
MOST_CELLS = 100_000  # that all tables together may publish


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """A dimension with its finest ``codes`` and the groups they add up to.

    ``parents`` names the parent of a code, or of a parent, at any number of levels; who has none is under the total.
    """

    name: str
    codes: tuple[str, ...]
    parents: Mapping[str, str] = field(default_factory=dict)

    @property
    def groups(self) -> tuple[str, ...]:
        """All parents, in the order in which they are first named."""
        return tuple(dict.fromkeys(self.parents.values()))

    def leaves(self, code: str) -> frozenset[str]:
        """The finest codes under ``code``: itself, those of a parent, or all for ``TOTAL``."""
        if code == TOTAL:
            return frozenset(self.codes)
        return frozenset(leaf for leaf in self.codes if code in self._line(leaf))

    def _line(self, code: str) -> tuple[str, ...]:
        """``code``, its parent, and so on to the top."""
        found = [code]
        while found[-1] in self.parents and self.parents[found[-1]] not in found:
            found.append(self.parents[found[-1]])
        return tuple(found)

    def fault(self) -> str:
        """What is wrong with it, as ``PlanUnsound.why``; "" when nothing is."""
        known = {*self.codes, *self.groups}
        if not self.name or not self.codes or "" in known or TOTAL in known:
            return "name"
        if len(set(self.codes)) < len(self.codes):
            return "twice"
        if not self.parents.keys() <= known or not set(self.codes).isdisjoint(self.groups):
            return "parent"
        if any(self.parents.get(self._line(code)[-1]) is not None for code in known):
            return "cycle"
        return "" if all(self.leaves(group) for group in self.groups) else "parent"


@dataclass(frozen=True, slots=True)
class Cell:
    """One published number: ``where`` has a code, a parent or ``TOTAL`` for every dimension of the plan, in order."""

    where: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Plan:
    """``tables`` name the dimensions each of them crosses; a table is published with all its margins.

    ``base`` is what every figure is a multiple of.
    """

    name: str
    version: str
    base: int
    dimensions: tuple[Hierarchy, ...]
    tables: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        """Raises: PlanUnsound."""
        for dimension in self.dimensions:
            if fault := dimension.fault():
                raise PlanUnsound(why=fault, subject=dimension.name)
        if self.base not in BASES:
            raise PlanUnsound(why="base", subject=str(self.base))
        known = [dimension.name for dimension in self.dimensions]
        if twice := _twice(known):
            raise PlanUnsound(why="twice", subject=twice)
        for table in self.tables:
            if twice := _twice(table):
                raise PlanUnsound(why="twice", subject=twice)
            if unknown := set(table).difference(known):
                raise PlanUnsound(why="unknown", subject=min(unknown))
        if not self.tables:
            raise PlanUnsound(why="tables", subject="")
        if sum(math.prod(len(self._shown(name)) for name in table) for table in self.tables) > MOST_CELLS:
            raise PlanUnsound(why="size", subject=str(MOST_CELLS))

    @property
    def label(self) -> str:
        """Name and version: what the random numbers of its figures hang on."""
        return f"{self.name}-{self.version}"

    def system(self) -> System:
        """The linked system of all tables. Raises: NotLinkable."""
        finest = [Dimension(dimension.name, dimension.codes) for dimension in self.dimensions]
        return System(finest, [Crossing(table) for table in dict.fromkeys(self.tables)])

    def cells(self) -> tuple[Cell, ...]:
        """Every published number, table after table; what two tables have in common comes once."""
        where = dict.fromkeys(where for table in self.tables for where in self._where(table))
        return tuple(Cell(one, self._row(one)) for one in where)

    def rows(self) -> tuple[Row, ...]:
        """The rows of all cells, each once: cells that count the same share one."""
        return tuple(dict.fromkeys(cell.row for cell in self.cells()))

    def _where(self, table: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        axes = (self._shown(one.name) if one.name in table else (TOTAL,) for one in self.dimensions)
        return product(*axes)

    def _shown(self, name: str) -> tuple[str, ...]:
        dimension = next(one for one in self.dimensions if one.name == name)
        return (TOTAL, *dimension.groups, *dimension.codes)

    def _row(self, where: tuple[str, ...]) -> Row:
        named = [(one.name, one.leaves(code)) for one, code in zip(self.dimensions, where, strict=True)]
        sizes = {one.name: len(one.codes) for one in self.dimensions}
        return Row(tuple(sorted((name, codes) for name, codes in named if len(codes) < sizes[name])))


def _twice(names: Sequence[str]) -> str:
    """The first name that comes more than once, or ""."""
    return next((name for name, times in Counter(names).items() if times > 1), "")
