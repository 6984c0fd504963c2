"""Case numbers as people type them: "26-044", "044" or "44" mean the same in 2026."""

from __future__ import annotations

import re
from datetime import date

NEW_WORDS = frozenset({"new", "nieuw", "+"})

_WRITTEN = re.compile(r"(?:(\d{2})\s*[-/. ]\s*)?(\d{1,4})")
_DIGITS = 3


def possible_numbers(typed: str, today: date) -> tuple[str, ...]:
    """The case numbers that ``typed`` can mean, likeliest first: of this year, then of the years before it.

    Nothing when it is no number (yet).
    """
    match = _WRITTEN.fullmatch(typed.strip())
    if match is None:
        return ()
    count = match[2].zfill(_DIGITS)
    if match[1] is not None:
        return (f"{match[1]}-{count}",)
    years = range(today.year, today.year - 3, -1)
    return tuple(f"{year % 100:02}-{count}" for year in years)


def means_new(typed: str) -> bool:
    """Whether the word for a new case was typed, in either language."""
    return typed.strip().casefold() in NEW_WORDS
