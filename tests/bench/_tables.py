"""The tables on which methods are compared: public ones (``tests/vectors/sdc``) and drawn ones of usual shapes."""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from random import Random

from counsellor_desk.disclosure.plan import TOTAL, Hierarchy, Plan

BASE = 5
_PUBLIC = Path(__file__).parents[1] / "vectors" / "sdc"
Codes = tuple[str, ...]


@dataclass(frozen=True)
class Instance:
    """``leaves``: the finest codes of all dimensions, in the order of the plan -> cases."""

    plan: Plan
    leaves: Mapping[Codes, int]

    @property
    def name(self) -> str:
        """What the table shows it as."""
        return self.plan.name

    @cached_property
    def truth(self) -> Mapping[Codes, int]:
        """The count of every published cell, ``TOTAL`` where a dimension does not matter."""
        dimensions = self.plan.dimensions
        lines = [{code: _upwards(dimension, code) for code in dimension.codes} for dimension in dimensions]
        found: Counter[Codes] = Counter({cell.where: 0 for cell in self.plan.cells()})
        for codes, count in self.leaves.items():
            where = {
                one
                for table in self.plan.tables
                for one in product(
                    *(
                        line[code] if dimension.name in table else (TOTAL,)
                        for dimension, line, code in zip(dimensions, lines, codes, strict=True)
                    )
                )
            }
            for one in where:
                found[one] += count
        return found


def instances() -> list[Instance]:
    """All of them, the largest last."""
    flat: dict[str, str] = {}
    return [
        _public("exPSD", "smallcountrounding_exPSD", {"rows": "", "cols": ""}),
        _public("e6", "smallcountrounding_e6", {"geo": "eu", "year": ""}),
        _public("accidents", "ssbtools_mun_accidents", {"mun": "", "inj": ""}),
        _public("z1", "ssbtools_z1", {"region": "", "hovedint": ""}),
        _public("z2", "ssbtools_z2", {"region": "fylke", "hovedint": ""}),
        _public("z3", "ssbtools_z3", {"region": "fylke", "hovedint": "", "mnd": ""}),
        _drawn("8x8", {"A": 8, "B": 8}, flat, [("A", "B")]),
        _linked(),
        _drawn("4 quarters + year 4x8x6", {"Q": 4, "B": 8, "R": 6}, flat, [("Q", "B", "R")]),
        _drawn("5x5x6", {"A": 5, "B": 5, "C": 6}, flat, [("A", "B", "C")]),
        _drawn("5x5x6, a few far larger", {"A": 5, "B": 5, "C": 6}, flat, [("A", "B", "C")], _uneven),
        _drawn("50x20 in a hierarchy", {"A": 50, "B": 20}, _two_levels(), [("A", "B")]),
        _drawn("200x50", {"A": 200, "B": 50}, flat, [("A", "B")]),
    ]


def _geometric(dice: Random) -> int:
    """Many small counts, some larger: a mean of four."""
    return int(math.log(1 - dice.random()) / math.log(4 / 5))


def _uneven(dice: Random) -> int:
    """Half of the counts small, some of them hundreds of times larger."""
    return int(dice.paretovariate(0.7)) - 1


def _drawn(
    name: str,
    sizes: Mapping[str, int],
    parents: Mapping[str, str],
    tables: Sequence[Codes],
    count: Callable[[Random], int] = _geometric,
) -> Instance:
    """The tables of counts drawn one by one."""
    dice = Random(name)
    dimensions = [_dimension(dimension, size, parents) for dimension, size in sizes.items()]
    counts = {codes: count(dice) for codes in product(*(dimension.codes for dimension in dimensions))}
    return Instance(Plan(name, "1", BASE, tuple(dimensions), tuple(tables)), counts)


def _linked() -> Instance:
    """Three tables with a side in common, of the same cases."""
    dice, sizes = Random("linked"), {"A": 10, "B": 6, "C": 8, "D": 12}
    dimensions = [_dimension(name, size, {}) for name, size in sizes.items()]
    counts = Counter(tuple(dice.choice(dimension.codes) for dimension in dimensions) for _ in range(400))
    plan = Plan("10x6, 10x8, 10x12 linked", "1", BASE, tuple(dimensions), (("A", "B"), ("A", "C"), ("A", "D")))
    return Instance(plan, counts)


def _public(name: str, file: str, dimensions: Mapping[str, str]) -> Instance:
    """``dimensions``: the column of the finest codes -> the column of their parents, or ""."""
    with (_PUBLIC / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    made = tuple(
        Hierarchy(
            column,
            tuple(dict.fromkeys(row[column] for row in rows)),
            {row[column]: f"{parent}-{row[parent]}" for row in rows} if parent else {},
        )
        for column, parent in dimensions.items()
    )
    counts: Counter[Codes] = Counter()
    for row in rows:
        counts[tuple(row[column] for column in dimensions)] += int(list(row.values())[-1])
    return Instance(Plan(name, "1", BASE, made, (tuple(dimensions),)), counts)


def _dimension(name: str, size: int, parents: Mapping[str, str]) -> Hierarchy:
    codes = tuple(f"{name}{at:03}" for at in range(size))
    return Hierarchy(name, codes, {code: over for code, over in parents.items() if code[0] == name})


def _two_levels() -> dict[str, str]:
    """Fifty rows in ten groups in three regions, twenty columns in four groups."""
    parents = {f"A{at:03}": f"Ag{at // 5}" for at in range(50)} | {f"B{at:03}": f"Bg{at // 5}" for at in range(20)}
    return parents | {f"Ag{at}": f"Ar{at // 4}" for at in range(10)}


def _upwards(dimension: Hierarchy, code: str) -> Codes:
    found = [code]
    while found[-1] in dimension.parents:
        found.append(dimension.parents[found[-1]])
    return (*found, TOTAL)
