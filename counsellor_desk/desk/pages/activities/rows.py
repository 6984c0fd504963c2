"""The list of activities or hours, newest first under the names of the months: its model and its painting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from counsellor_desk.casework.model import Activity, ProfessionalHours
from counsellor_desk.desk.kit.eliding import ElidingDelegate
from counsellor_desk.desk.space import ROW_HEIGHT, Space, TextSize

_MONTH_HEIGHT = 40
_WIDEST_DAY = "30 Mmmm"  # wider than any day of a year, in either language
_MINUTES_WIDTH = 84
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry in words. ``remark`` is the counsellor's own and is shown as plain text."""

    entry: Activity | ProfessionalHours
    day: str
    title: str
    about: str
    minutes: str


@dataclass(frozen=True, slots=True)
class MonthSum:
    """The name of a month with its sum of time; it cannot be chosen."""

    name: str
    minutes: str


Row = EntryLine | MonthSum


class ActivityRows(QAbstractListModel):
    """Entries under their months."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(
        self, lines: Iterable[EntryLine], month_name: Callable[[date], str], time_name: Callable[[int], str]
    ) -> None:
        """Put ``lines`` (newest first) in place of the ones before."""
        rows: list[Row] = []
        for first, group in groupby(lines, key=lambda line: line.entry.on.replace(day=1)):
            of_month = tuple(group)
            rows.append(MonthSum(month_name(first), time_name(sum(line.entry.minutes for line in of_month))))
            rows += of_month
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Row | None:
        """The row at ``index``; None where there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self.row(index), EntryLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        match self.row(index):
            case EntryLine() as line:
                return ", ".join(part for part in (line.day, line.title, line.about, line.minutes) if part)
            case MonthSum() as month:
                return f"{month.name}, {month.minutes}"
            case _:
                return None


class ActivityPainter(ElidingDelegate):
    """Day, what it was, about whom in quiet words, and the time at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        least = _MONTH_HEIGHT if isinstance(_row(index), MonthSum) else ROW_HEIGHT
        return QSize(0, max(least, option.fontMetrics.height() + Space.M))

    def is_cut(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        row, metrics = _row(index), QFontMetrics(option.font)
        if not isinstance(row, EntryLine):
            return False
        wanted = metrics.horizontalAdvance(row.title) + Space.M + metrics.horizontalAdvance(row.about)
        return wanted > _rooms(option)[1].width()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = _row(index)
        if isinstance(row, MonthSum):
            _paint_month(painter, option, row)
        elif isinstance(row, EntryLine):
            _paint_line(painter, option, row)
        painter.restore()


def _paint_month(painter: QPainter, option: QStyleOptionViewItem, month: MonthSum) -> None:
    room = option.rect.adjusted(Space.XS, Space.M, -Space.L, 0)
    small = QFont(option.font)
    small.setPointSizeF(TextSize.SMALL.value)
    painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
    painter.setFont(small)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, month.minutes)
    small.setWeight(QFont.Weight.DemiBold)
    painter.setFont(small)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, month.name)


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, line: EntryLine) -> None:
    role = QPalette.ColorRole
    palette = QGuiApplication.palette()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, palette.color(role.Midlight if chosen else role.Base))
    hair = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(hair, palette.color(role.Mid))
    day, middle, end = _rooms(option)
    _write(painter, option, day, line.day, role.PlaceholderText)
    _write(painter, option, end, line.minutes, role.PlaceholderText, Qt.AlignmentFlag.AlignRight)
    used = _write(painter, option, middle, line.title, role.Text)
    middle.setLeft(middle.left() + used + Space.M)
    if middle.width() > Space.XXL:
        _write(painter, option, middle, line.about, role.PlaceholderText)


def _rooms(option: QStyleOptionViewItem) -> tuple[QRect, QRect, QRect]:
    """Where the day stands, what it was, and the time."""
    room = option.rect.adjusted(Space.L, 0, -Space.L, 0)
    day_width = QFontMetrics(option.font).horizontalAdvance(_WIDEST_DAY) + Space.M
    day = QRect(room.left(), room.top(), day_width, room.height())
    end = QRect(room.right() - _MINUTES_WIDTH, room.top(), _MINUTES_WIDTH, room.height())
    return day, QRect(day.right() + 1, room.top(), end.left() - day.right() - 1, room.height()), end


def _write(
    painter: QPainter, option: QStyleOptionViewItem, where: QRect, text: str, role: QPalette.ColorRole,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:  # fmt: skip
    room = QFontMetrics(option.font)
    shown = room.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, where.width())
    painter.setFont(option.font)
    painter.setPen(QGuiApplication.palette().color(role))
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine, shown)
    return room.horizontalAdvance(shown)


def _row(index: QModelIndex | QPersistentModelIndex) -> Row | None:
    model = index.model()
    return model.row(index) if isinstance(model, ActivityRows) else None
