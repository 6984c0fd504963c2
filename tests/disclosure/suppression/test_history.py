from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import Hierarchy, Plan
from counsellor_desk.disclosure.suppression.attack import SuppressionAttack
from counsellor_desk.disclosure.suppression.audit import SuppressionProof, audit, prove
from counsellor_desk.disclosure.suppression.grid import Grid, Interval
from counsellor_desk.disclosure.suppression.suppress import suppress
from counsellor_desk.disclosure.table import Promise, Row, row, worth
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
)

QUARTERS = Hierarchy("Q", ("1", "2"))
KINDS = Hierarchy("K", ("a", "b", "c"))
FIRST = Plan("quarters", "1", BASE, (QUARTERS, KINDS), (("Q",), ("K",)))
THEN = Plan("crossed", "1", BASE, (QUARTERS, KINDS), (("Q", "K"),))


def crossed(*numbers: int) -> Counts:
    return dict(zip(((q, k) for q in QUARTERS.codes for k in KINDS.codes), numbers, strict=True))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_two_releases_read_together_narrow_no_small_count_or_the_second_is_refused(seed: int) -> None:
    counts = random_counts(THEN, seed)
    secrets = {*small(FIRST, counts), *small(THEN, counts)}
    one = suppress(FIRST, counts, BASE)

    try:
        two = suppress(THEN, counts, BASE, (*one.published, *one.withheld)).published
    except NotProven:
        assert any(narrow(THEN, one.published, secret) for secret in secrets)
    else:
        assert not any(narrow(THEN, (*one.published, *two), secret) for secret in secrets)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_what_was_rounded_before_leaves_a_safe_pattern_unless_it_narrows_a_small_count_by_itself(seed: int) -> None:
    counts, dice = random_counts(THEN, seed), random.Random(seed)
    told = tuple(_rounded(one, truth(THEN, counts, one), dice) for one in THEN.rows() if dice.random() < 0.6)
    secrets = list(small(THEN, counts))

    try:
        done = suppress(THEN, counts, BASE, told)
    except NotProven:
        assert any(narrow(THEN, told, secret) for secret in secrets)
    else:
        assert not any(narrow(THEN, (*told, *done.published), secret) for secret in secrets)


def _rounded(what: Row, number: int, dice: random.Random) -> Promise:
    window = dice.choice((2, 3, 5))
    return Promise(what, max(0, number + dice.randint(-window, window)), window)


def test_what_is_published_stays_published() -> None:
    counts = crossed(1, 6, 9, 9, 6, 9)
    told = Promise(row(Q=("1",), K=("b",)), 6, 0)

    free = suppress(THEN, counts, BASE)
    bound = suppress(THEN, counts, BASE, (told,))

    assert told not in free.published
    assert told in bound.published
    assert bound.proof.statements == len(bound.published) + 1


def test_a_count_that_was_withheld_in_a_table_of_another_plan_stays_protected() -> None:
    counts = crossed(3, 9, 9, 9, 9, 9)
    one = suppress(THEN, counts, BASE)
    totals = Plan("kinds", "1", BASE, (QUARTERS, KINDS), (("K",),))

    two = suppress(totals, counts, BASE, (*one.published, *one.withheld))

    again = next(cell for cell in two.withheld if cell.row == row(Q=("1",), K=("a",)))
    assert again.least == 0
    assert again.most is None or again.most >= BASE


def test_earlier_figures_that_leave_no_safe_pattern_are_named() -> None:
    counts = crossed(3, 9, 9, 9, 9, 9)
    told = [Promise(row(Q=("1",)), 21, 0), Promise(row(Q=("1",), K=("b", "c")), 18, 0)]

    with pytest.raises(NotProven) as refused:
        suppress(THEN, counts, BASE, told)

    assert refused.value.params == {"why": "pattern"}


def test_a_chain_of_earlier_figures_that_leaves_no_safe_pattern_is_named() -> None:
    counts = crossed(9, 9, 9, 3, 9, 9)
    told = [
        Promise(row(Q=("2",)), 21, 0),
        Promise(row(Q=("2",), K=("c",)), 9, 0),
        Promise(row(K=("b",)), 18, 0),
        Promise(row(Q=("1",), K=("b",)), 9, 0),
    ]

    with pytest.raises(NotProven) as refused:
        suppress(THEN, counts, BASE, told)

    assert refused.value.params == {"why": "pattern"}


def test_a_small_count_that_was_published_is_not_withheld_as_if_it_were_secret() -> None:
    with pytest.raises(NotProven) as refused:
        suppress(THEN, crossed(3, 9, 9, 9, 9, 9), BASE, [Promise(row(Q=("1",), K=("a",)), 3, 0)])

    assert refused.value.params == {"why": "pattern"}


