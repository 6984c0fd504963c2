"""A word that can be changed: it looks like text, breaks like text, and is pressed like a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.space import Space


class WordButton(QPushButton):
    """Shows ``text`` over as many lines as it needs. ``name`` is what a screen reader says before it."""

    def __init__(self, name: str, on_click: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words = PlainLabel(wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._stack = stack = QVBoxLayout(self)
        stack.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        stack.addWidget(self._words)
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
