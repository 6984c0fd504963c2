"""A second attacker that shares no line with the program: one unknown for each kind of case, nothing linked.

It knows no hidden tables and no equations between them. Small offices only: the kinds of case are all combinations
of codes. What the program's attacker finds about a group must be what this one finds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from random import Random
from typing import Any

import highspy
import numpy as np
from highspy import _core

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Promise, Row, Wanted, row
from tests.campaigns._attacks import BASE
from tests.campaigns._findings import Findings
from tests.campaigns._offices import Case, counted

QUARTERS = ("1", "2", "3", "4")
CODES: Mapping[str, tuple[str, ...]] = {"O": ("m", "n"), "Q": QUARTERS, "B": ("a", "b", "c"), "R": ("x", "y")}


class MicroAttacker:
    """The least and the greatest count of any group of cases that fits ``promises``."""

    def __init__(self, codes: Mapping[str, Sequence[str]], promises: Sequence[Promise]) -> None:
        self._kinds = [dict(zip(codes, one, strict=True)) for one in product(*codes.values())]
        self._highs: Any = _core._Highs()  # highspy.Highs greets on standard output
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("mip_rel_gap", 0.0)
        for _ in self._kinds:
            self._highs.addCol(0.0, 0.0, highspy.kHighsInf, 0, [], [])
        for at in range(len(self._kinds)):
            self._highs.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        for promise in promises:
            inside = self._inside(promise.row)
            low, high = promise.figure - promise.window, promise.figure + promise.window
            self._highs.addRow(low, high, len(inside), inside, np.ones(len(inside)))

    def bounds(self, target: Row, known: Sequence[Mapping[str, str]] = ()) -> tuple[int, int]:
        """Raises: ValueError when nothing fits."""
        for at, kind in enumerate(self._kinds):
            self._highs.changeColBounds(at, sum(dict(one) == kind for one in known), highspy.kHighsInf)
            self._highs.changeColCost(at, 0.0)
        for at in self._inside(target):
            self._highs.changeColCost(int(at), 1.0)
        return self._least(), -self._least(-1.0)

    def _inside(self, target: Row) -> Any:
        return np.array([at for at, kind in enumerate(self._kinds) if counted([kind], target)], dtype=np.int32)

    def _least(self, sign: float = 1.0) -> int:
        costs = [sign * abs(cost) for cost in self._highs.getLp().col_cost_]
        for at, cost in enumerate(costs):
            self._highs.changeColCost(at, cost)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise ValueError("no set of cases fits these promises")
        return round(self._highs.getInfo().objective_function_value)


def small_office(seed: int) -> tuple[System, tuple[Promise, ...], list[Case], bytes]:
    """Up to 60 cases of two organisations; quarter by quarter and the year so far, the sector and one of them. With
    the secret behind it."""
    dice = Random(f"small office {seed}")
    cases = [{name: dice.choice(some) for name, some in CODES.items()} for _ in range(dice.randint(3, 60))]
    dimensions = [Dimension(name, some) for name, some in CODES.items()]
    system = System(dimensions, (Crossing(("O", "Q", "B")), Crossing(("O", "Q", "R"))))
    secret, promises = dice.randbytes(32), tuple[Promise, ...]()
    draw = Draw(secret, "small-1")
    for last, quarter in enumerate(QUARTERS, start=1):
        spans = [(quarter,), *([QUARTERS[:last]] if last > 1 else [])]
        rows = [one for span in spans for one in _rows(span)]
        promises += protect(system, [Wanted(one, counted(cases, one)) for one in rows], promises, draw, BASE).promises
    return system, promises, cases, secret


def compare(seed: int, attacks: int) -> Findings:
    """``attacks`` attacks on a small office by both attackers: the promise must hold, and they must agree."""
    dice, found = Random(f"micro {seed}"), Findings()
    system, promises, cases, _ = small_office(seed)
    alone, linked = MicroAttacker(CODES, promises), Attacker(system, promises)
    for number in range(attacks):
        known = dice.sample(cases, min(number % 4, len(cases)))
        group = _group(dice) if number % 2 else dice.choice(promises).row
        bounds = alone.bounds(group, known)
        where = f"small office {seed}, {group.name}"
        found.attacks["every kind of case"] += 1
        found.see(len(known), bounds, BASE, counted(cases, group), where)
        named = {name for name, _ in group.where}
        if not {"B", "R"} <= named and (other := linked.bounds(group, known)) != bounds:
            found.wrong.append(f"two attackers disagree: {where}, {len(known)} known: {bounds} and {other}")
    return found


def _rows(span: Sequence[str]) -> list[Row]:
    wheres = [{}, *({"B": (code,)} for code in CODES["B"]), *({"R": (code,)} for code in CODES["R"])]
    return [row(Q=span, **who, **where) for who in ({}, {"O": ("m",)}) for where in wheres]


def _group(dice: Random) -> Row:
    names = dice.sample(list(CODES), dice.randint(1, len(CODES)))
    return row(**{name: dice.sample(CODES[name], dice.randint(1, len(CODES[name]))) for name in names})
