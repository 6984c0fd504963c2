from __future__ import annotations

import random

import numpy as np
import pytest

from counsellor_desk.disclosure import rounding
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.solver import Lines, Model, Verdict
from tests.disclosure.small import BASE, DRAW, linked, random_cases, rows_of, wanted

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

    assert answer.verdict is Verdict.FOUND
    assert answer.x is not None
    assert set(np.rint(answer.x)) <= {0.0, 1.0}


def test_a_search_without_time_finds_nothing() -> None:
    answer = knapsacks(seconds=0.0).least(worth())

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.x is None


def test_costs_that_fall_without_end_are_named() -> None:
    free = Model(np.zeros(1), np.full(1, np.inf), Lines(), np.ones(1, dtype=bool))

    assert free.least(np.array([-1.0])).verdict is Verdict.ENDLESS


def test_figures_are_refused_when_there_was_no_time_to_find_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounding, "SECONDS", 0.0)
    cases = random_cases(random.Random(1), 30)

    with pytest.raises(NotProven) as refused:
        protect(linked(), wanted(cases, rows_of(("1",))), (), DRAW, BASE)

    assert refused.value.params["why"] == "rounding"


def test_a_search_that_was_not_cut_short_is_reported_as_the_best() -> None:
    cases = random_cases(random.Random(1), 30)

    assert protect(linked(), wanted(cases, rows_of(("1",))), (), DRAW, BASE).best
