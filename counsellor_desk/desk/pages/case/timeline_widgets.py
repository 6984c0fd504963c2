"""What shows the rows of a timeline: the day, a dot on the line, and what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.model import NoteId
from counsellor_desk.casework.views import StepEntry
from counsellor_desk.desk.folds import READABLE
from counsellor_desk.desk.kit.labels import Quiet, Section
from counsellor_desk.desk.kit.pill_line import PillLine
from counsellor_desk.desk.kit.reading import ReadingText
from counsellor_desk.desk.kit.rows.button import RowButton
from counsellor_desk.desk.kit.rows.ground import CardPiece
from counsellor_desk.desk.kit.rows.holder import height_for
from counsellor_desk.desk.kit.rows.row import RowWidget
from counsellor_desk.desk.pages.case.timeline_rows import Amending, End, Entry, Month, Part, note_of
from counsellor_desk.desk.pages.words.phrases import Phrases
from counsellor_desk.desk.space import Space, TextSize

EDGE = Space.S  # px, free at both sides for the ring around the row that has the focus
_WIDEST_DAY = "30 Mnn 2030"  # wider than any day of another year, in either language
_LINE_AT, _TEXT_AT = 14, 32  # px from the right of the days: the line through the dots, and the words
_DOT = 4.0  # px, radius
_GAP = 2  # px, between what stands below each other in an entry

S = TypeVar("S", Entry, Part, Amending)


class MonthWidget(RowWidget[Month]):
    """The name of a month."""

    def __init__(self, phrases: Callable[[], Phrases]) -> None:
        super().__init__()
        self._phrases = phrases
        self._name = Section(parent=self)

    def show_row(self, row: Month) -> str:
        self._name.setText(self._phrases().days.month(row.on))
        return self._name.text()

    def lay_out(self, width: int) -> int:
        high = self._name.sizeHint().height()
        self._name.setGeometry(EDGE, Space.M, width - EDGE, high)
        return Space.M + high


class EndWidget(RowWidget[End]):
    """Room below the last entry; without entries a sentence that says so."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Quiet(self.tr("Nothing is recorded yet. Write the first contact above."), parent=self)

    def show_row(self, row: End) -> str:
        self._sentence.setVisible(row.is_empty)
        return self._sentence.text() if row.is_empty else ""

    def lay_out(self, width: int) -> int:
        if self._sentence.isHidden():
            return Space.XL
        high = self._sentence.heightForWidth(width - EDGE)
        self._sentence.setGeometry(EDGE, Space.L, width - EDGE, high)
        return Space.L + high + Space.XL


