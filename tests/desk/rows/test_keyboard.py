"""A long list by keyboard: one stop for Tab, arrows inside, Return to the buttons of a row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.rows.row import Row, RowWidget
from counsellor_desk.desk.kit.rows.row_list import RowList
from counsellor_desk.desk.kit.tab_order import step
from tests.desk.rows.lines import Form, FormWidget, Line, LineWidget, Name, line_list, lines


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def here(shown: RowList) -> object:
    """The row that has the focus, if a row itself has it."""
    focus = QApplication.focusWidget()
    row: Row | None = shown.row_around(focus)
    return row.key if row is not None and isinstance(focus, RowWidget) else None


def whole_in_sight(shown: RowList) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and shown.viewport().rect().contains(focus.geometry())


def test_arrows_go_from_row_to_row_past_headings(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Line(0, "Zero"), Name("A heading"), Line(1, "One"), Line(2, "Two")])
    shown.go_to(0)

    press(Qt.Key.Key_Down)
    assert here(shown) == 1
    press(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert here(shown) == 0


def test_the_row_one_goes_to_is_always_whole_in_sight(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(500))
    shown.go_to(0)

    for count in range(1, 60):
        press(Qt.Key.Key_Down)
        assert here(shown) == count
        assert whole_in_sight(shown)
    for count in range(58, 20, -1):
        press(Qt.Key.Key_Up)
        assert here(shown) == count
        assert whole_in_sight(shown)


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Form(), Name("A heading"), *lines(10_000)])
    shown.go_to(5)

    press(Qt.Key.Key_End)
    assert here(shown) == 9_999
    assert whole_in_sight(shown)

    press(Qt.Key.Key_Home)
    assert here(shown) == 0
    assert whole_in_sight(shown)


def test_going_up_from_the_first_row_shows_what_stands_before_it(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Name("A heading"), *lines(100)])
    shown.go_to(0)
    shown.scroll_by(30)

    press(Qt.Key.Key_Up)

    assert here(shown) == 0
    heading = shown.widget_of("A heading")
    assert heading is not None
    assert heading.y() == 0


def test_pages_turn_and_the_focus_goes_along(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(500))
    shown.go_to(0)

    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    far = here(shown)
    assert isinstance(far, int)
    assert far > 8

    press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    back = here(shown)
    assert isinstance(back, int)
    assert back < far


def test_a_row_higher_than_the_list_is_read_in_steps(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Line(0, "Zero"), Line(1, "word " * 800), Line(2, "Two")], height=200)
    shown.go_to(1)
    long = shown.widget_of(1)
    assert long is not None
    steps = 0

    while here(shown) == 1:
        before = long.y()
        press(Qt.Key.Key_Down)
        steps += 1
        assert before - long.y() <= 200
        assert steps < 100

    assert steps > long.height() // 200
    assert here(shown) == 2


def test_return_goes_to_the_buttons_and_left_comes_back(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(20))
    shown.go_to(4)
    row = shown.widget_of(4)
    assert isinstance(row, LineWidget)

    press(Qt.Key.Key_Return)
    assert row.buttons[0].hasFocus()
    press(Qt.Key.Key_Right)
    assert row.buttons[1].hasFocus()
    press(Qt.Key.Key_Right)
    assert row.buttons[1].hasFocus()
    press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert row.hasFocus()


def test_return_on_a_button_presses_it(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(20))
    shown.go_to(4)
    row = shown.widget_of(4)
    assert isinstance(row, LineWidget)
    press(Qt.Key.Key_Return)

    with qtbot.waitSignal(row.buttons[0].clicked):
        press(Qt.Key.Key_Return)


def test_arrows_leave_the_buttons_for_the_next_row(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(20))
    shown.go_to(4)

    press(Qt.Key.Key_Return, Qt.Key.Key_Down)

    assert here(shown) == 5


def test_an_arrow_key_in_a_field_stays_in_the_field(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Form(), *lines(100)])
    form = shown.widget_of("form")
    assert isinstance(form, FormWidget)
    form.field.setFocus()

    press(Qt.Key.Key_Down)

    assert form.field.hasFocus()


class _Board(QWidget):
    """A field, a list and another field, which follow the Tab key as the desk does."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.rows = line_list(qtbot, [Form(), *lines(300)])
        column = QVBoxLayout(self)
        for part in (self.before, self.rows, self.after):
            column.addWidget(part)
        qtbot.addWidget(self)
        self.resize(400, 500)
        with qtbot.waitActive(self):
            self.show()
            self.activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)


@pytest.fixture
def board(qtbot: QtBot) -> _Board:
    return _Board(qtbot)


def test_the_rows_are_one_stop_for_tab(board: _Board) -> None:
    board.before.setFocus()

    press(Qt.Key.Key_Tab)
    form = board.rows.widget_of("form")
    assert isinstance(form, FormWidget)
    assert form.field.hasFocus()
    press(Qt.Key.Key_Tab)
    assert here(board.rows) == 0
    press(Qt.Key.Key_Tab)

    assert board.after.hasFocus()


def test_tab_comes_back_to_the_row_one_left(board: _Board) -> None:
    board.rows.go_to(3)
    press(Qt.Key.Key_Tab)
    assert board.after.hasFocus()

    press(Qt.Key.Key_Backtab)

    assert here(board.rows) == 3


def test_tab_finds_a_row_in_sight_when_the_last_one_is_far(board: _Board) -> None:
    board.rows.go_to(3)
    press(Qt.Key.Key_Tab)
    board.rows.scroll_by(9_000)

    press(Qt.Key.Key_Backtab)

    focus = QApplication.focusWidget()
    assert focus is not None
    assert here(board.rows) not in (None, 3)
    assert focus.geometry().intersects(board.rows.viewport().rect())


def test_tab_goes_on_from_a_button_of_a_row(board: _Board) -> None:
    board.rows.go_to(3)
    press(Qt.Key.Key_Return)

    press(Qt.Key.Key_Tab)

    assert board.after.hasFocus()
