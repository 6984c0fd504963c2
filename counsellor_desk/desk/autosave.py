"""Saving while somebody types: after a pause, but never later than a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 800
LONGEST_MS = 2000


class Autosave(QObject):
    """Call ``touch`` at every change; ``save_requested`` follows after a pause of 0.8 s, at the latest after 2 s.

    Signals: save_requested() when it is time to hand the text over.
    """

    save_requested = Signal()

    def __init__(self, parent: QObject | None = None, pause: int = PAUSE_MS, longest: int = LONGEST_MS) -> None:
        super().__init__(parent)
        self._pause = self._timer(pause)
        self._longest = self._timer(longest)

    @property
    def pending(self) -> bool:
        """Whether something was typed that was not handed over yet."""
        return self._pause.isActive() or self._longest.isActive()

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Hand over now, if there is anything."""
        if self.pending:
            self.forget()
            self.save_requested.emit()

    def forget(self) -> None:
        """Nothing is to be saved any more (it was saved, or thrown away)."""
        self._pause.stop()
        self._longest.stop()

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(self.flush)
        return timer
