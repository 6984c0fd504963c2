from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.certificate import FLOOR, prove, slack
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.protect import Protected, protect
from counsellor_desk.disclosure.revision import revise, supersede
from counsellor_desk.disclosure.table import Promise, Row, row
from tests.disclosure.small import (
    BASE,
    DRAW,
    KINDS,
    QUARTERS,
    Case,
    count,
    every_group,
    fits,
    linked,
    publish_quarters,
    random_cases,
    rows_of,
    wanted,
)


def touched(quarter: str) -> list[Row]:
    """Every published row about a quarter: its own, and the year so far from then on."""
    after = range(max(QUARTERS.index(quarter), 1), len(QUARTERS))
    return rows_of((quarter,)) + [one for at in after for one in rows_of(QUARTERS[: at + 1])]


def corrected(dice: random.Random, cases: list[Case]) -> tuple[list[Case], list[Case], list[Case]]:
    """The cases after a correction of one of them; what it put in, and what it took out."""
    gone = dice.choice(cases)
    other = gone | {"B": dice.choice(KINDS)}
    put, out = dice.choice([([other], []), ([], [gone]), ([other], [gone])])
    left = list(cases)
    for case in out:
        left.remove(case)
    return left + put, put, out


def corrected_once(seed: int, number: int, changed: int = 1) -> tuple[Protected, list[Case], list[Case], list[Case]]:
    dice, draw = random.Random(seed), Draw(seed.to_bytes(4), "test-1")
    before = random_cases(dice, number)
    history = publish_quarters(before, draw)
    after, put, out = corrected(dice, before)
    rows = touched((put + out)[0]["Q"])
    return revise(linked(), wanted(after, rows), history, draw, BASE, changed), after, put, out


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(4, 60), st.integers(0, 2))
def test_whoever_has_both_figures_and_knows_the_correction_is_still_left_with_the_proven_counts(
    seed: int, number: int, known: int
) -> None:
    made, after, put, out = corrected_once(seed, number)
    rho = made.proof.rho
    seen = [
        one._replace(figure=one.figure + count(put, one.row) - count(out, one.row), changed=0) if one.changed else one
        for one in made.ledger
    ]
    insider = put + random.Random(seed).sample([one for one in after if one not in put], min(known, len(after) - 1))

    assert rho >= FLOOR
    assert fits(after, tuple(seen))
    attacker = Attacker(linked(), seen)
    assert all(attacker.at_least(list(every_group()), rho - len(insider), insider))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(4, 60))
def test_whoever_does_not_know_the_correction_is_left_with_no_fewer(seed: int, number: int) -> None:
    made, after, _, _ = corrected_once(seed, number)
    attacker = Attacker(linked(), made.ledger)

    assert all(attacker.at_least(list(every_group()), made.proof.rho))
    for group in every_group():
        least, most = attacker.bounds(group)
        assert least <= count(after, group) <= most


def test_a_revision_gives_the_corrected_figures_and_marks_the_ledger() -> None:
    made, after, _, _ = corrected_once(3, 30)

    assert made.corrected
    assert fits(after, made.promises)
    assert all(one.stands for one in made.promises)
    replaced = {one.row for one in made.ledger if not one.stands}
    assert replaced == {one.row for one in made.promises}
    assert prove(linked(), made.ledger, BASE) == made.proof


def test_what_was_never_corrected_is_not_marked() -> None:
    assert not protect(linked(), wanted([], rows_of(("1",))), (), DRAW, BASE).corrected


def test_most_figures_stay_as_they_were_because_nothing_is_drawn_twice() -> None:
    stayed = total = 0
    for seed in range(12):
        made, _, _, _ = corrected_once(seed, 40)
        old = {one.row: one.figure for one in made.ledger if not one.stands}
        total += len(old)
        stayed += sum(old[one.row] == one.figure for one in made.promises)

    assert stayed > 0.9 * total


def test_each_case_that_may_be_corrected_costs_one_count() -> None:
    system, rows = linked(), rows_of(("1",))
    history = protect(system, wanted([], rows), (), DRAW, BASE).promises

    assert [revise(system, wanted([], rows), history, DRAW, BASE, k).proof.rho for k in (1, 2)] == [4, 3]
    with pytest.raises(NotProven) as refused:
        revise(system, wanted([], rows), history, DRAW, BASE, 3)
    assert refused.value.params["why"] == "slack"


def test_a_second_correction_of_the_same_quarter_adds_to_the_first() -> None:
    system, rows = linked(), rows_of(("1",))
    history = protect(system, wanted([], rows), (), DRAW, BASE).promises
    once = revise(system, wanted([], rows), history, DRAW, BASE, 1)
    twice = revise(system, wanted([], rows), once.ledger, DRAW, BASE, 1)

    assert sorted({one.changed for one in twice.ledger}) == [0, 1, 2]
    assert twice.proof.rho == 3
    with pytest.raises(NotProven):
        revise(system, wanted([], rows), twice.ledger, DRAW, BASE, 1)


def test_quarters_that_were_not_corrected_go_on_as_before() -> None:
    cases = random_cases(random.Random(4), 40)
    system = linked()
    history = protect(system, wanted(cases, rows_of(("1",))), (), DRAW, BASE).promises
    ledger = revise(system, wanted(cases, rows_of(("1",))), history, DRAW, BASE, 2).ledger

    later = protect(system, wanted(cases, rows_of(("2",))), ledger, DRAW, BASE)
    again = protect(system, wanted(cases, rows_of(("1",))), later.ledger, DRAW, BASE)

    assert later.ladder == 1
    assert later.proof.rho >= FLOOR
    assert again.ledger == later.ledger
    assert again.promises == tuple(one for one in ledger if one.stands)


def test_figures_too_far_apart_are_refused() -> None:
    system, total = linked(), row(Q=("1",))
    history = [Promise(total, 40, BASE)]
    new = Promise(total, 60, BASE)

    with pytest.raises(NotProven) as refused:
        prove(system, [*supersede(system, history, [total], 1), new], BASE)

    assert refused.value.params["why"] == "slack"
    assert slack(system, [*supersede(system, history, [total], 1), new._replace(figure=45)], 99) == 4


def test_wider_windows_are_taken_where_the_narrow_ones_prove_too_little() -> None:
    system, total = linked(), row(Q=("1",))
    cases = [{"Q": "1", "B": "a", "R": "x"}] * 30

    made = revise(system, wanted(cases, [total]), [Promise(total, 20, BASE)], DRAW, BASE, 1)

    assert made.promises == (Promise(total, 30, 2 * BASE),)
    assert made.ladder == 2
    assert made.proof.rho == 4


def test_a_revision_that_corrects_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="one case at least"):
        revise(linked(), wanted([], rows_of(("1",))), (), DRAW, BASE, 0)
