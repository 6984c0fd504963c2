"""Random tables of every shape the suppression tests need, and what an independent reader makes of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from counsellor_desk.disclosure.attacker import UNBOUNDED, bounds
from counsellor_desk.disclosure.plan import Hierarchy, Plan
from counsellor_desk.disclosure.suppression.suppress import Suppressed
from counsellor_desk.disclosure.table import Promise, Row

BASE = 5
SIZES = {"A": 3, "B": 4, "C": 3, "D": 2}
FLAT = {name: Hierarchy(name, tuple(f"{name}{at}" for at in range(size))) for name, size in SIZES.items()}
NESTED = Hierarchy("A", ("p", "q", "r", "s"), {"p": "P", "q": "P", "r": "Q", "s": "Q"})
SHAPES: Mapping[str, tuple[tuple[Hierarchy, ...], tuple[tuple[str, ...], ...]]] = {
    "two-way": ((FLAT["A"], FLAT["B"]), (("A", "B"),)),
    "linked": ((FLAT["A"], FLAT["B"], FLAT["C"]), (("A", "B"), ("A", "C"))),
    "ring": ((FLAT["A"], FLAT["C"], FLAT["D"]), (("A", "C"), ("C", "D"), ("A", "D"))),
    "nested": ((NESTED, FLAT["B"]), (("A", "B"),)),
    "three-way": ((FLAT["A"], FLAT["C"], FLAT["D"]), (("A", "C", "D"),)),
}
Counts = dict[tuple[str, ...], int]


def plan(shape: str, base: int = BASE) -> Plan:
    dimensions, tables = SHAPES[shape]
    return Plan(shape, "1", base, dimensions, tables)


def random_counts(of: Plan, seed: int, most: int = 12) -> Counts:
    dice = random.Random(seed)
    cells = product(*(dimension.codes for dimension in of.dimensions))
    return {cell: dice.choice((0, 0, 1, 2, 3, 4, 5, 6, 8, most)) for cell in cells}


def truth(of: Plan, counts: Counts, row: Row) -> int:
    names = [dimension.name for dimension in of.dimensions]
    asked = [(names.index(name), codes) for name, codes in row.where]
    return sum(number for cell, number in counts.items() if all(cell[at] in codes for at, codes in asked))


def attacked(of: Plan, promises: Sequence[Promise], row: Row) -> tuple[int, int | None]:
    """The least and greatest count of a row for the reader of ``disclosure.attacker``, who shares no code with us."""
    least, most = bounds(of.system(), promises, row)
    return least, None if most == UNBOUNDED else most


def narrow(of: Plan, promises: Sequence[Promise], row: Row, base: int = BASE) -> bool:
    """Whether that reader cannot think of 0 or of the base."""
    least, most = attacked(of, promises, row)
    return least > 0 or (most is not None and most < base)


def small(of: Plan, counts: Counts, base: int = BASE) -> Iterator[Row]:
    return (row for row in of.rows() if 0 < truth(of, counts, row) < base)


def weight(of: Plan, counts: Counts, done: Suppressed) -> int:
    """Of a pattern: cases and cells that are missing."""
    return sum(truth(of, counts, one.row) + 1 for one in done.withheld)
