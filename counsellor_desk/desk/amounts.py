"""Lengths of time as people type them, in Dutch and English."""

from __future__ import annotations

import re
from decimal import Decimal

from counsellor_desk.casework.checks import LONGEST_CONTACT

_MINUTES = re.compile(r"([0-9]{1,4})\s*(?:m|min|min\.|minuut|minuten|minutes?|')?")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_HOUR = r"(?:u|h|uur|uren|hours?|hrs?)"
_HOURS_AND = re.compile(
    rf"([0-9]{{1,2}})\s*{_HOUR}\.?\s*(?:en\s+|and\s+)?([0-5][0-9])\s*(?:m|min|min\.|minuten|minutes)?"
)
_HOURS = re.compile(rf"([0-9]{{1,2}}(?:[.,][0-9]{{1,2}})?)\s*{_HOUR}\.?")


def parse_minutes(words: str) -> int | None:
    """The minutes that ``words`` name, 1 to 1440, or None: "45", "90 min", "1:30", "1u30", "1 h 30", "1,5 uur".

    A fraction without a unit ("1,5") could be either, so it names none.
    """
    plain = " ".join(words.casefold().split())
    if match := _MINUTES.fullmatch(plain):
        found = Decimal(match[1])
    elif match := _CLOCK.fullmatch(plain) or _HOURS_AND.fullmatch(plain):
        found = Decimal(match[1]) * 60 + Decimal(match[2])
    elif match := _HOURS.fullmatch(plain):
        found = Decimal(match[1].replace(",", ".")) * 60
    else:
        return None
    return int(found) if found == int(found) and 1 <= found <= LONGEST_CONTACT else None
