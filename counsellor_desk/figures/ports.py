"""What figures ask of whoever keeps the facts and the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from counsellor_desk.packet.signature import Signer


@dataclass(frozen=True, slots=True)
class CaseFact:
    """The coded facts of one case that may be counted (consent given, no test, no duplicate, not before its day).

    ``case`` and ``person`` are opaque numbers that only tell equal from different; ``nature`` is the primary code.
    """

    case: int
    person: int
    organisation: int
    registered_on: date
    counted_closed_on: date | None
    nature: str | None
    client_role: str | None
    client_status: str | None
    function_group: str | None
    relation: str | None
    same_link: str | None
    setting: str | None
    recency: str | None
    outcome: str | None
    aftercare: str | None
    retaliation: str


@dataclass(frozen=True, slots=True)
class StepFact:
    """An action or referral that was carried out in a counted case."""

    case: int
    code: str


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A contact logged in a counted case; ``registered_on`` is the day it was logged."""

    case: int
    registered_on: date


@dataclass(frozen=True, slots=True)
class ActivityFact:
    """Work besides cases; holds nothing about persons."""

    organisation: int | None
    code: str
    on: date
    minutes: int
    reach_band: str | None


@dataclass(frozen=True, slots=True)
class OrganisationFact:
    """An organisation's size band, which alone decides whether it may be a category."""

    organisation: int
    size_band: str


class FactSource(Protocol):
    """Reads the coded fact views, and nothing else: the connection behind it cannot see a note or a name.
    ``first`` and ``last`` are inclusive."""

    def cases_registered(self, first: date, last: date) -> tuple[CaseFact, ...]: ...
    def cases_closed(self, first: date, last: date) -> tuple[CaseFact, ...]: ...
    def steps_of_closed(self, first: date, last: date) -> tuple[StepFact, ...]: ...
    def contacts(self, first: date, last: date) -> tuple[ContactFact, ...]: ...
    def cases_with_contact(self, first: date, last: date) -> tuple[CaseFact, ...]: ...
    def activities(self, first: date, last: date) -> tuple[ActivityFact, ...]: ...
    def organisations(self) -> tuple[OrganisationFact, ...]: ...
    def first_registration(self) -> date | None: ...


FIRST_BASE = 5
"""What figures are multiples of, unless the organisation has set 10 before the first release of a vault."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One publication. ``public`` is the canonical JSON of all that left; ``private`` the true tallies frozen with
    it (they never leave the vault); ``previous`` is the digest of the one before, which ``public`` names as well;
    ``digest`` is the SHA-256 of ``public``."""

    number: int
    published_on: date
    public: str
    private: str
    previous: str
    digest: str


class LedgerSource(Protocol):
    """What the ledger of releases holds, the vault's secret from which all rounding costs are drawn, and the key of
    the office, which hangs on it."""

    @property
    def practice(self) -> bool: ...

    @property
    def secret(self) -> bytes: ...

    @property
    def first_base(self) -> int:
        """What figures are multiples of from the first release on: 5, or 10 where the organisation has set that."""
        ...

    @property
    def signer(self) -> Signer: ...

    def entries(self) -> tuple[LedgerEntry, ...]: ...


class LedgerStore(LedgerSource, Protocol):
    """The append-only ledger itself."""

    def append(self, entry: LedgerEntry) -> None:
        """Keep ``entry`` for good. Raises: LedgerForked when its number is not the next one, and ClockBehind or
        ClockAhead when the clock of the computer cannot be trusted."""
        ...
