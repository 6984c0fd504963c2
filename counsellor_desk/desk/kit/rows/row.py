"""What a row of a long list is, and the widget that shows it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.space import Radius


class Row(Protocol):
    """One row as plain data. Rows that are equal look alike."""

    @property
    def key(self) -> Hashable:
        """What makes it the same row when the list is shown anew; no two rows have the same, of whatever type."""
        ...

    @property
    def characters(self) -> int:
        """How long its text is, by which its height is guessed until it is seen."""
        ...


R = TypeVar("R", bound=Row)


class RowWidget(QWidget, Generic[R]):
    """Shows one row, and later perhaps another. It places its own parts: nested layouts would ask each label for its
    height some thirty times.

    Signals: resized() when it needs another height than before.
    """

    resized = Signal()
    heard_as = QAccessible.Role.ListItem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heard: QAccessibleInterface | None = None  # made when it is asked for; Qt does not hold it for Python
        self.is_marked = False
        self._height: tuple[int, int] | None = None  # at which width, and how high

    # what a kind of row says for itself

    def show_row(self, row: R) -> str:
        """Show ``row`` and nothing of what was shown before. Gives the words by which a screen reader names it."""
        raise NotImplementedError

    def blank(self) -> None:
        """Let go of every word."""

    def lay_out(self, width: int) -> int:
        """Place the parts for this width; the height they need."""
        raise NotImplementedError

    def controls(self) -> Sequence[QWidget]:
        """What can be pressed in it now, from left to right."""
        return ()

    def is_held(self) -> bool:
        """Whether it must stay although it is out of sight: words of it are selected."""
        return False

    # what the list asks

    def fill(self, row: R) -> None:
        """Show ``row`` to eyes and ears."""
        self.forget_height()
        self.setAccessibleName(self.show_row(row))

    def empty(self) -> None:
        """Show nothing any more: nobody knows which row comes next."""
        self.mark(False)
        self.setAccessibleName("")
        self.blank()

    def height_at(self, width: int) -> int:
        """The height it has at this width, for which its parts are then placed."""
        if self._height is None or self._height[0] != width:
            self._height = width, self.lay_out(width)
        return self._height[1]

    def forget_height(self) -> None:
        """Something changed: its parts are to be placed anew."""
        self._height = None

    def mark(self, marked: bool) -> None:
        """Make it stand out as what was looked for."""
        if marked != self.is_marked:
            self.is_marked = marked
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.is_marked or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        painter.setPen(QPen(self.palette().color(role.Accent), 2 if self.hasFocus() else 1))
        if self.is_marked:
            painter.setBrush(self.palette().color(role.Midlight))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD)


@dataclass(frozen=True, slots=True)
class RowKind:
    """How rows of one type are shown.

    ``is_stop``: the arrow keys go to it. ``lasts``: its widget is made for one row, lives while the row is in the
    list, be it out of sight, and never shows another: for what one writes in.
    """

    make: Callable[[], RowWidget[Any]]
    heard_as: QAccessible.Role = QAccessible.Role.ListItem
    is_stop: bool = True
    lasts: bool = False
