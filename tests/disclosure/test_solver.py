from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure import rounding
from counsellor_desk.disclosure.attacker import bounds
from counsellor_desk.disclosure.certificate import prove
from counsellor_desk.disclosure.costs import Draw, costs, options
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.rounding import round_rows
from counsellor_desk.disclosure.solver import Floats, Lines, Model, Outcome, Solution, highs
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Wanted, row
from tests.disclosure.small import BASE, DRAW, linked, publish_quarters, random_cases, rows_of, wanted

SIZE = 60


def knapsacks(**limits: float) -> Model:
    """Ten knapsacks over the same things: whole solutions are easy to find, the best one takes a tree."""
    dice, lines = random.Random(1), Lines()
    for _ in range(10):
        lines.add(np.arange(SIZE), np.array([float(dice.randint(5, 60)) for _ in range(SIZE)]), -np.inf, 600.0)
    return Model(np.zeros(SIZE), np.ones(SIZE), lines, np.ones(SIZE, dtype=bool), **limits)


def worth() -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    dice = random.Random(2)
    return -np.array([dice.uniform(5, 60) for _ in range(SIZE)])


def test_a_search_cut_short_gives_what_it_found_and_says_so() -> None:
    answer = knapsacks(nodes=1).least(worth())

    assert answer.outcome is Outcome.FOUND
    assert answer.x is not None
    assert set(np.rint(answer.x)) <= {0.0, 1.0}


def test_what_was_found_before_the_tree_is_kept_when_the_tree_comes_to_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched, seen = Model._run, []

    def gives_up(model: Model, cost: Floats, *, relaxed: bool) -> Solution:
        seen.append(relaxed)
        return Solution(Outcome.UNKNOWN) if len(seen) == 3 else searched(model, cost, relaxed=relaxed)

    monkeypatch.setattr(Model, "_run", gives_up)
    answer = knapsacks().least(worth())

    assert answer.outcome is Outcome.FOUND
    assert answer.x is not None
    assert set(np.rint(answer.x)) <= {0.0, 1.0}


def test_a_search_without_time_finds_nothing() -> None:
    answer = knapsacks(seconds=0.0).least(worth())

    assert answer.outcome is Outcome.UNKNOWN
    assert answer.x is None


def test_a_search_that_simplifies_every_solution_away_is_made_again_as_it_was_given() -> None:
    sums = (  # HiGHS 1.16 calls these infeasible once it has simplified them, and finds a solution when it has not
        ((0,), (4, 5), 0),
        ((1,), (8, 9), 0),
        ((2,), (10, 11), 0),
        ((4, 8, 10), (12,), 0),
        ((6, 7), (13, 14), 0),
        ((5, 9, 11), (15, 16), 0),
        ((6, 7), (17, 18), 0),
        ((3,), (19, 20), 0),
        ((3,), (21, 22), 0),
        ((0, 1, 2), (), 2),
        ((4, 6, 8, 10), (), 1),
        ((5, 7, 9, 11), (), 1),
        ((0,), (), 2),
    )
    lines = Lines()
    for plus, minus, right in sums:
        weights = np.concatenate([np.ones(len(plus)), -np.ones(len(minus))])
        lines.add(np.array([*plus, *minus]), weights, right, right)
    for pair in ((23, 24), (24, 25), (23, 25)):  # with fractions half of each is best, so that a tree is searched
        lines.add(np.array(pair), np.ones(2), -np.inf, 1.0)
    upper = np.concatenate([np.full(12, np.inf), np.ones(14)])
    dear = [1.8, -0.9, 15.1, -5.7, 23.6, -1.2, 19.3, -13.9, 16.2, -0.3, 11.0]
    cost = np.concatenate([np.zeros(12), dear, -np.ones(3)])

    answer = Model(np.zeros(26), upper, lines, np.arange(26) >= 12).least(cost)

    assert answer.outcome is Outcome.BEST
    assert answer.x is not None
    assert lines.hold(np.rint(answer.x).astype(np.int64))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
@example(1423)  # HiGHS 1.16 simplifies its best solution away
def test_the_least_cost_is_that_of_trying_everything(seed: int) -> None:
    dice, lines, things = random.Random(seed), Lines(), 6
    for _ in range(3):
        lines.add(np.arange(things), np.array([float(dice.randint(1, 9)) for _ in range(things)]), -np.inf, 15.0)
    whole = seed % 2  # what all whole costs add up to is whole as well: a nearer bound
    cost = -np.array([dice.randint(1, 9) if whole else round(dice.uniform(0.1, 3), 2) for _ in range(things)])
    every = [np.array(taken, dtype=np.int64) for taken in product((0, 1), repeat=things)]
    fitting = [taken for taken in every if lines.hold(taken)]

    answer = Model(np.zeros(things), np.ones(things), lines, np.ones(things, dtype=bool)).least(cost)

    assert answer.outcome is Outcome.BEST
    assert answer.cost == pytest.approx(min(cost @ taken for taken in fitting), abs=1e-6)


def test_costs_that_fall_without_end_are_named() -> None:
    free = Model(np.zeros(1), np.full(1, np.inf), Lines(), np.ones(1, dtype=bool))

    assert free.least(np.array([-1.0])).outcome is Outcome.ENDLESS


@settings(max_examples=60, deadline=None)
@given(truth=st.integers(0, 30), window=st.sampled_from((BASE, 2 * BASE)), secret=st.integers(0, 2**20))
def test_a_row_that_is_linked_to_nothing_shows_its_cheapest_figure(truth: int, window: int, secret: int) -> None:
    system = System((Dimension("A", ("1", "2")),), (Crossing(("A",)),))
    one, draw = Wanted(row(), truth), Draw(secret.to_bytes(4), "plan")
    figures = options(truth, BASE, window)
    price = dict(zip(figures, costs(draw, one, BASE, figures), strict=True))

    rounded = round_rows(system, [one], [window], (), draw, BASE)

    assert rounded is not None
    assert rounded.figures == (min(price, key=price.__getitem__),)


def test_figures_are_refused_when_there_was_no_time_to_find_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounding, "SECONDS", 0.0)
    cases = random_cases(random.Random(1), 30)

    with pytest.raises(NotProven) as refused:
        protect(linked(), wanted(cases, rows_of(("1",))), (), DRAW, BASE)

    assert refused.value.params["why"] == "rounding"


def test_a_search_that_was_not_cut_short_is_reported_as_the_best() -> None:
    cases = random_cases(random.Random(1), 30)

    assert protect(linked(), wanted(cases, rows_of(("1",))), (), DRAW, BASE).best


def test_a_proof_that_had_no_time_is_refused_for_want_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    total, *_ = publish_quarters(random_cases(random.Random(1), 30))
    monkeypatch.setattr(Model, "least", lambda *_: Solution(Outcome.UNKNOWN))

    with pytest.raises(NotProven) as refused:
        prove(linked(), [total], BASE, seconds=1.0)

    assert refused.value.params["why"] == "time"


def test_a_window_without_a_multiple_of_the_base_has_no_figures() -> None:
    asked = wanted([{"Q": "1", "B": "a", "R": "x"}] * 2, [row(Q=("1",))])

    assert round_rows(linked(), asked, [1], (), DRAW, BASE) is None


def test_an_answer_of_the_solver_that_breaks_a_promise_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    promises = publish_quarters(random_cases(random.Random(1), 30))
    monkeypatch.setattr(Lines, "hold", lambda *_: False)

    with pytest.raises(ValueError, match="fits no promise"):
        bounds(linked(), promises, row(Q=("1",)))


def test_an_option_that_the_solver_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="node_limit"):
        highs(node_limit=5)
