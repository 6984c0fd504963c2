"""Keeping what is on a form in the vault while it is being written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from counsellor_desk.casework.drafting import Draft, keep_draft
from counsellor_desk.desk.autosave import Autosave
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.ports import Office
from counsellor_desk.errors import DeskError


class VaultSaver(Autosave):
    """Autosave into the vault. What the vault refuses, for want of room, stays on the form and is tried again."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def hand_over(self, job: Callable[[Office], None]) -> None:
        """Run ``job``, which keeps the form."""
        frame, now = self._context.frame, self._context.now()

        def refused(error: DeskError) -> None:
            if isValid(self):
                self.try_again()
            frame.show_error(error)

        self._context.tasks.run(job, lambda _kept: frame.notify_saved(now), refused)


class DraftSaver(VaultSaver):
    """Keeps the draft of one form. ``take`` gives its slot and its words as they are now, or None when the form
    belongs nowhere yet."""

    def __init__(
        self, context: DeskContext, take: Callable[[], tuple[str, Draft] | None], parent: QObject | None = None
    ) -> None:
        super().__init__(context, parent)
        self._take = take
        self.save_requested.connect(self._keep)

    def _keep(self) -> None:
        taken = self._take()
        if taken is None:
            return
        slot, draft = taken
        now = self._context.now()
        self.hand_over(lambda office: keep_draft(office.book, slot, draft, now))
