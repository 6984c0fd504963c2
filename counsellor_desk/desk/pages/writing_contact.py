"""A contact in the case that is open: words first, the rest as chips that open the fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from counsellor_desk.casework.contacts import log_contact
from counsellor_desk.casework.drafting import contact_draft
from counsellor_desk.casework.drafts import ContactDraft
from counsellor_desk.casework.model import CaseFile
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.contact_fields import ContactFields
from counsellor_desk.desk.pages.draft_saver import DraftSaver
from counsellor_desk.desk.pages.fitting import grow_with_text
from counsellor_desk.desk.pages.phrases import phrases_of
from counsellor_desk.desk.pages.writing import Writing
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError


class ContactWriting(Writing):
    """The text, and a line of chips that say the rest; pressing one opens all fields."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._area = TextArea(self.tr("Contact"), self.tr("What was said or agreed?"), lines=3, frameless=True)
        grow_with_text(self._area, 3, 14)
        self._fields = ContactFields(context)
        self._fields.setContentsMargins(Space.M, Space.S, Space.M, 0)
        self._fields.hide()
        self._when = self._chip(self._fields.on)
        self._mode = self._chip(self._fields.mode)
        self._minutes = self._chip(self._fields.minutes)
        self._follow_up = self._chip(self._fields.follow_up_on)
        self.foot_line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._area)
        column.addWidget(self._fields)
        self._saver = DraftSaver(context, self._to_keep, self)
        self._area.changed.connect(self._saver.touch)
        self._fields.changed.connect(self._on_fields)

    def begin(self, case: CaseFile) -> None:
        self._show(self._blank())
        self._open_fields(False)
        slot = self._slot()

        def show(draft: ContactDraft | None) -> None:
            if draft is not None and self._slot() == slot and not self._saver.pending:
                self._show(draft)

        self.context.tasks.run(lambda office: contact_draft(office.book, slot), show)

    def focus_first(self) -> None:
        self._area.setFocus()

    def save(self) -> None:
        if self.case is None:
            return
        if (unclear := self._fields.unclear()) is not None:
            self._open_fields(True)
            unclear.setFocus()
            return
        draft, now, slot = self._draft(), self.context.now(), self._slot()
        if not draft.text.strip() and not draft.codes:
            self.focus_first()
            return
        timed = draft if draft.on or draft.at else replace(draft, at=now.time().replace(second=0, microsecond=0))
        codebook = self.context.codebook
        self._saver.forget()

        def then() -> None:
            if self._slot() == slot and self._draft() == draft:
                self._show(self._blank())
                self._open_fields(False)

        self.keep(lambda office: log_contact(office.book, codebook, timed, now, slot), then, self._on_failed)

    def flush(self) -> None:
        self._saver.flush()

    def _slot(self) -> str:
        return f"contact:{self.case.id}" if self.case else ""

    def _blank(self) -> ContactDraft:
        role = self.case.client_role if self.case else None
        blank = ContactDraft(case=self.case.id if self.case else None)
        return replace(blank, with_whom=role) if role else blank

    def _draft(self) -> ContactDraft:
        return self._fields.read_into(replace(self._blank(), text=self._area.text()))

    def _to_keep(self) -> tuple[str, ContactDraft] | None:
        """What a draft saver keeps: an untouched form counts as empty."""
        if self.case is None:
            return None
        draft = self._draft()
        return self._slot(), ContactDraft() if draft == self._blank() else draft

    def _show(self, draft: ContactDraft) -> None:
        self._area.set_text(draft.text)
        self._fields.show_draft(draft)
        self._show_chips()

    def _on_fields(self) -> None:
        self._show_chips()
        self._saver.touch()

    def _show_chips(self) -> None:
        draft, phrases = self._draft(), phrases_of(self.context)
        on = draft.on or phrases.days.today
        when = phrases.days.moment(on, draft.at) if draft.on or draft.at else self.tr("now")
        follow_up = phrases.days.near(draft.follow_up_on) if draft.follow_up_on else self.tr("no follow-up")
        for chip, words in (
            (self._when, when),
            (self._mode, phrases.label(draft.mode)),
            (self._minutes, phrases.minutes(draft.minutes)),
            (self._follow_up, follow_up),
        ):
            chip.setText(words)
            chip.setAccessibleName(self.tr("Change: %1").replace("%1", words))

    def _chip(self, field: QWidget) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("kind", "chip")
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda: self._on_chip(field))
        self.foot_line.addWidget(chip)
        return chip

    def _on_chip(self, field: QWidget) -> None:
        self._open_fields(True)
        field.setFocus()

    def _open_fields(self, opened: bool) -> None:
        self._fields.setVisible(opened)

    def _on_failed(self, error: DeskError) -> None:
        self._saver.touch()
        field = self._fields.place_of(error)
        if field is not None:
            self._open_fields(True)
            field.remark(message_for(error).text())
            field.setFocus()
        else:
            self.context.frame.show_error(error)
