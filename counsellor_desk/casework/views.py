"""What the pages read: flat rows, made by the store in one query each, never a sentence where none was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from counsellor_desk.casework.model import (
    CaseFile,
    CaseId,
    CasePerson,
    Consent,
    ContactId,
    FollowUp,
    NoteClass,
    NoteId,
    Organisation,
    OrganisationId,
    StepId,
    StepKind,
)


class CaseSort(StrEnum):
    """Column the case list is ordered by, in SQL."""

    NUMBER = "number"
    LAST_CONTACT = "last_contact"
    STATUS = "status"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list. Empty tuples mean "all"."""

    statuses: tuple[str, ...] = ()
    organisations: tuple[OrganisationId, ...] = ()
    natures: tuple[str, ...] = ()  # roll-up or full codes; a parent matches its children
    cases: tuple[CaseId, ...] = ()
    number: str = ""  # prefix of the case number
    sort: CaseSort = CaseSort.LAST_CONTACT
    descending: bool = True
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list: number, codes, dates; never text."""

    id: CaseId
    number: str
    status: str
    organisation: str
    nature: str | None
    first_contact_on: date
    last_contact_on: date | None
    follow_up_on: date | None


class WhyUncounted(StrEnum):
    """Why a case is in no figure."""

    NOT_ASKED = "not_asked"  # "may it be counted?" has no answer yet
    DECLINED = "declined"  # the client did not agree
    GONE = "gone"  # it was destroyed before there was an answer
    NO_CASE = "no_case"  # a trial case or a duplicate


@dataclass(frozen=True, slots=True)
class UncountedCase:
    """A case that figures leave out; never text."""

    case: CaseId
    why: WhyUncounted


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """A contact on the timeline, with its note's text."""

    id: ContactId
    on: date
    at: time | None
    minutes: int
    mode: str
    with_whom: str
    codes: tuple[str, ...]
    note: NoteId | None
    note_class: NoteClass | None
    text: str
    revision: int
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note of its own on the timeline."""

    id: NoteId
    on: date
    written_at: datetime
    note_class: NoteClass
    text: str
    revision: int
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class StepEntry:
    """An action or referral on the timeline."""

    id: StepId
    on: date
    kind: StepKind
    code: str
    done: bool | None


TimelineEntry = ContactEntry | NoteEntry | StepEntry


@dataclass(frozen=True, slots=True)
class CaseView:
    """All the case page shows. ``timeline`` is newest first; identities come separately, when revealed."""

    case: CaseFile
    organisation: Organisation
    timeline: tuple[TimelineEntry, ...]
    follow_ups: tuple[FollowUp, ...]
    persons: tuple[CasePerson, ...]
    consents: tuple[Consent, ...]
    has_identity: bool
    safe_contact: str


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something that waits on the Today page."""

    follow_up: FollowUp
    number: str | None


@dataclass(frozen=True, slots=True)
class Board:
    """The Today page. ``due`` holds open follow-ups until ``followups.AHEAD_DAYS`` from ``today``, oldest first."""

    today: date
    due: tuple[DueRow, ...]
    waiting: tuple[CaseRow, ...]  # a status of ``status.WAITING``
    to_close: tuple[CaseRow, ...]  # open, no contact for ``status.QUIET_DAYS``
    expiring_notes: int  # memory aids that expire within ``destroying.ANNOUNCED_DAYS``
    opened_this_quarter: int
    running: int
    contacts_this_quarter: int
    hours: tuple[tuple[str, int], ...]  # HOURS code, minutes in the last four years


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where the words stand. ``before``, ``match``, ``after`` are plain text, shortened."""

    case: CaseId
    number: str
    note: NoteId | None
    on: date
    before: str
    match: str
    after: str
