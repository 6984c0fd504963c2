"""What people type for a length of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.amounts import parse_minutes


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("45", 45), ("90m", 90), ("90 min", 90), ("90 minuten", 90), ("1u30", 90), ("1h30", 90), ("1:30", 90),
        ("1 U 30", 90), ("1 uur en 30 minuten", 90), ("1,5 u", 90), ("1.5 h", 90), ("0,25 uur", 15), ("2 hours", 120),
        ("24 u", 1440),
    ],
)  # fmt: skip
def test_a_length_of_time_is_understood_in_both_languages(words: str, minutes: int) -> None:
    assert parse_minutes(words) == minutes


@pytest.mark.parametrize(
    "words",
    ["", "0", "-30", "2000", "1,5", "1.30", "1:5", "1u5", "1u75", "0,33 u", "25 u", "half uur", "\u0663"],
)
def test_what_could_be_something_else_names_none(words: str) -> None:
    assert parse_minutes(words) is None


@given(st.text(max_size=30))
def test_whatever_is_typed_the_minutes_lie_within_a_day(words: str) -> None:
    assert parse_minutes(words) in (None, *range(1, 1441))


@given(st.integers(0, 23), st.integers(0, 59))
def test_hours_and_minutes_mean_the_same_however_they_are_written(hours: int, minutes: int) -> None:
    written = {parse_minutes(f"{hours}{sign}{minutes:02}") for sign in (":", "u", "h", " uur ")}

    assert written == {60 * hours + minutes or None}