@pytest.mark.parametrize(
    "told",
    [
        Promise(row(Q=("1",)), 22, 0),
        Promise(row(Q=("1",)), 26, 4),
        Promise(row(Q=("1",)), 15, 5),
        Interval(row(Q=("1",)), 22, None),
        Interval(row(Q=("1",)), 0, 20),
    ],
)
def test_counts_that_are_not_those_of_an_earlier_release_are_named(told: Promise | Interval) -> None:
    with pytest.raises(NotProven) as refused:
        suppress(THEN, crossed(3, 9, 9, 9, 9, 9), BASE, [told])

    assert refused.value.params == {"why": "history"}


@pytest.mark.parametrize("told", [Promise(row(Q=("1",)), 26, 5), Promise(row(Q=("1",)), 16, 5)])
def test_a_rounded_figure_binds_by_its_window(told: Promise) -> None:
    done = suppress(THEN, crossed(3, 9, 9, 9, 9, 9), BASE, [told])

    secret = next(one for one in done.withheld if one.row == row(Q=("1",), K=("a",)))
    assert (secret.least, secret.most) == attacked(THEN, [told, *done.published], secret.row)
    assert secret.least == 0


def test_a_window_that_shows_a_small_count_leaves_no_safe_pattern() -> None:
    with pytest.raises(NotProven) as refused:
        suppress(THEN, crossed(3, 9, 9, 9, 9, 9), BASE, [Promise(row(Q=("1",), K=("a",)), 3, 1)])

    assert refused.value.params == {"why": "pattern"}


def test_a_pattern_that_protects_only_in_fractions_of_cases_is_not_enough() -> None:
    line = Plan("line", "1", BASE, (KINDS,), (("K",),))
    counts = {("a",): 3, ("b",): 3, ("c",): 9}
    talks = Promise(worth(row(), "K", {"a": 2, "b": 3, "c": 1}), 24, 0)  # 2a + 3b = 15 has no solution with b = 0

    done = suppress(line, counts, BASE, [talks])

    assert done.optimal
    assert done.published == ()
    for kind in "ab":
        assert not narrow(line, [talks], row(K=(kind,)))
        assert narrow(line, [talks, Promise(row(K=("c",)), 9, 0)], row(K=("b",)))


def test_an_interval_ends_at_whole_cases_where_fractions_would_go_further() -> None:
    line = Plan("line", "1", BASE, (KINDS,), (("K",),))
    talks = Promise(worth(row(), "K", {"a": 2, "b": 3, "c": 1}), 24, 0)

    found, _ = audit(line, [Promise(row(K=("c",)), 9, 0)], BASE, [talks])

    assert found == (Interval(row(), 14, 16), Interval(row(K=("a",)), 0, 6), Interval(row(K=("b",)), 1, 5))


def test_in_whole_cases_a_pattern_has_a_gap_only_where_no_table_of_cases_closes_it() -> None:
    grid = Grid(THEN)
    hidden = grid.system.tally(["Q", "K"], crossed(3, 9, 9, 9, 9, 9))
    secret = grid.unknowns(hidden) == 3
    attack = SuppressionAttack(grid, hidden, secret, BASE)

    assert attack.whole_gaps(secret)[0].help.tolist() == (~secret).astype(float).tolist()
    assert attack.whole_gaps(np.ones(grid.size, dtype=bool)) == []


def test_the_dimensions_of_an_earlier_plan_need_not_be_crossed_in_this_one() -> None:
    counts = crossed(3, 9, 9, 9, 9, 9)
    told = Promise(worth(row(Q=("1",)), "K", {"a": 1, "b": 2}), 21, 0)

    done = suppress(FIRST, counts, BASE, [told])

    assert Promise(row(K=("a",)), 12, 0) in done.published


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_every_identity_is_0_in_every_table(shape: str, seed: int) -> None:
    of = plan(shape)
    told = [
        Interval(row(A=(of.dimensions[0].codes[0],)), 0, None),
        Promise(worth(row(), "A", dict.fromkeys(of.dimensions[0].codes[:2], 2)), 9, 9),
    ]
    grid = Grid(of, told)
    counts = random_counts(of, seed)

    table = grid.unknowns(grid.system.tally([one.name for one in of.dimensions], counts))

    every = grid.identities
    assert not np.bincount(every.line, every.value * table[every.unknown], every.lines).any()
    assert table[: grid.own].tolist() == [truth(of, counts, one) for one in of.rows()]
    assert grid.identities.unknowns == len(table)


def test_two_statements_that_contradict_each_other_are_named() -> None:
    total = row(Q=("1",))

    with pytest.raises(NotProven) as refused:
        Grid(THEN, [Promise(total, 5, 0), Promise(total, 6, 0)])

    assert refused.value.params == {"why": "history"}


def test_statements_that_no_table_can_meet_are_named() -> None:
    told = [Promise(row(Q=("1",)), 5, 0), Promise(row(Q=("1",), K=("a",)), 6, 0)]

    with pytest.raises(NotProven) as refused:
        audit(THEN, told, BASE)

    assert refused.value.params == {"why": "history"}


