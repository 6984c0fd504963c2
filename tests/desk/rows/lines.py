"""A long list of plain lines, to try the kit's list with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.kit.reading import ReadingText
from counsellor_desk.desk.kit.rows.button import RowButton
from counsellor_desk.desk.kit.rows.holder import Holder
from counsellor_desk.desk.kit.rows.row import RowKind, RowWidget
from counsellor_desk.desk.kit.rows.row_list import RowList


@dataclass(frozen=True, slots=True)
class Line:
    """A line one can go to."""

    number: int
    words: str

    @property
    def key(self) -> int:
        return self.number

    @property
    def characters(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Name:
    """A heading between lines."""

    words: str
    characters: int = 0

    @property
    def key(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Form:
    """A field to write in."""

    key: str = "form"
    characters: int = 0


class LineWidget(RowWidget[Line]):
    """Words with two buttons."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words = ReadingText("Words", self)
        self.buttons = [RowButton(name, self) for name in ("Change", "Show")]

    def show_row(self, row: Line) -> str:
        self.words.show_words(row.words)
        return row.words

    def blank(self) -> None:
        self.words.show_words("")

    def controls(self) -> Sequence[QWidget]:
        return self.buttons

    def is_held(self) -> bool:
        return self.words.is_marked()

    def lay_out(self, width: int) -> int:
        for place, one in enumerate(self.buttons):
            one.setGeometry(place * 80, 0, 80, 24)
        high = self.words.height_for(width)
        self.words.setGeometry(0, 24, width, high)
        return 24 + high


class NameWidget(RowWidget[Name]):
    """A heading."""

    def __init__(self) -> None:
        super().__init__()
        self.label = PlainLabel(parent=self)

    def show_row(self, row: Name) -> str:
        self.label.setText(row.words)
        return row.words

    def lay_out(self, width: int) -> int:
        self.label.setGeometry(0, 0, width, 30)
        return 30


class FormWidget(Holder[Form]):
    """One field, in a layout."""

    def __init__(self) -> None:
        content = QWidget()
        self.field = QLineEdit()
        QVBoxLayout(content).addWidget(self.field)
        super().__init__(content)


def lines(count: int) -> list[Line]:
    """So many lines, of different lengths."""
    return [Line(number, f"Line {number}. " + "and more words " * (number % 7)) for number in range(count)]


def line_list(qtbot: QtBot, rows: Sequence[Line | Name | Form], height: int = 400) -> RowList:
    """A list in front, with the keyboard's attention."""
    shown = RowList(
        "Lines",
        {
            Line: RowKind(LineWidget),
            Name: RowKind(NameWidget, QAccessible.Role.Heading, is_stop=False),
            Form: RowKind(FormWidget, QAccessible.Role.Grouping, is_stop=False, lasts=True),
        },
    )
    qtbot.addWidget(shown)
    shown.resize(400, height)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.show_rows(rows)
    return shown


def widgets(shown: RowList) -> list[QWidget]:
    """Every row widget there is, also those that wait."""
    return [one for one in shown.viewport().children() if isinstance(one, RowWidget)]


def seen(shown: RowList) -> list[str]:
    """The words one can see, from top to bottom."""
    inside = [
        one
        for one in shown.findChildren(LineWidget)
        if one.isVisibleTo(shown) and one.geometry().intersects(shown.viewport().rect())
    ]
    return [one.words.toPlainText() for one in sorted(inside, key=lambda one: one.y())]
