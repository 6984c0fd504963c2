"""What is thought of a clock, from two moments alone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.casework.clock import LONGEST_AWAY, STEP_BACK, Judgement, doubt_of, judge_clock

LAST = datetime(2026, 11, 23, 17, 5)
MOMENTS = st.datetimes()


@pytest.mark.parametrize(
    ("now", "judgement"),
    [
        (LAST, Judgement.TRUSTED),
        (LAST + timedelta(days=1), Judgement.TRUSTED),
        (LAST + timedelta(days=35), Judgement.TRUSTED),
        (LAST + timedelta(days=35, seconds=1), Judgement.AHEAD),
        (LAST + timedelta(days=42), Judgement.AHEAD),
        (LAST - timedelta(hours=3), Judgement.TRUSTED),
        (LAST - timedelta(hours=3, seconds=1), Judgement.BEHIND),
        (datetime(1970, 1, 1), Judgement.BEHIND),
        (datetime(2099, 1, 1), Judgement.AHEAD),
        (datetime(9999, 12, 31, 23, 59), Judgement.AHEAD),
        (datetime(1, 1, 1), Judgement.BEHIND),
    ],
)
def test_a_clock_is_believed_from_three_hours_before_the_last_use_to_35_days_after_it(
    now: datetime, judgement: Judgement
) -> None:
    assert judge_clock(LAST, now) is judgement


@pytest.mark.parametrize("winter", [datetime(2026, 10, 25, 2, 59), datetime(2027, 10, 31, 2, 59)])
def test_the_hour_that_comes_twice_in_autumn_is_no_doubt(winter: datetime) -> None:
    assert judge_clock(winter, winter - timedelta(minutes=59)) is Judgement.TRUSTED


@given(MOMENTS, MOMENTS)
def test_every_pair_of_moments_has_one_judgement_and_only_doubt_has_a_state(last: datetime, now: datetime) -> None:
    doubt = doubt_of(last, now)

    assert (doubt is None) == (judge_clock(last, now) is Judgement.TRUSTED)
    assert (doubt is None) == (-STEP_BACK <= now - last <= LONGEST_AWAY)


@given(MOMENTS)
def test_a_moment_that_was_accepted_is_believed_at_once(now: datetime) -> None:
    assert doubt_of(now, now) is None


def test_a_state_says_both_moments_and_no_more() -> None:
    behind, ahead = doubt_of(LAST, datetime(1970, 1, 1, 0, 10, 59)), doubt_of(LAST, datetime(2027, 3, 14, 9))

    assert behind is not None
    assert ahead is not None
    assert (behind.code, dict(behind.params)) == (
        "clock.behind", {"now": "1970-01-01 00:10", "last": "2026-11-23 17:05"},
    )  # fmt: skip
    assert (ahead.code, ahead.params["now"]) == ("clock.ahead", "2027-03-14 09:00")
