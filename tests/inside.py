"""The real program in this very process, for those who must hold its window in their hands."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from counsellor_desk import app, cli
from counsellor_desk.desk.window import DeskWindow, Wiring


def run(
    act: Callable[[DeskWindow], None],
    *arguments: str,
    made: Callable[[DeskWindow], None] = lambda _window: None,
) -> int:
    """``counsellor-desk ARGUMENTS``; ``act`` gets the window each time the desk stands open, ``made`` as soon as
    there is one. The exit code; 1 when one of them failed, which ends the program."""

    def or_end(do: Callable[[DeskWindow], None], window: DeskWindow) -> None:
        try:
            do(window)
        except Exception:
            traceback.print_exc()
            QApplication.exit(1)

    class Handed(DeskWindow):
        def __init__(self, wiring: Wiring, *, hidden: bool = False, again: bool = False) -> None:
            super().__init__(wiring, hidden=hidden, again=again)
            self.opened.connect(lambda: QTimer.singleShot(0, self, lambda: or_end(act, self)))
            QTimer.singleShot(0, self, lambda: or_end(made, self))

    vars(app)["DeskWindow"] = Handed
    try:
        return cli.main(arguments)
    finally:
        vars(app)["DeskWindow"] = DeskWindow
