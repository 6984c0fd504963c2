"""Logging a contact: the thing done most, with a phone in one hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from counsellor_desk.casework.checks import (
    check_after_first_contact,
    check_code,
    check_codes,
    check_minutes,
    check_not_destroyed,
    check_not_in_future,
)
from counsellor_desk.casework.drafts import ContactDraft, NoteDraft
from counsellor_desk.casework.errors import CaseNeeded, TooManyCodes
from counsellor_desk.casework.intake import Intake, open_case
from counsellor_desk.casework.model import (
    MAX_CODES_PER_CONTACT,
    CaseFile,
    Contact,
    ContactId,
    FollowUp,
    FollowUpId,
    NoteId,
)
from counsellor_desk.casework.notes import add_note
from counsellor_desk.casework.ports import CaseStore, ContactStore, FollowUpStore, NoteStore
from counsellor_desk.casework.status import Status
from counsellor_desk.codebook import Codebook


@dataclass(frozen=True, slots=True)
class LoggedContact:
    """What logging a contact left behind."""

    contact: Contact
    case: CaseFile
    follow_up: FollowUp | None


class ContactLog(Intake, ContactStore, NoteStore, FollowUpStore, Protocol):
    """What logging a contact touches."""


def log_contact(book: ContactLog, codebook: Codebook, draft: ContactDraft, now: datetime) -> LoggedContact:
    """The contact of ``draft`` with its note and follow-up, all or nothing. What is left in the slot of the form is
    the form's affair, in the same transaction.

    While the clock is in doubt, one on a day that was typed is kept all the same, registered on the last day of which
    the vault is sure.

    Raises: CaseNeeded, CaseDestroyed, OrganisationNeeded, DateInFuture, DateBeforeFirstContact, MinutesOutOfRange,
        TooManyCodes, UnknownCode, NoteTooLong, ClockBehind, ClockAhead.
    """
    if draft.on is None:
        book.clock.check()
    on = draft.on or now.date()
    check_not_in_future(on, book.clock.latest(now.date()))
    check_minutes(draft.minutes)
    if len(draft.codes) > MAX_CODES_PER_CONTACT:
        raise TooManyCodes(most=MAX_CODES_PER_CONTACT)
    check_codes(codebook, draft.codes, "NATURE", "ACTION", "REFERRAL")
    check_code(codebook, draft.mode, "MODE")
    check_code(codebook, draft.with_whom, "CLIENT_ROLE")
    with book.transaction():
        case = _case_of(book, codebook, draft, now)
        check_not_destroyed(case)
        check_after_first_contact(case, on)
        contact = book.add_contact(
            Contact(
                id=ContactId(0),
                case=case.id,
                on=on,
                at=draft.at,
                minutes=draft.minutes,
                mode=draft.mode,
                with_whom=draft.with_whom,
                incoming=draft.incoming,
                codes=draft.codes,
                note=None,
                registered_on=book.clock.sure(now).date(),
            )
        )
        if draft.text.strip():
            note = add_note(book, case.id, NoteDraft(draft.text, draft.note_class), now, contact=contact.id)
            contact = replace(contact, note=NoteId(note.id))
        case = _after_contact(book, codebook, case, draft)
        follow_up = _follow_up(book, case, draft)
    return LoggedContact(contact, case, follow_up)


def _case_of(book: Intake, codebook: Codebook, draft: ContactDraft, now: datetime) -> CaseFile:
    if draft.case is not None:
        return book.case(draft.case)
    if draft.new_case is None:
        raise CaseNeeded()
    start = draft.new_case
    if start.first_contact_on is None:
        start = replace(start, first_contact_on=draft.on)
    return open_case(book, codebook, start, now.date())


def _after_contact(book: CaseStore, codebook: Codebook, case: CaseFile, draft: ContactDraft) -> CaseFile:
    """A talk sets a new or waiting case running, and names its nature when nobody has yet."""
    natures = case.natures + tuple(
        code for code in draft.codes if codebook.has("NATURE", code) and code not in case.natures
    )
    status = Status.RUNNING if case.status in (Status.NEW, Status.WAITING) else case.status
    changed = replace(case, natures=natures, status=status)
    return case if changed == case else book.save_case(changed)


def _follow_up(book: FollowUpStore, case: CaseFile, draft: ContactDraft) -> FollowUp | None:
    if draft.follow_up_on is None:
        return None
    return book.add_follow_up(
        FollowUp(FollowUpId(0), case.id, due_on=draft.follow_up_on, due_at=None, text=draft.follow_up_text.strip())
    )
