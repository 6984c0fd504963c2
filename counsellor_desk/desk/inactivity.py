"""Watches keys and pointer of the whole application: how long nobody was there, and the keys that always work."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

TWICE_WITHIN_SECONDS = 0.6
_INPUT = (QInputEvent, QInputMethodEvent)  # asked first: there are thousands of others, and a type is dear to ask
_ACTIVITY = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    )
)


class Watch(QObject):
    """Also works while a menu, a dialog or a panel has the keys, because it stands before all of them.

    Signals: timed_out() after ``seconds`` without activity; lock_pressed() on Ctrl+L; hide_pressed() on Esc Esc, of
    which neither closed anything. They are timed by when they were made, however late a busy window hears them.
    """

    timed_out = Signal()
    lock_pressed = Signal()
    hide_pressed = Signal()

    def __init__(self, app: QApplication, seconds: int) -> None:
        super().__init__(app)
        self._app = app
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.timed_out)
        self._last_escape = -math.inf  # in milliseconds, as events tell it
        self.set_seconds(seconds)

    def set_seconds(self, seconds: int) -> None:
        """Lock after so many seconds."""
        self._timer.setInterval(seconds * 1000)

    def start(self) -> None:
        """Begin to watch."""
        self._app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Stop watching."""
        self._app.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, _INPUT) or (kind := event.type()) not in _ACTIVITY:
            return False
        self._timer.start()
        return isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress and self._on_key(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """A key reaches a window once, then each widget on its way in turn until one has used it.

        Only the window's arrival is a press. An Escape that comes to the widget of the window was used by nothing
        on its way: it closed no list, no panel, no card; and a menu or a dialog is a window of another kind.
        """
        if event.isAutoRepeat():
            return False
        if event.key() == Qt.Key.Key_Escape:
            is_unused = isinstance(watched, QWidget) and watched.windowType() is Qt.WindowType.Window
            return is_unused and self._on_escape(event.timestamp())
        if not isinstance(watched, QWindow):
            return False
        self._last_escape = -math.inf
        if event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.lock_pressed.emit()
            return True
        return False

    def _on_escape(self, at: int) -> bool:
        twice = 0 <= at - self._last_escape <= 1000 * TWICE_WITHIN_SECONDS
        self._last_escape = -math.inf if twice else at
        if twice:
            self.hide_pressed.emit()
        return twice
