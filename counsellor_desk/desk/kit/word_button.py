"""A word that can be changed: it looks like text, breaks like text, and is pressed like a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.space import Radius, Space


class WordButton(QAbstractButton):
    """Shows words over as many lines as they need. ``name`` is what a screen reader says before them."""

    def __init__(self, name: str, on_click: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words = PlainLabel(wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(Space.S, Space.XS, Space.XS, Space.XS)
        self._stack.addWidget(self._words)
        self.clicked.connect(lambda: on_click())
        self.show_words("")

    def show_words(self, words: str, *, quiet: bool = False) -> None:
        """Change the words; ``quiet`` for "not filled in"."""
        self._words.setText(words)
        self._words.set_role("quiet" if quiet else "")
        self.setAccessibleName(f"{self._name}: {words}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._stack.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._stack.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._stack.heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.underMouse() or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.CONTROL, Radius.CONTROL)
