"""Case numbers as people type them: "26-044" is one; "044", "44" or "26-04" can mean several."""

from __future__ import annotations

import re
from datetime import date

NEW_WORDS = frozenset({"new", "nieuw", "+"})

_WRITTEN = re.compile(r"(?:([0-9]{2})\s*[-/. ]\s*)?([0-9]{1,4})")
_WHOLE = re.compile(r"([0-9]{2})\s*[-/. ]\s*([0-9]{3}|[1-9][0-9]{3})")
_DIGITS = 3


def whole_number(typed: str) -> str | None:
    """The case number that is written out in ``typed``, "26-044"; None for a part of one: "26-04" may go on."""
    match = _WHOLE.fullmatch(typed.strip())
    return f"{match[1]}-{match[2]}" if match else None


def possible_numbers(typed: str, today: date) -> tuple[str, ...]:
    """The case numbers that ``typed`` can mean or begin, likeliest first: of this year, then of the two before it.

    Nothing when it is no number (yet).
    """
    match = _WRITTEN.fullmatch(typed.strip())
    if match is None:
        return ()
    years = [match[1]] if match[1] else [f"{year % 100:02}" for year in range(today.year, today.year - 3, -1)]
    counts = [match[2].zfill(_DIGITS)]
    if len(match[2]) >= _DIGITS - 1 and not (len(match[2]) >= _DIGITS and match[2].startswith("0")):
        counts += [f"{match[2]}{digit}" for digit in range(10)]  # one digit is still to come
    return tuple(f"{year}-{count}" for year in years for count in counts if len(count) <= _DIGITS + 1)


def means_new(typed: str) -> bool:
    """Whether the word for a new case was typed, in either language."""
    return typed.strip().casefold() in NEW_WORDS
