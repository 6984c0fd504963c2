from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from counsellor_desk.casework.errors import RecordMissing, StaleRecord
from counsellor_desk.casework.model import (
    CaseFile,
    CaseId,
    Consent,
    ConsentId,
    ContactId,
    FollowUp,
    FollowUpId,
    NoteId,
    NoteRevision,
    ParagraphMark,
    Step,
    StepId,
    StepKind,
)
from counsellor_desk.casework.views import ContactEntry, NoteEntry, StepEntry
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.health import health
from counsellor_desk.vault.vault import OpenVault
from tests.vault.conftest import NOW, TODAY, contact_of, note_of

HARD_TEXTS = (
    "",
    "\0",
    "voor\0na",
    "\0\0midden\0",
    "🎬👩🏽‍🦱🏳️‍🌈",
    "שלום עולם, مرحبا بالعالم",
    "\u202ereversed\u202c",
    "e\u0301 é \ufdd0 \ufffe \U0010ffff",
    "'; DROP TABLE note; --",
    "\r\n\t \u2028\u2029",
    "x" * 200_000,
    "é🎬" * 60_000,
)


@pytest.mark.parametrize("text", HARD_TEXTS, ids=lambda text: ascii(text[:12]))
def test_any_text_comes_back_as_it_was_written(vault: OpenVault, book: Book, case: CaseFile, text: str) -> None:
    note = book.add_note(note_of(case, text))
    book.amend_note(note.id, 0, text + "!", NOW)
    book.save_draft("contact", text, NOW)
    book.save_setting("own", text)
    book.add_contact(contact_of(case, note=note.id))
    entry = book.case_view(case.id).timeline[0]

    assert book.note(note.id).body == text + "!"
    assert book.note_history(note.id)[0].body == text
    assert isinstance(entry, ContactEntry)
    assert entry.text == text + "!"
    assert (book.draft("contact"), book.setting("own")) == (text, text)
    assert health(vault).is_sound


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
@example("a\0b")
def test_every_text_comes_back_as_it_was_written(book: Book, case: CaseFile, text: str) -> None:
    assert book.note(book.add_note(note_of(case, text)).id).body == text


def test_half_a_character_of_a_broken_paste_becomes_the_sign_for_it(book: Book, case: CaseFile) -> None:
    note = book.add_note(note_of(case, "voor \ud83d na \ud83c\udfac"))
    book.save_draft("contact", "\udfac", NOW)

    assert book.note(note.id).body == "voor \ufffd na 🎬"
    assert book.draft("contact") == "\ufffd"


def test_amending_keeps_every_earlier_wording(book: Book, case: CaseFile) -> None:
    later = NOW + timedelta(hours=1)
    note = book.add_note(note_of(case, "eerst"))

    amended = book.amend_note(note.id, 0, "daarna", later)
    book.amend_note(note.id, 1, "ten slotte", later + timedelta(hours=1))

    assert (amended.body, amended.revision, amended.changed_at, amended.written_at) == ("daarna", 1, later, NOW)
    assert book.note_history(note.id) == (
        NoteRevision(note.id, 0, "eerst", NOW),
        NoteRevision(note.id, 1, "daarna", later),
    )


def test_an_outdated_note_is_not_written_over_the_newer_one(book: Book, case: CaseFile) -> None:
    note = book.add_note(note_of(case, "eerst"))
    book.amend_note(note.id, 0, "daarna", NOW)

    with pytest.raises(StaleRecord):
        book.amend_note(note.id, 0, "verloren?", NOW)

    assert book.note(note.id).body == "daarna"
    assert len(book.note_history(note.id)) == 1


def test_a_note_belongs_to_its_contact_whichever_came_first(book: Book, case: CaseFile) -> None:
    first_note = book.add_note(note_of(case, "a"))
    its_contact = book.add_contact(contact_of(case, note=first_note.id, codes=("SI", "H.LUI", "X.MOR")))
    first_contact = book.add_contact(contact_of(case, at=time(9, 30)))
    its_note = book.add_note(note_of(case, "b", contact=first_contact.id))

    assert book.contact(its_contact.id) == its_contact
    assert book.note(first_note.id).contact == its_contact.id
    assert book.contact(first_contact.id) == replace(first_contact, note=its_note.id)


