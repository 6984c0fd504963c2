from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.attacker import bounds
from counsellor_desk.disclosure.certificate import prove, slack, witness
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.table import Promise, row
from tests.disclosure.small import (
    BASE,
    DRAW,
    KINDS,
    QUARTERS,
    count,
    every_group,
    fits,
    linked,
    publish_quarters,
    random_cases,
    rows_of,
    wanted,
)


def test_all_figures_are_multiples_of_the_base_within_their_window_and_add_up() -> None:
    cases = random_cases(random.Random(1), 37)

    promises = publish_quarters(cases)

    figures = {one.row: one.figure for one in promises}
    assert all(one.figure % BASE == 0 and one.window == BASE for one in promises)
    assert fits(cases, promises)
    assert figures[row(Q=QUARTERS)] == sum(figures[row(Q=(quarter,))] for quarter in QUARTERS)
    assert figures[row(Q=QUARTERS)] == sum(figures[row(Q=QUARTERS, B=(kind,))] for kind in KINDS)


def test_looking_twice_draws_nothing_twice() -> None:
    cases = random_cases(random.Random(2), 20)

    assert publish_quarters(cases) == publish_quarters(cases)


def test_another_secret_gives_other_figures() -> None:
    cases = random_cases(random.Random(3), 60)

    assert publish_quarters(cases) != publish_quarters(cases, Draw(b"another", "test-1"))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(5, 80), st.integers(0, 3))
def test_whoever_knows_a_few_cases_still_has_base_minus_those_plus_one_counts_to_choose_from(
    seed: int, number: int, known: int
) -> None:
    dice = random.Random(seed)
    cases = random_cases(dice, number)
    promises = publish_quarters(cases, Draw(seed.to_bytes(4), "test-1"))
    insider = dice.sample(cases, known)

    for group in every_group():
        least, most = bounds(linked(), promises, group, insider)
        assert least <= count(cases, group) <= most
        assert most - least + 1 >= BASE - known + 1


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(5, 25), st.integers(0, 2))
def test_a_zero_or_a_base_never_shows_that_there_was_a_case(seed: int, number: int, known: int) -> None:
    dice = random.Random(seed)
    cases = random_cases(dice, number)
    promises = publish_quarters(cases, Draw(seed.to_bytes(4), "test-1"))
    insider = dice.sample(cases, known)

    for promise in [one for one in promises if one.figure <= BASE][:6]:
        least, _ = bounds(linked(), promises, promise.row, insider)
        assert least <= count(insider, promise.row)


def test_a_second_draw_of_the_same_rows_is_refused() -> None:
    cases = random_cases(random.Random(4), 30)
    once = publish_quarters(cases)
    again = publish_quarters(cases, Draw(b"another secret", "test-1"))

    with pytest.raises(NotProven) as refused:
        prove(linked(), (*once, *again), BASE)

    assert refused.value.params["why"] == "witness"
    assert slack(linked(), (*once, *again), BASE) < BASE


def test_a_figure_changed_afterwards_is_refused() -> None:
    promises = list(publish_quarters(random_cases(random.Random(5), 30)))
    promises[1] = promises[1]._replace(figure=promises[1].figure + BASE)

    with pytest.raises(NotProven):
        prove(linked(), promises, BASE)


def test_an_exact_total_is_refused() -> None:
    promises = publish_quarters(random_cases(random.Random(6), 30))

    with pytest.raises(NotProven) as refused:
        prove(linked(), (*promises, Promise(row(B=("a",)), promises[-1].figure, 0)), BASE)

    assert refused.value.params["why"] in {"window", "witness"}


def test_a_window_narrower_than_the_base_is_refused() -> None:
    promises = [one._replace(window=BASE - 1) for one in publish_quarters(random_cases(random.Random(7), 30))]

    with pytest.raises(NotProven) as refused:
        prove(linked(), promises, BASE)

    assert refused.value.params["why"] == "window"


def test_the_slack_of_an_exact_history_is_its_window() -> None:
    promises = publish_quarters(random_cases(random.Random(8), 40))

    assert slack(linked(), promises, BASE) == BASE == prove(linked(), promises, BASE).rho
    assert slack(linked(), (Promise(row(B=("a",)), 5, -1),), BASE) == -1


def test_the_slack_is_the_largest_there_is() -> None:
    kinds = [Promise(row(Q=("1",), B=(kind,)), 20, BASE) for kind in KINDS]
    whole = [Promise(row(Q=("1",)), 60, BASE), *kinds]

    assert slack(linked(), [Promise(row(), 100, BASE)], 99) == 2 * BASE
    assert slack(linked(), [Promise(row(), 100, 2 * BASE), kinds[0]], 99) == 2 * BASE
    assert slack(linked(), [Promise(row(), 0, 3 * BASE)], 99) == 3 * BASE
    assert slack(linked(), whole, 99) == 6
    assert slack(linked(), whole, 6, least=6) == 6
    assert slack(linked(), whole, 7, least=7) == -1


def test_a_certificate_promises_the_base_where_few_figures_leave_more() -> None:
    for promises in ([], [Promise(row(), 100, BASE)], [Promise(row(), 0, 3 * BASE)]):
        assert prove(linked(), promises, BASE).rho == BASE


def test_the_proof_is_the_same_in_whatever_order_the_promises_come() -> None:
    promises = list(publish_quarters(random_cases(random.Random(12), 60)))
    proof = prove(linked(), promises, BASE)
    random.Random(1).shuffle(promises)

    assert prove(linked(), promises, BASE) == proof


