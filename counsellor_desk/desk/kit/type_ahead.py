"""A line in which a few letters find what is to be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QIcon,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from counsellor_desk.desk.icons import Tone, icon
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.suggestions import Suggestions
from counsellor_desk.desk.space import Space

_ARROW = 14  # pixels


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen, and its name."""

    key: str
    label: str


class TypeAhead(LineField):
    """``find`` gives the choices for what is typed, best first; for nothing typed all of them.

    The arrow keys walk through them, Return or Tab takes one, Escape closes the list and keeps the letters; without
    letters arrow down or the mouse shows all. Signals: taken(str) with the key of a choice.
    """

    taken = Signal(str)

    def __init__(
        self, name: str, find: Callable[[str], Sequence[Choice]], placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, placeholder or self.tr("Type a few letters, or ↓"), parent)
        self._find = find
        self._found: tuple[Choice, ...] = ()
        self._list: Suggestions | None = None
        self._arrow: QIcon | None = None  # made when it is first seen
        self.held: str | None = None
        """The choice whose name stands in the line, if one does: then there is nothing to look for."""
        self.setTextMargins(0, 0, _ARROW + Space.XS, 0)
        self.textEdited.connect(self._on_typed)

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self._list is not None and self._list.isVisible()

    def close_list(self) -> None:
        """No list any more."""
        if self._list is not None:
            self._list.hide()

    def complaint(self, example: str) -> str:
        """What to do about letters by which nothing was chosen."""
        words = self.tr("Nothing is chosen by these letters. Choose from the list, or clear them.")
        return words + " " + self.tr("For example: %1.").replace("%1", example) if example else words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._writes(event):
            self._give_way()
        if not self._use(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter of several keys, such as an e with an accent."""
        if event.commitString() or event.preeditString():
            self._give_way()
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what is marked and goes on."""
        if forward:
            self._take_marked()
        return super().focusNextPrevChild(forward)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_list()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            if self.is_open:
                self.close_list()
            else:
                self.unfold()

    def unfold(self) -> None:
        """Show the choices for what is typed."""
        self._offer(self._find("" if self.held is not None else self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(self.width() - _ARROW - Space.S, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        self._arrow = self._arrow or icon("chevron-down", Tone.TEXT)
        self._arrow.paint(QPainter(self), place)

    def _give_way(self) -> None:
        """A name that stands there is one thing: the first letter takes its place, what erases takes all of it."""
        if self.held is not None:
            self.selectAll()

    @staticmethod
    def _writes(event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            return True
        return (bool(event.text()) and event.text().isprintable()) or event.matches(QKeySequence.StandardKey.Paste)

    def _use(self, key: Qt.Key) -> bool:
        """Keys that belong to the list. True = used."""
        if self._list is None or not self.is_open:
            if key is Qt.Key.Key_Down:
                self.unfold()
            return key is Qt.Key.Key_Down
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.move_by(1 if key is Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_marked()
        elif key is Qt.Key.Key_Escape:
            self.close_list()
        else:
            return False
        return True

    def _on_typed(self, words: str) -> None:
        self.held = None
        self.mark_wrong(False)
        if words.strip():
            self._offer(self._find(words))
        else:
            self.close_list()

    def _offer(self, found: Sequence[Choice]) -> None:
        self._found = tuple(found)
        if self._list is None:
            self._list = Suggestions(self)  # the first time: most fields of a form are never typed in
            self._list.chosen.connect(self._take)
            self._close_when_scrolled()
        keys = [choice.key for choice in self._found]
        self._list.offer([choice.label for choice in self._found], keys.index(self.held) if self.held in keys else 0)

    def _close_when_scrolled(self) -> None:
        """The list does not go along when what holds the field is scrolled."""
        holder = self.parentWidget()
        while holder is not None:
            if isinstance(holder, QAbstractScrollArea):
                holder.verticalScrollBar().valueChanged.connect(self.close_list)
            holder = holder.parentWidget()

    def _take_marked(self) -> None:
        if self._list is not None and self.is_open:
            self._take(self._list.row())

    def _take(self, row: int) -> None:
        self.close_list()
        if 0 <= row < len(self._found):
            self.taken.emit(self._found[row].key)
