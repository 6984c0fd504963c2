"""The hours of training, peer consultation and practice that a confidential counsellor shows to stay certified.

Source: LVV, recertification of confidential counsellors (lvvv.nl): 72 hours in four years, of which 24, 32 and 16.
"""

from __future__ import annotations

from datetime import date, timedelta

YEARS = 4
HOURS_ASKED = 72
HOURS_AT_LEAST = {"E.BNS": 24, "E.ITV": 32, "E.EXT": 16}
"""Of which at least, by HOURS code."""


def first_day_counted(today: date) -> date:
    """The first day of the ``YEARS`` that end ``today``."""
    try:
        before = today.replace(year=today.year - YEARS)
    except ValueError:  # 29 February, four years after a century without one
        before = today.replace(year=today.year - YEARS, day=28)
    return before + timedelta(days=1)
