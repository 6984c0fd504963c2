from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.plan import Hierarchy, Plan
from counsellor_desk.disclosure.suppression.suppress import suppress
from counsellor_desk.disclosure.table import Promise, Row
from tests.disclosure.suppression.tables import (
    BASE,
    SHAPES,
    Counts,
    attacked,
    plan,
    random_counts,
    small,
    truth,
)


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_no_reader_can_narrow_a_small_count_or_show_that_it_is_not_zero(shape: str, seed: int) -> None:
    of = plan(shape)
    counts = random_counts(of, seed)

    done = suppress(of, counts, BASE)

    assert {one.row for one in done.published}.isdisjoint(small(of, counts))
    for secret in small(of, counts):
        least, most = attacked(of, done.published, secret)
        assert least == 0
        assert most is None or most >= BASE


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


def narrow(of: Plan, shown: list[Promise], secret: Row) -> bool:
    least, most = attacked(of, shown, secret)
    return least > 0 or (most is not None and most < BASE)
