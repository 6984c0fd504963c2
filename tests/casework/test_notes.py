from __future__ import annotations

from datetime import date, timedelta

import pytest

from counsellor_desk.casework.drafting import keep_draft, note_draft
from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.errors import NoteTooLong, StaleRecord
from counsellor_desk.casework.model import CaseFile, NoteClass
from counsellor_desk.casework.notes import AID_DAYS, amend_note, expiry, write_note
from counsellor_desk.casework.ports import Casebook
from tests.casework.conftest import NOW, TODAY


def test_amending_keeps_the_earlier_wording(book: Casebook, case: CaseFile) -> None:
    note = write_note(book, case.id, NoteDraft("Eerst zo."), NOW)

    amended = amend_note(book, note.id, note.revision, "Toch anders.", NOW + timedelta(hours=1))

    assert amended.body == "Toch anders."
    assert [earlier.body for earlier in book.note_history(note.id)] == ["Eerst zo."]


def test_the_same_words_again_make_no_new_version(book: Casebook, case: CaseFile) -> None:
    note = write_note(book, case.id, NoteDraft("Zelfde."), NOW)

    assert amend_note(book, note.id, note.revision, "Zelfde.", NOW).revision == note.revision
    assert book.note_history(note.id) == ()


def test_an_amendment_on_an_old_version_is_refused_and_changes_nothing(book: Casebook, case: CaseFile) -> None:
    note = write_note(book, case.id, NoteDraft("Een."), NOW)
    amend_note(book, note.id, note.revision, "Twee.", NOW)

    with pytest.raises(StaleRecord):
        amend_note(book, note.id, note.revision, "Drie.", NOW)

    assert book.note(note.id).body == "Twee."


def test_a_memory_aid_expires_and_a_file_note_does_not() -> None:
    assert expiry(NoteClass.FILE, None, TODAY) is None
    assert expiry(NoteClass.AID, None, TODAY) == TODAY + timedelta(days=AID_DAYS)
    assert expiry(NoteClass.AID, date(2026, 12, 1), TODAY) == date(2026, 12, 1)


def test_a_note_that_is_too_long_is_named_and_its_draft_stays(book: Casebook, case: CaseFile) -> None:
    draft = NoteDraft("é" * 200_001)
    keep_draft(book, "note:1", draft, NOW)

    with pytest.raises(NoteTooLong):
        write_note(book, case.id, draft, NOW)

    assert note_draft(book, "note:1") == draft


def test_an_empty_form_leaves_no_draft(book: Casebook) -> None:
    keep_draft(book, "note:2", NoteDraft("Iets"), NOW)
    keep_draft(book, "note:2", NoteDraft(), NOW)

    assert note_draft(book, "note:2") is None
