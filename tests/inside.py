"""The real program in this very process, for those who must hold its window in their hands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from counsellor_desk import app, cli
from counsellor_desk.desk.window import DeskWindow, Wiring


def run(act: Callable[[DeskWindow], None], *arguments: str) -> int:
    """``counsellor-desk ARGUMENTS``; ``act`` gets the window each time the desk stands open. The exit code."""

    class Handed(DeskWindow):
        def __init__(self, wiring: Wiring, *, hidden: bool = False, again: bool = False) -> None:
            super().__init__(wiring, hidden=hidden, again=again)
            self.opened.connect(lambda: QTimer.singleShot(0, self, lambda: act(self)))

    vars(app)["DeskWindow"] = Handed
    try:
        return cli.main(arguments)
    finally:
        vars(app)["DeskWindow"] = DeskWindow
