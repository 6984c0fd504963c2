"""The one thing that leaves: protected figures with their certificate. Preview and writers share this object."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.packet.envelope import Certificate
from counsellor_desk.packet.signature import Signature

__all__ = [
    "SECTOR",
    "TOTAL",
    "Audience",
    "AudienceKind",
    "Certificate",
    "Figure",
    "NotShown",
    "Release",
    "ReleasedTable",
    "ToDate",
    "Unit",
]

TOTAL = "*"


class AudienceKind(StrEnum):
    """Whom a release is for."""

    SECTOR = "sector"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Audience:
    """``organisation`` is the vault's number of a client organisation, ``name`` how that organisation is called
    on its own report; both are empty for the sector."""

    kind: AudienceKind
    organisation: int | None = None
    name: str = ""

    @property
    def key(self) -> str:
        """A stable key: "sector" or "organisation:3"."""
        return self.kind if self.organisation is None else f"{self.kind}:{self.organisation}"


SECTOR = Audience(AudienceKind.SECTOR)


class Unit(StrEnum):
    """What a figure counts. Case, person and contact are never mixed in one table."""

    NEW_CASES = "new_cases"  # cases registered in the period
    CLOSED_CASES = "closed_cases"  # cases first closed in the period
    PERSONS = "persons"  # persons with a case registered in the period, each once
    CASES_WITH_CONTACT = "cases_with_contact"  # cases with at least one contact logged in the period
    ACTIVITIES = "activities"  # no personal data, exact
    MINUTES = "minutes"  # of activities, exact


@dataclass(frozen=True, slots=True)
class Figure:
    """One published number. The true number differs by at most ``window``; 0 = exact (no personal data)."""

    code: str  # a code of the table's code list, or TOTAL, or a headline key of T1
    value: int
    window: int


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """``id`` is the table's number in ``resources/docs/methodology.md`` ("T2", "T7a"); rows stand in code-list order.

    ``additive``: the rows add up to ``total``; otherwise each row is a yes/no count of its own.
    ``code_list`` names the list the row codes come from ("" for the headline rows of T1).
    """

    id: str
    unit: Unit
    code_list: str
    rows: tuple[Figure, ...]
    total: Figure | None
    additive: bool

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The rows and then the total."""
        return (*self.rows, self.total) if self.total else self.rows


@dataclass(frozen=True, slots=True)
class ToDate:
    """The half or year (``kind``) so far, quarters ``first`` to ``last``: promised together with the period's own
    figures, so that the figures of the half and of the year follow from what has left already."""

    kind: PeriodKind
    first: Period
    last: Period
    tables: tuple[ReleasedTable, ...]


@dataclass(frozen=True, slots=True)
class NotShown:
    """A table or audience that is not shown, and why: "population" (too few people), "not_proven", "no_cases"."""

    subject: str
    reason: str


FLOOR = 3
"""The slack without which nothing leaves an office that has corrected figures (``disclosure.certificate.FLOOR``)."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """``count`` releases up to and with this one took the place of an earlier one. This one took that of release
    ``replaces`` (0: of none), because up to ``changed`` cases were counted otherwise since."""

    count: int = 0
    replaces: int = 0
    changed: int = 0


NO_CORRECTIONS = Corrections()


@dataclass(frozen=True, slots=True)
class Release:
    """Protected figures of one period for one audience. Made only by ``figures.publish`` (and read back from
    its ledger), never by hand: ``__post_init__`` refuses one whose certificate does not reach its base, or after
    corrections ``FLOOR``."""

    number: int  # place in the ledger, from 1; 0 in a preview
    audience: Audience
    period: Period
    plan: str  # name and version, "desk-1"
    codebook: str  # version of the code lists
    tables: tuple[ReleasedTable, ...]
    withheld: tuple[NotShown, ...]
    certificate: Certificate
    practice: bool
    published_on: date | None  # None in a preview
    previous: str  # hash of the release before, "" for the first
    check_code: str  # SHA-256 over everything else, hex; "" in a preview
    to_date: tuple[ToDate, ...] = ()
    signature: Signature | None = None  # of the office; None in a preview
    corrections: Corrections = NO_CORRECTIONS

    def __post_init__(self) -> None:
        base = self.certificate.base
        if self.certificate.rho < (min(base, FLOOR) if self.corrections.count else base):
            raise ValueError("a release needs a certificate that reaches its base")

    def unpublished(self) -> Release:
        """These figures as they are previewed."""
        return replace(self, number=0, published_on=None, previous="", check_code="", signature=None)

    @property
    def every_table(self) -> tuple[ReleasedTable, ...]:
        """The tables of the period, then those of the half and the year so far."""
        return (*self.tables, *(table for part in self.to_date for table in part.tables))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every number that leaves."""
        return tuple(figure for table in self.every_table for figure in table.figures)