def test_the_witness_has_exactly_the_published_figures() -> None:
    system, promises = linked(), publish_quarters(random_cases(random.Random(9), 40))

    y = witness(system, promises)

    assert y is not None
    assert all(int(y[system.columns(one.row)].sum()) == one.figure for one in promises)


def test_nothing_can_be_published_when_earlier_figures_leave_no_room() -> None:
    cases = [{"Q": "1", "B": "a", "R": "x"}] * 40
    history = (Promise(row(Q=("1",)), 0, BASE),)

    with pytest.raises(NotProven) as refused:
        protect(linked(), wanted(cases, [row(Q=("1",), B=("a",))]), history, DRAW, BASE)

    assert refused.value.params["why"] == "rounding"


def test_the_windows_widen_only_when_they_must_and_the_step_is_told() -> None:
    cases = [{"Q": "1", "B": "a", "R": "x"}] * 8
    history = (Promise(row(Q=("1",)), 0, BASE),)

    protected = protect(linked(), wanted(cases, [row(Q=("1",), B=("a",))]), history, DRAW, BASE)

    assert protected.ladder == 2
    assert protected.promises == (Promise(row(Q=("1",), B=("a",)), 0, 2 * BASE),)


def test_a_row_already_published_keeps_its_figure_whatever_the_truth_became() -> None:
    history = (Promise(row(Q=("1",)), 15, BASE),)

    protected = protect(linked(), wanted([], [row(Q=("1",))]), history, DRAW, BASE)

    assert protected.promises == history


def test_reserved_rows_keep_their_room() -> None:
    cases = [{"Q": "1", "B": "a", "R": "x"}] * 9
    total, part = wanted(cases, [row(Q=("1",)), row(Q=("1",), B=("a",))])

    for seed in range(20):
        draw = Draw(bytes([seed]), "test-1")
        first = protect(linked(), [total], (), draw, BASE, reserved=[part])
        later = protect(linked(), [part], first.promises, draw, BASE)
        assert len(first.promises) == 1
        assert later.ladder == 1


def test_where_all_is_published_already_no_room_is_asked_for_others() -> None:
    cases = [{"Q": "1", "B": "a", "R": "x"}] * 8
    total, part = wanted(cases, [row(Q=("1",)), row(Q=("1",), B=("a",))])
    history = (Promise(total.row, 0, BASE),)

    again = protect(linked(), [total], history, DRAW, BASE, reserved=[part])

    assert again.promises == history
    assert again.ladder == 1
    assert protect(linked(), [part], history, DRAW, BASE).ladder == 2


def test_a_guide_weighs_in_the_choice_and_is_never_promised() -> None:
    cases = [{"Q": "1", "B": "a", "R": "x"}] * 8 + [{"Q": "1", "B": "b", "R": "x"}] * 4
    asked = wanted(cases, [row(Q=("1",)), row(Q=("1",), B=("a",))])
    (rest,) = wanted(cases, [row(Q=("1",), B=KINDS[1:])])

    def rests(weight: float) -> set[int]:
        guide = rest._replace(weight=weight, steps=2)
        made = [protect(linked(), asked, (), Draw(bytes([n]), "t"), BASE, guides=[guide]) for n in range(40)]
        assert all(len(one.promises) == len(one.ledger) == 2 and one.ladder == 1 for one in made)
        return {one.promises[0].figure - one.promises[1].figure for one in made}

    assert rests(0.0) == {0, BASE, 2 * BASE}
    assert rests(100.0) == {0, BASE}


def test_a_guide_that_is_a_row_of_its_own_already_changes_nothing() -> None:
    cases = random_cases(random.Random(11), 30)
    asked = wanted(cases, [row(Q=("1",)), row(Q=("1",), B=("a",))])
    guides = [one._replace(weight=100.0, steps=2) for one in asked]
    first = protect(linked(), asked[:1], (), DRAW, BASE)

    plain = protect(linked(), asked, first.promises, DRAW, BASE)

    assert protect(linked(), asked, first.promises, DRAW, BASE, guides=guides) == plain


def test_only_protect_makes_protected_figures() -> None:
    with pytest.raises(ValueError, match="only protect"):
        replace(protect(linked(), [], (), DRAW, BASE), seal=None)


def test_the_order_of_rows_and_of_codes_changes_nothing() -> None:
    cases = random_cases(random.Random(11), 30)
    rows = rows_of(("1",))
    there = protect(linked(), wanted(cases, rows), (), DRAW, BASE)
    back = protect(linked(kinds=KINDS[::-1], roles=("y", "x")), wanted(cases, rows[::-1]), (), DRAW, BASE)

    assert set(there.promises) == set(back.promises)


def test_every_picture_within_the_windows_can_come_out() -> None:
    cases = [{"Q": "1", "B": "a", "R": "x"}] * 3 + [{"Q": "1", "B": "b", "R": "x"}] * 2
    rows = [row(Q=("1",), B=(kind,)) for kind in ("a", "b")]

    seen = {
        tuple(one.figure for one in protect(linked(), wanted(cases, rows), (), Draw(bytes([n]), "t"), BASE).promises)
        for n in range(120)
    }

    assert seen == {(0, 0), (0, 5), (5, 0), (5, 5)}


def test_the_class_of_a_row_gives_it_a_wider_window_and_no_more_than_its_step() -> None:
    cases = random_cases(random.Random(11), 30)
    half, quarter = wanted(cases, [row(Q=("1", "2")), row(Q=("1",))])
    half = half._replace(steps=2)

    protected = protect(linked(), [half, quarter], (), DRAW, BASE)

    assert [one.window for one in protected.promises] == [2 * BASE, BASE]
    assert protected.ladder == 1
    assert protected.proof.rho >= BASE
