"""What was typed stays in its own case: not lost, not carried over, whatever the vault answers and when."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafting import note_draft
from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import MAX_NOTE_CHARACTERS, CaseId, NoteId
from counsellor_desk.casework.notes import write_note
from counsellor_desk.casework.views import CaseRow, CaseView
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.word_button import WordButton
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.note_editor import NoteEditor
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.faults import VaultBusy
from tests.desk.held_answers import HeldAnswers
from tests.desk.pages.at_cases import button, paper, words, write
from tests.desk.pages.cases_page import notes_of, row_of
from tests.desk.pages.held_desk import HeldDesk, drafts, note_of, texts, with_a_case_open
from tests.desk.pages.test_full_disk import full_disk

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "Belt terug, het gaat beter."


@pytest.fixture
def thread_kind() -> type[VaultThread]:
    return HeldAnswers


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot) -> HeldDesk:
    """The desk with its second case open."""
    return with_a_case_open(practice_desk, qtbot)


@pytest.fixture
def one(desk: HeldDesk) -> CaseRow:
    """The case that is open."""
    return desk.open[1]


@pytest.fixture
def other(desk: HeldDesk) -> CaseRow:
    """Another open case."""
    return desk.open[2]


def edit_of(desk: HeldDesk, note: NoteId) -> None:
    """Press Edit at a note."""
    button(row_of(desk.desk.timeline, note), "Edit").click()


def edit(desk: HeldDesk, note: NoteId) -> None:
    """The same, and wait for the editor."""
    edit_of(desk, note)
    desk.rest()


def editors(desk: HeldDesk) -> list[NoteId]:
    """The notes that are being amended in sight."""
    return [editor.note for editor in desk.desk.findChildren(NoteEditor) if editor.isVisible()]


def open_line(desk: HeldDesk, name: str) -> None:
    """Press a line of "at a glance"."""
    lines = desk.desk.glance.findChildren(WordButton)
    next(line for line in lines if line.accessibleName().startswith(f"{name}:")).click()


def open_fields(desk: HeldDesk) -> list[LineField]:
    """The fields of "at a glance" in sight."""
    return [field for field in desk.desk.glance.findChildren(LineField) if field.isVisible()]


def plan(desk: HeldDesk, words: str) -> None:
    """Begin to plan a follow-up."""
    button(desk.desk.glance, "Plan a follow-up").click()
    write(desk.shell, "in 2 weeks")
    desk.press(Qt.Key.Key_Tab)
    write(desk.shell, words)


def test_a_note_that_is_saved_late_does_not_empty_the_form_of_another_case(
    desk: HeldDesk, one: CaseRow, other: CaseRow
) -> None:
    desk.desk.composer.write("note")
    desk.rest()
    write(desk.shell, WORDS)
    desk.hold()
    desk.desk.composer.save()
    desk.go(other)
    desk.let_go(*desk.waiting[1:])
    write(desk.shell, "In another case.")

    desk.let_all_go()

    assert paper(desk.desk.composer, "Note").toPlainText() == "In another case."
    assert WORDS in texts(desk.view(one))
    assert WORDS not in texts(desk.view(other))


@pytest.mark.parametrize(("way", "field"), [("contact", "Contact"), ("note", "Note")])
def test_a_record_that_is_refused_after_one_has_gone_on_is_a_draft_in_its_own_case(
    desk: HeldDesk, one: CaseRow, other: CaseRow, way: str, field: str
) -> None:
    desk.desk.composer.write(way)
    paper(desk.desk.composer, field).setPlainText("x" * (MAX_NOTE_CHARACTERS + 1))
    desk.hold()
    desk.desk.composer.save()
    desk.go(other)

    desk.let_all_go()

    assert paper(desk.desk.composer, field).toPlainText() == ""
    kept = {"contact": 0, "note": 1}
    assert len(drafts(desk, one)[kept[way]] or "") == MAX_NOTE_CHARACTERS + 1
    assert drafts(desk, other) == (None, None)


def test_words_a_full_disk_refused_wait_for_their_own_case(desk: HeldDesk, one: CaseRow, other: CaseRow) -> None:
    desk.desk.composer.write("note")
    write(desk.shell, WORDS)
    with full_disk():
        desk.open_at_rest(other)
        assert paper(desk.desk.composer, "Note").toPlainText() == ""
        desk.open_at_rest(one)
        assert paper(desk.desk.composer, "Note").toPlainText() == WORDS
        desk.open_at_rest(other)

    desk.shell.flush()
    desk.rest()

    assert (drafts(desk, one), drafts(desk, other)) == ((None, WORDS), (None, None))


def test_a_draft_that_comes_after_its_case_is_not_typed_over(desk: HeldDesk, one: CaseRow, other: CaseRow) -> None:
    desk.desk.composer.write("note")
    write(desk.shell, WORDS)
    desk.open_at_rest(other)
    desk.hold()
    desk.go(one)

    desk.let_go(*desk.waiting)
    assert desk.numbers_in_sight() == {one.number}
    write(desk.shell, "Nog een woord.")
    desk.let_all_go()
    desk.shell.flush()
    desk.rest()

    assert drafts(desk, one)[1] == f"{WORDS}\nNog een woord."


def test_a_note_being_amended_keeps_its_words_and_is_not_open_in_another_case(
    desk: HeldDesk, one: CaseRow, other: CaseRow
) -> None:
    note = note_of(desk.view(one))
    before = desk.ask(lambda book: book.note(note)).body
    edit(desk, note)
    write(desk.shell, "Eerst dit. ")
    desk.hold()

    desk.go(other)
    desk.let_go()
    assert editors(desk) == []
    desk.let_all_go()

    kept = desk.ask(lambda book: note_draft(book, f"amend:{note}"))
    assert kept is not None
    assert kept.text == "Eerst dit. " + before
    assert desk.ask(lambda book: book.note(note)).body == before


def test_a_note_amended_late_leaves_the_editor_of_another_note_open(desk: HeldDesk) -> None:
    first, second = notes_of(desk.desk.timeline)[:2]
    edit(desk, first)
    write(desk.shell, "Eerst dit. ")
    desk.hold()
    desk.press(Qt.Key.Key_Return, CONTROL)
    edit_of(desk, second)

    desk.let_go(*reversed(desk.waiting))
    desk.let_all_go()

    assert editors(desk) == [second]


def test_other_words_that_were_left_are_not_typed_over_while_they_are_read(desk: HeldDesk, one: CaseRow) -> None:
    note = note_of(desk.view(one))
    edit(desk, note)
    write(desk.shell, "Eerst dit. ")
    desk.press(Qt.Key.Key_Escape)
    desk.rest()
    desk.hold()

    edit_of(desk, note)
    write(desk.shell, "x")
    desk.let_all_go()
    desk.shell.flush()
    desk.rest()

    kept = desk.ask(lambda book: note_draft(book, f"amend:{note}"))
    assert kept is not None
    assert "Eerst dit. " in kept.text


def test_a_wish_half_typed_is_kept_in_its_own_case(desk: HeldDesk, one: CaseRow, other: CaseRow) -> None:
    before = desk.view(other).case.wish
    open_line(desk, "Wish")
    QApplication.focusWidget().selectAll()
    write(desk.shell, "Excuses van de leiding")

    desk.open_at_rest(other)

    assert desk.view(one).case.wish == "Excuses van de leiding"
    assert desk.view(other).case.wish == before
    assert open_fields(desk) == []


def test_letters_half_typed_in_a_code_are_not_carried_over(desk: HeldDesk, other: CaseRow) -> None:
    open_line(desk, "Position")
    write(desk.shell, "freel")

    desk.open_at_rest(other)
    open_line(desk, "Position")

    position = desk.page.context.label(desk.view(other).case.client_status)
    assert [field.text() for field in open_fields(desk)] == [position]


def test_a_follow_up_planned_late_leaves_the_one_that_is_being_typed(
    desk: HeldDesk, one: CaseRow, other: CaseRow
) -> None:
    plan(desk, "Voor de een")
    desk.hold()
    desk.press(Qt.Key.Key_Return)
    desk.go(other)
    desk.let_go(*desk.waiting[1:])
    plan(desk, "Voor de ander")

    desk.let_all_go()

    assert "Voor de ander" in [field.text() for field in open_fields(desk)]
    assert "Voor de een" in [follow_up.text for follow_up in desk.view(one).follow_ups]


# the same case again


def test_a_case_that_is_read_again_stays_in_sight_with_its_words_and_its_cursor(desk: HeldDesk, one: CaseRow) -> None:
    desk.desk.composer.write("note")
    write(desk.shell, WORDS)
    focus = QApplication.focusWidget()
    desk.hold()

    desk.shell.refresh()
    desk.go(one)
    desk.let_go()
    assert desk.numbers_in_sight() == {one.number}
    write(desk.shell, " En")
    desk.let_all_go()

    assert QApplication.focusWidget() is focus
    assert paper(desk.desk.composer, "Note").toPlainText() == WORDS + " En"


def test_a_note_being_amended_goes_on_while_the_case_is_read_again(desk: HeldDesk, one: CaseRow) -> None:
    note = note_of(desk.view(one))
    edit(desk, note)
    write(desk.shell, "Eerst ")
    focus = QApplication.focusWidget()

    desk.ask(lambda book: write_note(book, one.id, NoteDraft("Van elders."), datetime(2026, 11, 23, 12, 0)))
    desk.shell.refresh()
    desk.rest()
    write(desk.shell, "dit. ")

    assert "Van elders." in words(desk.desk.timeline)
    assert QApplication.focusWidget() is focus
    assert paper(desk.desk.timeline, "Note").toPlainText().startswith("Eerst dit. ")


def test_a_panel_about_the_case_stays_open_while_the_case_is_read_again(desk: HeldDesk, one: CaseRow) -> None:
    button(desk.desk.header, "Close case").click()
    desk.rest()

    desk.shell.refresh()
    desk.open_at_rest(one)

    assert desk.desk._closing().isVisible()


def test_a_case_in_sight_that_cannot_be_read_again_just_now_stays(
    desk: HeldDesk, one: CaseRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_book: Book, _case: CaseId) -> CaseView:
        raise VaultBusy

    monkeypatch.setattr(Book, "case_view", refuse)
    desk.desk.refresh()
    desk.rest()

    assert desk.numbers_in_sight() == {one.number}
    assert message_for(VaultBusy()).text() in words(desk.shell)
