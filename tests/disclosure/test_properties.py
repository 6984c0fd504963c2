"""What holds for every plan and every count, whatever things are called and in whatever order they come."""

from __future__ import annotations

import math
import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.certificate import prove
from counsellor_desk.disclosure.costs import Draw, costs, options, weights
from counsellor_desk.disclosure.plan import TOTAL, Hierarchy, Plan
from counsellor_desk.disclosure.protect import Protected, protect
from counsellor_desk.disclosure.system import Columns, System
from counsellor_desk.disclosure.table import Crossing, Dimension, Promise, Row, Wanted, row

Case = dict[str, str]
NAMES = ("a", "b", "c")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """One to three dimensions of one to three codes, the first perhaps in groups, in one to three tables."""
    codes = [tuple(f"{name}{at}" for at in range(draw(st.integers(1, 3)))) for name in NAMES]
    grouped = {code: f"group{at // 2}" for at, code in enumerate(codes[0])} if draw(st.booleans()) else {}
    dimensions = tuple(Hierarchy(n, c, grouped if n == "a" else {}) for n, c in zip(NAMES, codes, strict=True))
    tables = draw(st.lists(st.sets(st.sampled_from(NAMES), max_size=3).map(sorted), min_size=1, max_size=3))
    return Plan("any", "1", draw(st.sampled_from([3, 5, 10])), dimensions, tuple(map(tuple, tables)))


def some_cases(plan: Plan, dice: random.Random, number: int) -> list[Case]:
    return [{one.name: dice.choice(one.codes) for one in plan.dimensions} for _ in range(number)]


def count(cases: list[Case], what: Row) -> int:
    return sum(all(case[name] in codes for name, codes in what.where) for case in cases)


def published(plan: Plan, cases: list[Case], seed: int) -> Protected:
    wanted = [Wanted(cell.row, count(cases, cell.row)) for cell in plan.cells()]
    return protect(plan.system(), wanted, (), Draw(seed.to_bytes(4), plan.label), plan.base)


@settings(max_examples=60, deadline=None)
@given(plans(), st.integers(0, 10_000), st.integers(0, 40), st.integers(0, 2))
def test_of_any_plan_every_group_keeps_its_counts_and_a_low_figure_shows_no_case(
    plan: Plan, seed: int, number: int, known: int
) -> None:
    dice = random.Random(seed)
    cases = some_cases(plan, dice, number)
    insider = dice.sample(cases, min(known, number))
    made = published(plan, cases, seed)
    system = plan.system()
    attacker = Attacker(system, made.promises)
    cells = [dice.sample(range(system.width), dice.randint(1, system.width)) for _ in range(3)]

    assert all(attacker.at_least([*plan.rows(), *map(_columns, cells)], made.proof.rho - len(insider), insider))
    for one in made.promises:
        if one.figure <= plan.base:
            assert attacker.bounds(one.row, insider)[0] == count(insider, one.row)


def _columns(cells: list[int]) -> Columns:
    return np.array(sorted(cells), dtype=np.int64)


@settings(max_examples=60, deadline=None)
@given(plans(), st.integers(0, 10_000), st.integers(0, 60))
def test_of_any_plan_figures_are_multiples_within_their_windows_and_add_up(
    plan: Plan, seed: int, number: int
) -> None:
    cases = some_cases(plan, random.Random(seed), number)
    made = published(plan, cases, seed)
    shown = {cell.where: one.figure for cell, one in zip(plan.cells(), made.promises, strict=True)}

    for one in made.promises:
        assert one.figure % plan.base == 0
        assert abs(one.figure - count(cases, one.row)) <= one.window == made.ladder * plan.base
    for where, figure in shown.items():
        for at, dimension in enumerate(plan.dimensions):
            parts = [shown.get((*where[:at], code, *where[at + 1 :])) for code in dimension.codes]
            if where[at] == TOTAL and None not in parts:
                assert figure == sum(part for part in parts if part is not None)


@settings(max_examples=40, deadline=None)
@given(plans(), st.integers(0, 10_000), st.integers(0, 40), st.randoms(use_true_random=False))
def test_the_order_of_rows_dimensions_codes_and_tables_changes_no_figure(
    plan: Plan, seed: int, number: int, dice: random.Random
) -> None:
    cases = some_cases(plan, random.Random(seed), number)
    there = {(one.row, one.figure) for one in published(plan, cases, seed).promises}
    dimensions = [
        Hierarchy(one.name, tuple(dice.sample(one.codes, len(one.codes))), one.parents) for one in plan.dimensions
    ]
    tables = [tuple(dice.sample(table, len(table))) for table in plan.tables]
    dice.shuffle(dimensions)
    dice.shuffle(tables)
    dice.shuffle(cases)
    other = Plan(plan.name, plan.version, plan.base, tuple(dimensions), tuple(tables))

    assert {(one.row, one.figure) for one in published(other, cases, seed).promises} == there


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 40))
def test_what_codes_are_called_changes_no_proof_and_no_attack(seed: int, number: int) -> None:
    dice = random.Random(seed)
    plan = Plan("any", "1", 5, (Hierarchy("a", ("a0", "a1")), Hierarchy("b", ("b0", "b1"))), (("a", "b"),))
    made = published(plan, some_cases(plan, dice, number), seed)
    called = {"a0": "zebra", "a1": "ant", "b0": "ö", "b1": "x,y;z=*"}
    system = System((Dimension("a", ("zebra", "ant")), Dimension("b", ("ö", "x,y;z=*"))), (Crossing(("a", "b")),))

    def renamed(one: Row) -> Row:
        return row(**{name: [called[code] for code in codes] for name, codes in one.where})

    promises = [Promise(renamed(one.row), one.figure, one.window) for one in made.promises]
    rows = plan.rows()

    assert prove(system, promises, 5).rho == made.proof.rho
    assert Attacker(system, promises).bounds_of([renamed(one) for one in rows]) == Attacker(
        plan.system(), made.promises
    ).bounds_of(rows)


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from([3, 5, 10]))
def test_changed_counts_keep_the_same_random_numbers(before: int, after: int, base: int) -> None:
    draw, what = Draw(b"secret", "plan"), row(a=("x",))

    def luck(truth: int) -> dict[int, float]:
        figures = options(truth, base, base)
        chances = weights(truth, base, figures)
        each = costs(draw, Wanted(what, truth), base, figures)
        return {f: -math.log(p) - c for f, p, c in zip(figures, chances, each, strict=True)}

    there, here = luck(before), luck(after)
    assert all(math.isclose(there[figure], here[figure], abs_tol=1e-9) for figure in there.keys() & here.keys())


@settings(max_examples=20, deadline=None)
@given(plans(), st.integers(0, 10_000), st.integers(0, 40))
def test_looking_twice_shows_the_same(plan: Plan, seed: int, number: int) -> None:
    cases = some_cases(plan, random.Random(seed), number)

    assert published(plan, cases, seed) == published(plan, cases, seed)
