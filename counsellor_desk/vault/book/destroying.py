"""Taking records out for good: nothing of them is left on any page once the journal is written back."""

from __future__ import annotations

import contextlib
from datetime import date

from counsellor_desk.casework.errors import RecordMissing
from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.errors import DeskError
from counsellor_desk.vault import erasing
from counsellor_desk.vault.book.cases import BookRecords

_CERTIFY = """
INSERT INTO destruction (case_number, on_day, ground, scope)
SELECT number, :on, :ground, 'case' FROM case_file WHERE id = :case
"""
# one that was announced on the Today page in its last week, in a case that may be destroyed
_EXPIRED = """
SELECT note.id FROM note JOIN case_file ON case_file.id = note.case_id
WHERE note_class = 'AID' AND expires_on < :today AND expires_on <= :announced
  AND (hold_until IS NULL OR hold_until < :today)
ORDER BY note.id
"""


class DestroyingRecords(BookRecords):
    """What destroys. Everything else keeps."""

    def destroy_case(self, case: CaseId, ground: str, on: date) -> None:
        """All but the coded shell goes; the certificate says when and why. Raises: RecordMissing."""
        with self.transaction():
            values = {"case": case, "on": on.isoformat(), "ground": ground}
            self._must_change(_CERTIFY, values, case=case)
            erasing.erase(self._session, erasing.CASE, case, on)

    def remove_note(self, note: NoteId, on: date) -> None:
        """The note goes with its earlier wordings. Raises: RecordMissing."""
        with self.transaction():
            if self._session.value("SELECT 1 FROM note WHERE id = :note", {"note": note}) is None:
                raise RecordMissing(note=note)
            erasing.erase(self._session, erasing.NOTE, note, on)

    def expired_notes(self, today: date, announced: date) -> tuple[NoteId, ...]:
        """Memory aids past their day, of those that expire up to ``announced``; none of a case on hold."""
        values = {"today": today.isoformat(), "announced": announced.isoformat()}
        return tuple(NoteId(note) for (note,) in self._session.rows(_EXPIRED, values))

    def settle(self) -> None:
        """Write the journal into the file and empty it, so that nothing that was destroyed waits in it.

        What was destroyed is: where the disk refuses this, or a backup is being made, the sweep that is due now does
        it (``vault.sweeping``).
        """
        with contextlib.suppress(DeskError):
            self._session.empty_journal()
