"""What the desk does for the vault by itself after opening: one piece at a time, beside other work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counsellor_desk.casework.clock import ClockInDoubt
from counsellor_desk.casework.destroying import expire_memory_aids
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.model.operation import Operations, Records
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.casework.backups import Chore
    from counsellor_desk.desk.kit.meter import Meter


class Upkeep(QObject):
    """Lets memory aids go whose day has passed; makes, tries out and clears backups.

    Signals: told(DeskError) when there is something to say about backups; expired(int) memory aids were deleted.
    """

    told = Signal(object)
    expired = Signal(int)

    def __init__(
        self,
        operations: Operations,
        today: Callable[[], date],
        show_work: Callable[[str], Meter],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._today = today
        self._show_work = show_work

    def begin(self, *, quietly: bool = False) -> None:
        """After opening; ``quietly`` when something else is being said already."""
        today = self._today()
        if self._operations.keeps_backups and not quietly:
            self._operations.chore(lambda backups: backups.remark(), self._on_remark)
        self._operations.write(
            lambda office: expire_memory_aids(office.book, today),
            (Records.TIMELINE,),
            self._on_expired,
            self._on_refused,
        )

    def work_off(self) -> None:
        """Do what waits, until nothing does or the desk is closed."""
        if not self._operations.keeps_backups:
            return
        meter = self._show_work(self.tr("Looking after your backups"))
        progress = self._operations.cancellable(meter)

        def done(chore: Chore | None) -> None:
            meter.end()
            if chore is not None:
                self.work_off()

        def failed(error: DeskError) -> None:
            """What went wrong, or was stopped, is left for the next opening; the rest goes on."""
            meter.end()
            if not isinstance(error, Cancelled):
                self.told.emit(error)
            self.work_off()

        self._operations.chore(lambda backups: backups.chore(progress), done, failed, (Records.BACKUPS,))

    def _on_remark(self, remark: DeskError | None) -> None:
        if remark is not None:
            self.told.emit(remark)

    def _on_expired(self, number: int) -> None:
        if number:
            self.expired.emit(number)
        self.work_off()

    def _on_refused(self, error: DeskError) -> None:
        """While the clock is in doubt nothing is deleted. That is asked elsewhere; backups are made all the same."""
        if isinstance(error, ClockInDoubt):
            self.work_off()
        else:
            self._operations.otherwise(error)
