"""Which periods the figures page offers. All of them have ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from counsellor_desk.figures.period import Period, PeriodKind, last_full


def offered(today: date) -> tuple[Period, ...]:
    """The newest quarter, half-year and year that have ended."""
    return tuple(last_full(kind, today) for kind in PeriodKind)


def older(today: date, since: date) -> tuple[Period, ...]:
    """Every earlier period back to the one that holds ``since``; newest end first, longer ones first."""
    found = [period for kind in PeriodKind for period in _back(last_full(kind, today), since)]
    found.sort(key=lambda period: (period.last_day, -period.first_day.toordinal()), reverse=True)
    return tuple(period for period in found if period not in offered(today))


def wider(period: Period, today: date) -> tuple[Period, ...]:
    """The ended periods that hold ``period`` and more: where a small quarter can go."""
    return tuple(longer for longer in _longer(period) if longer.last_day < today)


def next_wider(period: Period, today: date) -> Period | None:
    """The shortest period that holds ``period`` and more and has not ended yet."""
    return next((longer for longer in _longer(period) if longer.last_day >= today), None)


def _longer(period: Period) -> tuple[Period, ...]:
    half = Period(period.year, PeriodKind.HALF, (period.first_day.month - 1) // 6 + 1)
    year = Period(period.year, PeriodKind.YEAR)
    return {PeriodKind.QUARTER: (half, year), PeriodKind.HALF: (year,), PeriodKind.YEAR: ()}[period.kind]


def _back(period: Period, since: date) -> Iterator[Period]:
    while period.last_day >= since:
        yield period
        period = period.before()
