"""What the desk does for the vault by itself after opening: one piece at a time, between other work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counsellor_desk.casework.destroying import expire_memory_aids
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.casework.safekeeping import Chore
    from counsellor_desk.desk.ports import Office


class Upkeep(QObject):
    """Lets memory aids go whose day has passed; makes, tries out and clears backups.

    Signals: told(DeskError) when there is something to say about backups; expired(int) memory aids were deleted.
    """

    told = Signal(object)
    expired = Signal(int)

    def __init__(self, tasks: VaultThread, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._today = today

    def begin(self, *, quietly: bool = False) -> None:
        """After opening; ``quietly`` when something else is being said already."""
        today = self._today()
        if not quietly:
            self._tasks.run(_remark, self._on_remark)
        self._tasks.run(lambda office: expire_memory_aids(office.book, today), self._on_expired)

    def work_off(self) -> None:
        """Do what waits, until nothing does."""
        self._tasks.run(_next_chore, self._on_done, self._on_failed)

    def _on_remark(self, remark: DeskError | None) -> None:
        if remark is not None:
            self.told.emit(remark)

    def _on_expired(self, number: int) -> None:
        if number:
            self.expired.emit(number)
        self.work_off()

    def _on_done(self, chore: Chore | None) -> None:
        if chore is not None:
            self.work_off()

    def _on_failed(self, error: DeskError) -> None:
        """What went wrong is left for the next opening; the rest goes on."""
        self.told.emit(error)
        self.work_off()


def _remark(office: Office) -> DeskError | None:
    return office.backups.remark() if office.backups is not None else None


def _next_chore(office: Office) -> Chore | None:
    return office.backups.chore() if office.backups is not None else None
