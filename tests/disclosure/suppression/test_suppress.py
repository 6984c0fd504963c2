from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import Hierarchy, Plan
from counsellor_desk.disclosure.suppression.attack import Cut, SuppressionAttack
from counsellor_desk.disclosure.suppression.grid import Grid, Ints
from counsellor_desk.disclosure.suppression.master import Master
from counsellor_desk.disclosure.suppression.pattern import Limits, Pattern
from counsellor_desk.disclosure.suppression.suppress import suppress
from counsellor_desk.disclosure.table import Promise, Row
from tests.disclosure.suppression.tables import (
    BASE,
    SHAPES,
    Counts,
    attacked,
    narrow,
    plan,
    random_counts,
    small,
    truth,
    weight,
)


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_no_reader_can_narrow_a_small_count_or_show_that_it_is_not_zero(shape: str, seed: int) -> None:
    of = plan(shape)
    counts = random_counts(of, seed)

    done = suppress(of, counts, BASE)

    assert {one.row for one in done.published}.isdisjoint(small(of, counts))
    assert not any(narrow(of, done.published, secret) for secret in small(of, counts))


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_every_other_count_is_exact_and_every_interval_is_what_a_reader_computes(shape: str, seed: int) -> None:
    of = plan(shape)
    counts = random_counts(of, seed)

    done = suppress(of, counts, BASE)

    assert {one.row for one in done.published} | {one.row for one in done.withheld} == set(of.rows())
    assert all(one == Promise(one.row, truth(of, counts, one.row), 0) for one in done.published)
    for one in done.withheld:
        assert (one.least, one.most) == attacked(of, done.published, one.row)


@pytest.mark.parametrize(
    "counts",
    [
        (1, 6, 7, 8, 9, 10, 7, 6, 8),
        (0, 6, 7, 8, 0, 10, 7, 6, 3),
        (5, 2, 9, 0, 8, 0, 7, 6, 4),
        (20, 1, 20, 9, 2, 9, 15, 16, 17),
    ],
)
def test_no_lighter_pattern_is_safe(counts: tuple[int, ...]) -> None:
    of = Plan("3x3", "1", BASE, (Hierarchy("A", ("a", "b", "c")), Hierarchy("B", ("x", "y", "z"))), (("A", "B"),))
    cells: Counts = dict(zip(((a, b) for a in "abc" for b in "xyz"), counts, strict=True))
    secrets = set(small(of, cells))
    others = {one: truth(of, cells, one) + 1 for one in of.rows() if one not in secrets}

    done = suppress(of, cells, BASE)

    spent = sum(others[one.row] for one in done.withheld if one.row not in secrets)
    assert done.optimal
    lighter = (
        chosen
        for size in range(len(others))
        for chosen in combinations(others, size)
        if sum(others[one] for one in chosen) < spent
    )
    for chosen in lighter:
        shown = [Promise(one, truth(of, cells, one), 0) for one in others if one not in chosen]
        assert any(narrow(of, shown, secret) for secret in secrets)


def test_without_small_counts_nothing_is_withheld() -> None:
    of = plan("nested")
    counts = dict.fromkeys(random_counts(of, 1), 7)

    done = suppress(of, counts, BASE)

    assert done.withheld == ()
    assert done.optimal
    assert {one.figure for one in done.published} == {7, 14, 28, 56, 112}


def test_without_cases_every_zero_is_published() -> None:
    assert {one.figure for one in suppress(plan("two-way"), {}, BASE).published} == {0}


def test_a_total_of_a_few_cases_hides_everything_that_shows_it() -> None:
    of = plan("two-way")

    done = suppress(of, {("A0", "B0"): 2}, BASE)

    total = next(one for one in done.withheld if one.row == Row(()))
    assert (total.least, total.most) == (0, None)
    assert {one.figure for one in done.published} == {0}


def test_a_group_of_one_code_is_that_code() -> None:
    nested = Hierarchy("A", ("p", "q", "r"), {"p": "P", "q": "Q", "r": "Q"})
    of = Plan("nested", "1", BASE, (nested,), (("A",),))

    done = suppress(of, {("p",): 9, ("q",): 2, ("r",): 3}, BASE)

    assert [one.figure for one in done.published] == [14, 9, 5]
    assert [(one.least, one.most) for one in done.withheld] == [(0, 5), (0, 5)]


