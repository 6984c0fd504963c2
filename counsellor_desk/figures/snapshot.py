"""Facts and ledger as they are at one moment, in memory.

They are read on the thread of the vault; what follows from them can then be worked out beside it. Only the entry of a
release that was made of them goes back, and the ledger takes it only if nothing was published in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.figures.ports import (
    ActivityFact,
    CaseFact,
    ContactFact,
    FactSource,
    LedgerEntry,
    LedgerSource,
    OrganisationFact,
    StepFact,
)


class YearOfFacts:
    """Satisfies ``FactSource`` for spans within ``year``. No figure needs more: a span never leaves its year."""

    def __init__(self, facts: FactSource, year: int) -> None:
        whole = Period(year, PeriodKind.YEAR)
        self._span = span = (whole.first_day, whole.last_day)
        self._registered = facts.cases_registered(*span)
        self._closed = facts.cases_closed(*span)
        self._steps = facts.steps_of_closed(*span)
        self._contacts = facts.contacts(*span)
        self._in_contact = facts.cases_with_contact(*span)
        self._activities = facts.activities(*span)
        self._organisations = facts.organisations()
        self._first = facts.first_registration()

    def cases_registered(self, first: date, last: date) -> tuple[CaseFact, ...]:
        """Cases that entered the desk in the span."""
        return tuple(case for case in self._registered if self._holds(first, last, case.registered_on))

    def cases_closed(self, first: date, last: date) -> tuple[CaseFact, ...]:
        """Cases first closed in the span."""
        return tuple(case for case in self._closed if self._holds(first, last, case.counted_closed_on))

    def steps_of_closed(self, first: date, last: date) -> tuple[StepFact, ...]:
        """What was done in the cases first closed in the span."""
        closed = {case.case for case in self.cases_closed(first, last)}
        return tuple(step for step in self._steps if step.case in closed)

    def contacts(self, first: date, last: date) -> tuple[ContactFact, ...]:
        """Days of the span on which a contact was logged."""
        return tuple(contact for contact in self._contacts if self._holds(first, last, contact.registered_on))

    def cases_with_contact(self, first: date, last: date) -> tuple[CaseFact, ...]:
        """Cases with at least one contact logged in the span."""
        met = {contact.case for contact in self.contacts(first, last)}
        return tuple(case for case in self._in_contact if case.case in met)

    def activities(self, first: date, last: date) -> tuple[ActivityFact, ...]:
        """Work besides cases in the span."""
        return tuple(work for work in self._activities if self._holds(first, last, work.on))

    def organisations(self) -> tuple[OrganisationFact, ...]:
        """The size band of every organisation."""
        return self._organisations

    def first_registration(self) -> date | None:
        """The day the first countable case was registered, in whatever year."""
        return self._first

    def _holds(self, first: date, last: date, day: date | None) -> bool:
        """Raises: ValueError for a span that leaves the year: its counts would be too low."""
        if first < self._span[0] or last > self._span[1]:
            raise ValueError("only one year was read")
        return day is not None and first <= day <= last


class LedgerCopy:
    """Satisfies ``LedgerSource``."""

    def __init__(self, store: LedgerSource) -> None:
        self.practice = store.practice
        self.secret = store.secret
        self.first_base = store.first_base
        self.signer = store.signer
        self._entries = store.entries()

    def entries(self) -> tuple[LedgerEntry, ...]:
        """All publications of then, in order."""
        return self._entries


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a release about a period of one year is made of."""

    facts: YearOfFacts
    ledger: LedgerCopy


def snapshot(facts: FactSource, store: LedgerSource, year: int) -> Snapshot:
    """What is there now about ``year``."""
    return Snapshot(YearOfFacts(facts, year), LedgerCopy(store))
