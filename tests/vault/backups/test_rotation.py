from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.vault.backups.rotation import DAYS, MONTHS, WEEKS, kept, moment_of, name_of

MOMENTS = st.frozensets(st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)), max_size=80)


def test_a_year_of_daily_backups_leaves_seven_days_five_weeks_and_twelve_months() -> None:
    last = datetime(2026, 11, 25, 17)

    staying = sorted(kept(last - timedelta(days=day) for day in range(400)), reverse=True)

    assert [at.date() for at in staying] == [
        *(date(2026, 11, day) for day in (25, 24, 23, 22, 21, 20, 19)),
        date(2026, 11, 15), date(2026, 11, 8), date(2026, 11, 1),
        *(date(2026, 11, 1) - timedelta(days=days) for days in (1, 32, 62, 93, 124, 154, 185, 215, 246, 274, 305)),
    ]  # fmt: skip


def test_of_one_day_the_newest_stays() -> None:
    day = [datetime(2026, 11, 25, hour) for hour in (9, 12, 17)]

    assert kept(day) == {day[-1]}


@given(MOMENTS)
def test_the_newest_stays_and_no_more_than_the_slots(moments: frozenset[datetime]) -> None:
    staying = kept(moments)

    assert staying <= moments
    assert len(staying) <= DAYS + WEEKS + MONTHS
    assert not moments or max(moments) in staying


@given(MOMENTS)
def test_letting_go_twice_lets_no_more_go(moments: frozenset[datetime]) -> None:
    assert kept(kept(moments)) == kept(moments)


@given(MOMENTS, st.datetimes(datetime(2029, 1, 1), datetime(2030, 1, 1)))
def test_what_was_let_go_is_never_missed_by_a_later_rotation(moments: frozenset[datetime], later: datetime) -> None:
    assert kept(kept(moments) | {later}) == kept(moments | {later})


def test_a_name_says_when_and_nothing_else() -> None:
    at = datetime(2026, 11, 25, 14, 3, 12)

    assert name_of("3f9a2c1b", at) == "desk-3f9a2c1b-20261125-140312.backup"
    assert moment_of(name_of("3f9a2c1b", at), "3f9a2c1b") == at


@pytest.mark.parametrize(
    "name",
    [
        "desk-0000aaaa-20261125-140312.backup",  # another vault's
        "desk-3f9a2c1b-20261325-140312.backup",  # no such month
        "desk-3f9a2c1b-20261125-140312.backup.new",
        "holiday.jpg",
    ],
)
def test_files_of_others_are_no_backups(name: str) -> None:
    assert moment_of(name, "3f9a2c1b") is None
