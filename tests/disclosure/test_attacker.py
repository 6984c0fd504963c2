from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.attacker import UNBOUNDED, Attacker, bounds
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Presupposition, Promise, row
from tests.disclosure.small import (
    BASE,
    count,
    every_group,
    linked,
    publish_quarters,
    random_cases,
    rows_of,
    wanted,
)

LINE = System((Dimension("B", ("a", "b", "c")),), (Crossing(("B",)),))


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(*[st.integers(0, 3)] * 3),
    st.lists(st.tuples(st.sets(st.sampled_from("abc"), min_size=1), st.integers(-1, 1)), max_size=4),
    st.sampled_from(["", "a", "bb"]),
)
def test_the_bounds_are_those_of_trying_every_set_of_cases(
    truth: tuple[int, ...], published: list[tuple[set[str], int]], known: str
) -> None:
    def total(tried: tuple[int, ...], codes: set[str]) -> int:
        return sum(number for code, number in zip("abc", tried, strict=True) if code in codes)

    shown = [(codes, total(truth, codes) + error, 1) for codes, error in published] + [(set("abc"), sum(truth), 2)]
    fitting = [
        tried
        for tried in product(range(12), repeat=3)
        if all(abs(total(tried, codes) - figure) <= window for codes, figure, window in shown)
        and all(total(tried, {code}) >= known.count(code) for code in "abc")
    ]
    assume(fitting)
    attacker = Attacker(LINE, [Promise(row(B=codes), figure, window) for codes, figure, window in shown])

    for group in (set("a"), set("ab"), set("abc")):
        counts = [total(tried, group) for tried in fitting]
        assert attacker.bounds(row(B=group), [{"B": code} for code in known]) == (min(counts), max(counts))


def test_one_attacker_gives_the_same_bounds_as_a_new_one_for_every_question() -> None:
    cases = random_cases(random.Random(1), 40)
    promises, groups = publish_quarters(cases), list(every_group())
    attacker = Attacker(linked(), promises)

    for known in ([], cases[:1], cases[:3], []):
        fresh = tuple(bounds(linked(), promises, group, known) for group in groups)
        assert attacker.bounds_of(groups, known) == fresh
        assert tuple(attacker.bounds(group, known) for group in groups) == fresh
        for width in (4, 6, 11):
            assert attacker.at_least(groups, width, known) == tuple(most - least >= width for least, most in fresh)


def test_any_set_of_hidden_cells_can_be_attacked() -> None:
    system = linked()
    promises = publish_quarters(random_cases(random.Random(2), 40))
    group = row(Q=("1", "3"), B=("b",))

    assert bounds(system, promises, system.columns(group)) == bounds(system, promises, group)
    assert bounds(system, promises, np.zeros(0, dtype=np.int64)) == (0, 0)


def test_what_no_promise_limits_has_no_greatest_count() -> None:
    attacker = Attacker(LINE, [Promise(row(B=("a",)), 5, 5)])

    assert attacker.bounds_of([row(B=("b",)), row(B=("a",)), row()]) == ((0, UNBOUNDED), (0, 10), (0, UNBOUNDED))
    assert attacker.at_least([row(B=("b",))], 100) == (True,)


def test_whole_numbers_narrow_what_fractions_allow() -> None:
    pairs = Presupposition(row(B=("a",)), row(B=("b",)), 2)
    system = System((Dimension("B", ("a", "b", "c")),), (Crossing(("B",)),), (pairs,))
    promises = [Promise(row(B=("a",)), 3, 0), Promise(row(B=("b", "c")), 4, 2)]

    assert bounds(system, promises, row(B=("b",))) == (2, 6)
    assert bounds(system, promises, row(B=("c",))) == (0, 4)


def test_the_attacker_says_when_no_cases_fit() -> None:
    with pytest.raises(ValueError, match="no set of cases"):
        bounds(linked(), (Promise(row(B=("a",)), -10, 5),), row(B=("a",)))


def test_whoever_knows_more_cases_than_were_counted_fits_nothing() -> None:
    attacker = Attacker(LINE, [Promise(row(), 0, 1)])

    with pytest.raises(ValueError, match="no set of cases"):
        attacker.bounds(row(), [{"B": "a"}] * 2)
    assert attacker.bounds(row()) == (0, 1)


def test_the_attacker_sees_a_window_that_is_too_narrow() -> None:
    cases = random_cases(random.Random(3), 30)
    made = protect(linked(), wanted(cases, rows_of(("1",))), (), Draw(b"s", "test-1"), BASE).promises
    target = row(Q=("1",), B=("a",))
    exact = Promise(target, count(cases, target), 0)

    assert Attacker(linked(), (*made, exact)).at_least([target], 1) == (False,)
