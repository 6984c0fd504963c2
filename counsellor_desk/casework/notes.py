"""Writing and amending notes. Amending keeps every earlier wording; a memory aid expires."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.errors import NoteTooLong
from counsellor_desk.casework.model import (
    MAX_NOTE_CHARACTERS,
    CaseId,
    ContactId,
    Note,
    NoteClass,
    NoteId,
)
from counsellor_desk.casework.ports import NoteStore

AID_DAYS = 30  # how long a memory aid lives unless a day is chosen; the project's own default


def write_note(book: NoteStore, case: CaseId, draft: NoteDraft, now: datetime) -> Note:
    """The note kept.

    Raises: NoteTooLong, RecordMissing.
    """
    with book.transaction():
        return add_note(book, case, draft, now)


def add_note(
    book: NoteStore, case: CaseId, draft: NoteDraft, now: datetime, contact: ContactId | None = None
) -> Note:
    """The note kept inside a transaction of the caller, tied to ``contact`` if there is one.

    Words never wait for the clock: while it is in doubt they are dated by the last moment of which the vault is sure,
    so that they stand behind all that is older; a memory aid then rather lives too long than too short.

    Raises: NoteTooLong.
    """
    _check_length(draft.text)
    at = book.clock.sure(now)
    return book.add_note(
        Note(
            id=NoteId(0),
            case=case,
            note_class=draft.note_class,
            body=draft.text,
            written_at=at,
            changed_at=at,
            revision=1,
            expires_on=expiry(draft.note_class, draft.expires_on, book.clock.latest(now.date())),
            contact=contact,
        )
    )


def amend_note(book: NoteStore, note: NoteId, revision: int, text: str, now: datetime) -> Note:
    """The note with its new wording; the earlier wording stays in its history. The same words change nothing.

    Raises: NoteTooLong, StaleRecord.
    """
    _check_length(text)
    with book.transaction():
        stored = book.note(note)
        if stored.body == text and stored.revision == revision:
            return stored
        return book.amend_note(note, revision, text, book.clock.sure(now))


def expiry(note_class: NoteClass, chosen: date | None, today: date) -> date | None:
    """The day a note expires: never for FILE, the chosen day or ``AID_DAYS`` from today for AID."""
    if note_class is NoteClass.FILE:
        return None
    return chosen or today + timedelta(days=AID_DAYS)


def _check_length(text: str) -> None:
    if len(text) > MAX_NOTE_CHARACTERS:
        raise NoteTooLong(most=MAX_NOTE_CHARACTERS)
