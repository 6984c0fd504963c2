"""Carries progress from the vault's thread to a bar, and the wish to stop back to it."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Signal

from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.kit.states import Progress

_PARTS = 100


class Meter(QObject):
    """Is called with what is done of the whole, as ``casework.backups.Progress``; shows ``text`` on ``bar`` after
    ``patience`` milliseconds. The bar wanders to and fro when the work is not ``measured``.

    It belongs to the work: a bar that goes with its page leaves it as it is. Signal: ended() when the work is done.
    """

    ended = Signal()
    _reached = Signal(int)

    def __init__(self, bar: Progress, text: str, *, measured: bool = True, patience: int = 0) -> None:
        super().__init__()
        self._stop = Event()
        self._measured = measured
        self._reached.connect(bar.reach)
        self.ended.connect(bar.end)
        bar.begin(text, self._stop.set, _PARTS if measured else 0, patience)

    def __call__(self, done: int, whole: int) -> None:
        """Raises: Cancelled when somebody pressed Cancel."""
        if self._stop.is_set():
            raise Cancelled()
        if whole and self._measured:
            self._reached.emit(_PARTS * done // whole)

    def end(self) -> None:
        """The work is done: nothing is to be seen of it any more."""
        self.ended.emit()
