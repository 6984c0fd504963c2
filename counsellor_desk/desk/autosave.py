"""Saving while somebody types: after a pause, but never later than a moment; and again, when it was refused."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

PAUSE_MS = 800
LONGEST_MS = 2000
AGAIN_MS = 5000


class Autosave(QObject):
    """Call ``touch`` at every change; ``save_requested`` follows after a pause of 0.8 s, at the latest after 2 s.

    Signals: save_requested() when it is time to hand the text over.
    """

    save_requested = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        pause: int = PAUSE_MS,
        longest: int = LONGEST_MS,
        again: int = AGAIN_MS,
    ) -> None:
        super().__init__(parent)
        self._again = self._timer(again)
        self._pause = self._timer(pause)
        self._longest = self._timer(longest)

    @property
    def is_there(self) -> bool:
        """Whether what is written on still is."""
        return isValid(self)

    @property
    def pending(self) -> bool:
        """Whether something was typed that was not handed over yet."""
        return any(timer.isActive() for timer in (self._pause, self._longest, self._again))

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def try_again(self) -> None:
        """What was handed over was refused: it is handed over again in a while, or by the next ``flush``."""
        self._again.start()

    def forget(self) -> None:
        """Nothing is to be saved any more (it was saved, or thrown away)."""
        self._pause.stop()
        self._longest.stop()
        self._again.stop()

    def _hand_over(self) -> None:
        self.forget()
        self.save_requested.emit()

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(self._hand_over)
        return timer
