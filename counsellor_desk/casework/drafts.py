"""What a form holds before it becomes a record: the words as typed, nothing mandatory, saved from the first key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from counsellor_desk.casework.model import Answer, CaseId, NoteClass, OrganisationId

Typed = tuple[tuple[str, str], ...]
"""Words that were typed and are not understood (yet): the field and what stands in it. Never replaced by a guess."""


@dataclass(frozen=True, slots=True)
class CaseStart:
    """The fields of an intake. Six are enough (organisation, first contact, role, position, nature, consent);
    the rest can wait. Anonymous is the default: ``name``, ``reach`` and ``safe_contact`` stay empty."""

    organisation: OrganisationId | None = None
    first_contact_on: date | None = None
    client_role: str | None = None
    client_status: str | None = None
    natures: tuple[str, ...] = ()
    consent_to_record: Answer = Answer.UNKNOWN
    consent_to_count: Answer = Answer.UNKNOWN
    channel: str | None = None
    route: str | None = None
    function_group: str | None = None
    chain_client: str | None = None
    chain_accused: str | None = None
    direction: str | None = None
    relation: str | None = None
    same_link: str | None = None
    setting: str | None = None
    recency: str | None = None
    pattern: str | None = None
    grounds: tuple[str, ...] = ()
    wish: str = ""
    name: str = ""
    reach: str = ""
    safe_contact: str = ""
    known_person_of: CaseId | None = None  # the same client as in this earlier case
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """The contact card. ``case`` None with ``new_case`` set means: the talk opens a case."""

    case: CaseId | None = None
    new_case: CaseStart | None = None
    on: date | None = None
    at: time | None = None
    minutes: int = 15
    mode: str = "M.TEL"
    with_whom: str = "R.DOE"
    incoming: bool = True
    codes: tuple[str, ...] = ()
    text: str = ""
    note_class: NoteClass = NoteClass.FILE
    follow_up_on: date | None = None
    follow_up_text: str = ""
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note as typed. No Qt document ever crosses a thread; this does."""

    text: str = ""
    note_class: NoteClass = NoteClass.FILE
    expires_on: date | None = None
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class StepDraft:
    """An action or a referral: what it was, when, and whether it happened (None: offered)."""

    code: str | None = None
    on: date | None = None
    done: bool | None = True
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """A follow-up being planned in a case."""

    on: date | None = None
    text: str = ""
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class IdentityDraft:
    """Who somebody is, as far as it was typed."""

    name: str = ""
    reach: str = ""
    safe_contact: str = ""
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class WishDraft:
    """The wish of a client, in a few words."""

    text: str = ""
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """An organisation being added or changed."""

    name: str = ""
    chain: str | None = None
    size_band: str | None = None
    active: bool = True
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """An activity, or hours for recertification. ``day`` and ``minutes`` are the words of their fields: a day that
    was understood is written out, so that "yesterday" means the same tomorrow."""

    code: str | None = None
    day: str = ""
    minutes: str = ""
    remark: str = ""
    organisation: str | None = None
    reach: str | None = None
    typed: Typed = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing card.

    ``filled`` are the fields that were open until now, each with its codes; ``may_be_counted`` is the answer of the
    client where that was still to be asked.
    """

    outcome: str | None
    reason_no_formal: str | None = None
    aftercare: str | None = None
    retaliation: Answer = Answer.UNKNOWN
    on: date | None = None
    filled: tuple[tuple[str, tuple[str, ...]], ...] = ()
    may_be_counted: Answer = Answer.UNKNOWN
