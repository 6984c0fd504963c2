"""A contact in the case that is open: words first, the rest as chips that open the fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.contacts import LoggedContact, log_contact
from counsellor_desk.casework.drafts import ContactDraft
from counsellor_desk.casework.model import CaseFile
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.chip_line import ChipLine
from counsellor_desk.desk.kit.fitting import grow_with_text
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.pages.writing.contact_fields import ContactFields
from counsellor_desk.desk.pages.writing.writing import Writing
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError


class ContactWriting(Writing):
    """The text, and a line of chips that say the rest; pressing one opens all fields, which are made then."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._area = TextArea(self.tr("Contact"), self.tr("What was said or agreed?"), lines=3, frameless=True)
        grow_with_text(self._area, 3, 14)
        self._fields: ContactFields | None = None
        self._said = ContactDraft()  # what the fields will show
        self._chips = ChipLine()
        for name in ("on", "mode", "minutes", "follow_up_on"):
            self._chips.add(partial(self._open_field, attrgetter(name)))
        self.foot_line.addWidget(self._chips, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self._area)
        self._saver = form_of(context, self, (Records.TIMELINE, Records.CASES), self)
        self._area.changed.connect(self._saver.touch)

    @property
    def fields(self) -> ContactFields:
        """All fields but the words."""
        if self._fields is None:
            self._fields = ContactFields(self.context, self)
            self._fields.setContentsMargins(Space.M, Space.S, Space.M, 0)
            self._fields.hide()
            self._fields.show_draft(self._said)
            self._fields.changed.connect(self._on_fields)
            self._column.addWidget(self._fields)
        return self._fields

    def show_case(self, case: CaseFile, *, afresh: bool) -> None:
        before = self.blank().with_whom
        super().show_case(case, afresh=afresh)
        role = self.blank().with_whom
        if afresh or role == before or self.draft().with_whom != before:
            return  # somebody has said who it was
        if self._fields is None:
            self._said = replace(self._said, with_whom=role)
        elif self._fields.with_whom.unclear() is None:
            self._fields.presume_with_whom(role)

    def begin(self, case: CaseFile) -> None:
        self._show_fields(False)
        self._saver.begin()

    def focus_first(self) -> None:
        self._area.setFocus()

    def save(self) -> None:
        if self.case is None:
            return
        if self._fields is not None and (unclear := self._fields.unclear()) is not None:
            self.open_fields(unclear)
            return
        draft, now, codebook = self.draft(), self.context.now(), self.context.codebook
        if not self._area.fits() or (not draft.text.strip() and not draft.codes):
            self.focus_first()
            return
        timed = draft if draft.on or draft.at else replace(draft, at=now.time().replace(second=0, microsecond=0))

        def kept(_logged: LoggedContact) -> None:
            self.kept.emit()

        self._saver.send(draft, lambda book: log_contact(book, codebook, timed, now), kept, self._on_failed)
        self._show_fields(False)
        self.focus_first()

    def open_fields(self, field: QWidget) -> None:
        """Show all fields and go to this one."""
        self._show_fields(True)
        self.fields.reveal(field)

    def flush(self) -> None:
        self._saver.flush()

    def slot(self) -> str:
        """Where its draft is kept."""
        return f"contact:{self.case.id}" if self.case else ""

    def blank(self) -> ContactDraft:
        """Before anything is written: a talk with the client of the case."""
        role = self.case.client_role if self.case else None
        blank = ContactDraft(case=self.case.id if self.case else None)
        return replace(blank, with_whom=role) if role else blank

    def draft(self) -> ContactDraft:
        """What is written."""
        blank = replace(self.blank(), text=self._area.text())
        if self._fields is None:
            return replace(self._said, case=blank.case, text=blank.text)
        return self._fields.read_into(blank)

    def show_draft(self, draft: ContactDraft) -> None:
        """Show it, silently."""
        self._area.bring_back(draft.text)
        self._said = draft
        if self._fields is not None:
            self._fields.show_draft(draft)
        if draft.typed:
            self._show_fields(True)
        self._show_chips()

    def _show_fields(self, opened: bool) -> None:
        """All fields, or the chips that stand for them."""
        if opened:
            self.fields.show()
        elif self._fields is not None:
            self._fields.fold()
            self._fields.hide()
        for chip in self._chips.chips:
            chip.setVisible(not opened)

    def _open_field(self, field: Callable[[ContactFields], QWidget]) -> None:
        self.open_fields(field(self.fields))

    def _on_fields(self) -> None:
        self._show_chips()
        self._saver.touch()

    def _show_chips(self) -> None:
        draft, phrases = self.draft(), phrases_of(self.context)
        words = (
            phrases.moment_of(draft),
            phrases.label(draft.mode),
            phrases.minutes(draft.minutes),
            phrases.days.near(draft.follow_up_on) if draft.follow_up_on else self.tr("no follow-up"),
        )
        for chip, said in zip(self._chips.chips, words, strict=True):
            chip.show_words(said)

    def _on_failed(self, error: DeskError) -> None:
        field = self.fields.place_of(error)
        if field is not None:
            field.remark(message_for(error).text())
            self.open_fields(field)
        else:
            self.context.frame.show_error(error)
