"""How soon the page of house rules stands where a case stood, in a real window, against a tenth of a second."""

from __future__ import annotations

import os
import time

from PySide6.QtWidgets import QApplication, QStackedWidget

from counsellor_desk.desk.model import place
from counsellor_desk.desk.window import DeskWindow
from tests import inside
from tests.bench.frame import Ratio

BOUND_MS = 100.0  # as long as somebody at the door takes to look
TIMES = 200


def run() -> list[Ratio]:
    """The 99th of a hundred hides, from the key's arrival to the painted page."""
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    taken: list[float] = []

    def measure(window: DeskWindow) -> None:
        shell, stack = window.shell, window.centralWidget()
        assert shell is not None
        assert isinstance(stack, QStackedWidget)
        shell.navigate(place.Cases())
        for _ in range(TIMES):
            stack.setCurrentWidget(shell)
            window.repaint()
            QApplication.processEvents()
            begun = time.perf_counter()
            window.cover(hidden=True)
            taken.append((time.perf_counter() - begun) * 1000)
        window.close()

    assert inside.run(measure, "--practice", "--language", "nl") == 0
    taken.sort()
    return [
        Ratio("hide, 99th of a hundred / 100 ms", taken[TIMES * 99 // 100 - 1], BOUND_MS, "ms", aim=0.5, limit=1),
        Ratio("hide, median / 100 ms", taken[TIMES // 2], BOUND_MS, "ms", aim=0.25, limit=1),
    ]
