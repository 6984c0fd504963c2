"""A half-written activity as text, kept in the vault until it is saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject

from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.draft_saver import VaultSaver
from counsellor_desk.desk.ports import Office

Form = Mapping[str, str]


class ActivityDraft(VaultSaver):
    """Keeps the form under ``slot`` in the vault. ``take`` gives its fields, empty ones left out."""

    def __init__(self, context: DeskContext, slot: str, take: Callable[[], Form], parent: QObject) -> None:
        super().__init__(context, parent)
        self._slot = slot
        self._take = take
        self.save_requested.connect(self._keep)

    def read(self, done: Callable[[Form], None]) -> None:
        """Pass the form that was kept on to ``done``, if there is one."""
        slot = self._slot
        self._context.tasks.run(
            lambda office: _fields(office.book.draft(slot)), lambda form: done(form) if form else None
        )

    def _keep(self) -> None:
        form, now, slot = dict(self._take()), self._context.now(), self._slot
        self.hand_over(lambda office: _keep(office, slot, form, now))


def _keep(office: Office, slot: str, form: Form, now: datetime) -> None:
    with office.book.transaction():
        if form:
            office.book.save_draft(slot, json.dumps(form, ensure_ascii=False), now)
        else:
            office.book.drop_draft(slot)


def _fields(kept: str | None) -> Form:
    found = json.loads(kept) if kept else {}
    return {str(name): str(words) for name, words in found.items()} if isinstance(found, dict) else {}
