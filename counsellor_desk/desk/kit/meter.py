"""Carries progress from the vault's thread to a bar, and the wish to stop back to it."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Signal

from counsellor_desk.casework.safekeeping import Stopped
from counsellor_desk.desk.kit.states import Progress

_PARTS = 100


class Meter(QObject):
    """Is called with what is done of the whole, as ``casework.safekeeping.Progress``; shows ``text`` on ``bar``."""

    _reached = Signal(int)

    def __init__(self, bar: Progress, text: str) -> None:
        super().__init__(bar)
        self._stop = Event()
        self._reached.connect(bar.reach)
        bar.begin(text, self._stop.set, _PARTS)

    def __call__(self, done: int, whole: int) -> None:
        """Raises: Stopped when somebody pressed Cancel."""
        if self._stop.is_set():
            raise Stopped()
        self._reached.emit(_PARTS * done // max(whole, 1))
