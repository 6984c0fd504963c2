"""What a practice records: frozen values, no behaviour beyond their own arithmetic.

Every coded field holds a code of ``resources/codebook`` (see the list named beside it) or ``None`` for
"not filled in yet". Dates are the local date on the wall; minutes are whole minutes.
Sources: the Dutch counsellors' association's (LVV) tasks and code, Stichting School & Veiligheid on careful
records, and the code lists in ``resources/codebook/SOURCES.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType

from counsellor_desk.casework.retention import RetentionProfile

OrganisationId = NewType("OrganisationId", int)
CaseId = NewType("CaseId", int)
PersonId = NewType("PersonId", int)
ContactId = NewType("ContactId", int)
NoteId = NewType("NoteId", int)
FollowUpId = NewType("FollowUpId", int)
StepId = NewType("StepId", int)
ActivityId = NewType("ActivityId", int)
SignalId = NewType("SignalId", int)
HoursId = NewType("HoursId", int)
ConsentId = NewType("ConsentId", int)

MAX_CODES_PER_CONTACT = 3
MAX_NATURES = 5
MAX_NATURES_AT_INTAKE = 3
"""A first talk rarely names more; the others are added to the case later. The project's own figures, as all these."""

MAX_GROUNDS = 5
MAX_NOTE_CHARACTERS = 200_000


class Answer(StrEnum):
    """Yes, no, or not known yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class NoteClass(StrEnum):
    """FILE belongs to the case file; AID is a memory aid that expires.

    Working notes are not automatically outside the right of access. Sources: GDPR art. 15; Hof Den Haag 2019.
    """

    FILE = "FILE"
    AID = "AID"


class ParagraphMark(StrEnum):
    """What a paragraph is, so that fact and opinion can be told apart when somebody asks for his data."""

    FACT = "fact"
    CLIENT = "client"
    COUNSELLOR = "counsellor"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A client organisation of an (external) counsellor. ``size_band`` decides what may ever be published."""

    id: OrganisationId
    name: str
    chain: str  # CHAIN_LINK
    size_band: str  # SIZE_BAND
    active: bool = True
    retention_profile: str = RetentionProfile.NL_VP
    record_bands: bool = False  # optional gender and age bands, off by default


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One client, one related cluster of events. ``number`` ("26-044") means nothing to anybody else.

    ``registered_on`` and ``counted_closed_on`` are the immutable events figures are counted by: the day the
    case entered this desk and the day it was first closed. ``first_contact_on`` is the day of the first talk.
    """

    id: CaseId
    number: str
    organisation: OrganisationId
    status: str  # STATUS
    registered_on: date
    first_contact_on: date
    person: PersonId
    production: str | None = None  # own short label; never exported
    natures: tuple[str, ...] = ()  # NATURE, the first is primary
    grounds: tuple[str, ...] = ()  # GROUND
    channel: str | None = None  # CHANNEL
    route: str | None = None  # ROUTE
    client_role: str | None = None  # CLIENT_ROLE
    client_status: str | None = None  # CLIENT_STATUS
    function_group: str | None = None  # FUNCTION_GROUP
    chain_client: str | None = None  # CHAIN_LINK
    chain_accused: str | None = None  # CHAIN_LINK
    direction: str | None = None  # DIRECTION
    relation: str | None = None  # RELATION
    same_link: str | None = None  # SAME_LINK
    setting: str | None = None  # SETTING
    recency: str | None = None  # RECENCY
    pattern: str | None = None  # PATTERN
    wish: str | None = None  # free words of the client, short; never exported
    ongoing: Answer = Answer.UNKNOWN
    acute_danger: Answer = Answer.UNKNOWN
    possible_offence: Answer = Answer.UNKNOWN
    minor_involved: Answer = Answer.UNKNOWN
    gender_band: str | None = None  # GENDER_BAND, only where the organisation records bands
    age_band: str | None = None  # AGE_BAND
    group_size_band: str | None = None  # GROUP_BAND, for CLIENT_ROLE R.GRP
    consent_to_record: Answer = Answer.UNKNOWN
    consent_to_count: Answer = Answer.UNKNOWN
    is_test: bool = False
    duplicate_of: CaseId | None = None
    outcome: str | None = None  # OUTCOME
    reason_no_formal: str | None = None  # REASON
    aftercare: str | None = None  # AFTERCARE
    retaliation: Answer = Answer.UNKNOWN
    absence: Answer = Answer.UNKNOWN
    closed_on: date | None = None
    counted_closed_on: date | None = None
    retention_profile: str = RetentionProfile.NL_VP
    retention_due: date | None = None
    hold_until: date | None = None
    hold_reason: str | None = None
    pseudonymised_on: date | None = None
    destroyed_on: date | None = None
    revision: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the case still asks for work."""
        return self.closed_on is None and self.destroyed_on is None

    @property
    def primary_nature(self) -> str | None:
        """The first nature, which alone decides the row of table T2."""
        return self.natures[0] if self.natures else None


