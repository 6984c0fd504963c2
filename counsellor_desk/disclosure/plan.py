"""Any set of linked tables as one plan: what is published, under which names, over which system.

A plan is fixed before anything is counted: tables chosen by looking at counts would give those away.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from typing import NamedTuple

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

    def shown(self) -> dict[str, frozenset[str]]:
        """``TOTAL``, every parent and every finest code, in this order, with the finest codes under each."""
        under: dict[str, list[str]] = {code: [] for code in (TOTAL, *self.groups, *self.codes)}
        for leaf in self.codes:
            for code in (TOTAL, *self._line(leaf)):
                under[code].append(leaf)
        return {code: frozenset(leaves) for code, leaves in under.items()}

    def conditions(self) -> tuple[tuple[str, tuple[tuple[str, frozenset[str]], ...]], ...]:
        """``shown``, each as what a row asks of this dimension: nothing when it takes every finest code."""
        return tuple(
            (code, ((self.name, leaves),) if len(leaves) < len(self.codes) else ())
            for code, leaves in self.shown().items()
        )

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
        return "" if all(self.shown().values()) else "parent"


class Cell(NamedTuple):
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
        sizes = {one.name: len(one.shown()) for one in self.dimensions}
        if sum(math.prod(sizes[name] for name in table) for table in self.tables) > MOST_CELLS:
            raise PlanUnsound(why="size", subject=str(MOST_CELLS))

    @property
    def label(self) -> str:
        """Name and version: what the random numbers of its figures hang on."""
        return f"{self.name}-{self.version}"

    def system(self, also: Iterable[Row] = ()) -> System:
        """The linked system of all tables, and of the dimensions that the rows of earlier plans cross.

        Raises: NotLinkable.
        """
        finest = [Dimension(dimension.name, dimension.codes) for dimension in self.dimensions]
        tables = dict.fromkeys(self.tables)
        for names in dict.fromkeys(_crossed(row) for row in also):
            if not any(set(names) <= set(table) for table in tables):
                tables[names] = None
        return System(finest, [Crossing(table) for table in tables])

    def cells(self) -> tuple[Cell, ...]:
        """Every published number, table after table; what two tables have in common comes once."""
        asked = {one.name: one.conditions() for one in self.dimensions}
        order = sorted(range(len(self.dimensions)), key=lambda at: self.dimensions[at].name)
        found: dict[tuple[str, ...], Row] = {}
        for table in self.tables:
            axes = [asked[one.name] if one.name in table else asked[one.name][:1] for one in self.dimensions]
            for cell in product(*axes):
                where = tuple([code for code, _ in cell])
                if where not in found:
                    found[where] = Row(tuple(chain.from_iterable([cell[at][1] for at in order])))
        return tuple(Cell(where, row) for where, row in found.items())

    def rows(self) -> tuple[Row, ...]:
        """The rows of all cells, each once: cells that count the same share one."""
        return tuple(dict.fromkeys(cell.row for cell in self.cells()))


def _crossed(row: Row) -> tuple[str, ...]:
    """The dimensions a row speaks of."""
    return tuple(dict.fromkeys((*(name for name, _ in row.where), *([row.of] if row.worth else []))))


def _twice(names: Sequence[str]) -> str:
    """The first name that comes more than once, or ""."""
    return next((name for name, times in Counter(names).items() if times > 1), "")
