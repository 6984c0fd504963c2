"""What assistive technology hears of a long list: a list, its headings and items, their words and buttons."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.rows.row import RowKind
from counsellor_desk.desk.kit.rows.row_list import RowList
from tests.desk.rows.lines import Form, Line, LineWidget, Name, line_list, lines

ROLE = QAccessible.Role


def heard(shown: RowList) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(shown.viewport())


def items(shown: RowList) -> list[tuple[QAccessible.Role, str]]:
    around = heard(shown)
    inside = [around.child(place) for place in range(around.childCount())]
    return [(one.role(), one.text(QAccessible.Text.Name)) for one in inside]


def test_it_is_a_list_of_items_with_their_words_under_headings(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Form(), Name("November"), Line(1, "One"), Line(2, "Two")])

    assert heard(shown).role() is ROLE.List
    assert heard(shown).text(QAccessible.Text.Name) == "Lines"
    assert items(shown) == [
        (ROLE.Grouping, ""),
        (ROLE.Heading, "November"),
        (ROLE.ListItem, "One"),
        (ROLE.ListItem, "Two"),
    ]


def test_an_item_holds_its_words_and_its_named_buttons(qtbot: QtBot) -> None:
    shown = line_list(qtbot, [Line(1, "One")])

    item = heard(shown).child(0)
    inside = [item.child(place) for place in range(item.childCount())]
    named = {one.text(QAccessible.Text.Name) for one in inside if one.role() is ROLE.Button}
    read = [one.textInterface() for one in inside if one.role() is not ROLE.Button]

    assert named == {"Change", "Show"}
    assert [one.text(0, one.characterCount()) for one in read if one is not None] == ["One"]


def test_items_are_heard_in_the_order_in_which_they_stand(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(500))
    shown.go_to(3)
    for pixels in (5_000, -3_000, 40, 700, -20):
        shown.scroll_by(pixels)
        around = heard(shown)
        widgets = [around.child(place).object() for place in range(around.childCount())]

        numbers = [int(name.split(".")[0].removeprefix("Line ")) for _role, name in items(shown)]

        assert numbers == sorted(numbers)
        assert numbers[0] == 3
        assert [around.indexOfChild(around.child(place)) for place in range(len(numbers))] == list(
            range(len(numbers))
        )
        assert [one for one in shown.viewport().children() if one in widgets] == widgets


def test_a_widget_that_waits_is_not_heard(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(50))

    shown.show_rows(lines(1))

    assert len(items(shown)) == 1
    assert heard(shown).child(1) is None
    assert len(shown.findChildren(LineWidget)) > 1


def test_an_item_is_heard_as_what_it_shows_now(qtbot: QtBot) -> None:
    shown = line_list(qtbot, lines(200))
    items(shown)

    shown.reveal(150)

    assert not {name for _role, name in items(shown)} & {line.words for line in lines(100)}


def test_a_list_that_was_heard_is_let_go(qtbot: QtBot) -> None:
    former = []
    for _round in range(5):
        shown = RowList("Lines", {Line: RowKind(LineWidget)})
        shown.show()
        shown.show_rows(lines(40))
        assert len(items(shown)) > 1
        former.append(weakref.ref(shown))
        shown.deleteLater()
        del shown
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    assert {one() for one in former} == {None}
