"""A double click acts on what it began on, never on what has appeared there since."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

_OF_A_DOUBLE_CLICK = Qt.MouseEventFlag.MouseEventCreatedDoubleClick  # Qt announces one to the window by a press


class DoubleClickGuard(QObject):
    """Swallows the second half of a double click whose first half went to another widget: by then a panel may have
    closed under the mouse, or the next line have come up to where one was ticked off."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._pressed: QWidget | None = None

    def guard(self) -> None:
        """Begin, once the window is there."""
        window = self._root.window().windowHandle()
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.type() is QEvent.Type.MouseButtonDblClick:
                return self._under(event) is not self._pressed
            if event.type() is QEvent.Type.MouseButtonPress and not event.flags() & _OF_A_DOUBLE_CLICK:
                self._pressed = self._under(event)
        return super().eventFilter(watched, event)

    def _under(self, event: QMouseEvent) -> QWidget | None:
        return self._root.window().childAt(event.position().toPoint())
