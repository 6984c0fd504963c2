"""While a case is read, nothing of the one before can be seen, reached or used, on the page or in a panel."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.intake import keep_identity
from counsellor_desk.casework.model import Identity, NoteId
from counsellor_desk.casework.notes import amend_note
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.note_history import NoteHistory
from counsellor_desk.desk.pages.writing.identity import IdentityFields, IdentityForm
from counsellor_desk.desk.tasks import VaultThread
from tests.desk.held_answers import HeldAnswers
from tests.desk.pages.at_cases import button, paper, words, write
from tests.desk.pages.held_desk import HeldDesk, drafts, marked, note_of, texts, with_a_case_open

CONTROL = Qt.KeyboardModifier.ControlModifier
A_NAME = "Anna Voorbeeld"
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


def amend(book: Casebook, note: NoteId, text: str) -> None:
    amend_note(book, note, book.note(note).revision, text, datetime(2026, 11, 23, 12, 0))


def name(desk: HeldDesk, row: CaseRow, words: str) -> None:
    """Give the client of a case a name."""
    person = desk.view(row).case.person
    desk.ask(lambda book: keep_identity(book, Identity(person, words)))


def name_of(desk: HeldDesk, row: CaseRow) -> str:
    person = desk.view(row).case.person
    identity = desk.ask(lambda book: book.identity(person))
    return identity.name if identity else ""


def panel_names(desk: HeldDesk) -> tuple[str, str, str]:
    return desk.shell.findChildren(IdentityFields)[0].values()


# seen, reached, used


def test_while_a_case_is_read_nothing_of_the_former_one_is_in_sight_or_in_reach(
    desk: HeldDesk, one: CaseRow, other: CaseRow
) -> None:
    written = {text for text in texts(desk.view(one)) if text}
    desk.hold()

    desk.go(other)
    desk.let_go()

    assert marked(desk.page) == other.number
    assert desk.numbers_in_sight() == set()
    assert not written & set(words(desk.shell))
    assert desk.reachable() == []
    assert not desk.desk.isAncestorOf(QApplication.focusWidget()) or QApplication.focusWidget().accessibleName()


def test_a_key_pressed_while_a_case_is_read_writes_in_no_case(desk: HeldDesk, one: CaseRow, other: CaseRow) -> None:
    before = desk.view(one).timeline, desk.view(other).timeline
    desk.desk.composer.write("note")
    write(desk.shell, WORDS)
    desk.hold()
    desk.go(other)

    desk.press(Qt.Key.Key_X)
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.desk.composer.save()
    desk.let_all_go()

    assert (desk.view(one).timeline, desk.view(other).timeline) == before
    assert (drafts(desk, one), drafts(desk, other)) == ((None, WORDS), (None, None))


def test_a_case_that_was_reached_by_keyboard_is_gone_on_with_by_keyboard(desk: HeldDesk, other: CaseRow) -> None:
    desk.desk.composer.write("contact")

    desk.open_at_rest(other)

    assert QApplication.focusWidget() is paper(desk.desk.composer, "Contact")


def test_in_a_closed_case_the_keyboard_is_on_nothing_that_changes_it(desk: HeldDesk) -> None:
    desk.desk.composer.write("contact")

    desk.open_at_rest(desk.closed[0])

    assert QApplication.focusWidget() is desk.desk.middle
    assert desk.desk.middle.accessibleName() == desk.closed[0].number


def test_walking_through_the_list_stays_in_the_list(desk: HeldDesk) -> None:
    desk.shell.resize(1920, 1000)  # the list is there beside an open panel
    button(desk.desk.header, "Close case").click()
    desk.page.list.view.setFocus()

    desk.press(Qt.Key.Key_Down)
    desk.rest()

    assert QApplication.focusWidget() is desk.page.list.view


def test_a_name_whose_page_one_left_before_it_came_stays_out_of_sight(desk: HeldDesk, one: CaseRow) -> None:
    name(desk, one, A_NAME)
    desk.open_at_rest(one)
    desk.hold()
    button(desk.desk.glance, "Show").click()
    desk.shell.navigate(place.Today())

    desk.let_all_go()
    desk.shell.navigate(place.Cases())
    desk.rest()

    assert A_NAME not in words(desk.shell)
    assert not desk.desk.glance.people.names_shown


# panels


def test_a_panel_about_a_case_closes_when_another_case_is_asked_for(desk: HeldDesk, other: CaseRow) -> None:
    button(desk.desk.header, "Close case").click()
    desk.rest()
    assert desk.desk._closing().isVisible()

    desk.hold()
    desk.go(other)

    assert not desk.desk._closing().isVisible()
    assert not desk.shell._panel.isVisible()


def test_a_panel_about_no_case_stays_open(desk: HeldDesk, other: CaseRow) -> None:
    button(desk.desk.header, "Close case").click()
    desk.rest()
    desk.shell.open_contact_card()
    desk.rest()

    desk.open_at_rest(other)

    assert desk.shell._panel.isVisible()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_closing_closes_the_case_one_asked_to_close(
    desk: HeldDesk, one: CaseRow, other: CaseRow, order: tuple[int, ...]
) -> None:
    card = desk.desk._closing()
    desk.shell.open_panel("Close the case", card, one.id)
    desk.rest()
    desk.hold()
    desk.shell.open_panel("Close the case", card, one.id)
    desk.shell.open_panel("Close the case", card, other.id)

    assert one.number not in words(card)
    assert not button(card, "Close case").isEnabled()
    desk.press(Qt.Key.Key_Return, CONTROL)
    card.save()
    desk.let_go(*order)
    assert other.number in words(card)
    button(card, "Close case").click()
    desk.let_all_go()

    assert desk.view(one).case.is_open
    assert not desk.view(other).case.is_open


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_destroying_destroys_the_case_one_asked_to_destroy(desk: HeldDesk, order: tuple[int, ...]) -> None:
    first, second = desk.closed[:2]
    card = desk.desk._destroying()
    desk.shell.open_panel("Destroy the case", card, first.id)
    desk.rest()
    desk.hold()
    desk.shell.open_panel("Destroy the case", card, first.id)
    desk.shell.open_panel("Destroy the case", card, second.id)

    assert not any(first.number in sentence for sentence in words(card))
    with pytest.raises(LookupError):
        button(card, "Destroy")
    desk.let_go(*order)
    button(card, f"Destroy case {second.number}").click()
    desk.let_all_go()

    assert desk.view(first).case.destroyed_on is None
    assert desk.view(second).case.destroyed_on is not None


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_name_is_kept_for_whom_the_form_was_opened(
    desk: HeldDesk, one: CaseRow, other: CaseRow, order: tuple[int, ...]
) -> None:
    name(desk, one, A_NAME)
    form = desk.desk.glance.people.form()
    desk.shell.open_panel("Name and safe contact", form, one.id)
    desk.rest()
    assert panel_names(desk)[0] == A_NAME
    desk.hold()
    for row in (one, other):
        desk.shell.open_panel("Name and safe contact", form, row.id)

    assert panel_names(desk)[0] == ""
    form.save()
    desk.let_go(*order)
    assert panel_names(desk)[0] == ""
    write(desk.shell, "Bert")
    form.save()
    desk.let_all_go()

    assert (name_of(desk, one), name_of(desk, other)) == (A_NAME, "Bert")


def test_a_name_half_typed_waits_for_whom_it_is_about(desk: HeldDesk, one: CaseRow, other: CaseRow) -> None:
    button(desk.desk.glance.people, "Add").click()
    desk.rest()
    write(desk.shell, "Ann")

    desk.open_at_rest(other)
    button(desk.desk.glance.people, "Add").click()
    desk.rest()
    assert panel_names(desk)[0] == ""
    desk.open_at_rest(one)
    button(desk.desk.glance.people, "Add").click()
    desk.rest()

    assert panel_names(desk)[0] == "Ann"
    assert (name_of(desk, one), name_of(desk, other)) == ("", "")


def test_a_name_that_is_saved_late_does_not_close_the_form_of_another(
    desk: HeldDesk, one: CaseRow, other: CaseRow
) -> None:
    form = desk.desk.glance.people.form()
    desk.shell.open_panel("Name and safe contact", form, one.id)
    desk.rest()
    write(desk.shell, "Anna")
    desk.hold()
    form.save()
    desk.shell.open_panel("Name and safe contact", form, other.id)

    desk.let_all_go()

    assert desk.shell.findChildren(IdentityForm)[0].isVisible()
    assert panel_names(desk)[0] == ""
    assert name_of(desk, one) == "Anna"


def test_earlier_versions_are_those_of_the_note_one_asked_for(desk: HeldDesk, one: CaseRow, other: CaseRow) -> None:
    history = desk.desk.timeline.history()
    notes = [note_of(desk.view(row)) for row in (one, other)]
    for number, note in enumerate(notes):
        desk.ask(lambda book, note=note, number=number: amend(book, note, f"new {number}"))
    old = [desk.ask(lambda book, note=note: book.note_history(note))[0].body for note in notes]
    desk.shell.open_panel("Earlier versions", history, notes[0])
    desk.rest()
    desk.hold()
    for note in notes:
        desk.shell.open_panel("Earlier versions", history, note)

    assert words(desk.shell.findChildren(NoteHistory)[0]) == []
    desk.let_go(1, 0)

    assert old[1] in words(history)
    assert old[0] not in words(history)


def test_earlier_versions_in_sight_follow_the_note_and_go_with_it(desk: HeldDesk, one: CaseRow) -> None:
    history, note, today = desk.desk.timeline.history(), note_of(desk.view(one)), desk.context.today()
    wording = next(entry.text for entry in desk.view(one).timeline if getattr(entry, "note", None) == note)
    desk.shell.open_panel("Earlier versions", history, note)
    desk.rest()
    write_it = desk.context.operations.write

    write_it(lambda office: amend(office.book, note, "new"), (Records.TIMELINE,))
    desk.rest()
    assert wording in words(history)

    write_it(lambda office: delete_note(office.book, note, today), (Records.TIMELINE,))
    desk.rest()
    assert words(history) == []
