"""Days and times as people type them, in Dutch and English. Pure: today is an argument."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta

_TODAY = {"vandaag": 0, "today": 0, "nu": 0, "now": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2}
_TODAY |= {"gisteren": -1, "yesterday": -1, "eergisteren": -2}
_WEEKDAYS = (
    ("maandag", "ma", "monday", "mon"),
    ("dinsdag", "di", "tuesday", "tue"),
    ("woensdag", "wo", "wednesday", "wed"),
    ("donderdag", "do", "thursday", "thu"),
    ("vrijdag", "vr", "friday", "fri"),
    ("zaterdag", "za", "saturday", "sat"),
    ("zondag", "zo", "sunday", "sun"),
)
_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("een", "one", "a", "an", "1"),
            ("twee", "two"),
            ("drie", "three"),
            ("vier", "four"),
            ("vijf", "five"),
            ("zes", "six"),
            ("zeven", "seven"),
            ("acht", "eight"),
        ),
        start=1,
    )
    for word in words
}
_UNITS = {
    "dag": "day", "dagen": "day", "day": "day", "days": "day", "d": "day",
    "week": "week", "weken": "week", "weeks": "week", "w": "week",
    "maand": "month", "maanden": "month", "month": "month", "months": "month", "m": "month",
    "jaar": "year", "year": "year", "years": "year",
}  # fmt: skip
_AHEAD = re.compile(r"(?:over|in|\+)\s*(\w+)\s*([a-z]+)")
_BACK = re.compile(r"(\w+)\s+([a-z]+)\s+(?:geleden|ago)")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NUMERIC = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{4}|[0-9]{2}))?")
_NAMED = re.compile(r"([0-9]{1,2})\s*([a-z]+)\.?(?:\s+([0-9]{4}))?")
_NEXT = re.compile(r"(?:volgende|next)\s+(\w+)")
_LAST = re.compile(r"(?:vorige|afgelopen|last)\s+(\w+)")
_TIME = re.compile(r"([01]?[0-9]|2[0-3])(?:[:.hu]([0-5][0-9])?|([0-5][0-9]))?(?:\s*(?:uur|h))?")
_HALF_DAY = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]([0-5][0-9]))?\s*(am|pm|a\.m\.|p\.m\.)")
FARTHEST_YEARS = 80
"""Longer ago, or further ahead, nobody means: such a year is a slip of the finger."""


def parse_day(words: str, today: date, *, past: bool = False) -> date | None:
    """The day that ``words`` name, or None when they name none.

    Understood: "vandaag", "gisteren", "over 2 weken", "in 3 days", "2 weeks ago", "vrijdag", "next friday",
    "23-11", "23 nov", "23-11-2026", "2026-11-23". A day without a year or a bare weekday is the nearest one to
    come; with ``past`` the nearest one gone by (today counts as both). A year of two digits is understood where it
    can only stand at the end ("23-11-26" in 2026); a year more than ``FARTHEST_YEARS`` away names no day.
    """
    plain = _plain(words)
    try:
        day = (
            _named_day(plain, today)
            or _distance(plain, today)
            or _weekday(plain, today, past)
            or _calendar(plain, today, past)
        )
    except (ValueError, OverflowError):
        return None
    return day if day is not None and abs(day.year - today.year) <= FARTHEST_YEARS else None


def parse_time(words: str) -> time | None:
    """The time that ``words`` name: "14:30", "14.30", "1430", "14u30", "9", "9 uur", "2 pm"; or None.

    "half 3" names none: it is 2:30 in Dutch and often 3:30 in English.
    """
    plain = _plain(words)
    if match := _HALF_DAY.fullmatch(plain):
        return time(int(match[1]) % 12 + (12 if match[3].startswith("p") else 0), int(match[2] or 0))
    match = _TIME.fullmatch(plain)
    if match is None or (match[3] and len(match[1]) + len(match[3]) < 3):
        return None
    return time(int(match[1]), int(match[2] or match[3] or 0))


def parse_day_and_time(words: str, today: date, *, past: bool = False) -> tuple[date | None, time | None]:
    """Both of "gisteren 16:00"; each may be missing."""
    plain = _plain(words)
    head, _, tail = plain.rpartition(" ")
    if (at := parse_time(tail)) is not None and (day := parse_day(head, today, past=past)) is not None:
        return day, at
    day = parse_day(plain, today, past=past)
    return (day, None) if day is not None else (None, parse_time(plain))


def _plain(words: str) -> str:
    """Lower case, without accents, single spaces."""
    bare = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(mark for mark in bare if not unicodedata.combining(mark)).split())


def _named_day(words: str, today: date) -> date | None:
    return today + timedelta(days=_TODAY[words]) if words in _TODAY else None


def _distance(words: str, today: date) -> date | None:
    for pattern, sign in ((_AHEAD, 1), (_BACK, -1)):
        match = pattern.fullmatch(words)
        if match and (number := _number(match[1])) is not None and match[2] in _UNITS:
            return _shift(today, sign * number, _UNITS[match[2]])
    if match := _NEXT.fullmatch(words):
        return _shift(today, 1, _UNITS[match[1]]) if match[1] in _UNITS else _weekday(match[1], today, past=False)
    if match := _LAST.fullmatch(words):
        return _shift(today, -1, _UNITS[match[1]]) if match[1] in _UNITS else _weekday(match[1], today, past=True)
    return None


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 4 else None
    return _NUMBERS.get(word)


def _shift(day: date, number: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (first_of_next - timedelta(days=1)).day))


def _weekday(words: str, today: date, past: bool) -> date | None:
    for number, names in enumerate(_WEEKDAYS):
        if words in names:
            ahead = (number - today.weekday()) % 7 or 7
            return today + timedelta(days=ahead - 7 if past and ahead < 7 else -7 if past else ahead)
    return None


def _calendar(words: str, today: date, past: bool) -> date | None:
    if match := _ISO.fullmatch(words):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(words):
        day, month, year = int(match[1]), int(match[2]), match[3]
    elif (match := _NAMED.fullmatch(words)) and (found := _month(match[2])):
        day, month, year = int(match[1]), found, match[3]
    else:
        return None
    if year and len(year) == 2:
        return _short_year(day, month, int(year), today)
    if year:
        return date(int(year), month, day)
    years = range(today.year, today.year - 9, -1) if past else range(today.year, today.year + 9)
    for candidate in years:
        nearest = _maybe(candidate, month, day)
        if nearest is not None and (nearest <= today if past else nearest >= today):
            return nearest
    return None


def _short_year(first: int, month: int, last: int, today: date) -> date | None:
    """The day of "23-11-26", unless the year may as well stand in front and that would lie nearer: "26-11-23" is
    23 November to some, and two years ago to others."""
    day_first, year_first = _maybe(2000 + last, month, first), _maybe(2000 + first, month, last)
    if day_first and year_first and day_first != year_first and abs(year_first - today) < abs(day_first - today):
        return None
    return day_first


def _month(word: str) -> int | None:
    return next((number for number, names in enumerate(_MONTHS, start=1) if word in names), None)


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
