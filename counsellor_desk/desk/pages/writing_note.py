"""A note in a case: part of the file, or a memory aid that expires."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafting import note_draft
from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import CaseFile, NoteClass
from counsellor_desk.casework.notes import write_note
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.fields import DateField
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.draft_saver import DraftSaver
from counsellor_desk.desk.pages.fitting import grow_with_text
from counsellor_desk.desk.pages.writing import Writing
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError


class NoteWriting(Writing):
    """Text, and what kind of note it is."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._area = TextArea(self.tr("Note"), self.tr("What do you want to remember?"), lines=3, frameless=True)
        grow_with_text(self._area, 3, 14)
        self._class = ChipGroup(
            self.tr("Kept as"),
            [(NoteClass.FILE.value, self.tr("Case file")), (NoteClass.AID.value, self.tr("Memory aid"))],
        )
        self._class.choose(NoteClass.FILE.value)
        self._expires = DateField(
            self.tr("Expires"), context.today, QLocale(context.language), placeholder=self.tr("in 30 days")
        )
        self._expiry = Field(self.tr("Expires"), self._expires)
        self._expiry.setContentsMargins(Space.M, 0, Space.M, 0)
        self._expiry.hide()
        self.foot_line.addWidget(self._class, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._area)
        column.addWidget(self._expiry)
        self._saver = DraftSaver(context, lambda: (self._slot(), self._draft()) if self.case else None, self)
        self._area.changed.connect(self._saver.touch)
        self._class.changed.connect(self._on_class)
        self._expires.changed.connect(self._saver.touch)

    def begin(self, case: CaseFile) -> None:
        self._show(NoteDraft())
        slot = self._slot()

        def show(draft: NoteDraft | None) -> None:
            if draft is not None and self._slot() == slot and not self._saver.pending:
                self._show(draft)

        self.context.tasks.run(lambda office: note_draft(office.book, slot), show)

    def focus_first(self) -> None:
        self._area.setFocus()

    def save(self) -> None:
        draft, case, now, slot = self._draft(), self.case, self.context.now(), self._slot()
        if case is None or not draft.text.strip():
            self.focus_first()
            return
        self._saver.forget()

        def failed(error: DeskError) -> None:
            self._saver.touch()
            self.context.frame.show_error(error)

        self.keep(lambda office: write_note(office.book, case.id, draft, now, slot), self._clear, failed)

    def flush(self) -> None:
        self._saver.flush()

    def _clear(self) -> None:
        self._show(NoteDraft())

    def _slot(self) -> str:
        return f"note:{self.case.id}" if self.case else ""

    def _draft(self) -> NoteDraft:
        note_class = NoteClass(self._class.value() or NoteClass.FILE)
        expires = self._expires.day() if note_class is NoteClass.AID else None
        return NoteDraft(self._area.text(), note_class, expires)

    def _show(self, draft: NoteDraft) -> None:
        self._area.set_text(draft.text)
        self._class.choose(draft.note_class.value)
        self._expires.set_day(draft.expires_on)
        self._expiry.setVisible(draft.note_class is NoteClass.AID)

    def _on_class(self) -> None:
        self._expiry.setVisible(self._class.value() == NoteClass.AID.value)
        self._saver.touch()
