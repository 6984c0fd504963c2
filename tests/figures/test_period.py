from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.figures.period import Period, PeriodKind, PeriodUnreadable, last_full

DAYS = st.dates(date(1901, 1, 1), date(9998, 12, 31))


@given(DAYS)
def test_every_day_lies_in_its_quarter(day: date) -> None:
    quarter = Period.quarter_of(day)

    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.quarters == (quarter,)


@given(DAYS, st.sampled_from(PeriodKind))
def test_the_last_full_period_is_the_newest_that_has_ended(today: date, kind: PeriodKind) -> None:
    period = last_full(kind, today)

    following = Period.quarter_of(period.last_day + timedelta(days=1))
    assert period.kind is kind
    assert period.last_day < today <= _with(following, kind).last_day


@given(DAYS, st.sampled_from(PeriodKind))
def test_the_period_before_ends_where_this_one_begins(day: date, kind: PeriodKind) -> None:
    period = _with(Period.quarter_of(day), kind)

    before = period.before()
    assert (before.kind, before.last_day) == (kind, period.first_day - timedelta(days=1))
    assert len(before.quarters) == len(period.quarters)


@given(DAYS, st.sampled_from(PeriodKind))
def test_a_period_is_read_as_it_is_written(day: date, kind: PeriodKind) -> None:
    period = _with(Period.quarter_of(day), kind)

    assert Period.parse(str(period)) == period
    assert Period.parse(f" {str(period).lower()} ") == period


@pytest.mark.parametrize("words", ["", "2026Q5", "2026Q0", "2026H3", "1899", "9999", "26Q1", "2026-Q1", "2026Q1x"])
def test_anything_else_is_no_period(words: str) -> None:
    with pytest.raises(PeriodUnreadable):
        Period.parse(words)


@pytest.mark.parametrize(("year", "index"), [(2026, 0), (2026, 5), (1899, 1), (9999, 1)])
def test_there_is_no_such_quarter(year: int, index: int) -> None:
    with pytest.raises(PeriodUnreadable):
        Period(year, PeriodKind.QUARTER, index)


def _with(quarter: Period, kind: PeriodKind) -> Period:
    """The period of ``kind`` that holds ``quarter``."""
    length = {PeriodKind.QUARTER: 1, PeriodKind.HALF: 2, PeriodKind.YEAR: 4}[kind]
    return Period(quarter.year, kind, (quarter.index - 1) // length + 1)
