"""Destroying a case and deleting a note: asked in words that say what will happen, refused on hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseFile, CaseId, NoteId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import CaseFilter
from counsellor_desk.desk.kit.word_button import WordButton
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.destroying import DestroyCard
from counsellor_desk.desk.pages.case.header import CaseHeader
from counsellor_desk.desk.pages.case.note_editor import NoteEditor
from counsellor_desk.desk.pages.words.phrases import phrases_of
from tests.desk.pages.at_cases import ask, button, rest, words
from tests.desk.pages.cases_page import At, edit, notes_of


@pytest.fixture
def closed(practice_desk: DeskContext, qtbot: QtBot) -> CaseFile:
    """A closed case of the practice."""
    row = ask(practice_desk, qtbot, lambda book: book.list_cases(CaseFilter(statuses=("B.DIC",)))[0])
    return ask(practice_desk, qtbot, lambda book: book.case(row.id))


@pytest.fixture
def card(practice_desk: DeskContext, qtbot: QtBot) -> DestroyCard:
    made = DestroyCard(practice_desk)
    qtbot.addWidget(made)
    made.show()
    return made


def open_card(card: DestroyCard, case: CaseFile, desk: DeskContext, qtbot: QtBot) -> None:
    card.shown(case.id)
    rest(qtbot, desk)


def press(card: DestroyCard, case: CaseFile, desk: DeskContext, qtbot: QtBot) -> None:
    button(card, f"Destroy case {case.number}").click()
    rest(qtbot, desk)


def now(desk: DeskContext, qtbot: QtBot, case: CaseId) -> CaseFile:
    return ask(desk, qtbot, lambda book: book.case(case))


def test_only_a_closed_case_offers_to_be_destroyed(
    practice_desk: DeskContext, qtbot: QtBot, closed: CaseFile, at: At
) -> None:
    header = CaseHeader()
    qtbot.addWidget(header)
    view = ask(practice_desk, qtbot, lambda book: book.case_view(closed.id))

    header.show_case(view, phrases_of(practice_desk))
    assert button(header, "Destroy")
    header.show_case(at.view(), phrases_of(practice_desk))

    with pytest.raises(LookupError):
        button(header, "Destroy")


def test_the_panel_says_what_goes_what_stays_and_that_nobody_can_undo_it(
    card: DestroyCard, closed: CaseFile, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    open_card(card, closed, practice_desk, qtbot)

    said = " ".join(words(card))
    for part in (closed.number, "every backup within reach", "No figure changes.", "Nobody can undo this."):
        assert part in said
    assert now(practice_desk, qtbot, closed.id).destroyed_on is None


def test_one_press_destroys_the_case_and_tells_every_page(
    card: DestroyCard, closed: CaseFile, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    open_card(card, closed, practice_desk, qtbot)

    changes: list[frozenset[Records]] = []
    practice_desk.operations.watch([Records.CASES], changes.append)
    press(card, closed, practice_desk, qtbot)

    assert changes == [frozenset({Records.CASES})]
    assert now(practice_desk, qtbot, closed.id).status == "B.VRN"


def test_a_case_on_hold_is_not_destroyed_and_the_panel_says_until_when(
    card: DestroyCard, closed: CaseFile, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    until = practice_desk.today() + timedelta(days=9)
    ask(practice_desk, qtbot, lambda book: book.save_case(replace(closed, hold_until=until)))
    open_card(card, closed, practice_desk, qtbot)

    press(card, closed, practice_desk, qtbot)

    assert any(said.startswith(f"This case is on hold until {until:%d-%m-%Y}") for said in words(card))
    assert now(practice_desk, qtbot, closed.id).destroyed_on is None
    assert button(card, "Destroy case").isEnabled()


def test_the_destroyed_case_stands_in_the_list_as_a_shell(at: At, closed: CaseFile) -> None:
    at.go(case=closed.id)
    at.page.desk._on_destroy()
    assert at.frame.panels == ["Destroy the case"]
    panel = at.page.desk._destroying()
    open_card(panel, closed, at.desk, at.qtbot)

    button(panel, "Destroy case").click()
    at.rest()

    assert at.view().case.destroyed_on is not None
    assert all(getattr(entry, "text", "") == "" for entry in at.view().timeline)
    offered = {one.text() for one in at.page.desk.glance.findChildren(QPushButton) if one.isVisibleTo(at.page)}
    assert not offered & {"Add", "Plan a follow-up", "Yes", "No"}
    values = [one for one in at.page.desk.glance.findChildren(WordButton) if one.isVisibleTo(at.page)]
    assert values
    assert not [one.accessibleName() for one in values if one.isEnabled()]
    at.go(case=at.case)
    assert [one for one in at.page.desk.glance.findChildren(WordButton) if one.isEnabled()]


def _first_note(at: At) -> NoteId:
    return notes_of(at.page.desk.timeline)[0]


def test_deleting_a_note_asks_once_and_can_be_left(at: At) -> None:
    note = _first_note(at)
    edit(at, note)
    editor = at.page.findChildren(NoteEditor)[0]
    button(editor, "Delete this note").click()
    assert any("go for good" in said for said in words(editor))

    button(editor, "Keep it").click()

    assert not any("go for good" in said for said in words(editor))
    assert note in notes_of(at.page.desk.timeline)


def test_a_note_deleted_for_good_is_gone_from_case_and_vault(at: At) -> None:
    note = _first_note(at)
    edit(at, note)
    editor = at.page.findChildren(NoteEditor)[0]
    button(editor, "Delete this note").click()

    button(editor, "Delete for good").click()
    at.rest()

    assert note not in notes_of(at.page.desk.timeline)


def test_a_note_of_a_case_on_hold_stays_and_says_why(at: At) -> None:
    case, until = at.case, at.desk.today() + timedelta(days=9)

    def hold(book: Casebook) -> None:
        book.save_case(replace(book.case(case), hold_until=until))

    ask(at.desk, at.qtbot, hold)
    note = _first_note(at)
    edit(at, note)
    editor = at.page.findChildren(NoteEditor)[0]
    button(editor, "Delete this note").click()

    button(editor, "Delete for good").click()
    at.rest()

    assert any(said.startswith("This case is on hold until") for said in words(editor))
