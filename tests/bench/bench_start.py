"""How fast the window stands there, and how much memory it takes, against an empty window of the same toolkit; and
what the first opening of Cases takes, against that of Today."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.frame import Ratio

ROOT = Path(__file__).resolve().parents[2]

_TIMES = 9
_EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    print(time.monotonic() * 1000, flush=True)
    app.quit()
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
# Runs its arguments and prints: milliseconds to the first paint, and the peak resident memory in megabytes.
# The child prints the monotonic clock, which all processes of a machine share.
_MEASURE = """
import resource, subprocess, sys, time
started = time.monotonic() * 1000
child = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, text=True, check=True)
painted = float(child.stdout.split()[-1])
print(painted - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def run() -> list[Ratio]:
    """Start and memory of the desk on a practice vault, measured in turns with the empty window."""
    desk = [sys.executable, "-m", "counsellor_desk", "--practice", "--measure-first-paint"]
    locked = [sys.executable, "-m", "counsellor_desk", "--measure-first-paint"]
    empty = [sys.executable, "-c", _EMPTY]
    with tempfile.TemporaryDirectory() as folder:
        rounds = [[_measure(command, folder) for command in (empty, locked, desk)] for _ in range(_TIMES + 1)][1:]
    (base_ms, base_mb), (locked_ms, locked_mb), (desk_ms, desk_mb) = (
        tuple(map(statistics.median, zip(*taken, strict=True))) for taken in zip(*rounds, strict=True)
    )
    return [
        Ratio("start to first paint, first window / empty window", locked_ms, base_ms, "ms", aim=1.5, limit=2),
        Ratio("start to first paint, practice / empty window", desk_ms, base_ms, "ms", aim=1.5, limit=2),
        Ratio("peak memory, first window / empty window", locked_mb, base_mb, "MB", aim=1.5, limit=2),
        Ratio("peak memory, practice / empty window", desk_mb, base_mb, "MB", aim=1.5, limit=2),
        _first_openings(),
    ]


def _first_openings() -> Ratio:
    """Cases against Today, each opened for the first time in a process of its own."""
    opened = [_run([sys.executable, "-m", "tests.bench._opening"], ROOT) for _ in range(_TIMES)]
    today, cases = map(statistics.median, zip(*opened, strict=True))
    return Ratio("first opening, Cases / Today", cases, today, "ms", aim=2.5, limit=3)


def _measure(command: list[str], folder: str) -> tuple[float, float]:
    """Milliseconds and megabytes of one start."""
    return _run([sys.executable, "-c", _MEASURE, *command], folder)


def _run(command: list[str], folder: str | Path) -> tuple[float, float]:
    """The two numbers that ``command``, run in ``folder`` on the X server, prints last."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        command, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=120
    )
    first, second = map(float, done.stdout.split()[-2:])
    return first, second
