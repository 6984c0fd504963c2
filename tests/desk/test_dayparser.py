"""What people type for a day or a time."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.dayparser import parse_day, parse_day_and_time, parse_time

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("vandaag", TODAY),
        ("today", TODAY),
        ("gisteren", date(2026, 11, 22)),
        ("Morgen", date(2026, 11, 24)),
        ("overmorgen", date(2026, 11, 25)),
        ("over 2 weken", date(2026, 12, 7)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("over een week", date(2026, 11, 30)),
        ("over  drie dagen", date(2026, 11, 26)),
        ("in a month", date(2026, 12, 23)),
        ("over 3 maanden", date(2027, 2, 23)),
        ("2 weken geleden", date(2026, 11, 9)),
        ("3 days ago", date(2026, 11, 20)),
        ("volgende week", date(2026, 11, 30)),
        ("next friday", date(2026, 11, 27)),
        ("vrijdag", date(2026, 11, 27)),
        ("maandag", date(2026, 11, 30)),
        ("23-11", TODAY),
        ("22-11", date(2027, 11, 22)),
        ("1 dec", date(2026, 12, 1)),
        ("23 nov.", TODAY),
        ("1 maart", date(2027, 3, 1)),
        ("23-11-2027", date(2027, 11, 23)),
        ("1/2/27", date(2027, 2, 1)),
        ("23-11-26", TODAY),
        ("2026-12-01", date(2026, 12, 1)),
        ("29 feb", date(2028, 2, 29)),
    ],
)
def test_a_day_to_come_is_understood_in_both_languages(words: str, day: date) -> None:
    assert parse_day(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [("22-11", date(2026, 11, 22)), ("24-11", date(2025, 11, 24)), ("vrijdag", date(2026, 11, 20))],
)
def test_a_day_gone_by_is_the_nearest_behind_us(words: str, day: date) -> None:
    assert parse_day(words, TODAY, past=True) == day


@pytest.mark.parametrize(
    "words",
    [
        "", "   ", "31-2", "32 nov", "soon", "over weken", "2026-13-01", "99999 dagen geleden",
        "23-11-0026", "0026-11-23", "23-11-1026", "1926-11-23", "23 nov 2206", "in 200 years", "over 900 jaar",
    ],
)  # fmt: skip
def test_what_names_no_day_is_none(words: str) -> None:
    assert parse_day(words, TODAY) is None


@given(st.text(max_size=40), st.booleans())
def test_no_text_ever_breaks_the_parser(words: str, past: bool) -> None:
    parse_day(words, TODAY, past=past)
    parse_time(words)
    parse_day_and_time(words, TODAY, past=past)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    assert parse_day(f"{day.day}-{day.month}-{day.year}", TODAY) == day
    assert parse_day(day.isoformat(), TODAY) == day


@pytest.mark.parametrize("words", ["26-11-23", "26/11/23", "25-11-24"])
def test_a_short_year_that_may_as_well_stand_in_front_names_no_day(words: str) -> None:
    assert parse_day(words, TODAY) is None
    assert parse_day(words, TODAY, past=True) is None


@given(st.dates(date(2010, 1, 1), date(2089, 12, 31)), st.integers(-180, 180))
def test_a_short_year_is_never_taken_for_a_day_of_the_month(today: date, away: int) -> None:
    meant = today + timedelta(days=away)

    assert parse_day(f"{meant:%d-%m-%y}", today) in (meant, None)
    assert parse_day(f"{meant:%y-%m-%d}", today) in (meant, None)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 60))
def test_over_n_weeks_is_n_weeks(today: date, weeks: int) -> None:
    assert parse_day(f"over {weeks} weken", today) == today + timedelta(weeks=weeks)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 28), st.integers(1, 12))
def test_a_day_without_a_year_lies_within_a_year(today: date, number: int, month: int) -> None:
    ahead = parse_day(f"{number}-{month}", today)
    behind = parse_day(f"{number}-{month}", today, past=True)

    assert ahead is not None
    assert behind is not None
    assert timedelta(0) <= ahead - today <= timedelta(366)
    assert timedelta(0) <= today - behind <= timedelta(366)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("14u30", time(14, 30)),
        ("9", time(9)),
        ("9 uur", time(9)),
        ("9u", time(9)),
        ("2pm", time(14)),
        ("2:30 p.m.", time(14, 30)),
        ("12 am", time(0)),
    ],
)
def test_a_time_is_understood(words: str, at: time) -> None:
    assert parse_time(words) == at


@pytest.mark.parametrize("words", ["", "25:00", "12:60", "noon", "12345", "half 3", "13 pm", "\u0662\u0663"])
def test_what_names_no_time_is_none(words: str) -> None:
    assert parse_time(words) is None


def test_a_day_and_a_time_together() -> None:
    assert parse_day_and_time("gisteren 16:00", TODAY, past=True) == (date(2026, 11, 22), time(16))
    assert parse_day_and_time("16:00", TODAY) == (None, time(16))
    assert parse_day_and_time("23-11", TODAY) == (TODAY, None)
