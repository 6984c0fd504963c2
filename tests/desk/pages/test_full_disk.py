"""A disk that takes nothing more: what was typed stays on the screen, it is said, and it is kept once there is room.

The system itself refuses every write, by the limit on the size of files.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafting import contact_draft, note_draft
from counsellor_desk.casework.model import Answer
from counsellor_desk.casework.status import OPEN, Status
from counsellor_desk.casework.views import CaseFilter, CaseRow, ContactEntry, StepEntry
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.vault.faults import VaultIoFailed
from tests.desk.pages.at_cases import ask, button, keep, paper, write
from tests.desk.pages.cases_page import At, edit
from tests.desk.pages.desk_at_work import RememberingFrame
from tests.desk.pages.test_activities import Desk, press

WORDS = "Belt terug, het gaat beter."
REFUSED = VaultIoFailed.code


@contextmanager
def full_disk() -> Iterator[None]:
    """Nobody in this process can write into a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(("tab", "field"), [("contact", "Contact"), ("note", "Note")])
def test_a_record_that_is_refused_stays_in_its_field_and_is_kept_once_when_there_is_room(
    at: At, tab: str, field: str
) -> None:
    before = len(at.view().timeline)
    at.page.desk.composer.write(tab)
    write(at.page, WORDS)

    with full_disk():
        keep(at.page)
        at.rest()
        assert paper(at.page, field).toPlainText() == WORDS
        assert at.frame.errors == [REFUSED]
        assert len(at.view().timeline) == before

    keep(at.page)
    at.rest()

    newest, *_rest = at.view().timeline
    assert not isinstance(newest, StepEntry)
    assert newest.text == WORDS
    assert len(at.view().timeline) == before + 1
    assert paper(at.page, field).toPlainText() == ""


def test_a_choice_that_was_refused_does_not_stand_there_as_if_it_were_kept(at: At) -> None:
    before, glance = at.view().case.status, at.page.desk.glance
    other = next(one for one in (Status.RUNNING, Status.WAITING) if one != before)
    chip = button(glance, f"How the case stands: {at.desk.label(other)}")

    with full_disk():
        chip.click()
        at.rest()
        assert at.frame.errors == [REFUSED]
        assert not chip.isChecked()

    chip.click()
    at.rest()

    assert at.view().case.status == other
    assert chip.isChecked()


@pytest.mark.parametrize(("question", "purpose"), [("Recording", "record"), ("Counting", "count")])
def test_an_answer_of_a_client_that_was_refused_does_not_stand_there_as_if_it_were_kept(
    at: At, question: str, purpose: str
) -> None:
    given = {Answer.YES: "Yes", Answer.NO: "No"}
    before = getattr(at.view().case, f"consent_to_{purpose}")
    other = Answer.NO if before is Answer.YES else Answer.YES
    chip = button(at.page.desk.glance, f"{question}: {given[other]}")

    with full_disk():
        chip.click()
        at.rest()
        assert at.frame.errors == [REFUSED]
        assert not chip.isChecked()

    chip.click()
    at.rest()

    assert getattr(at.view().case, f"consent_to_{purpose}") is other


def test_a_note_being_amended_keeps_its_new_words(at: At) -> None:
    entry = next(entry for entry in at.view().timeline if isinstance(entry, ContactEntry) and entry.note)
    note = entry.note
    assert note is not None
    edit(at, note)
    write(at.page, "Eerst dit. ")

    with full_disk():
        keep(at.page)
        at.rest()
        assert paper(at.page.desk.timeline, "Note").toPlainText() == "Eerst dit. " + entry.text
        assert at.frame.errors == [REFUSED]

    keep(at.page)
    at.rest()

    history = ask(at.desk, at.qtbot, lambda book: book.note_history(note))
    assert [earlier.body for earlier in history] == [entry.text]
    assert ask(at.desk, at.qtbot, lambda book: book.note(note)).body == "Eerst dit. " + entry.text


