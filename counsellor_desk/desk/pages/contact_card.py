"""The contact card: a talk in twenty seconds, from anywhere, kept as a draft from the first key."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.contacts import LoggedContact, log_contact
from counsellor_desk.casework.drafting import contact_draft
from counsellor_desk.casework.drafts import CaseStart, ContactDraft
from counsellor_desk.casework.model import CaseFile, CaseId, Organisation
from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.kit.buttons import PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import in_a_row
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.case_field import CaseField, first_case
from counsellor_desk.desk.pages.contact_fields import ContactFields
from counsellor_desk.desk.pages.draft_saver import DraftSaver
from counsellor_desk.desk.pages.fitting import grow_with_text
from counsellor_desk.desk.pages.numbers import possible_numbers
from counsellor_desk.desk.pages.start_fields import StartFields
from counsellor_desk.desk.ports import Office
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

SLOT = "contact"
_EMPTY = ContactDraft()


@dataclass(frozen=True, slots=True)
class _Opening:
    """What the card needs to know when it opens."""

    draft: ContactDraft | None
    case: CaseFile | None
    recent: tuple[CaseRow, ...]
    organisations: tuple[Organisation, ...]


class ContactCard(Page):
    """One talk. ``shown(case=...)`` opens it for a case; a draft that was left comes first."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._case = CaseField(context)
        self._case_field = Field(self.tr("Case"), self._case)
        self._start = StartFields(context, dated=False)
        self._start.hide()
        self._area = TextArea(self.tr("What was said or agreed?"), lines=4)
        grow_with_text(self._area, 4, 14)
        self._area_field = Field(self.tr("What was said or agreed?"), self._area)
        self._fields = ContactFields(context)
        self._saver = DraftSaver(context, lambda: (SLOT, self.draft()), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self._case_field, self._area_field, self._start, self._fields):
            column.addWidget(part)
        self.panel_foot = in_a_row(
            PrimaryButton(self.tr("Save"), self.save, keys="Ctrl+Return", bind=self),
            None,
            QuietButton(self.tr("Start anew"), self._discard, size="small"),
        )
        column.addWidget(self.panel_foot)
        column.addStretch(1)
        self.setFocusProxy(self._case)
        self._start.settings_wanted.connect(self._add_organisation)
        self._case.found.connect(self._on_found)
        self._case.changed.connect(self._on_case)
        for changed in (self._start.changed, self._area.changed, self._fields.changed):
            changed.connect(self._saver.touch)

    def _add_organisation(self) -> None:
        """Leave the panel, whose draft stays, for the form of an organisation."""
        self.context.frame.close_panel()
        self.context.frame.navigate("settings", add_organisation=True)

    def shown(self, **place: object) -> None:
        wanted = place.get("case")
        case_id = CaseId(wanted) if isinstance(wanted, int) else None

        def read(office: Office) -> _Opening:
            draft = contact_draft(office.book, SLOT)
            known = draft.case if draft is not None else case_id
            return _Opening(
                draft=draft,
                case=office.book.case(known) if known is not None else None,
                recent=office.book.recent_cases(),
                organisations=office.book.organisations(active_only=True),
            )

        self.context.tasks.run(read, self._show)

    def flush(self) -> None:
        self._saver.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def draft(self) -> ContactDraft:
        """What is on the card."""
        start = self._start.read_into(CaseStart()) if self._case.is_new else None
        draft = replace(_EMPTY, case=self._case.case, new_case=start, text=self._area.text())
        return self._fields.read_into(draft)

    def save(self) -> None:
        """Log the contact; nothing is lost when it cannot be kept as it is."""
        self._case_field.remark("")
        if self._fields.unclear() is not None:
            return
        draft, now, codebook = self.draft(), self.context.now(), self.context.codebook
        if draft.on is None and draft.at is None:
            draft = replace(draft, at=now.time().replace(second=0, microsecond=0))
        numbers = possible_numbers(self._case.typed(), now.date())
        self._saver.forget()

        def keep(office: Office) -> LoggedContact:
            named = draft
            if draft.case is None and draft.new_case is None:
                case = first_case(office.book, numbers)
                named = replace(draft, case=case.id if case else None)
            return log_contact(office.book, codebook, named, now, SLOT)

        self.context.tasks.run(keep, self._on_kept, self._on_failed)

    def _show(self, opening: _Opening) -> None:
        self._case.offer(opening.recent)
        self._start.offer(opening.organisations)
        if not self._saver.pending:
            self._fill(opening.draft or _EMPTY, opening.case)
            if opening.draft is None and opening.case is not None and opening.case.client_role:
                self._on_found(opening.case)
        (self._area if self._case.case is not None else self._case).setFocus()

    def _fill(self, draft: ContactDraft, case: CaseFile | None) -> None:
        if draft.new_case is not None:
            self._case.show_new()
            self._start.show_start(draft.new_case)
        else:
            self._case.show_case(case)
        self._start.setVisible(self._case.is_new)
        self._area.set_text(draft.text)
        self._fields.show_draft(draft)
        self._case_field.remark("")

    def _on_case(self) -> None:
        self._case_field.remark("")
        self._start.setVisible(self._case.is_new)
        self._saver.touch()

    def _on_found(self, case: CaseFile) -> None:
        """Most talks in a case are with its client."""
        if case.client_role and self._fields.with_whom.code() == _EMPTY.with_whom:
            self._fields.with_whom.set_codes([case.client_role])

    def _discard(self) -> None:
        before, case = self.draft(), self._case.typed()
        self._fill(_EMPTY, None)
        self._saver.touch()
        self._saver.flush()
        self._case.setFocus()
        del case

        def undo() -> None:
            self.context.tasks.run(
                lambda office: office.book.case(before.case) if before.case is not None else None,
                lambda known: self._restore(before, known),
            )

        self.context.frame.offer_undo(self.tr("The card is empty."), undo)

    def _restore(self, draft: ContactDraft, case: CaseFile | None) -> None:
        self._fill(draft, case)
        self._saver.touch()

    def _on_kept(self, logged: LoggedContact) -> None:
        self._fill(_EMPTY, None)
        self.context.frame.notify_saved(self.context.now())
        self.close_requested.emit()
        self.context.frame.refresh()
        del logged

    def _on_failed(self, error: DeskError) -> None:
        self._saver.touch()
        words = message_for(error).text()
        if error.code == "casework.case_needed":
            self._case_field.remark(words)
            self._case.setFocus()
        elif error.code == "casework.note_too_long":
            self._area_field.remark(words)
            self._area.setFocus()
        elif (field := self._fields.place_of(error)) is not None:
            field.remark(words)
            self._fields.reveal(field)
        elif not self._start.place_error(error):
            self.context.frame.show_error(error)
