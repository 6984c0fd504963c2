"""Watches keys and pointer of the whole application: how long nobody was there, and the keys that always work."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

TWICE_WITHIN_SECONDS = 0.6
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

    Signals: timed_out() after ``seconds`` without activity; lock_pressed() on Ctrl+L; hide_pressed() on Esc Esc.
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
        self._last_escape = -1.0
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
        kind = event.type()
        if kind not in _ACTIVITY:
            return False
        self._timer.start()
        # A key reaches a window once, but each widget on its way in turn: only the window's arrival is a press.
        if kind is QEvent.Type.KeyPress and isinstance(watched, QWindow) and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return False
        if event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.lock_pressed.emit()
            return True
        if event.key() != Qt.Key.Key_Escape:
            self._last_escape = -1.0
            return False
        now = monotonic()
        twice = now - self._last_escape <= TWICE_WITHIN_SECONDS and self._last_escape >= 0
        self._last_escape = -1.0 if twice else now
        if twice:
            self.hide_pressed.emit()
        return twice