def test_an_activity_stays_on_its_form(practice_desk: DeskContext, frame: RememberingFrame, qtbot: QtBot) -> None:
    desk = Desk(practice_desk, qtbot)
    desk.page.shown()
    desk.settle()
    desk.page.activateWindow()
    before = desk.lines()

    with full_disk():
        desk.write(1, WORDS)
        composer = desk.page.front.composer
        assert composer.remark.text() == WORDS
        assert composer.fault == message_for(VaultIoFailed()).sentence()
        assert desk.lines() == before

    press(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert len(desk.lines()) == len(before) + 1
    assert WORDS in desk.lines()[0].about
    assert desk.page.front.composer.remark.text() == ""


def test_words_half_written_are_tried_again_without_another_key(at: At) -> None:
    at.page.desk.composer.write()
    write(at.page, WORDS)
    case = at.case

    with full_disk():
        at.qtbot.waitUntil(lambda: at.frame.errors == [REFUSED], timeout=5_000)
        assert at.frame.saved == []
        assert paper(at.page, "Contact").toPlainText() == WORDS

    at.qtbot.waitUntil(lambda: bool(at.frame.saved), timeout=20_000)
    draft = ask(at.desk, at.qtbot, lambda book: contact_draft(book, f"contact:{case}"))
    assert draft is not None
    assert draft.text == WORDS


def test_a_draft_that_was_refused_is_handed_over_again_before_a_lock(at: At) -> None:
    at.page.desk.composer.write()
    write(at.page, WORDS)
    case = at.case
    with full_disk():
        at.page.flush()
        at.rest()
        assert at.frame.errors == [REFUSED]

    at.page.flush()
    at.rest()

    draft = ask(at.desk, at.qtbot, lambda book: contact_draft(book, f"contact:{case}"))
    assert draft is not None
    assert draft.text == WORDS


def test_a_half_written_activity_is_handed_over_again(
    practice_desk: DeskContext, frame: RememberingFrame, qtbot: QtBot
) -> None:
    desk = Desk(practice_desk, qtbot)
    desk.page.shown()
    desk.settle()
    desk.page.front.composer.remark.setFocus()
    desk.page.front.composer.remark.insert(WORDS)
    desk.page.front.composer.changed.emit()
    with full_disk():
        desk.page.flush()
        desk.settle()
        assert frame.errors == [REFUSED]

    desk.page.flush()
    desk.settle()

    assert WORDS in (ask(practice_desk, qtbot, lambda book: book.draft("activity")) or "")


@pytest.mark.parametrize("elsewhere", [False, True])
def test_words_of_a_note_that_were_refused_when_it_was_left_are_there_when_it_is_amended_again(
    at: At, elsewhere: bool
) -> None:
    case = at.case
    entry = next(entry for entry in at.view().timeline if isinstance(entry, ContactEntry) and entry.note)
    assert entry.note is not None
    edit(at, entry.note)
    write(at.page, WORDS)

    with full_disk():
        if elsewhere:
            at.go(case=next(row.id for row in _open_rows(at) if row.id != case))
        else:
            press(at.page, Qt.Key.Key_Escape)
        at.rest()
        assert REFUSED in at.frame.errors
    at.go(case=case)
    edit(at, entry.note)

    assert paper(at.page.desk.timeline, "Note").toPlainText() == WORDS + entry.text


def test_words_of_a_note_that_were_refused_when_it_was_left_are_kept_before_a_lock(at: At) -> None:
    entry = next(entry for entry in at.view().timeline if isinstance(entry, ContactEntry) and entry.note)
    edit(at, entry.note or 0)
    write(at.page, WORDS)
    with full_disk():
        press(at.page, Qt.Key.Key_Escape)
        at.rest()

    at.page.flush()
    at.rest()

    draft = ask(at.desk, at.qtbot, lambda book: note_draft(book, f"amend:{entry.note}"))
    assert draft is not None
    assert draft.text == WORDS + entry.text


def _open_rows(at: At) -> tuple[CaseRow, ...]:
    return ask(at.desk, at.qtbot, lambda book: book.list_cases(CaseFilter(statuses=OPEN)))
