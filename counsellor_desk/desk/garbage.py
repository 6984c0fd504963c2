"""Garbage is collected on Qt's thread and on no other.

Python collects cycles on whichever thread happens to allocate. On the vault's thread, or beside it, that can take
apart what belongs to Qt: PySide then disconnects signals, and holds Qt's lock while it waits for Python's. If Qt's
thread holds Python's lock and waits for Qt's at that moment, the desk stands still for ever, open, and cannot be
locked. Seen in a test run with PySide 6.12; ``resources/docs/adr/0007-garbage-on-the-windows-thread.md``.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1000


def collect_what_is_due() -> None:
    """Collect the oldest generation that Python would collect by now; nothing when none is due.

    The thresholds are Python's own (``gc.get_threshold``).
    """
    due = [
        at for at, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
    ]
    if due:
        gc.collect(due[-1])


class Collector(QObject):
    """Takes the collecting over from Python, for as long as the program runs. Made on Qt's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(LOOK_MS)
        timer.timeout.connect(collect_what_is_due)
        timer.start()
