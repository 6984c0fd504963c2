"""Amending a note where it stands; the earlier wording stays in its history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.drafting import drop_draft
from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.errors import StaleRecord
from counsellor_desk.casework.model import Note, NoteId
from counsellor_desk.casework.notes import amend_note
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.buttons import Button, LinkButton, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.fitting import grow_with_text
from counsellor_desk.desk.kit.labels import PlainLabel, Remark
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
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
        self._base = text  # what the words on the form are a change of
        self._again = False
        self._goes = False
        self._saver = form_of(context, self, (Records.TIMELINE,), self)
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
        self._saver.begin()

    def save(self) -> None:
        """Amend the note; when somebody else changed it meanwhile, say so and keep these words here.

        What is typed before the vault answers is the next change: the editor stays open for it.
        """
        if self._saver.busy:
            self._again = True  # one after the other: each change is of the wording before it
            return
        note, revision, draft, now = self.note, self._revision, self.draft(), self._context.now()
        before, self._base, self._again = self._base, draft.text, False

        def failed(error: DeskError) -> None:
            self._base = before
            self._on_failed(error)

        self._saver.send(draft, lambda book: amend_note(book, note, revision, draft.text, now), self._on_kept, failed)

    @property
    def is_refused(self) -> bool:
        """Whether its words wait to be handed over, once it was flushed: the vault has refused them."""
        return self._saver.pending

    def flush(self) -> None:
        """Keep the draft now."""
        self._saver.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._saver.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def slot(self) -> str:
        """Where its draft is kept; nowhere once the note is to go."""
        return "" if self._goes else self._slot

    def blank(self) -> NoteDraft:
        """The note as it is, or will be once the vault has answered."""
        return NoteDraft(self._base)

    def draft(self) -> NoteDraft:
        """The words on the form."""
        return NoteDraft(self._area.text())

    def show_draft(self, draft: NoteDraft) -> None:
        """Show them, silently."""
        if draft.text != self._area.text():
            self._area.set_text(draft.text)

    def _leave(self) -> None:
        self._saver.forget()
        slot = self._slot

        self._context.operations.write(lambda office: drop_draft(office.book, slot), ())
        self.left.emit()

    def _delete(self) -> None:
        self._saver.forget()
        self._goes = True
        note, today = self.note, self._context.today()
        self._context.operations.write(
            lambda office: delete_note(office.book, note, today),
            (Records.TIMELINE,),
            lambda _none: self.deleted.emit(),
            self._on_refused,
        )

    def _on_refused(self, error: DeskError) -> None:
        self._goes = False
        self._saver.touch()
        self._question.hide()
        self._remark.setText(message_for(error).text())
        self._remark.show()

    def _on_kept(self, amended: Note) -> None:
        self._revision = amended.revision
        if self._saver.is_blank:
            self.kept.emit()
        elif self._again:
            self.save()

    def _on_failed(self, error: DeskError) -> None:
        if not isinstance(error, StaleRecord):
            self._context.frame.show_error(error)
            return
        note = self.note
        self._context.operations.read(lambda office: office.book.note(note), self._on_newer)

    def _on_newer(self, newer: Note) -> None:
        """The next save replaces what was written meanwhile, which then stands in the history."""
        self._revision = newer.revision
        self._remark.setText(
            self.tr("This note was changed meanwhile. Your words are still here; saving again keeps both.")
        )
        self._remark.show()
