"""What happens in a case: contacts, notes, steps, follow-ups, consents."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from counsellor_desk.casework.errors import RecordMissing, StaleRecord
from counsellor_desk.casework.model import (
    Consent,
    ConsentId,
    Contact,
    ContactId,
    FollowUp,
    FollowUpId,
    Note,
    NoteId,
    NoteRevision,
    ParagraphMark,
    Step,
    StepId,
)
from counsellor_desk.vault.book.cases import BookRecords
from counsellor_desk.vault.records import Table

CONTACT = Table(Contact, "contact", apart=("codes", "note"))
NOTE = Table(Note, "note", apart=("marks",))
NOTE_REVISION = Table(NoteRevision, "note_revision")
STEP = Table(Step, "step")
FOLLOW_UP = Table(FollowUp, "follow_up")
CONSENT = Table(Consent, "consent")

_KEEP_WORDING = """
INSERT INTO note_revision (note_id, revision, body, written_at)
SELECT id, revision, body, changed_at FROM note WHERE id = :id AND revision = :revision
"""
_AMEND = """
UPDATE note SET body = :body, changed_at = :at, revision = revision + 1 WHERE id = :id AND revision = :revision
"""


class TimelineRecords(BookRecords):
    """Contacts, notes, steps, follow-ups and consents. The link of a contact and its note is kept in the note."""

    def add_contact(self, contact: Contact) -> Contact:
        """The contact as stored; a note it names becomes its note. Raises: RecordMissing for an unknown case."""
        with self.transaction():
            added = replace(contact, id=ContactId(self._session.add(CONTACT.insert, CONTACT.values(contact))))
            self._session.change_each(
                "INSERT INTO contact_code (contact_id, position, code) VALUES (?, ?, ?)",
                [(added.id, position, code) for position, code in enumerate(contact.codes)],
            )
            if contact.note is not None:
                sql = "UPDATE note SET contact_id = :contact WHERE id = :note"
                self._must_change(sql, {"contact": added.id, "note": contact.note}, note=contact.note)
        return added

    def contact(self, contact: ContactId) -> Contact:
        """Raises: RecordMissing."""
        wanted = {"contact": contact}
        row = self._session.row(CONTACT.select + " WHERE id = :contact", wanted)
        if row is None:
            raise RecordMissing(contact=contact)
        codes = self._session.rows(
            "SELECT code FROM contact_code WHERE contact_id = :contact ORDER BY position", wanted
        )
        note = self._session.value("SELECT id FROM note WHERE contact_id = :contact", wanted)
        return CONTACT.read(row, codes=tuple(code for (code,) in codes), note=note)

    def add_note(self, note: Note) -> Note:
        """The note as stored, at revision 0. Raises: RecordMissing for an unknown case or contact."""
        with self.transaction():
            added = self._session.add(NOTE.insert, NOTE.values(note) | {"revision": 0})
            self._session.change_each(
                "INSERT INTO note_mark (note_id, paragraph, mark) VALUES (?, ?, ?)",
                [(added, paragraph, mark.value) for paragraph, mark in note.marks],
            )
        return replace(note, id=NoteId(added), revision=0)

    def note(self, note: NoteId) -> Note:
        """Raises: RecordMissing."""
        wanted = {"note": note}
        row = self._session.row(NOTE.select + " WHERE id = :note", wanted)
        if row is None:
            raise RecordMissing(note=note)
        marks = self._session.rows(
            "SELECT paragraph, mark FROM note_mark WHERE note_id = :note ORDER BY paragraph", wanted
        )
        return NOTE.read(row, marks=tuple((paragraph, ParagraphMark(mark)) for paragraph, mark in marks))

    def amend_note(self, note: NoteId, revision: int, body: str, at: datetime) -> Note:
        """The note with its new wording; the old one joins its history. Raises: StaleRecord, RecordMissing."""
        values = {"id": note, "revision": revision, "body": body, "at": at.isoformat()}
        with self.transaction():
            if self._session.change(_KEEP_WORDING, values) == 0:
                raise StaleRecord(note=note, revision=self.note(note).revision)
            self._session.change(_AMEND, values)
            return self.note(note)

    def note_history(self, note: NoteId) -> tuple[NoteRevision, ...]:
        """Its earlier wordings, oldest first."""
        sql = NOTE_REVISION.select + " WHERE note_id = :note ORDER BY revision"
        return tuple(NOTE_REVISION.read(row) for row in self._session.rows(sql, {"note": note}))

    def add_step(self, step: Step) -> Step:
        """The step as stored. Raises: RecordMissing for an unknown case."""
        return replace(step, id=StepId(self._session.add(STEP.insert, STEP.values(step))))

    def save_step(self, step: Step) -> None:
        """Raises: RecordMissing."""
        self._must_change(STEP.update + " WHERE id = :id", STEP.values(step), step=step.id)

    def remove_step(self, step: StepId) -> None:
        """Raises: RecordMissing."""
        self._must_change("DELETE FROM step WHERE id = :id", {"id": step}, step=step)

    def add_follow_up(self, follow_up: FollowUp) -> FollowUp:
        """The follow-up as stored. Raises: RecordMissing for an unknown case."""
        return replace(follow_up, id=FollowUpId(self._session.add(FOLLOW_UP.insert, FOLLOW_UP.values(follow_up))))

    def follow_up(self, follow_up: FollowUpId) -> FollowUp:
        """Raises: RecordMissing."""
        row = self._session.row(FOLLOW_UP.select + " WHERE id = :id", {"id": follow_up})
        if row is None:
            raise RecordMissing(follow_up=follow_up)
        return FOLLOW_UP.read(row)

    def save_follow_up(self, follow_up: FollowUp) -> None:
        """Raises: RecordMissing."""
        sql = FOLLOW_UP.update + " WHERE id = :id"
        self._must_change(sql, FOLLOW_UP.values(follow_up), follow_up=follow_up.id)

    def remove_follow_up(self, follow_up: FollowUpId) -> None:
        """Raises: RecordMissing."""
        self._must_change("DELETE FROM follow_up WHERE id = :id", {"id": follow_up}, follow_up=follow_up)

    def add_consent(self, consent: Consent) -> Consent:
        """The consent as stored. Raises: RecordMissing for an unknown case."""
        return replace(consent, id=ConsentId(self._session.add(CONSENT.insert, CONSENT.values(consent))))
