"""Tells a screen reader what has appeared on the screen: the one place where the desk speaks by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

_A_MOMENT = 1000  # ms


def announce(source: QObject, words: str, *, urgent: bool = False) -> None:
    """Let ``words`` be said; ``urgent`` before anything else that is being said. Without a screen reader it does
    nothing."""
    event = QAccessibleAnnouncementEvent(source, words)
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if urgent else manner.Polite)
    QAccessible.updateAccessibility(event)


def announce_screen(screen: QObject, words: str) -> None:
    """The same for a screen that has just come, if it still stands then: a screen reader is found only a moment after
    the program has begun, and says first where the focus is."""
    QTimer.singleShot(_A_MOMENT, screen, lambda: announce(screen, words))
