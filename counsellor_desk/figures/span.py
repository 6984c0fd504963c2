"""Runs of quarters that figures are about: a period itself, and the half or year up to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counsellor_desk.figures.period import Period, PeriodKind


@dataclass(frozen=True, slots=True)
class Span:
    """Quarters ``first`` to ``last``; ``kind`` says within what a person or case counts once."""

    first: Period
    last: Period
    kind: PeriodKind

    @property
    def quarters(self) -> tuple[Period, ...]:
        """Its quarters in order. A span never leaves its year."""
        year = Period(self.first.year, PeriodKind.YEAR)
        return tuple(quarter for quarter in year.quarters if self.first.index <= quarter.index <= self.last.index)


def whole(period: Period) -> Span:
    """The span of a period."""
    return Span(period.quarters[0], period.quarters[-1], period.kind)


def to_date(period: Period, published: Iterable[Period]) -> tuple[Span, ...]:
    """The half and the year up to the end of ``period``, where all that lies before it was published.

    These figures are promised together with the period's own, so that the half and the year, when their turn comes,
    are numbers already fixed: nothing need be drawn that could betray a quarter.
    """
    published = tuple(published)
    found: list[Span] = []
    lengths = {len(period.quarters)}
    for kind in (PeriodKind.HALF, PeriodKind.YEAR):
        around = next((one for one in _of_kind(kind, period.year) if set(period.quarters) < set(one.quarters)), None)
        if around is None:
            continue
        before = [quarter for quarter in around.quarters if quarter.index < period.quarters[0].index]
        covered = {q for one in published if set(one.quarters) <= set(before) for q in one.quarters}
        length = len(before) + len(period.quarters)
        if covered == set(before) and length not in lengths:
            lengths.add(length)
            found.append(Span(around.quarters[0], period.quarters[-1], kind))
    return tuple(found)


def _of_kind(kind: PeriodKind, year: int) -> tuple[Period, ...]:
    return tuple(Period(year, kind, index) for index in range(1, 3 if kind is PeriodKind.HALF else 2))
