"""Rows to which one case adds more than 1: contacts, up to a cap."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.certificate import prove, slack, witness
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.protect import Protected, protect
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Promise, Row, Wanted, row, worth
from tests.disclosure.small import BASE, Case, count

CAP = 4
TALKS = tuple(map(str, range(CAP + 1)))  # the last: so many or more
WORTH = {code: int(code) for code in TALKS}
KINDS = ("a", "b")
SYSTEM = System((Dimension("B", KINDS), Dimension("N", TALKS)), (Crossing(("B", "N")),))
CASES = [row(), *(row(B=(kind,)) for kind in KINDS)]
CONTACTS = [worth(cases, "N", WORTH) for cases in CASES]


def some_cases(dice: random.Random, number: int) -> list[Case]:
    return [{"B": dice.choice(KINDS), "N": dice.choice(TALKS)} for _ in range(number)]


def truth(cases: list[Case], what: Row) -> int:
    if not what.worth:
        return count(cases, what)
    return sum(int(one["N"]) for one in cases if all(one[name] in codes for name, codes in what.where))


def published(cases: list[Case], seed: int) -> Protected:
    wanted = [Wanted(one, truth(cases, one)) for one in (*CASES, *CONTACTS)]
    return protect(SYSTEM, wanted, (), Draw(seed.to_bytes(4), "talks-1"), BASE)


def test_contacts_are_multiples_of_base_times_cap_with_a_window_as_wide_and_add_up() -> None:
    cases = some_cases(random.Random(1), 60)

    promises = published(cases, 1).promises
    shown = {one.row: one for one in promises}

    assert all(one.figure % (BASE * one.row.most) == 0 and one.window == BASE * one.row.most for one in promises)
    assert all(abs(truth(cases, one.row) - one.figure) <= one.window for one in promises)
    assert [one.most for one in CONTACTS] == [CAP] * 3
    for whole, *parts in (CASES, CONTACTS):
        assert shown[whole].figure == sum(shown[part].figure for part in parts)


def test_the_witness_has_as_many_contacts_as_were_published() -> None:
    promises = published(some_cases(random.Random(2), 40), 2).promises

    y = witness(SYSTEM, promises)

    assert y is not None
    assert all(y[SYSTEM.columns(p.row)] @ SYSTEM.weights(p.row) == p.figure for p in promises)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 60), st.integers(0, 3))
def test_whoever_knows_a_few_cases_is_left_with_as_many_counts_as_without_contacts(
    seed: int, number: int, known: int
) -> None:
    dice = random.Random(seed)
    cases = some_cases(dice, number)
    made = published(cases, seed)
    attacker, insider = Attacker(SYSTEM, made.promises), dice.sample(cases, known)
    talkers = [row(B=("a",), N=TALKS[1:]), row(N=TALKS[-1:]), row(B=("b",), N=TALKS[:1])]

    assert made.proof.rho >= BASE
    assert all(attacker.at_least([*CASES, *talkers, *CONTACTS], BASE - known, insider))
    for group in (*CASES, *talkers):
        least, most = attacker.bounds(group, insider)
        assert least <= truth(cases, group) <= most


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 12))
def test_no_contacts_shown_never_shows_that_there_was_one(seed: int, number: int) -> None:
    promises = published(some_cases(random.Random(seed), number), seed).promises
    attacker = Attacker(SYSTEM, promises)

    assert all(attacker.bounds(one.row)[0] == 0 for one in promises if one.figure == 0)


def test_a_window_of_the_base_hides_no_contacts() -> None:
    promises = [Promise(CONTACTS[0], 40, BASE)]

    with pytest.raises(NotProven) as refused:
        prove(SYSTEM, promises, BASE)

    assert refused.value.params["why"] == "window"
    assert slack(SYSTEM, promises, 99) == 2 * BASE // CAP


def test_the_slack_is_told_in_cases() -> None:
    assert prove(SYSTEM, [Promise(CONTACTS[0], 0, BASE * CAP)], BASE).rho == BASE
    assert slack(SYSTEM, [Promise(CONTACTS[0], 100, BASE * CAP)], 99) == 2 * BASE


def test_what_is_worth_nothing_is_no_part_of_a_row() -> None:
    row_of_contacts = worth(row(B=("a",)), "N", WORTH)

    assert len(SYSTEM.columns(row_of_contacts)) == CAP
    assert list(SYSTEM.weights(row_of_contacts)) == [1, 2, 3, 4]


def test_contacts_and_cases_have_names_and_keys_of_their_own() -> None:
    with_contact = row(N=TALKS[1:])
    once_each = worth(row(), "N", dict.fromkeys(TALKS[1:], 1))

    assert len({one.name for one in (with_contact, once_each, CONTACTS[0], worth(row(), "N", {"1": 2}))}) == 4
    assert SYSTEM.key(with_contact) == SYSTEM.key(once_each)
    assert SYSTEM.key(with_contact) != SYSTEM.key(CONTACTS[0])
    assert CONTACTS[1].name == "B=a|N=1*1,2*2,3*3,4*4"


def test_contacts_are_counted_in_whatever_table_knows_how_many_there_were() -> None:
    place = Dimension("P", ("x", "y", "z"))
    linked = System(
        (place, Dimension("B", KINDS), Dimension("N", TALKS)), (Crossing(("P", "B")), Crossing(("B", "N")))
    )
    cases = [{"P": "x", "B": kind, "N": talks} for kind in KINDS for talks in TALKS]
    y = linked.tally(("P", "B", "N"), {(one["P"], one["B"], one["N"]): 1 for one in cases})

    assert [int(y[linked.columns(one)] @ linked.weights(one)) for one in CONTACTS] == [20, 10, 10]


def test_a_sum_that_is_one_cell_takes_the_same_steps_as_the_count_of_that_cell() -> None:
    once = row(B=("a",), N=("1",))
    wanted = [Wanted(worth(once, "N", {"1": 1, "4": 4}), 21), Wanted(once, 21)]

    for secret in range(20):
        made = protect(SYSTEM, wanted, (), Draw(secret.to_bytes(4), "talks-1"), BASE)
        assert ([one.figure for one in made.promises], made.ladder) == ([20, 20], 1)
