"""Small offices for the tests of the room: quarters by kind and by role."""

from __future__ import annotations

import random
from collections.abc import Iterator

from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Promise, Row, Wanted, row

BASE = 5
DRAW = Draw(b"0123456789abcdef0123456789abcdef", "test-1")
QUARTERS = ("1", "2", "3", "4")
KINDS = ("a", "b", "c")
ROLES = ("x", "y")
Case = dict[str, str]


def linked(kinds: tuple[str, ...] = KINDS, roles: tuple[str, ...] = ROLES) -> System:
    """Two breakdowns of the same quarters."""
    dimensions = (Dimension("Q", QUARTERS), Dimension("B", kinds), Dimension("R", roles))
    return System(dimensions, (Crossing(("Q", "B")), Crossing(("Q", "R"))))


def rows_of(quarters: tuple[str, ...], kinds: tuple[str, ...] = KINDS) -> list[Row]:
    """The one-way rows of a run of quarters with their total."""
    return [
        row(Q=quarters),
        *(row(Q=quarters, B=(kind,)) for kind in kinds),
        *(row(Q=quarters, R=(role,)) for role in ROLES),
    ]


def count(cases: list[Case], what: Row) -> int:
    return sum(all(case[name] in codes for name, codes in what.where) for case in cases)


def wanted(cases: list[Case], rows: list[Row]) -> list[Wanted]:
    return [Wanted(one, count(cases, one)) for one in rows]


def random_cases(dice: random.Random, number: int) -> list[Case]:
    return [{"Q": dice.choice(QUARTERS), "B": dice.choice(KINDS), "R": dice.choice(ROLES)} for _ in range(number)]


def fits(cases: list[Case], promises: tuple[Promise, ...]) -> bool:
    return all(abs(count(cases, one.row) - one.figure) <= one.window for one in promises)


def every_group() -> Iterator[Row]:
    """Groups of cases, published and not."""
    for kind in KINDS:
        yield row(B=(kind,))
        yield row(Q=("2",), B=(kind,))
    yield row(Q=("1", "4"), R=("x",))
    yield row(R=("y",))


def publish_quarters(cases: list[Case], draw: Draw = DRAW) -> tuple[Promise, ...]:
    system = linked()
    history: tuple[Promise, ...] = ()
    for at, quarter in enumerate(QUARTERS):
        spans = rows_of((quarter,)) + (rows_of(QUARTERS[: at + 1]) if at else [])
        history += protect(system, wanted(cases, spans), history, draw, BASE).promises
    return history
