"""A list of any length with a handful of widgets: what is shown, what is kept, what scrolling does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.rows.row import RowKind
from counsellor_desk.desk.kit.rows.row_list import RowList
from tests.desk.rows.lines import Form, FormWidget, Line, LineWidget, Name, line_list, lines, seen, widgets
from tests.support import type_text

MANY = 10_000


def line(shown: RowList, key: int) -> LineWidget:
    widget = shown.widget_of(key)
    assert isinstance(widget, LineWidget)
    return widget


def wheel(shown: RowList, notches: int) -> None:
    middle = QPointF(shown.viewport().rect().center())
    turned = QWheelEvent(
        middle,
        shown.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(shown.viewport(), turned)


def test_ten_thousand_rows_need_a_screenful_of_widgets(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(MANY))

    assert seen(shown)[0].startswith("Line 0.")
    assert len(widgets(shown)) <= len(seen(shown)) + 2


def test_going_far_makes_no_more_widgets_than_there_were(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(MANY))
    few = len(widgets(shown))

    for key in (MANY - 1, 5_000, 17, 9_876, 0):
        assert shown.reveal(key)
        assert any(words.startswith(f"Line {key}.") for words in seen(shown))

    assert len(widgets(shown)) <= few + 2


def test_scrolling_through_all_of_it_makes_no_more_widgets(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(300))
    bar = shown.verticalScrollBar()

    while bar.value() < bar.maximum():
        before = bar.value()
        wheel(shown, 3)
        assert bar.value() > before

    assert seen(shown)[-1].startswith("Line 299.")
    assert len(widgets(shown)) <= 3 * len(seen(shown))


def test_a_small_step_moves_what_is_seen_by_that_step(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(MANY))
    shown.reveal(5_000)
    before = line(shown, 5_000).y()

    wheel(shown, -1)

    assert line(shown, 5_000).y() == before + 60


def test_the_bar_reaches_both_ends(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(MANY))
    bar = shown.verticalScrollBar()

    bar.setValue(bar.maximum())
    last = line(shown, MANY - 1)
    assert last.geometry().bottom() + 1 == shown.viewport().height()

    bar.setValue(0)
    assert line(shown, 0).y() == 0


def test_there_is_no_row_of_an_unknown_key(qtbot: QtBot) -> None:
    assert not line_list(qtbot, lines(3)).reveal("elsewhere")


def test_what_is_read_stays_in_place_when_the_window_gets_another_width(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(MANY))
    shown.reveal(5_000)
    shown.scroll_by(line(shown, 5_000).y())

    for width in (250, 700, 400):
        shown.resize(width, 400)
        qtbot.waitUntil(lambda width=width: shown.width() == width)
        assert line(shown, 5_000).y() == 0


def test_what_is_read_stays_in_place_when_a_row_comes_above(qtbot: QtBot) -> None:
    rows = lines(200)
    shown = line_list(qtbot, rows)
    shown.reveal(100)
    before = line(shown, 100).y()

    shown.show_rows([Line(-1, "A new one."), *rows])

    assert line(shown, 100).y() == before


def test_when_the_first_row_in_sight_goes_the_next_one_takes_its_place(qtbot: QtBot) -> None:
    rows = lines(200)
    shown = line_list(qtbot, rows)
    shown.reveal(100)
    shown.scroll_by(line(shown, 100).y())

    shown.show_rows([*rows[:100], *rows[101:]])

    assert line(shown, 101).y() == 0


def test_another_list_begins_at_its_top(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(200))
    shown.reveal(150)

    shown.show_rows([Line(number, f"Other {number}.") for number in range(200)], afresh=True)

    assert line(shown, 0).y() == 0
    assert all(words.startswith("Other") for words in seen(shown))


def test_a_changed_row_is_shown_as_it_is_now(qtbot: QtBot) -> None:
    rows = lines(5)
    shown = line_list(qtbot, rows)

    shown.show_rows([*rows[:2], Line(2, "Amended."), *rows[3:]])

    assert seen(shown)[2] == "Amended."


def test_an_empty_list_shows_nothing_and_can_be_filled(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(200))

    shown.show_rows([])
    assert seen(shown) == []

    shown.show_rows(lines(2))
    assert len(seen(shown)) == 2


# who is busy


def test_a_row_with_the_focus_stays_however_far_one_scrolls(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(MANY))
    shown.go_to(3)
    button = line(shown, 3).buttons[0]
    button.setFocus()

    shown.scroll_by(200_000)
    shown.scroll_by(-100_000)

    assert button.hasFocus()
    assert line(shown, 3).buttons[0] is button
    assert not line(shown, 3).geometry().intersects(shown.viewport().rect())


def test_a_row_with_marked_words_stays_and_keeps_them(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(MANY))
    words = line(shown, 3).words
    words.moveCursor(QTextCursor.MoveOperation.WordRight, QTextCursor.MoveMode.KeepAnchor)

    shown.scroll_by(200_000)
    shown.scroll_by(-200_000)

    assert line(shown, 3).words is words
    assert words.textCursor().selectedText() == "Line "


def test_what_is_typed_in_a_lasting_row_is_there_when_one_comes_back(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Form(), *lines(MANY)])
    form = shown.widget_of("form")
    assert isinstance(form, FormWidget)
    form.field.setText("Half a sentence")

    shown.reveal(9_000)
    shown.show_rows([Form(), *lines(50)])
    shown.reveal("form")

    assert shown.widget_of("form") is form
    assert form.field.text() == "Half a sentence"
    assert form.y() == 0


def test_typing_in_a_row_out_of_sight_brings_it_back_when_tab_goes_there(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Form(), *lines(MANY)])
    form = shown.widget_of("form")
    assert isinstance(form, FormWidget)
    shown.reveal(9_000)

    shown.bring_into_sight(form.field)

    assert form.y() == 0
    form.field.setFocus()
    type_text(form.field, "é")
    assert form.field.text() == "é"


def test_a_lasting_row_that_is_gone_is_no_more(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Form(), *lines(5)])

    shown.show_rows(lines(5))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert shown.findChildren(FormWidget) == []


def test_a_row_that_grows_pushes_the_rest_down(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Form(), *lines(50)])
    form = shown.widget_of("form")
    assert isinstance(form, FormWidget)
    before = line(shown, 0).y()

    form.field.setMinimumHeight(150)

    qtbot.waitUntil(lambda: line(shown, 0).y() > before + 80)
    assert line(shown, 0).y() == form.geometry().bottom() + 1


def test_the_focus_of_a_row_that_goes_stays_in_the_list(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(50))
    shown.go_to(2)

    shown.show_rows([*lines(50)[:2], *lines(50)[3:]])

    focus = QApplication.focusWidget()
    assert focus is not None
    assert shown.row_around(focus) is not None


# nothing of one row in another


def test_a_widget_that_shows_another_row_has_nothing_left_of_the_former(qtbot: QtBot) -> None:
    secret = "Zuiverzeker"
    shown = line_list(qtbot, [Line(number, f"{secret} {number} " * 3) for number in range(20)])
    for widget in shown.findChildren(LineWidget):
        widget.words.selectAll()
    shown.findChildren(LineWidget)[0].words.setFocus()
    shown.reveal(5)
    first = set(map(id, widgets(shown)))

    shown.show_rows([Line(100 + number, f"Other {number}") for number in range(20)], afresh=True)

    assert first & set(map(id, widgets(shown)))
    for text in shown.findChildren(QPlainTextEdit):
        assert secret not in text.toPlainText()
        assert not text.textCursor().hasSelection()
        assert not text.document().isUndoAvailable()
    for widget in widgets(shown):
        assert secret not in widget.accessibleName()
    assert not any(secret in label.text() for label in shown.findChildren(QLabel))


def test_a_widget_that_waits_holds_no_words(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(50))

    shown.show_rows(lines(1))

    waiting = [one for one in shown.findChildren(LineWidget) if not one.isVisibleTo(shown)]
    assert waiting
    assert {one.words.toPlainText() + one.accessibleName() for one in waiting} == {""}


def test_only_what_was_looked_for_stands_out(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(200))
    shown.reveal(20)
    shown.reveal(150)

    stands_out = [one.words.toPlainText() for one in shown.findChildren(LineWidget) if one.is_marked]
    assert [words.split(".")[0] for words in stands_out] == ["Line 150"]

    shown.go_to(151)
    assert not any(one.is_marked for one in shown.findChildren(LineWidget))


def test_headings_stand_between_rows(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Name("First"), *lines(2), Name("Second"), Line(7, "Seven")])

    tops = [shown.widget_of(key) for key in ("First", 0, 1, "Second", 7)]
    places = [one.y() for one in tops if one is not None]
    assert len(places) == 5
    assert places == sorted(places)


def test_words_that_were_shown_before_the_list_was_are_whole(qtbot: QtBot) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    pages.addWidget(QWidget())
    shown = RowList("Lines", {Line: RowKind(LineWidget)})
    pages.addWidget(shown)
    pages.resize(400, 400)
    pages.show()
    shown.show_rows([Line(0, "and more words " * 20)])

    pages.setCurrentWidget(shown)

    words = shown.findChildren(LineWidget)[0].words
    assert words.height() > 3 * words.fontMetrics().lineSpacing()
    assert words.height() == words.height_for(words.width())