@pytest.mark.parametrize("base", [3, 5, 10])
def test_counts_below_the_base_are_small_and_the_base_is_not(base: int) -> None:
    of = plan("two-way", base)
    counts = dict.fromkeys(random_counts(of, 1), 20)

    above = suppress(of, counts | {("A0", "B0"): base}, base)
    below = suppress(of, counts | {("A0", "B0"): base - 1}, base)

    assert above.withheld == ()
    secret = next(one for one in below.withheld if truth(of, counts | {("A0", "B0"): base - 1}, one.row) < base)
    assert secret.least == 0
    assert secret.most is not None
    assert secret.most >= base


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("limits", [Limits(0, 0, 0), Limits(2, 1, 0)])
def test_a_search_that_is_cut_short_ends_with_a_safe_pattern(shape: str, limits: Limits) -> None:
    of = plan(shape)
    counts = random_counts(of, 77)
    best = suppress(of, counts, BASE)

    done = suppress(of, counts, BASE, limits=limits)

    assert weight(of, counts, done) >= weight(of, counts, best)
    assert not any(narrow(of, done.published, secret) for secret in small(of, counts))


def test_a_cell_without_cases_that_helps_to_hide_others_may_be_narrow() -> None:
    of = plan("three-way")
    counts = random_counts(of, 55)

    done = suppress(of, counts, BASE)

    assert (0, 0, 4) in {(truth(of, counts, one.row), one.least, one.most) for one in done.withheld}


def test_the_result_says_when_the_search_was_cut_short() -> None:
    of = plan("two-way")
    counts = dict.fromkeys(random_counts(of, 1), 20) | {("A0", "B0"): 1}

    assert suppress(of, counts, BASE).optimal
    assert not suppress(of, counts, BASE, limits=Limits(0, 0, 0)).optimal


def test_an_answer_in_parts_of_cells_is_not_taken_for_the_lightest_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    of = plan("two-way")
    counts = dict.fromkeys(random_counts(of, 1), 20) | {("A0", "B0"): 1}
    monkeypatch.setattr(Master, "_share", lambda master: np.where(master._surely, 1.0, 0.6))

    done = suppress(of, counts, BASE)

    assert not done.optimal
    assert not any(narrow(of, done.published, secret) for secret in small(of, counts))


def test_the_same_counts_always_give_the_same_pattern() -> None:
    of = plan("three-way")
    counts = random_counts(of, 5)

    assert suppress(of, counts, BASE) == suppress(of, counts, BASE)


def test_counts_that_cannot_be_are_refused() -> None:
    of = plan("two-way")

    with pytest.raises(ValueError, match="at least 0"):
        suppress(of, {("A0", "B0"): -1}, BASE)
    with pytest.raises(ValueError, match="not in the plan"):
        suppress(of, {("A0", "C0"): 1}, BASE)


@pytest.mark.parametrize("need", [0.0, 1.0])
def test_a_search_that_gets_nowhere_ends(monkeypatch: pytest.MonkeyPatch, need: float) -> None:
    monkeypatch.setattr(SuppressionAttack, "gaps", lambda _, share: [Cut(np.zeros(len(share)), need)])

    with pytest.raises(NotProven) as refused:
        suppress(plan("two-way"), {("A0", "B0"): 1}, BASE, limits=Limits(0, 0, 0))

    assert refused.value.params == {"why": "pattern"}


def test_only_suppress_makes_what_may_leave() -> None:
    done = suppress(plan("two-way"), {}, BASE)

    with pytest.raises(ValueError, match="only suppress"):
        replace(done, seal=None)


@pytest.mark.parametrize(("others", "why"), [(20, "presence"), (0, "pattern")])
def test_a_pattern_that_does_not_protect_never_leaves(monkeypatch: pytest.MonkeyPatch, others: int, why: str) -> None:
    of = plan("two-way")
    counts = dict.fromkeys(random_counts(of, 1), 20) | {("A0", "B0"): 1, ("A0", "B1"): others}
    counts |= {("A1", "B0"): others, ("A1", "B1"): 1}

    def careless(grid: Grid, hidden: Ints, base: int, limits: Limits) -> Pattern:
        return Pattern(grid.unknowns(hidden)[: grid.size] < base, optimal=True)

    monkeypatch.setattr("counsellor_desk.disclosure.suppression.suppress.lightest", careless)
    with pytest.raises(NotProven) as refused:
        suppress(of, counts, BASE)

    assert refused.value.params == {"why": why}
