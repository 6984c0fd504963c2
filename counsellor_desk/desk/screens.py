"""What the screens before the open desk have in common: a quiet column in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.card import Scroll
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.kit.tab_order import step
from counsellor_desk.desk.space import Space


class Screen(QWidget):
    """A column of ``width`` in the middle; it scrolls when the window is low. Fill ``column``.

    ``go`` is the button that Return presses from any field, when it can be pressed. ``opens_vault``: what it waits
    for is an open vault. ``has_secret`` is said by every screen that shows a secret or takes one: from then on its
    process is never used for anything else but the desk.
    """

    go: QPushButton | None = None
    opens_vault = False
    has_secret = False

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        inside.setFixedWidth(width)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, Space.XL, 0, Space.XL)
        self.column.setSpacing(Space.M)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inside)
        middle.addStretch(1)
        scroll = Scroll()
        scroll.body.addStretch(1)
        scroll.body.addLayout(middle)
        scroll.body.addStretch(1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(scroll)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab."""
        return step(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.go is not None:
            self.go.click()
        else:
            super().keyPressEvent(event)


class Preparing(Screen):
    """A moment's patience."""

    opens_vault = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(320, parent)
        words = Quiet(self.tr("One moment…"))
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(words)
