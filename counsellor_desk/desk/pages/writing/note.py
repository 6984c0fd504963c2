"""A note in a case: part of the file, or a memory aid that expires."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import NoteDraft, Typed
from counsellor_desk.casework.model import CaseFile, Note, NoteClass
from counsellor_desk.casework.notes import AID_DAYS, write_note
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.fields import DateField
from counsellor_desk.desk.kit.fitting import grow_with_text
from counsellor_desk.desk.kit.form import Field, show_unclear, unclear_in
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.writing.writing import Writing
from counsellor_desk.desk.space import Space


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
            self.tr("Expires"),
            context.today,
            QLocale(context.language),
            placeholder=self.tr("in %1 days").replace("%1", str(AID_DAYS)),
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
        self._saver = form_of(context, self, (Records.TIMELINE,), self)
        self._area.changed.connect(self._saver.touch)
        self._class.changed.connect(self._on_class)
        self._expires.changed.connect(self._saver.touch)

    def begin(self, case: CaseFile) -> None:
        self._saver.begin()

    def focus_first(self) -> None:
        self._area.setFocus()

    def save(self) -> None:
        draft, case, now = self.draft(), self.case, self.context.now()
        if draft.typed:
            self._expiry.check()
            self._expires.setFocus()
            return
        if case is None or not draft.text.strip() or not self._area.fits():
            self.focus_first()
            return

        def kept(_note: Note) -> None:
            self.kept.emit()

        self._saver.send(
            draft, lambda book: write_note(book, case.id, draft, now), kept, self.context.frame.show_error
        )
        self.focus_first()

    def flush(self) -> None:
        self._saver.flush()

    def slot(self) -> str:
        """Where its draft is kept."""
        return f"note:{self.case.id}" if self.case else ""

    def blank(self) -> NoteDraft:
        """Before anything is written."""
        return NoteDraft()

    def draft(self) -> NoteDraft:
        """What is written."""
        note_class = NoteClass(self._class.value() or NoteClass.FILE)
        expires: date | None = None
        typed: Typed = ()
        if note_class is NoteClass.AID:
            expires, typed = self._expires.day(), unclear_in({"expires_on": self._expiry})
        return NoteDraft(self._area.text(), note_class, expires, typed)

    def show_draft(self, draft: NoteDraft) -> None:
        """Show it, silently."""
        self._area.bring_back(draft.text)
        self._class.choose(draft.note_class.value)
        self._expires.set_day(draft.expires_on)
        self._expiry.remark("")
        show_unclear({"expires_on": self._expiry}, draft.typed)
        self._expiry.setVisible(draft.note_class is NoteClass.AID)

    def _on_class(self) -> None:
        self._expiry.setVisible(self._class.value() == NoteClass.AID.value)
        self._saver.touch()