class _Stretch(RowWidget[S]):
    """A row along the line of the timeline. Rows of one memory aid stand on one coloured ground."""

    begins = False  # with it an entry begins

    def __init__(self) -> None:
        super().__init__()
        self._row: S | None = None
        self._ground = CardPiece("attention", self)

    def show_row(self, row: S) -> str:
        self._row = row
        self._ground.setVisible(row.is_aid)
        if row.is_aid:
            self._ground.join(begins=self.begins, goes_on=row.goes_on)
        return ""

    def blank(self) -> None:
        self._row = None

    def lay_out(self, width: int) -> int:
        row = self._row
        inset, air = (Space.M, Space.S) if row is not None and row.is_aid else (0, 0)
        above = Space.S if self.begins else 0
        below = Space.S if row is None or not row.goes_on else 0
        top = above + (air if self.begins else 0)
        left = self.days_end() + _TEXT_AT
        bottom = top + self.lay_out_inside(left + inset, top, max(width - EDGE - left - 2 * inset, 1))
        bottom += air if below else 0
        self._ground.setGeometry(left, above, width - EDGE - left, bottom - above)
        return bottom + below

    def lay_out_inside(self, left: int, top: int, width: int) -> int:
        """Place what is told; how high it is."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_line(painter, 0)

    def paint_line(self, painter: QPainter, top: float) -> None:
        """The line from ``top`` down, unless here it comes to its end."""
        if self._row is not None and not self._row.is_last:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(QPointF(self.line_at(), top), QPointF(self.line_at(), self.height()))

    def days_end(self) -> int:
        """Where the column of the days ends, wide enough for each of them."""
        small = QFont(self.font())
        small.setPointSizeF(TextSize.SMALL.value)
        return EDGE + QFontMetrics(small).horizontalAdvance(_WIDEST_DAY)

    def line_at(self) -> float:
        """Where the line through the dots is."""
        return self.days_end() + _LINE_AT + 0.5

    def readable(self, width: int) -> int:
        """``width``, or less if lines would be too long to read."""
        return min(width, READABLE * self.fontMetrics().averageCharWidth())


class _Told(_Stretch[S]):
    """Words, and codes below them."""

    def __init__(self, phrases: Callable[[], Phrases]) -> None:
        super().__init__()
        self.phrases = phrases
        self.words = ReadingText(QCoreApplication.translate("Timeline", "What was written"), self)
        self._codes = PillLine(self)

    def tell(self, words: str, codes: Sequence[str]) -> str:
        """Show them; what is heard of it."""
        labels = [self.phrases().label(code) for code in codes]
        self.words.show_words(words)
        self.words.setVisible(bool(words))
        self._codes.show_words(labels)
        return " ".join(part for part in (words, ", ".join(labels)) if part)

    def blank(self) -> None:
        super().blank()
        self.tell("", ())

    def is_held(self) -> bool:
        return self.words.is_marked()

    def lay_out_inside(self, left: int, top: int, width: int) -> int:
        high = 0
        if not self.words.isHidden():
            high = self.words.height_for(self.readable(width))
            self.words.setGeometry(left, top, self.readable(width), high)
        if not self._codes.isHidden():
            high += Space.XS + _GAP
            codes = self._codes.height_for(width)
            self._codes.setGeometry(left, top + high, width, codes)
            high += codes
        return high


class EntryWidget(_Told[Entry]):
    """An entry with the first part of its words.

    Signals: edit_wanted(NoteId); history_wanted(NoteId).
    """

    edit_wanted = Signal(object)
    history_wanted = Signal(object)
    begins = True

    def __init__(self, phrases: Callable[[], Phrases]) -> None:
        super().__init__(phrases)
        self._day = Quiet(wrap=False, parent=self)
        self._day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._kind = Quiet(parent=self)
        self._kind.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._history = RowButton(self.tr("Earlier versions"), self)
        self._edit = RowButton(self.tr("Edit"), self)
        self._note: NoteId | None = None
        self._history.clicked.connect(lambda: self.history_wanted.emit(self._note))
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._note))
        self._dot_at = 0.0

    def show_row(self, row: Entry) -> str:
        super().show_row(row)
        entry, phrases = row.entry, self.phrases()
        self._day.setText(phrases.days.short(entry.on))
        self._kind.setText(phrases.kind_of(entry))
        self._note = note_of(entry)
        self._edit.setVisible(self._note is not None)
        self._history.setVisible(self._note is not None and not isinstance(entry, StepEntry) and entry.revision > 0)
        words = phrases.label(entry.code) if isinstance(entry, StepEntry) else row.words
        return ". ".join((self._day.text(), self._kind.text(), self.tell(words, row.codes)))

    def blank(self) -> None:
        super().blank()
        self._note = None
        self._day.setText("")
        self._kind.setText("")

    def controls(self) -> Sequence[QWidget]:
        return [button for button in (self._history, self._edit) if not button.isHidden()]

    def lay_out_inside(self, left: int, top: int, width: int) -> int:
        right = left + width
        line = 0
        for button in reversed(self.controls()):
            size = button.sizeHint()
            right -= size.width()
            button.setGeometry(right, top, size.width(), size.height())
            right -= Space.M
            line = size.height()
        high = max(line, self._kind.heightForWidth(right - left))
        self._kind.setGeometry(left, top, right - left, high)
        day = max(line, self._day.sizeHint().height())
        self._day.setGeometry(EDGE, top, self.days_end() - EDGE, day)
        self._dot_at = top + day / 2
        return high + _GAP + super().lay_out_inside(left, top + high + _GAP, width)

    def paint_line(self, painter: QPainter, top: float) -> None:
        super().paint_line(painter, self._dot_at + _DOT + 4)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawEllipse(QPointF(self.line_at(), self._dot_at), _DOT, _DOT)


class PartWidget(_Told[Part]):
    """A further part of a long note."""

    def show_row(self, row: Part) -> str:
        super().show_row(row)
        return self.tell(row.words, row.codes)


class AmendingWidget(_Stretch[Amending]):
    """Holds the editor of a note."""

    def __init__(self, editor: QWidget | None) -> None:
        super().__init__()
        self._editor = editor
        if editor is not None:
            editor.setParent(self)
            editor.show()

    def lay_out_inside(self, left: int, top: int, width: int) -> int:
        if self._editor is None:
            return 0
        high = height_for(self._editor, width)
        self._editor.setGeometry(left, top, width, high)
        return high

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)
