"""Dates in words, and case numbers as people type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.pages.writing.numbers import means_new, possible_numbers, whole_number

TODAY = date(2026, 11, 23)
IN_DUTCH = Days("nl", TODAY)
IN_ENGLISH = Days("en", TODAY)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 20), "Friday"),
        (date(2026, 11, 27), "Friday"),
        (date(2026, 11, 16), "16 Nov"),
        (date(2025, 11, 16), "16 Nov 2025"),
    ],
)
def test_a_near_day_goes_by_its_name_and_a_far_one_by_its_date(day: date, words: str) -> None:
    assert IN_ENGLISH.near(day) == words


def test_headings_begin_with_a_capital_in_dutch_too() -> None:
    assert IN_DUTCH.heading(TODAY) == "Maandag 23 november"
    assert IN_DUTCH.month(TODAY) == "November"
    assert IN_DUTCH.month(date(2025, 3, 1)) == "Maart 2025"


def test_a_moment_of_today_is_its_time_alone() -> None:
    assert IN_ENGLISH.moment(TODAY, time(10, 30)) == "10:30"
    assert IN_ENGLISH.moment(date(2026, 11, 27), time(9)) == "Friday 09:00"
    assert IN_ENGLISH.moment(date(2026, 11, 27), None) == "Friday"


@given(st.integers(-6, 6))
def test_a_weekday_without_a_date_names_one_day_only(away: int) -> None:
    day = TODAY + timedelta(days=away)

    same = [n for n in range(-6, 7) if IN_ENGLISH.near(TODAY + timedelta(days=n)) == IN_ENGLISH.near(day)]

    assert {abs(n) % 7 for n in same} <= {abs(away), 7 - abs(away)}


@pytest.mark.parametrize(
    ("typed", "number"),
    [("26-044", "26-044"), ("26/044", "26-044"), (" 26 044 ", "26-044"), ("26-1044", "26-1044")],
)
def test_a_number_that_is_written_out_is_one_case(typed: str, number: str) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize("typed", ["26-08", "26-8", "088", "88", "26-0881", "26-", "\u0662\u0666-088", "new", ""])
def test_a_part_of_a_number_is_no_case_yet(typed: str) -> None:
    assert whole_number(typed) is None


@given(st.integers(0, 99), st.integers(1, 9999))
def test_no_number_is_whole_before_its_last_digit_unless_it_is_a_number_itself(year: int, count: int) -> None:
    number = f"{year:02}-{count:03}"
    for end in range(len(number)):
        assert whole_number(number[:end]) in (None, number[:end])


def test_a_short_number_means_this_year_first() -> None:
    assert possible_numbers("044", TODAY) == ("26-044", "25-044", "24-044")


def test_a_part_of_a_number_can_become_each_that_begins_with_it() -> None:
    assert possible_numbers("26-08", TODAY) == ("26-008", *(f"26-08{digit}" for digit in range(10)))


@given(st.text(max_size=20))
def test_anything_may_be_typed_as_a_number(typed: str) -> None:
    for number in possible_numbers(typed, TODAY):
        assert number[2] == "-"


@pytest.mark.parametrize("typed", ["new", "Nieuw ", "+"])
def test_a_new_case_is_asked_for_in_either_language(typed: str) -> None:
    assert means_new(typed)
    assert possible_numbers(typed, TODAY) == ()
