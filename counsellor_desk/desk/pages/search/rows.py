"""What the search panel lists: places in cases and notes, and commands, under their group names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from counsellor_desk.casework.views import SearchHit
from counsellor_desk.desk.icons import Tone, icon
from counsellor_desk.desk.pages.search.commands import Command
from counsellor_desk.desk.space import ICON_SIZE, ROW_HEIGHT, Space, TextSize

_GROUP_HEIGHT = 28
_NUMBER_WIDTH = 64
_NOWHERE = QModelIndex()
Row = str | SearchHit | Command


class SearchRows(QAbstractListModel):
    """Group names (plain words, not to be chosen) with the hits or commands of each group."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, groups: Iterable[tuple[str, Iterable[SearchHit | Command]]]) -> None:
        """Put these groups in place of the ones before; an empty group is left out."""
        self.beginResetModel()
        self._rows = tuple(row for name, found in groups if (rows := tuple(found)) for row in (name, *rows))
        self.endResetModel()

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Row | None:
        """The row at ``index``; None where there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self.row(index), str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        match self.row(index):
            case SearchHit() as hit:
                return f"{hit.number}: {hit.before}{hit.match}{hit.after}"
            case Command() as command:
                return command.title
            case name:
                return name


@dataclass(frozen=True, slots=True)
class _Brush:
    """What painting a row needs, so that no method drags it along."""

    painter: QPainter
    font: QFont

    def write(
        self, where: QRect, text: str, role: QPalette.ColorRole, *, bold: bool = False,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> int:  # fmt: skip
        """``text`` on one line, cut to the room there is. Gives the width used."""
        font = QFont(self.font)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        room = QFontMetrics(font)
        shown = _from_whole_word(room.elidedText(text, cut, where.width()))
        self.painter.setFont(font)
        self.painter.setPen(QGuiApplication.palette().color(role))  # a view's own is dimmed by the style sheet
        self.painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return room.horizontalAdvance(shown)


class SearchPainter(QStyledItemDelegate):
    """Paints a row as plain words: what was typed is bold; nothing in a note can act as mark-up."""

    def __init__(self, day_name: Callable[[SearchHit], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._day_name = day_name

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        least = _GROUP_HEIGHT if isinstance(_row(index), str) else ROW_HEIGHT
        return QSize(0, max(least, option.fontMetrics.height() + Space.M))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = _row(index)
        brush = _Brush(painter, QFont(option.font))
        if option.state & QStyle.StateFlag.State_Selected and not isinstance(row, str):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QGuiApplication.palette().color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(option.rect, Space.XS, Space.XS)
        room = option.rect.adjusted(Space.M, 0, -Space.M, 0)
        match row:
            case SearchHit() as hit:
                self._paint_hit(brush, room, hit)
            case Command() as command:
                self._paint_command(brush, room, command)
            case name:
                brush.font.setPointSizeF(TextSize.SMALL.value)
                brush.write(room, str(name), QPalette.ColorRole.PlaceholderText, bold=True)
        painter.restore()

    def _paint_hit(self, brush: _Brush, room: QRect, hit: SearchHit) -> None:
        brush.write(QRect(room.left(), room.top(), _NUMBER_WIDTH, room.height()), hit.number, _TEXT, bold=True)
        day = self._day_name(hit)
        width = QFontMetrics(brush.font).horizontalAdvance(day)
        brush.write(QRect(room.right() - width, room.top(), width + 1, room.height()), day, _QUIET)
        place = QRect(room.left() + _NUMBER_WIDTH + Space.S, room.top(), 0, room.height())
        place.setRight(room.right() - width - Space.M)
        before = QRect(place.left(), place.top(), place.width() * 2 // 5, place.height())
        left = Qt.TextElideMode.ElideLeft  # the words right before the match tell most
        place.setLeft(place.left() + brush.write(before, _line(hit.before), _QUIET, cut=left))
        place.setLeft(place.left() + brush.write(place, _line(hit.match), _TEXT, bold=True))
        if place.width() > Space.L:
            brush.write(place, _to_whole_word(_line(hit.after)), _QUIET)

    def _paint_command(self, brush: _Brush, room: QRect, command: Command) -> None:
        top = room.center().y() - ICON_SIZE // 2 + 1
        icon(command.icon, Tone.QUIET).paint(brush.painter, QRect(room.left(), top, ICON_SIZE, ICON_SIZE))
        left = room.left() + ICON_SIZE + Space.S
        brush.write(QRect(left, room.top(), room.right() - left, room.height()), command.title, _TEXT)
        width = QFontMetrics(brush.font).horizontalAdvance(command.shortcut)
        brush.write(QRect(room.right() - width, room.top(), width + 1, room.height()), command.shortcut, _QUIET)


_TEXT = QPalette.ColorRole.Text
_QUIET = QPalette.ColorRole.PlaceholderText


def _row(index: QModelIndex | QPersistentModelIndex) -> Row | None:
    model = index.model()
    return model.row(index) if isinstance(model, SearchRows) else None


def _line(words: str) -> str:
    """``words`` on one line, every character kept that can be seen."""
    return "".join(" " if sign in "\r\n\t\u2028\u2029" else sign for sign in words)


def _from_whole_word(words: str) -> str:
    """``words`` cut at the left, begun anew at a whole word."""
    return f"…{words[words.index(' ') + 1 :]}" if words.startswith("…") and " " in words else words


def _to_whole_word(words: str) -> str:
    """``words`` that break off, ended at a whole word."""
    if not words or not words[-1].isalnum() or " " not in words:
        return words
    return f"{words[: words.rindex(' ')]} …"