def test_counts_that_are_all_told_and_do_not_add_up_are_named() -> None:
    line = Plan("line", "1", BASE, (KINDS,), (("K",),))
    told = [Promise(row(K=(kind,)), count, 0) for kind, count in (("a", 1), ("b", 2), ("c", 3))]

    with pytest.raises(NotProven) as refused:
        audit(line, [*told, Promise(row(), 7, 0)], BASE)

    assert refused.value.params == {"why": "history"}
    assert audit(line, [*told, Promise(row(), 6, 0)], BASE) == ((), SuppressionProof(wide=0, narrow=0, statements=4))


def test_what_is_published_now_is_heard_beside_what_was_told_before_and_changes_nothing_of_it() -> None:
    told = [Interval(row(Q=("1",)), 4, 30)]
    before = Grid(THEN, told)

    after = before.after([Promise(row(Q=("1",)), 21, 0), Promise(row(K=("a",)), 12, 0)])

    both = Grid(THEN, [*told, Promise(row(Q=("1",)), 21, 0), Promise(row(K=("a",)), 12, 0)])
    for one, other in ((after, both), (before, Grid(THEN, told))):
        assert one.rows == other.rows
        assert (one.low.tolist(), one.high.tolist()) == (other.low.tolist(), other.high.tolist())
        assert (one.owed.tolist(), one.heard) == (other.owed.tolist(), other.heard)
    with pytest.raises(NotProven):
        before.after([Promise(row(Q=("1",)), 31, 0)])


def test_a_share_of_a_cell_too_small_to_see_moves_nothing() -> None:
    grid = Grid(THEN)
    hidden = grid.system.tally(["Q", "K"], crossed(3, 9, 9, 9, 9, 9))
    attack = SuppressionAttack(grid, hidden, grid.unknowns(hidden) == 3, BASE)
    share = np.where(grid.unknowns(hidden) == 3, 1.0, 1e-9)

    assert len(attack.gaps(share)) == 2
    assert all(line.need in (2.0, 3.0) for line in attack.gaps(share))


def test_the_proof_follows_from_what_is_published_alone() -> None:
    done = suppress(plan("nested"), random_counts(plan("nested"), 3), BASE)

    assert prove(plan("nested"), done.published, done.withheld, BASE) == done.proof


@pytest.mark.parametrize("change", [(-1, 0), (1, 0), (0, 1)])
def test_a_changed_interval_is_named(change: tuple[int, int]) -> None:
    counts = crossed(3, 9, 9, 9, 9, 9)
    done = suppress(THEN, counts, BASE)
    first, *rest = done.withheld
    assert first.most is not None
    changed = Interval(first.row, first.least + change[0], first.most + change[1])

    with pytest.raises(NotProven) as refused:
        prove(THEN, done.published, [changed, *rest], BASE)

    assert refused.value.params == {"why": "interval"}


def test_a_cell_that_is_neither_published_nor_withheld_is_named() -> None:
    done = suppress(THEN, crossed(3, 9, 9, 9, 9, 9), BASE)

    for published, withheld in ((done.published[1:], done.withheld), (done.published, done.withheld[1:])):
        with pytest.raises(NotProven) as refused:
            prove(THEN, published, withheld, BASE)
        assert refused.value.params == {"why": "interval"}


def test_a_withheld_count_that_is_shown_to_be_small_is_named() -> None:
    line = Plan("line", "1", BASE, (KINDS,), (("K",),))
    shown = [Promise(row(), 12, 0), Promise(row(K=("a",)), 9, 0)]

    with pytest.raises(NotProven) as refused:
        audit(line, [*shown, Promise(row(K=("b",)), 0, 0)], BASE)

    assert refused.value.params == {"why": "presence"}
    assert audit(line, shown, BASE) == (
        (Interval(row(K=("b",)), 0, 3), Interval(row(K=("c",)), 0, 3)),
        SuppressionProof(wide=0, narrow=2, statements=2),
    )


def test_a_proof_that_takes_longer_than_allowed_is_none() -> None:
    done = suppress(THEN, crossed(3, 9, 9, 9, 9, 9), BASE)

    with pytest.raises(NotProven) as refused:
        audit(THEN, done.published, BASE, seconds=0)

    assert refused.value.params == {"why": "time"}


def test_truth_never_enters_the_proof() -> None:
    line = Plan("line", "1", BASE, (KINDS,), (("K",),))
    few = suppress(line, {("a",): 2, ("b",): 3, ("c",): 9}, BASE)
    other = suppress(line, {("a",): 4, ("b",): 1, ("c",): 9}, BASE)

    assert (few.published, few.withheld, few.proof) == (other.published, other.withheld, other.proof)
    assert truth(line, {("a",): 2, ("b",): 3}, row()) == 5
