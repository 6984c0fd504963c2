"""The contact card in the frame of the desk, on the practice vault, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafting import contact_draft
from counsellor_desk.casework.model import MAX_NOTE_CHARACTERS, CaseFile
from counsellor_desk.casework.status import OPEN
from counsellor_desk.casework.views import CaseFilter, CaseView, ContactEntry
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext, PageSpec
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.today.page import TodayPage
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.shell.shell import Shell
from tests.desk.fakes import QuietPalette
from tests.desk.pages.at_cases import ask, button, in_front, keep, paper, press, rest, words, write
from tests.support import FakeClock

CONTROL = Qt.KeyboardModifier.ControlModifier


class At:
    """The desk with its Today page in front."""

    def __init__(self, desk: DeskContext, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        pages = [
            PageSpec(place.Today(), "Today", "today", TodayPage),
            PageSpec(place.Cases(), "Cases", "cases", CasesPage),
        ]
        self.shell = Shell(
            lambda frame: replace(desk, frame=frame), pages, ContactCard, lambda _context, _field: QuietPalette()
        )
        self.desk = self.shell.context
        desk.tasks.failed.connect(self.shell.show_error)
        self.shell.navigate(place.Today())
        self.rest()
        in_front(self.shell, qtbot, 1280, 800)
        rows = ask(self.desk, qtbot, lambda book: book.list_cases(CaseFilter(statuses=OPEN)))
        case = rows[3].id
        self.case: CaseFile = ask(self.desk, qtbot, lambda book: book.case(case))

    def rest(self) -> None:
        rest(self.qtbot, self.desk)

    def open(self) -> None:
        press(self.shell, Qt.Key.Key_N, CONTROL)
        self.rest()

    def card(self) -> ContactCard:
        return self.shell.findChildren(ContactCard)[0]

    def view(self) -> CaseView:
        return ask(self.desk, self.qtbot, lambda book: book.case_view(self.case.id))

    def newest(self) -> ContactEntry:
        return next(entry for entry in self.view().timeline if isinstance(entry, ContactEntry))


@pytest.fixture
def at(practice_desk: DeskContext, fake_clock: FakeClock, qtbot: QtBot) -> At:
    """The desk at the end of the day."""
    fake_clock.advance(hours=9)
    return At(practice_desk, qtbot)


def test_a_talk_in_a_known_case_takes_at_most_twelve_keys_besides_its_words(at: At) -> None:
    keys = 0
    before = len(at.view().timeline)

    press(at.shell, Qt.Key.Key_N, CONTROL)
    at.rest()
    keys += 1
    write(at.shell, at.case.number)
    keys += len(at.case.number)
    at.rest()
    press(at.shell, Qt.Key.Key_Tab)
    keys += 1
    write(at.shell, "Belt terug, het gesprek ging goed.")
    keep(at.shell)
    keys += 1
    at.rest()

    assert keys <= 12
    assert len(at.view().timeline) == before + 1
    entry = at.newest()
    assert entry.text == "Belt terug, het gesprek ging goed."
    assert (entry.minutes, entry.mode) == (15, "M.TEL")
    assert entry.at is not None
    assert entry.at.hour == 18


def test_the_short_number_is_enough_to_choose_by(at: At) -> None:
    at.open()
    write(at.shell, at.case.number[3:])
    at.rest()
    press(at.shell, Qt.Key.Key_Down)
    at.rest()
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "Kort gesproken.")

    keep(at.shell)
    at.rest()

    assert at.case.number.startswith("26-")
    assert at.newest().text == "Kort gesproken."


def test_the_page_stays_usable_while_the_card_is_open(at: At) -> None:
    at.open()

    button(at.shell.page("today"), "Done:").click()
    at.rest()

    assert at.card().isVisible()


def test_the_card_closes_when_the_talk_is_kept(at: At) -> None:
    at.open()
    write(at.shell, at.case.number)
    at.rest()
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "Kort gesproken.")

    keep(at.shell)
    at.rest()

    assert not at.card().isVisible()


def test_every_field_is_reached_by_tab(at: At) -> None:
    at.open()
    write(at.shell, at.case.number)
    at.rest()

    for _step in range(3):
        press(at.shell, Qt.Key.Key_Tab)
    assert focused().startswith("How")
    press(at.shell, Qt.Key.Key_3)
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "luister")
    press(at.shell, Qt.Key.Key_Return)
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "in 2 weeks")
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "Vragen hoe het gaat")
    keep(at.shell)
    at.rest()

    entry = at.newest()
    assert entry.mode == "M.VID"
    assert len(entry.codes) == 1
    planned = {(one.due_on.isoformat(), one.text) for one in at.view().follow_ups}
    assert ("2026-12-07", "Vragen hoe het gaat") in planned


def test_what_is_presumed_stands_in_words_and_opens(at: At) -> None:
    at.open()
    write(at.shell, at.case.number)
    at.rest()

    button(at.card(), "Change: now").click()
    write(at.shell, "yesterday")
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "16:00")
    paper(at.card(), "What was said or agreed?").setFocus()
    write(at.shell, "Gisteren gesproken.")
    keep(at.shell)
    at.rest()

    entries = [entry for entry in at.view().timeline if isinstance(entry, ContactEntry)]
    entry = next(entry for entry in entries if entry.text == "Gisteren gesproken.")
    assert entry.on.isoformat() == "2026-11-22"
    assert entry.at is not None
    assert entry.at.hour == 16


def test_escape_keeps_the_draft_and_opening_shows_it_again(at: At) -> None:
    at.open()
    write(at.shell, at.case.number)
    at.rest()
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "Half een gesprek")

    press(at.shell, Qt.Key.Key_Escape)
    at.rest()

    assert not at.card().isVisible()
    draft = ask(at.desk, at.qtbot, contact_draft)
    assert draft is not None
    assert (draft.case, draft.text) == (at.case.id, "Half een gesprek")
    at.open()
    assert paper(at.card(), "What was said or agreed?").toPlainText() == "Half een gesprek"


def test_a_draft_is_kept_from_the_first_key_without_being_asked(at: At) -> None:
    at.open()
    paper(at.card(), "What was said or agreed?").setFocus()

    write(at.shell, "H")

    at.qtbot.waitUntil(lambda: bool(draft_texts(at)), timeout=3000)
    assert draft_texts(at) == ["H"]


def test_starting_anew_empties_the_card_and_can_be_undone(at: At) -> None:
    at.open()
    paper(at.card(), "What was said or agreed?").setFocus()
    write(at.shell, "Half een gesprek")
    QApplication.processEvents()

    button(at.card(), "Start anew").click()
    at.rest()

    assert draft_texts(at) == []
    button(at.shell, "Undo").click()
    at.rest()
    assert paper(at.card(), "What was said or agreed?").toPlainText() == "Half een gesprek"


def test_a_number_nobody_has_is_said_beside_the_field_and_loses_nothing(at: At) -> None:
    at.open()
    write(at.shell, "26-999")
    at.rest()
    assert "No case has this number." in words(at.card())
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "Kort gesproken.")

    keep(at.shell)
    at.rest()

    assert at.card().isVisible()
    assert paper(at.card(), "What was said or agreed?").toPlainText() == "Kort gesproken."
    at.card().flush()
    assert draft_texts(at) == ["Kort gesproken."]


def test_a_text_that_is_too_long_stays_on_the_card(at: At) -> None:
    at.open()
    write(at.shell, at.case.number)
    at.rest()
    text = "x" * (MAX_NOTE_CHARACTERS + 1)
    paper(at.card(), "What was said or agreed?").insertPlainText(text)

    at.card().save()
    at.rest()

    assert paper(at.card(), "What was said or agreed?").toPlainText() == text


def test_the_arrow_keys_offer_the_cases_of_late(at: At) -> None:
    recent = ask(at.desk, at.qtbot, lambda book: book.recent_cases())
    at.open()

    press(at.shell, Qt.Key.Key_Down)
    press(at.shell, Qt.Key.Key_Down)
    at.rest()

    assert any(sentence.startswith(recent[1].number) for sentence in words(at.card()))


def test_a_new_case_opens_with_its_first_talk(at: At) -> None:
    before = ask(at.desk, at.qtbot, lambda book: book.count_cases(CaseFilter()))
    at.open()
    write(at.shell, "new")
    at.rest()
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "Eerste gesprek.")
    button(at.card(), "Organisation:").click()

    keep(at.shell)
    at.rest()

    rows = ask(at.desk, at.qtbot, lambda book: book.recent_cases(1))
    view = ask(at.desk, at.qtbot, lambda book: book.case_view(rows[0].id))
    assert ask(at.desk, at.qtbot, lambda book: book.count_cases(CaseFilter())) == before + 1
    assert [entry.text for entry in view.timeline if isinstance(entry, ContactEntry)] == ["Eerste gesprek."]
    assert view.case.status == "B.LOP"


def test_a_new_case_without_an_organisation_asks_for_one(at: At) -> None:
    at.open()
    write(at.shell, "new")
    at.rest()
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "Eerste gesprek.")

    keep(at.shell)
    at.rest()

    assert at.card().isVisible()
    assert paper(at.card(), "What was said or agreed?").toPlainText() == "Eerste gesprek."


def focused() -> str:
    """The spoken name of what has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.accessibleName()


def draft_texts(at: At) -> list[str]:
    """The text of the draft in the vault, if there is one."""
    QApplication.processEvents()
    draft = ask(at.desk, at.qtbot, contact_draft)
    return [draft.text] if draft else []