@dataclass(frozen=True, slots=True)
class Identity:
    """The separately revealed block: who a person is and how she may safely be reached. Often left empty."""

    person: PersonId
    name: str = ""
    reach: str = ""  # telephone, address, in the client's own words
    safe_contact: str = ""  # "only mobile, after 18:00, no voicemail"


@dataclass(frozen=True, slots=True)
class CasePerson:
    """A person's part in a case: the client or somebody else in it, by pseudonym."""

    person: PersonId
    case: CaseId
    role: str  # CLIENT_ROLE
    pseudonym: str
    is_client: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """A talk or letter of at least a minute. ``registered_on`` is the day it was logged."""

    id: ContactId
    case: CaseId
    on: date
    at: time | None
    minutes: int
    mode: str  # MODE
    with_whom: str  # CLIENT_ROLE
    incoming: bool
    codes: tuple[str, ...]  # up to three of NATURE, ACTION or REFERRAL
    note: NoteId | None
    registered_on: date


@dataclass(frozen=True, slots=True)
class Note:
    """A text in a case. ``expires_on`` only for AID notes; amending keeps every earlier wording."""

    id: NoteId
    case: CaseId
    note_class: NoteClass
    body: str
    written_at: datetime
    changed_at: datetime
    revision: int
    expires_on: date | None = None
    contact: ContactId | None = None
    marks: tuple[tuple[int, ParagraphMark], ...] = ()  # paragraph number from 0, mark


@dataclass(frozen=True, slots=True)
class NoteRevision:
    """An earlier wording of a note."""

    note: NoteId
    revision: int
    body: str
    written_at: datetime


class StepKind(StrEnum):
    """An ACTION the counsellor takes or a REFERRAL she makes."""

    ACTION = "action"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True)
class Step:
    """A coded action or referral. ``done`` is None while it is only planned or offered, False when declined."""

    id: StepId
    case: CaseId
    kind: StepKind
    code: str  # ACTION or REFERRAL
    on: date
    done: bool | None = True


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to do on a day. ``text`` is neutral and never leaves the desk; ``case`` None = of the desk itself."""

    id: FollowUpId
    case: CaseId | None
    due_on: date
    due_at: time | None
    text: str
    kind: str = "call"  # call, talk, prepare, aftercare, waiting, other
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """An agreement with the client: what for, with whom, until when, how obtained, withdrawn on."""

    id: ConsentId
    case: CaseId
    purpose: str  # record, count, share, signal, refer
    given: bool
    on: date
    how: str = ""  # spoken, written
    recipient: str = ""
    until: date | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """Work that is not about a case: prevention, advice, reporting. Holds nothing about persons."""

    id: ActivityId
    code: str  # ACTIVITY
    on: date
    minutes: int
    organisation: OrganisationId | None
    reach_band: str | None = None  # REACH_BAND
    remark: str = ""  # own words; never exported


@dataclass(frozen=True, slots=True)
class ProfessionalHours:
    """Hours for recertification; how many are asked says ``recertification``."""

    id: HoursId
    code: str  # HOURS
    on: date
    minutes: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """A point for management, not traceable to a case; ``basis`` is the number of cases behind it, own eyes only."""

    id: SignalId
    organisation: OrganisationId | None
    on: date
    text: str
    basis: int
    consented: bool
    sent_on: date | None = None
