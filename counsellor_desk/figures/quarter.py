"""How the last full quarter stands: nothing to count yet, ready, or published for the sector."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counsellor_desk.figures.packet import from_json
from counsellor_desk.figures.period import Period, PeriodKind, last_full
from counsellor_desk.figures.ports import FactSource, LedgerStore
from counsellor_desk.figures.release import SECTOR


class QuarterState(StrEnum):
    """What there is to do about a quarter."""

    BEFORE = "before"  # it ended before the first case was registered
    READY = "ready"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class LastQuarter:
    """The last full quarter and its state."""

    period: Period
    state: QuarterState


def last_quarter(facts: FactSource, ledger: LedgerStore, today: date) -> LastQuarter:
    """How the last full quarter before ``today`` stands.

    Raises: PacketUnreadable when the ledger holds what is no release.
    """
    period = last_full(PeriodKind.QUARTER, today)
    first = facts.first_registration()
    if first is None or first > period.last_day:
        return LastQuarter(period, QuarterState.BEFORE)
    releases = (from_json(entry.public) for entry in ledger.entries())
    published = any(release.period == period and release.audience == SECTOR for release in releases)
    return LastQuarter(period, QuarterState.PUBLISHED if published else QuarterState.READY)
