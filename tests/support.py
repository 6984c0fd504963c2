"""Small helpers for tests of every room."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FakeClock:
    """Gives the time the test wants: ``now()``, ``today()``, ``advance(hours=2)``, ``set(...)``."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The local date and time."""
        return self._now

    def today(self) -> date:
        """The local date."""
        return self._now.date()

    def advance(self, **amount: float) -> None:
        """Moves the clock; amounts as ``timedelta`` takes them, also negative ones."""
        self._now += timedelta(**amount)

    def set(self, moment: datetime) -> None:
        """Puts the clock to ``moment``, which may lie before the present one."""
        self._now = moment


def type_text(widget: QWidget, text: str) -> None:
    """Types ``text`` key by key into ``widget``: any character, where QTest.keyClicks ends the process at "é"."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


def escape_twice(window: QWidget) -> None:
    """Presses Escape twice, quickly, however slowly they are handled."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for at in (1_000_000, 1_000_200):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        press.setTimestamp(at)
        QApplication.sendEvent(window.windowHandle(), press)
