"""Destroying: a closed case down to its coded shell, a note, a memory aid whose day has passed. Nothing undoes it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from counsellor_desk.casework.errors import CaseOnHold, CaseStillOpen
from counsellor_desk.casework.model import CaseFile, CaseId, NoteId
from counsellor_desk.casework.ports import CaseStore, Destruction, NoteStore, SettingStore

ANNOUNCED_DAYS = 7
"""So long before it expires a memory aid is announced on the Today page."""

LAST_LOOK = "memory aids announced on"
"""The setting that holds the day of the last opening: memory aids of the week after it were announced then."""


class Ground(StrEnum):
    """Why a case is destroyed, for the certificate."""

    TERM = "term"  # the retention term has passed
    REQUEST = "request"  # the client asked for it (GDPR art. 17)
    OTHER = "other"


class CaseDestruction(CaseStore, Destruction, Protocol):
    """What destroying a case touches."""


class NoteDestruction(CaseDestruction, NoteStore, Protocol):
    """What deleting a note touches."""


class Expiry(Destruction, SettingStore, Protocol):
    """What the expiring of memory aids touches."""


def destroy_case(book: CaseDestruction, case_id: CaseId, ground: Ground, today: date) -> CaseFile:
    """The shell of a closed case: what figures count by. All words, names, days of talks and follow-ups are gone.

    Figures do not change, published or not; the number stays taken. A case destroyed before stays as it is.
    Source: Stichting School & Veiligheid, destroy after closing; the shell is the field's "tally".

    Raises: CaseStillOpen, CaseOnHold, RecordMissing, ClockBehind, ClockAhead.
    """
    book.clock.check()
    with book.transaction():
        case = book.case(case_id)
        if case.destroyed_on is not None:
            return case
        if case.closed_on is None:
            raise CaseStillOpen()
        _refuse_on_hold(case, today)
        book.destroy_case(case_id, ground, today)
        shell = book.case(case_id)
    book.settle()
    return shell


def delete_note(book: NoteDestruction, note: NoteId, today: date) -> None:
    """The note is gone with its earlier wordings; a contact it belonged to stays.

    Raises: CaseOnHold, RecordMissing, ClockBehind, ClockAhead.
    """
    book.clock.check()
    with book.transaction():
        _refuse_on_hold(book.case(book.note(note).case), today)
        book.remove_note(note, today)
    book.settle()


def expire_memory_aids(book: Expiry, today: date) -> int:
    """How many memory aids were deleted: past their day, and announced in the week before it.

    One whose week passed while the desk stayed closed is announced first and goes at a later opening: nothing is
    deleted that the counsellor could not have seen coming. Aids of a case on hold stay.

    Raises: ClockBehind, ClockAhead; then nothing was announced either.
    """
    book.clock.check()
    with book.transaction():
        last = book.setting(LAST_LOOK)
        book.save_setting(LAST_LOOK, today.isoformat())
        if last is None or last >= today.isoformat():
            return 0
        announced = date.fromisoformat(last) + timedelta(days=ANNOUNCED_DAYS)
        expired = book.expired_notes(today, announced)
        for note in expired:
            book.remove_note(note, today)
    if expired:
        book.settle()
    return len(expired)


def _refuse_on_hold(case: CaseFile, today: date) -> None:
    if case.hold_until is not None and case.hold_until >= today:
        raise CaseOnHold(until=case.hold_until.isoformat())
