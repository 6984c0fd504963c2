"""A button in a row of a long list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.kit.buttons import LinkButton

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class RowButton(LinkButton):
    """Words that can be pressed. No stop for Tab, for the whole list is one; the list hears the arrow keys."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, size="small", parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
