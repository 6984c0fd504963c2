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
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_NAMED = re.compile(r"(\d{1,2})\s*([a-z]+)\.?(?:\s+(\d{4}))?")
_NEXT = re.compile(r"(?:volgende|next)\s+(\w+)")
_LAST = re.compile(r"(?:vorige|afgelopen|last)\s+(\w+)")
_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.hu]([0-5]\d)?|([0-5]\d))?(?:\s*(?:uur|h))?")


def parse_day(words: str, today: date, *, past: bool = False) -> date | None:
    """The day that ``words`` name, or None when they name none.

    Understood: "vandaag", "gisteren", "over 2 weken", "in 3 days", "2 weeks ago", "vrijdag", "next friday",
    "23-11", "23 nov", "23-11-2026", "2026-11-23". A day without a year or a bare weekday is the nearest one to
    come; with ``past`` the nearest one gone by (today counts as both).
    """
    plain = _plain(words)
    try:
        return (
            _named_day(plain, today)
            or _distance(plain, today)
            or _weekday(plain, today, past)
            or _calendar(plain, today, past)
        )
    except (ValueError, OverflowError):
        return None


def parse_time(words: str) -> time | None:
    """The time that ``words`` name: "14:30", "14.30", "1430", "14u30", "9", "9 uur"; or None."""
    match = _TIME.fullmatch(_plain(words))
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
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = range(today.year, today.year - 9, -1) if past else range(today.year, today.year + 9)
    for candidate in years:
        nearest = _maybe(candidate, month, day)
        if nearest is not None and (nearest <= today if past else nearest >= today):
            return nearest
    return None


def _month(word: str) -> int | None:
    return next((number for number, names in enumerate(_MONTHS, start=1) if word in names), None)


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
