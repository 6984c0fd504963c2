"""The earlier wordings of a note, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.model import NoteId, NoteRevision
from counsellor_desk.desk.kit.card import Card, empty
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.latest import Latest
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.phrases import phrases_of
from counsellor_desk.desk.space import Space


class NoteHistory(Page):
    """Shown in the panel; nothing can be changed here."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._latest = Latest()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)

    def shown(self, **place: object) -> None:
        note = place.get("note")
        self._latest.begin()
        empty(self._column)
        if isinstance(note, int):
            self.context.tasks.run(
                lambda office: office.book.note_history(NoteId(note)), self._latest.only(self._show)
            )

    def _show(self, history: tuple[NoteRevision, ...]) -> None:
        days = phrases_of(self.context).days
        for wording in sorted(history, key=lambda one: one.revision, reverse=True):
            card = Card()
            at = wording.written_at
            card.body.addWidget(Quiet(f"{days.short(at.date())} {at:%H:%M}"))
            words = PlainLabel(wording.body, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.body.addWidget(words)
            self._column.addWidget(card)
        self._column.addStretch(1)
