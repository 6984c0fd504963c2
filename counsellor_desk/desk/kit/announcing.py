"""Tells a screen reader what has appeared on the screen: the one place where the desk speaks by itself.

PySide makes a class when it is first asked of its module, and ``QAccessible`` takes as long as a screen to paint.
"""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer

_A_MOMENT = 1000  # ms


def announce(source: QObject, words: str, *, urgent: bool = False) -> None:
    """Let ``words`` be said; ``urgent`` before anything else that is being said. Without a screen reader it does
    nothing."""
    event = QtGui.QAccessibleAnnouncementEvent(source, words)
    manner = QtGui.QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if urgent else manner.Polite)
    QtGui.QAccessible.updateAccessibility(event)


def announce_screen(screen: QObject, words: str) -> None:
    """The same for a screen that has just come, if it still stands then: a screen reader is found only a moment after
    the program has begun, and says first where the focus is."""
    QTimer.singleShot(_A_MOMENT, screen, lambda: announce(screen, words))