def test_marks_of_paragraphs_are_kept(book: Book, case: CaseFile) -> None:
    marks = ((0, ParagraphMark.FACT), (3, ParagraphMark.CLIENT))

    assert book.note(book.add_note(note_of(case, "a", marks=marks)).id).marks == marks


def test_the_timeline_is_newest_first_and_shows_each_thing_once(book: Book, case: CaseFile) -> None:
    yesterday = TODAY - timedelta(days=1)
    early = book.add_contact(contact_of(case, at=time(9)))
    late = book.add_contact(contact_of(case, at=time(15), codes=("PE", "SI")))
    old = book.add_contact(contact_of(case, on=yesterday, at=time(23)))
    book.add_note(note_of(case, "bij het gesprek", contact=late.id))
    alone = book.add_note(note_of(case, "los"))  # 14:03
    step = book.add_step(Step(StepId(0), case.id, StepKind.ACTION, "H.LUI", TODAY, None))

    timeline = book.case_view(case.id).timeline

    assert [type(entry) for entry in timeline] == [ContactEntry, NoteEntry, ContactEntry, StepEntry, ContactEntry]
    assert [entry.id for entry in timeline] == [late.id, alone.id, early.id, step.id, old.id]
    assert isinstance(timeline[0], ContactEntry)
    assert (timeline[0].text, timeline[0].codes) == ("bij het gesprek", ("PE", "SI"))


@pytest.mark.parametrize("done", [True, False, None])
def test_a_step_can_be_done_declined_or_open(book: Book, case: CaseFile, done: bool | None) -> None:
    step = book.add_step(Step(StepId(0), case.id, StepKind.REFERRAL, "X.MOR", TODAY, None))
    book.save_step(replace(step, done=done))

    entry = book.case_view(case.id).timeline[0]
    assert isinstance(entry, StepEntry)
    assert entry.done is done
    book.remove_step(step.id)
    assert book.case_view(case.id).timeline == ()


def test_a_follow_up_is_kept_done_and_removed(book: Book, case: CaseFile) -> None:
    added = book.add_follow_up(FollowUp(FollowUpId(0), case.id, TODAY, time(10), "bellen"))
    done = replace(added, done_on=TODAY)
    book.save_follow_up(done)

    assert book.follow_up(added.id) == done
    assert book.case_view(case.id).follow_ups == (done,)
    book.remove_follow_up(added.id)
    with pytest.raises(RecordMissing):
        book.follow_up(added.id)


def test_consents_stand_in_the_case(book: Book, case: CaseFile) -> None:
    consent = book.add_consent(Consent(ConsentId(0), case.id, "share", True, TODAY, "spoken", "hr", TODAY, None))

    assert book.case_view(case.id).consents == (consent,)


def test_what_is_not_there_is_missing(book: Book, case: CaseFile) -> None:
    nowhere = replace(case, id=CaseId(99))
    step = Step(StepId(99), case.id, StepKind.ACTION, "H.LUI", TODAY)
    follow_up = FollowUp(FollowUpId(99), None, TODAY, None, "")
    for attempt in (
        lambda: book.contact(ContactId(99)),
        lambda: book.note(NoteId(99)),
        lambda: book.amend_note(NoteId(99), 0, "", datetime(2026, 1, 1)),
        lambda: book.save_step(step),
        lambda: book.remove_step(step.id),
        lambda: book.save_follow_up(follow_up),
        lambda: book.remove_follow_up(follow_up.id),
        lambda: book.case_view(CaseId(99)),
        lambda: book.add_contact(contact_of(nowhere)),
        lambda: book.add_contact(contact_of(case, note=99)),
        lambda: book.add_note(note_of(nowhere, "")),
        lambda: book.add_note(note_of(case, "", contact=99)),
        lambda: book.add_step(replace(step, case=CaseId(99))),
        lambda: book.add_follow_up(replace(follow_up, case=CaseId(99))),
        lambda: book.add_consent(Consent(ConsentId(0), CaseId(99), "record", True, date(2026, 1, 1))),
    ):
        with pytest.raises(RecordMissing):
            attempt()
    assert book.case_view(case.id).timeline == ()
