"""The rows of the case list: a model that grows page by page, and how one row is painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.views import CaseRow
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.kit.eliding import ElidingDelegate
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.pages.words.status import Shape, StatusLook, status_look
from counsellor_desk.desk.space import Space, TextSize
from counsellor_desk.desk.theme import Tokens

PAGE_SIZE = 200
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_MARK = 7  # px, the shape in a pill


class CaseRows(QAbstractListModel):
    """The cases found so far. More come when the view asks for them.

    Signals: more_wanted(offset).
    """

    more_wanted = Signal(int)

    def __init__(self, say: Callable[[CaseRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._rows: list[CaseRow] = []
        self._complete = True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._say(row)
        return None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if self.canFetchMore(parent):
            self._complete = True  # until the answer says otherwise: one question at a time
            self.more_wanted.emit(len(self._rows))

    def show(self, rows: tuple[CaseRow, ...]) -> None:
        """Only these rows, the first page of a new question."""
        self.beginResetModel()
        self._rows = list(rows)
        self._complete = len(rows) < PAGE_SIZE
        self.endResetModel()

    def add(self, offset: int, rows: tuple[CaseRow, ...]) -> None:
        """The next page; an answer to an earlier question is dropped."""
        if offset != len(self._rows):
            return
        if rows:
            self.beginInsertRows(_NOWHERE, offset, offset + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self._complete = len(rows) < PAGE_SIZE

    def place_of(self, case: CaseId) -> QModelIndex:
        """Where a case stands, invalid when it is not among the rows."""
        for place, row in enumerate(self._rows):
            if row.id == case:
                return self.index(place)
        return QModelIndex()

    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> CaseRow | None:
        """The row at ``index``."""
        return self._rows[index.row()] if index.isValid() else None


class CaseRowPainter(ElidingDelegate):
    """Number, status with word and shape, nature and organisation, day of the last contact."""

    def __init__(
        self, codebook: Codebook, language: str, today: Callable[[], date], tokens: Callable[[], Tokens],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._codebook = codebook
        self._language = language
        self._today = today
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        bold, small = _fonts(option.font)
        height = QFontMetrics(bold).height() + QFontMetrics(small).height() + 2 * Space.S + Space.XS + 2
        return QSize(200, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, CaseRow):
            return
        tokens = self._tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._ground(painter, option, rect, tokens)
        bold, small = _fonts(option.font)
        first, second = _lines(option)
        day = Days(self._language, self._today()).near(row.last_contact_on or row.first_contact_on)
        painter.setFont(small)
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, day)
        words = QFontMetrics(small).elidedText(self._about(row), Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.number)
        left = first.left() + QFontMetrics(bold).horizontalAdvance(row.number) + Space.S
        room = first.right() - QFontMetrics(small).horizontalAdvance(day) - Space.S - left
        paint_pill(painter, QRect(left, first.top(), room, first.height()), status_look(row.status),
                   self._codebook.label(row.status, self._language), small, tokens)  # fmt: skip
        painter.restore()

    def is_cut(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        row = index.data(ROW)
        small = QFontMetrics(_fonts(option.font)[1])
        return isinstance(row, CaseRow) and small.horizontalAdvance(self._about(row)) > _lines(option)[1].width()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, tokens: Tokens) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.sunk))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))

    def _about(self, row: CaseRow) -> str:
        nature = self._codebook.label(self._codebook.rollup(row.nature), self._language) if row.nature else None
        return " · ".join(part for part in (nature, row.organisation) if part)


def paint_pill(
    painter: QPainter, room: QRect, look: StatusLook, word: str, font: QFont, tokens: Tokens
) -> None:  # fmt: skip
    """A status as word and shape on a soft ground, at the left of ``room``, cut to its width."""
    metrics = QFontMetrics(font)
    before = Space.S + _MARK + Space.XS + 2
    word = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room.width() - before - Space.S)
    height = metrics.height() + 3
    pill = QRectF(
        room.left(), room.center().y() - height / 2 + 0.5, before + metrics.horizontalAdvance(word) + Space.S, height
    )
    ink, ground = look.colours(tokens)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    mark = QRectF(0, 0, _MARK, _MARK)
    mark.moveCenter(QPointF(pill.left() + Space.S + _MARK / 2, pill.center().y()))
    if look.shape is Shape.RING:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(ink))
    else:
        painter.setBrush(QColor(ink))
    if look.shape is Shape.SQUARE:
        painter.drawRoundedRect(mark, 1, 1)
    else:
        painter.drawEllipse(mark)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    painter.drawText(pill.adjusted(before, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)


def _lines(option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
    """Where number, status and day stand, and below them what it is about."""
    bold, small = _fonts(option.font)
    rect: QRect = option.rect
    inside = rect.adjusted(Space.L, Space.S, -Space.L, -Space.S - 1)
    first = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(bold).height() + 2)
    return first, QRect(inside.left(), first.bottom() + 1 + Space.XS, inside.width(), QFontMetrics(small).height())


def _fonts(base: QFont) -> tuple[QFont, QFont]:
    bold, small = QFont(base), QFont(base)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(TextSize.SMALL.value)
    return bold, small
