"""A quiet box that holds things that belong together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.labels import Divider, Heading
from counsellor_desk.desk.space import Space


class Card(QFrame):
    """A bordered surface. ``tone``: plain, own-eyes, attention, focus or sunk. Fill ``body``, or call ``add_row``."""

    def __init__(
        self, heading: str = "", *, tone: str = "plain", padded: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", tone)
        self.body = QVBoxLayout(self)
        edge = Space.L if padded else 0
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(Space.S if padded else 0)
        if heading:
            words = Heading(heading)
            words.setWordWrap(True)
            self.body.addWidget(words)

    def add_row(self, row: QWidget) -> None:
        """Append a row below a hair line (none above the first)."""
        if self.body.count():
            self.body.addWidget(Divider())
        self.body.addWidget(row)

    def set_tone(self, tone: str) -> None:
        """Give the card another tone (see ``Card``)."""
        self.setProperty("card", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def clear(self) -> None:
        """Remove everything inside."""
        empty(self.body)


def empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take every widget, layout and stretch out of ``layout`` and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            empty(inner)


def row(*widgets: QWidget | None, spacing: int = Space.S, margin: int = 0) -> QHBoxLayout:
    """A line of widgets; ``None`` is the stretch between them."""
    line = QHBoxLayout()
    line.setSpacing(spacing)
    line.setContentsMargins(margin, margin, margin, margin)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    return line


def in_a_row(*widgets: QWidget | None) -> QWidget:
    """A line of widgets that can be moved as one."""
    line = QWidget()
    line.setLayout(row(*widgets))
    return line


def column(*widgets: QWidget | None, spacing: int = Space.S, margin: int = 0) -> QVBoxLayout:
    """A column of widgets; ``None`` is the stretch between them."""
    stack = QVBoxLayout()
    stack.setSpacing(spacing)
    stack.setContentsMargins(margin, margin, margin, margin)
    for widget in widgets:
        if widget is None:
            stack.addStretch(1)
        else:
            stack.addWidget(widget)
    return stack


class Scroll(QScrollArea):
    """A page part that scrolls up and down when it is too long. Put things into ``body``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.M)
        self.setWidget(inside)
