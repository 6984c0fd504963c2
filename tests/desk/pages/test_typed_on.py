"""Words typed after Ctrl+Enter, before the vault has answered, stay as the next draft; the first are kept once."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from counsellor_desk.casework.drafting import contact_draft, keep_draft, note_draft
from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import NoteId
from counsellor_desk.casework.views import ContactEntry, NoteEntry, StepEntry
from counsellor_desk.vault.vault import open_vault
from tests.desk.pages.at_cases import (
    ask,
    button,
    keep,
    line,
    paper,
    pick,
    press,
    texts,
    waiting,
    words,
    write,
)
from tests.desk.pages.cases_page import At, edit, row_of
from tests.desk.pages.test_full_disk import full_disk

FIRST, SECOND = "Belt terug, het gaat beter.", "Nog een woord."


# in a case


@pytest.mark.parametrize(("tab", "field"), [("contact", "Contact"), ("note", "Note")])
def test_what_is_typed_after_saving_is_the_next_draft(at: At, tab: str, field: str) -> None:
    before = texts(at.view())
    at.page.desk.composer.write(tab)
    write(at.page, FIRST)

    with waiting(at.desk):
        keep(at.page)
        write(at.page, SECOND)
    at.rest()

    assert paper(at.page, field).toPlainText() == SECOND
    assert texts(at.view()) == [FIRST, *before]


@pytest.mark.parametrize("tab", ["contact", "note"])
def test_saving_twice_in_a_row_keeps_one(at: At, tab: str) -> None:
    before = texts(at.view())
    at.page.desk.composer.write(tab)
    write(at.page, FIRST)

    with waiting(at.desk):
        keep(at.page)
        keep(at.page)
    at.rest()

    assert texts(at.view()) == [FIRST, *before]


@pytest.mark.parametrize(("tab", "field"), [("contact", "Contact"), ("note", "Note")])
def test_what_is_refused_comes_back_in_front_of_what_was_typed_since(at: At, tab: str, field: str) -> None:
    before = texts(at.view())
    at.page.desk.composer.write(tab)
    write(at.page, FIRST)

    with full_disk():
        with waiting(at.desk):
            keep(at.page)
            write(at.page, SECOND)
        at.rest()
        assert paper(at.page, field).toPlainText() == f"{FIRST}\n{SECOND}"
        write(at.page, " Verder.")

    keep(at.page)
    at.rest()
    assert texts(at.view()) == [f"{FIRST}\n{SECOND} Verder.", *before]


def test_a_note_refused_while_one_is_in_another_case_waits_in_its_own(at: At) -> None:
    first, second = at.numbers()[:2]
    at.page.desk.composer.write("note")
    write(at.page, FIRST)

    with full_disk():
        keep(at.page)
        at.page.list.view.setCurrentIndex(at.page.list.rows.index(at.numbers().index(second)))
        at.rest()
        assert paper(at.page, "Note").toPlainText() == ""
    at.page.list.view.setCurrentIndex(at.page.list.rows.index(at.numbers().index(first)))
    at.rest()

    assert paper(at.page, "Note").toPlainText() == FIRST


def test_words_typed_while_the_draft_is_read_stand_behind_it(at: At) -> None:
    first, second = at.numbers()[:2]
    place = at.page.list.rows.index
    at.page.desk.composer.write("note")
    write(at.page, FIRST)
    at.page.list.view.setCurrentIndex(place(at.numbers().index(second)))
    at.rest()
    gate = Event()
    at.page.list.view.setCurrentIndex(place(at.numbers().index(first)))
    at.desk.tasks.run(lambda _office: gate.wait(30))  # the case is shown; its draft is still to be read
    at.qtbot.waitUntil(lambda: first in words(at.page.desk.header))
    at.page.desk.composer.write("note")
    write(at.page, SECOND)
    gate.set()
    at.rest()

    assert FIRST in paper(at.page, "Note").toPlainText()
    assert SECOND in paper(at.page, "Note").toPlainText()


def test_an_action_chosen_after_saving_is_not_thrown_away(at: At) -> None:
    before = len([entry for entry in at.view().timeline if isinstance(entry, StepEntry)])
    at.page.desk.composer.write("action")
    pick(at.page.desk.composer, "Action", "luister")

    with waiting(at.desk):
        keep(at.page)
        keep(at.page)
        write(at.page, "contact")
    at.rest()

    steps = [entry for entry in at.view().timeline if isinstance(entry, StepEntry)]
    assert len(steps) == before + 1
    assert line(at.page.desk.composer, "Action").text() == "contact"


def test_a_follow_up_planned_twice_in_a_row_is_one(at: At) -> None:
    before = len(at.view().follow_ups)
    button(at.page.desk.glance, "Plan a follow-up").click()
    write(at.page, "in 2 weeks")
    press(at.page, Qt.Key.Key_Tab)
    write(at.page, "Vragen hoe het gaat")

    with waiting(at.desk):
        press(at.page, Qt.Key.Key_Return)
        press(at.page, Qt.Key.Key_Return)
        write(at.page, SECOND)
    at.rest()

    assert len(at.view().follow_ups) == before + 1
    assert line(at.page.desk.glance, "Follow-up").text() == SECOND


# amending


def a_note(at: At) -> tuple[NoteId, str]:
    """A note of the case, and its words."""
    entry = next(entry for entry in at.view().timeline if isinstance(entry, ContactEntry) and entry.note)
    assert entry.note is not None
    return entry.note, entry.text


def test_what_is_typed_after_saving_an_amendment_stays_in_the_editor(at: At) -> None:
    note, text = a_note(at)
    edit(at, note)
    write(at.page, "Eerst. ")

    with waiting(at.desk):
        keep(at.page)
        write(at.page, "Dan. ")
    at.rest()

    assert paper(at.page.desk.timeline, "Note").toPlainText() == f"Eerst. Dan. {text}"
    keep(at.page)
    at.rest()
    assert ask(at.desk, at.qtbot, lambda book: book.note(note)).body == f"Eerst. Dan. {text}"
    history = ask(at.desk, at.qtbot, lambda book: book.note_history(note))
    assert [earlier.body for earlier in history] == [text, f"Eerst. {text}"]


def test_an_amendment_saved_twice_in_a_row_is_one(at: At) -> None:
    note, text = a_note(at)
    edit(at, note)
    write(at.page, "Eerst. ")

    with waiting(at.desk):
        keep(at.page)
        keep(at.page)
    at.rest()

    assert at.frame.errors == []
    assert len(ask(at.desk, at.qtbot, lambda book: book.note_history(note))) == 1
    assert f"Eerst. {text}" in texts(at.view())


def test_words_typed_while_the_draft_of_an_amendment_is_read_stand_beside_it(at: At) -> None:
    note, text = a_note(at)
    now = at.desk.now()
    ask(at.desk, at.qtbot, lambda book: keep_draft(book, f"amend:{note}", NoteDraft("Half. " + text), now))

    with waiting(at.desk):
        button(row_of(at.page.desk.timeline, note), "Edit").click()
        write(at.page, "Vers. ")
    at.rest()

    assert paper(at.page.desk.timeline, "Note").toPlainText() == "Vers. Half. " + text


def test_words_typed_into_a_note_that_is_being_deleted_go_with_it(at: At) -> None:
    note, _text = a_note(at)
    edit(at, note)
    button(at.page.desk.timeline, "Delete this note").click()

    with waiting(at.desk):
        button(at.page.desk.timeline, "Delete for good").click()
        paper(at.page.desk.timeline, "Note").setFocus()
        write(at.page, SECOND)
        at.page.flush()
    at.rest()

    assert ask(at.desk, at.qtbot, lambda book: book.draft(f"amend:{note}")) is None


# locking


def test_a_lock_right_after_saving_keeps_the_first_once_and_the_rest_as_a_draft(
    at: At, tmp_path: Path, practice_key: bytes
) -> None:
    case = at.case
    at.page.desk.composer.write("note")
    write(at.page, FIRST)
    gate = Event()
    at.desk.tasks.run(lambda _office: gate.wait(30))
    keep(at.page)
    write(at.page, SECOND)
    at.page.flush()
    gate.set()
    at.desk.tasks.close(10)

    vault = open_vault(tmp_path / "vault" / "desk.vault", practice_key, practice=True)
    notes = [entry.text for entry in vault.book.case_view(case).timeline if isinstance(entry, NoteEntry)]
    draft = note_draft(vault.book, f"note:{case}")
    vault.close()
    assert notes.count(FIRST) == 1
    assert draft == NoteDraft(SECOND)


def test_a_lock_before_a_refusal_was_answered_keeps_all_words_as_drafts(
    at: At, tmp_path: Path, practice_key: bytes
) -> None:
    case = at.case
    at.page.desk.composer.write()
    write(at.page, FIRST)
    button(at.page, "Change: now").click()
    write(at.page, "1-1-2020")  # before the first contact of the case
    gate = Event()
    at.desk.tasks.run(lambda _office: gate.wait(30))
    keep(at.page)
    write(at.page, SECOND)
    at.page.flush()
    gate.set()
    at.desk.tasks.close(10)

    vault = open_vault(tmp_path / "vault" / "desk.vault", practice_key, practice=True)
    draft = contact_draft(vault.book, f"contact:{case}")
    vault.close()
    assert draft is not None
    assert draft.text == f"{FIRST}\n{SECOND}"
