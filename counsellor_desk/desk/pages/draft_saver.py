"""Keeping what is on a form in the vault while it is being written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from counsellor_desk.casework.drafting import Draft, keep_draft
from counsellor_desk.desk.autosave import Autosave
from counsellor_desk.desk.page import DeskContext


class DraftSaver(Autosave):
    """Keeps the draft of one form. ``take`` gives its slot and its words as they are now, or None when the form
    belongs nowhere yet."""

    def __init__(
        self, context: DeskContext, take: Callable[[], tuple[str, Draft] | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._take = take
        self.save_requested.connect(self._keep)

    def _keep(self) -> None:
        taken = self._take()
        if taken is None:
            return
        slot, draft = taken
        now = self._context.now()
        self._context.tasks.run(
            lambda office: keep_draft(office.book, slot, draft, now),
            lambda _kept: self._context.frame.notify_saved(now),
        )
