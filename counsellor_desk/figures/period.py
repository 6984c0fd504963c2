"""Quarters, half-years and years. A quarter is made of local dates, so it is the same in every time zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from counsellor_desk.errors import DeskError


class PeriodUnreadable(DeskError):
    """The words do not name a period. Periods are written 2026Q3, 2026H1 or 2026."""

    code = "figures.period_unreadable"


class PeriodKind(StrEnum):
    """How long a period is."""

    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"


_MONTHS = {PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_WRITTEN = re.compile(r"(\d{4})(?:([QHqh])([1-4]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A closed span of days. ``index`` counts from 1 within the year; a year has index 1."""

    year: int
    kind: PeriodKind
    index: int = 1

    def __post_init__(self) -> None:
        if not (1900 <= self.year <= 9998 and 1 <= self.index <= 12 // _MONTHS[self.kind]):
            raise PeriodUnreadable()

    @classmethod
    def parse(cls, words: str) -> Period:
        """The period that ``words`` name: "2026Q3", "2026H1" or "2026".

        Raises: PeriodUnreadable.
        """
        match = _WRITTEN.fullmatch(words.strip())
        if match is None:
            raise PeriodUnreadable()
        kind = PeriodKind(match[2].upper()) if match[2] else PeriodKind.YEAR
        return cls(int(match[1]), kind, int(match[3] or 1))

    @classmethod
    def quarter_of(cls, day: date) -> Period:
        """The quarter that holds ``day``."""
        return cls(day.year, PeriodKind.QUARTER, (day.month - 1) // 3 + 1)

    @property
    def first_day(self) -> date:
        """The first day, inclusive."""
        return date(self.year, (self.index - 1) * _MONTHS[self.kind] + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day, inclusive."""
        after = self.index * _MONTHS[self.kind]
        return date(self.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)

    @property
    def quarters(self) -> tuple[Period, ...]:
        """The quarters it is made of, in order; a quarter is made of itself."""
        length = _MONTHS[self.kind] // 3
        start = (self.index - 1) * length
        return tuple(Period(self.year, PeriodKind.QUARTER, start + n + 1) for n in range(length))

    def before(self) -> Period:
        """The period of the same kind just before this one."""
        if self.index > 1:
            return Period(self.year, self.kind, self.index - 1)
        return Period(self.year - 1, self.kind, 12 // _MONTHS[self.kind])

    def __str__(self) -> str:
        return f"{self.year}" if self.kind is PeriodKind.YEAR else f"{self.year}{self.kind}{self.index}"


def last_full(kind: PeriodKind, today: date) -> Period:
    """The newest period of ``kind`` that has ended before ``today``."""
    quarter = Period.quarter_of(today)
    index = 1 + (quarter.index - 1) * 3 // _MONTHS[kind]
    return Period(today.year, kind, index).before()
