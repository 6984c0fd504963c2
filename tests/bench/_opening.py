"""Opens Today and then Cases for the first time in this process, and prints what each took: milliseconds of the
processor until the page is made, its records are read and it is painted."""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from counsellor_desk import app
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import Page, PageSpec
from counsellor_desk.desk.page_list import page_list
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.window import DeskWindow


def main() -> None:
    qt, door = app._qt(), app._practice_door()
    with tempfile.TemporaryDirectory() as folder:
        wiring = app._wiring(qt, door, Preferences(Path(folder) / "desk.ini"), practice=True)
        first = PageSpec(place.Figures(), "Nothing", "today", Page)  # so that Today is opened just like Cases
        window = DeskWindow(replace(wiring, pages=lambda: (first, *page_list()[:2])))
        window.show()
        while window.shell is None:
            qt.processEvents()
        _rest(qt, window.tasks)
        print(*(_first_opening(qt, window, where) for where in (place.Today(), place.Cases())))
        window.close()
        door.leave()


def _first_opening(qt: QApplication, window: DeskWindow, where: place.Place) -> float:
    assert window.shell is not None
    started = time.process_time()
    window.shell.navigate(where)
    _rest(qt, window.tasks)
    window.repaint()
    return (time.process_time() - started) * 1000


def _rest(qt: QApplication, tasks: VaultThread) -> None:
    """Until nothing is read or written, and everything that was posted has happened."""
    qt.processEvents()
    while tasks.busy:
        qt.processEvents()
    qt.processEvents()


if __name__ == "__main__":
    sys.exit(main())
