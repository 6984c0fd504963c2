"""One entry of the timeline: the day, a dot on the line, and what happened."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.model import NoteClass, NoteId
from counsellor_desk.casework.views import ContactEntry, NoteEntry, StepEntry, TimelineEntry
from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.kit.pill import Pill
from counsellor_desk.desk.pages.phrases import Phrases
from counsellor_desk.desk.space import Space

_DAY_WIDTH = 60
_LINE_AT = 74  # px from the left, the line through the dots
_TEXT_AT = 92
_DOT = 4.0  # px, radius

LONG = 4_000
"""Characters of a note shown at first; laying out more costs time one would feel."""


class EntryRow(QWidget):
    """An entry as it stands on the timeline.

    Signals: edit_wanted(); history_wanted().
    """

    edit_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, entry: TimelineEntry, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._last = False
        self._aid = not isinstance(entry, StepEntry) and entry.note_class is NoteClass.AID
        self.inside: Card | QWidget = self._box()
        self.content = self.inside.body if isinstance(self.inside, Card) else QVBoxLayout(self.inside)
        if not self._aid:
            self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(2)
        self._day = Quiet(phrases.days.short(entry.on), wrap=False)
        self._day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._day.setFixedWidth(_DAY_WIDTH)
        self._day.setContentsMargins(0, self._offset(), 0, 0)

        line = QHBoxLayout(self)
        line.setContentsMargins(0, Space.S, 0, Space.S)
        line.setSpacing(0)
        line.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(_TEXT_AT - _DAY_WIDTH)
        line.addWidget(self.inside, 1)
        self._editor: QWidget | None = None
        self._words: list[QWidget] = []
        self._fill(phrases)

    def set_last(self, last: bool) -> None:
        """Whether the line ends here."""
        self._last = last
        self.update()

    def take_editor(self, editor: QWidget) -> None:
        """Show an editor in place of the words."""
        self._editor = editor
        for part in self._words:
            part.hide()
        self.content.addWidget(editor)
        editor.show()

    def give_editor_back(self) -> None:
        """Show the words again."""
        if self._editor is None:
            return
        self.content.removeWidget(self._editor)
        self._editor = None
        for part in self._words:
            part.show()

    @property
    def note(self) -> NoteId | None:
        """The note that can be amended here."""
        if isinstance(self.entry, ContactEntry):
            return self.entry.note
        return self.entry.id if isinstance(self.entry, NoteEntry) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        top = Space.S + self._offset() + self._day.fontMetrics().height() / 2 + 1
        if not self._last:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(
                QPointF(_LINE_AT + 0.5, top + _DOT + 4), QPointF(_LINE_AT + 0.5, self.height() + Space.S)
            )
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
        painter.drawEllipse(QPointF(_LINE_AT + 0.5, top), _DOT, _DOT)

    def _box(self) -> QWidget:
        if not self._aid:
            return QWidget()
        card = Card(tone="attention")
        card.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        return card

    def _offset(self) -> int:
        return Space.S if self._aid else 0

    def _fill(self, phrases: Phrases) -> None:
        entry = self.entry
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(Quiet(phrases.kind_of(entry)), 1)
        if self.note is not None:
            if not isinstance(entry, StepEntry) and entry.revision > 0:
                head.addWidget(LinkButton(self.tr("Earlier versions"), self.history_wanted.emit, size="small"))
            head.addWidget(LinkButton(self.tr("Edit"), self.edit_wanted.emit, size="small"))
        self.content.addLayout(head)
        if isinstance(entry, StepEntry):
            self.content.addWidget(PlainLabel(phrases.label(entry.code), wrap=True))
            return
        if entry.text:
            self._show_text(entry.text)
        if isinstance(entry, ContactEntry) and entry.codes:
            codes = QWidget()
            flow = FlowLayout(codes)
            for code in entry.codes:
                flow.addWidget(Pill(phrases.label(code)))
            codes.setContentsMargins(0, Space.XS, 0, 0)
            self.content.addWidget(codes)
            self._words.append(codes)

    def _show_text(self, text: str) -> None:
        """The words; of a very long note the beginning, and the rest when it is asked for."""
        words = PlainLabel(text[:LONG], wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.content.addWidget(words)
        self._words.append(words)
        if len(text) > LONG:
            more = LinkButton(self.tr("Show all of it"), size="small")
            more.clicked.connect(lambda: words.setText(text))
            more.clicked.connect(more.hide)
            self.content.addWidget(more)
