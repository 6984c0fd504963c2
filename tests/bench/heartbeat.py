"""How long the window is held up: a heartbeat on the event loop, and waiting until everything stands."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from counsellor_desk.desk.tasks import VaultThread
from tests.bench.frame import Ratio

BOUND_MS = 100.0  # what holds up the window longer is felt
BEAT_MS = 2
_QUIET_BEATS = 20


def longest_block(act: Callable[[], object], before: Callable[[], object] = lambda: None, readings: int = 3) -> float:
    """The longest, in milliseconds, that the window was held up while ``act`` went on; what ``before`` does first is
    not measured. The least of the readings, for the machine may have been busy with something else."""
    longest = []
    for _reading in range(readings):
        before()
        with heartbeat() as gaps:
            act()
        longest.append(max(gaps))
    return min(longest)


@contextmanager
def heartbeat() -> Iterator[list[float]]:
    """Milliseconds between beats of a timer while it goes on."""
    beats: list[float] = []
    gaps: list[float] = []

    def strike() -> None:
        now = time.perf_counter()
        if beats:
            gaps.append((now - beats[-1]) * 1000)
        beats.append(now)

    timer = QTimer()
    timer.timeout.connect(strike)
    timer.start(BEAT_MS)
    strike()
    yield gaps
    strike()
    timer.stop()


def beat() -> None:
    """Let the window live for a moment."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, BEAT_MS)


def settle(tasks: VaultThread) -> None:
    """Wait until the vault was asked all and everything stands."""
    quiet = 0
    while quiet < _QUIET_BEATS:
        beat()
        time.sleep(BEAT_MS / 1000)
        quiet = 0 if tasks.busy else quiet + 1


def bound(name: str, ms: float) -> Ratio:
    """``ms`` against a tenth of a second."""
    return Ratio(f"{name} / 100 ms", ms, BOUND_MS, "ms", aim=0.5, limit=1)
