"""Amending a note where it stands; the earlier wording stays in its history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.drafting import note_draft
from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import Note, NoteId
from counsellor_desk.casework.notes import amend_note
from counsellor_desk.desk.kit.buttons import Button, LinkButton, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.labels import PlainLabel, Remark
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.draft_saver import DraftSaver
from counsellor_desk.desk.pages.fitting import grow_with_text
from counsellor_desk.desk.ports import Office
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError


class NoteEditor(QWidget):
    """A note being amended, kept as a draft meanwhile.

    Signals: kept() when the new wording is in the vault; left() when the person goes back without changing it;
    deleted() when the note is gone.
    """

    kept = Signal()
    deleted = Signal()
    left = Signal()

    def __init__(
        self, context: DeskContext, note: NoteId, revision: int, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.note = note
        self._context = context
        self._revision = revision
        self._slot = f"amend:{note}"
        self._area = TextArea(self.tr("Note"), lines=4)
        grow_with_text(self._area, 3, 24)
        self._area.set_text(text)
        self._remark = Remark()
        self._remark.hide()
        self._saver = DraftSaver(context, lambda: (self._slot, NoteDraft(self._area.text())), self)
        self._area.changed.connect(self._saver.touch)
        self._question = Card(tone="sunk")
        self._question.body.addWidget(
            PlainLabel(
                self.tr("This note, its earlier versions and their copies in backups go for good. Delete it?"),
                wrap=True,
            )
        )
        self._question.body.addLayout(
            row(
                Button(self.tr("Delete for good"), self._delete, kind="danger", size="small"),
                QuietButton(self.tr("Keep it"), self._question.hide, size="small"),
                None,
            )
        )
        self._question.hide()
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(QuietButton(self.tr("Leave as it was"), self._leave, size="small"))
        line.addWidget(PrimaryButton(self.tr("Save"), self.save, size="small", keys="Ctrl+Return", bind=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._area)
        column.addWidget(self._remark)
        column.addLayout(line)
        column.addLayout(row(LinkButton(self.tr("Delete this note"), self._question.show, size="small"), None))
        column.addWidget(self._question)
        self.setFocusProxy(self._area)
        context.tasks.run(lambda office: note_draft(office.book, self._slot), self._show_draft)

    def save(self) -> None:
        """Amend the note; when somebody else changed it meanwhile, say so and keep these words here."""
        note, revision, text, now = self.note, self._revision, self._area.text(), self._context.now()
        slot = self._slot
        self._saver.forget()

        def amend(office: Office) -> Note:
            amended = amend_note(office.book, note, revision, text, now)
            with office.book.transaction():
                office.book.drop_draft(slot)
            return amended

        self._context.tasks.run(amend, lambda _note: self._on_kept(), self._on_failed)

    def flush(self) -> None:
        """Keep the draft now."""
        self._saver.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._saver.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_draft(self, draft: NoteDraft | None) -> None:
        if draft is not None and not self._saver.pending:
            self._area.set_text(draft.text)

    def _leave(self) -> None:
        self._saver.forget()
        slot = self._slot

        def drop(office: Office) -> None:
            with office.book.transaction():
                office.book.drop_draft(slot)

        self._context.tasks.run(drop)
        self.left.emit()

    def _delete(self) -> None:
        self._saver.forget()
        note, today = self.note, self._context.today()
        self._context.tasks.run(
            lambda office: delete_note(office.book, note, today), lambda _none: self.deleted.emit(), self._on_refused
        )

    def _on_refused(self, error: DeskError) -> None:
        self._question.hide()
        self._remark.setText(message_for(error).text())
        self._remark.show()

    def _on_kept(self) -> None:
        self._context.frame.notify_saved(self._context.now())
        self.kept.emit()

    def _on_failed(self, error: DeskError) -> None:
        self._saver.touch()
        if error.code != "casework.stale":
            self._context.frame.show_error(error)
            return
        note = self.note
        self._context.tasks.run(lambda office: office.book.note(note), self._on_newer)

    def _on_newer(self, newer: Note) -> None:
        """The next save replaces what was written meanwhile, which then stands in the history."""
        self._revision = newer.revision
        self._remark.setText(
            self.tr("This note was changed meanwhile. Your words are still here; saving again keeps both.")
        )
        self._remark.show()
