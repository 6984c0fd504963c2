"""The panel under the search field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.notes import write_note
from counsellor_desk.casework.views import SearchHit
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.search.commands import Command
from counsellor_desk.desk.pages.search.palette import SearchPalette
from counsellor_desk.desk.pages.search.rows import SearchRows
from counsellor_desk.figures.period import Period
from counsellor_desk.office import Office
from tests.desk.pages.desk_at_work import RememberingFrame, settle
from tests.support import type_text


class Desk:
    """A window with a search field."""

    def __init__(self, context: DeskContext, qtbot: QtBot) -> None:
        self.context = context
        self.qtbot = qtbot
        self.window = QWidget()
        self.field = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addStretch(1)
        self.window.resize(1000, 700)
        qtbot.addWidget(self.window)
        self.palette = SearchPalette(context, self.field)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus)

    def type(self, words: str) -> None:
        """Type and wait for the answer."""
        type_text(self.field, words)
        self.qtbot.waitUntil(lambda: self.palette.answered == self.field.text().strip())
        settle(self.qtbot, self.context.tasks)

    def rows(self) -> list[object]:
        model = self.palette.rows
        return [model.row(model.index(place)) for place in range(model.rowCount())]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.field, key)


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(practice_desk, qtbot)
    yield desk
    settle(qtbot, practice_desk.tasks)


def test_notes_are_found_as_one_types(desk: Desk) -> None:
    desk.type("gesp")

    hits = [row for row in desk.rows() if isinstance(row, SearchHit)]
    assert hits
    assert all(hit.match.lower().startswith("gesp") for hit in hits)
    assert desk.palette.isVisible()


def test_enter_pressed_before_the_answer_says_when_nothing_was_found(desk: Desk, frame: RememberingFrame) -> None:
    type_text(desk.field, "qzxqzx")
    desk.press(Qt.Key.Key_Return)
    settle(desk.qtbot, desk.context.tasks)

    assert frame.places == []
    assert desk.palette.isVisible()
    assert "Nothing found" in " ".join(label.text() for label in desk.palette.findChildren(QLabel))


def test_a_case_is_found_by_its_number_and_opened_at_once(desk: Desk, frame: RememberingFrame) -> None:
    desk.type("26-044")
    desk.press(Qt.Key.Key_Return)

    [where] = frame.places
    assert isinstance(where, place.Cases)
    assert where.case is not None
    assert where.note is None
    assert desk.field.text() == ""
    assert not desk.palette.isVisible()


def test_enter_before_the_answer_opens_the_first_place_when_it_comes(desk: Desk, frame: RememberingFrame) -> None:
    type_text(desk.field, "26-044")
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(frame.places))

    assert [where.key for where in frame.places] == ["cases"]


def test_arrows_walk_over_what_can_be_opened_only(desk: Desk, frame: RememberingFrame) -> None:
    desk.type("gesprek")
    notes = [row for row in desk.rows() if isinstance(row, SearchHit)]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)

    assert frame.places == [place.Cases(case=notes[1].case, note=notes[1].note)]


def test_arrow_up_from_the_first_goes_to_the_last(desk: Desk) -> None:
    desk.type("gesprek")
    desk.press(Qt.Key.Key_Up)

    rows = desk.rows()
    assert desk.palette.chosen == rows[-1]


def test_escape_closes_and_leaves_nothing_behind(desk: Desk) -> None:
    desk.type("gesprek")
    desk.press(Qt.Key.Key_Escape)

    assert not desk.palette.isVisible()
    assert desk.rows() == []
    assert desk.field.text() == ""


def test_words_that_stand_nowhere_say_so(desk: Desk) -> None:
    desk.type("xyzzy")

    assert desk.rows() == []
    assert desk.palette.isVisible()


def test_the_whole_name_of_a_command_puts_it_before_what_is_found(desk: Desk, frame: RememberingFrame) -> None:
    desk.type("lock")
    desk.press(Qt.Key.Key_Return)

    assert frame.locked == 1


def test_publish_q3_leads_to_the_figures_of_that_quarter(desk: Desk, frame: RememberingFrame) -> None:
    desk.type("publish q3")
    desk.press(Qt.Key.Key_Return)

    assert frame.places == [place.Figures(Period.parse("2026Q3"))]


def test_a_page_is_found_by_its_dutch_name_in_the_english_desk(desk: Desk, frame: RememberingFrame) -> None:
    desk.type("instellingen")
    desk.press(Qt.Key.Key_Return)

    assert frame.places == [place.Settings()]


def test_an_empty_field_offers_what_one_does_most(desk: Desk) -> None:
    desk.type("x")
    desk.press(Qt.Key.Key_Backspace)
    desk.qtbot.waitUntil(lambda: desk.palette.answered == "")

    assert all(isinstance(row, str | Command) for row in desk.rows())
    assert len(desk.rows()) == 4


def test_markup_in_a_note_stays_words(desk: Desk) -> None:
    def plant(office: Office) -> None:
        case = office.book.case_by_number("26-044")
        assert case is not None
        body = "<b>kwetsbaar</b> & <img src=x> zonnebloemen\n\u202eachterstevoren"
        write_note(office.book, case.id, NoteDraft(body), desk.context.now())

    desk.context.tasks.run(plant)
    settle(desk.qtbot, desk.context.tasks)
    desk.type("zonnebloemen")

    model = desk.palette.rows
    assert isinstance(model, SearchRows)
    words = model.data(model.index(1), Qt.ItemDataRole.DisplayRole)
    assert "<b>" in str(words)
    assert not desk.window.grab().isNull()


def test_nothing_found_is_shown_when_the_field_was_left_meanwhile(desk: Desk) -> None:
    other = QLineEdit(desk.window)
    other.show()
    type_text(desk.field, "gesprek")
    other.setFocus()
    settle(desk.qtbot, desk.context.tasks)

    assert not desk.palette.isVisible()
    assert desk.rows() == []


def test_what_was_found_stays_below_the_field_and_in_the_window_when_this_changes(desk: Desk, qtbot: QtBot) -> None:
    desk.type("gesp")
    window = desk.field.window()

    for width in (900, 300, 1400):
        window.resize(width, 400)

        def is_in_place() -> bool:
            found, field = desk.palette.geometry(), desk.field.mapTo(window, QPoint(0, 0))
            return found.left() == field.x() and found.right() < window.width() and found.bottom() < window.height()

        qtbot.waitUntil(is_in_place)
