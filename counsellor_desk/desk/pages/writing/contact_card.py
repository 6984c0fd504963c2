"""The contact card: a talk in twenty seconds, from anywhere, kept as a draft from the first key."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.contacts import LoggedContact, log_contact
from counsellor_desk.casework.drafts import CaseStart, ContactDraft
from counsellor_desk.casework.errors import CaseClosed, CaseNeeded
from counsellor_desk.casework.model import CaseFile, CaseId, Organisation
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.status import CLOSED
from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.buttons import PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import in_a_row
from counsellor_desk.desk.kit.fitting import bring_into_view, grow_with_text
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.writing.case_field import CaseField
from counsellor_desk.desk.pages.writing.contact_fields import ContactFields
from counsellor_desk.desk.pages.writing.start_fields import StartFields
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Office

SLOT = "contact"
_EMPTY = ContactDraft()


@dataclass(frozen=True, slots=True)
class _Opening:
    """What the card needs to know when it opens."""

    recent: tuple[CaseRow, ...]
    organisations: tuple[Organisation, ...]


class ContactCard(Page[CaseId]):
    """One talk. ``shown(case)`` opens it for a case; a draft that was left comes first."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._case = CaseField(context)
        self._case_field = Field(self.tr("Case"), self._case)
        self._start = StartFields(context, SLOT, dated=False)
        self._start.hide()
        self._area = TextArea(self.tr("What was said or agreed?"), lines=4)
        grow_with_text(self._area, 4, 14)
        self._area_field = Field(self.tr("What was said or agreed?"), self._area)
        self._fields = ContactFields(context)
        self._presumed_role = _EMPTY.with_whom
        self._untouched = _EMPTY
        written = (Records.CASES, Records.TIMELINE)
        self._saver = form_of(context, self, written, self, worth=_has_content)
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
        self._case.found.connect(self._on_found)
        self._case.changed.connect(self._on_case)
        for changed in (self._start.changed, self._area.changed, self._fields.changed):
            changed.connect(self._saver.touch)

    def shown(self, case: CaseId | None = None) -> None:
        if not _has_content(self.draft()):  # a draft that was left comes first, its case too
            self._begin_with(case)

        def read(office: Office) -> _Opening:
            return _Opening(office.book.recent_cases(), office.book.organisations(active_only=True))

        def show(opening: _Opening) -> None:
            self._case.offer(opening.recent)
            self._start.offer(opening.organisations, opening.recent)

        (self._area if self._case.case is not None else self._case).setFocus()
        self.context.operations.read(read, show)
        self._saver.reopen()  # right now: what is kept before the slot was read would take the case of what is in it

    def flush(self) -> None:
        self._saver.flush()
        self._start.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def slot(self) -> str:
        """Where its draft is kept."""
        return SLOT

    def blank(self) -> ContactDraft:
        """Before anything is written on it; it may have been opened for a case."""
        return self._untouched

    def draft(self) -> ContactDraft:
        """What is on the card."""
        start = self._start.read_into(CaseStart()) if self._case.is_new else None
        typed = self._case.unclear()
        draft = replace(
            _EMPTY,
            case=self._case.case,
            new_case=start,
            text=self._area.text(),
            typed=(("case", typed),) if typed is not None else (),
        )
        return self._fields.read_into(draft)

    def show_draft(self, draft: ContactDraft) -> None:
        """Show it, silently."""
        if draft.new_case is not None:
            self._case.show_new()
        else:
            self._case.show_case(draft.case)
        self._start.show_start(draft.new_case or CaseStart())
        for name, words in draft.typed:
            if name == "case":
                self._case.set_words(words)
        self._start.setVisible(self._case.is_new)
        self._area.bring_back(draft.text)
        self._fields.show_draft(draft)
        self._case_field.remark("")
        if draft.case is not None and self._case.hasFocus():
            self._area.setFocus()

    def save(self) -> None:
        """Log the contact; nothing is lost when it cannot be kept as it is."""
        if self._saver.busy and self.draft() == self._untouched:
            return  # pressed twice
        if not self._can_be_kept():
            return
        draft, number = replace(self.draft(), typed=()), self._case.number
        now, codebook, seen = self.context.now(), self.context.codebook, self._case.case is not None
        if draft.on is None and draft.at is None:
            draft = replace(draft, at=now.time().replace(second=0, microsecond=0))

        def keep(book: Casebook) -> LoggedContact:
            named = draft
            if not seen and draft.new_case is None and number is not None:
                case = book.case_by_number(number)
                if case is not None and case.status in CLOSED:
                    raise CaseClosed()  # the field had no time to say so
                named = replace(draft, case=case.id if case else None)
            return log_contact(book, codebook, named, now)

        self._untouched, self._presumed_role = _EMPTY, _EMPTY.with_whom
        self._saver.send(self.draft(), keep, self._on_kept, self._on_failed)
        self._fields.fold()
        self._area.setFocus()

    def _can_be_kept(self) -> bool:
        """Whether nothing is in the way; otherwise the field that is says so, and has the focus."""
        self._case_field.remark("")
        if not self._area.fits():
            self._area.setFocus()
            return False
        if self._case.is_new:
            if not self._start.check():
                return False
        elif self._case.case is None and (self._case.number is None or self._case.is_unknown):
            words = self._case.complaint() if self._case.typed() else message_for(CaseNeeded()).text()
            self._case_field.remark(words)
            self._case.mark_wrong(True)
            self._case.setFocus()
            bring_into_view(self._case_field)
            return False
        return self._fields.unclear() is None

    def _begin_with(self, case: CaseId | None) -> None:
        """An empty card, for ``case`` if one is given; nothing of the talk before stays."""
        self._untouched, self._presumed_role = replace(_EMPTY, case=case), _EMPTY.with_whom
        self.show_draft(_EMPTY)
        self._fields.fold()
        self._case.show_case(case, presumed=True)

    def _on_case(self) -> None:
        self._case_field.remark("")
        self._start.setVisible(self._case.is_new)
        if self._case.case is None:
            self._presume(_EMPTY.with_whom)
        self._saver.touch()

    def _on_found(self, case: CaseFile) -> None:
        """Most talks in a case are with its client. What was said of a number before the vault knew it goes."""
        self._case_field.remark("")
        untouched = self.draft() == self._untouched
        self._saver.touch()
        self._presume(case.client_role or _EMPTY.with_whom)
        if untouched:
            self._untouched = self.draft()

    def _presume(self, role: str) -> None:
        """With whom it was, as long as nobody has said so herself."""
        if self._fields.with_whom.code() == self._presumed_role:
            self._presumed_role = role
            self._fields.presume_with_whom(role)

    def _discard(self) -> None:
        before = self.draft()
        self._begin_with(None)
        self._saver.touch()
        self._saver.flush()
        self._case.setFocus()
        self.context.frame.offer_undo(self.tr("The card is empty."), lambda: self._saver.give_back(before))

    def _on_kept(self, _logged: LoggedContact) -> None:
        """Close, unless the next talk is being written down already."""
        if self._saver.is_blank and self.isVisible():
            self.close_requested.emit()

    def _on_failed(self, error: DeskError) -> None:
        words = message_for(error).text()
        if isinstance(error, CaseNeeded | CaseClosed):
            closed = self.tr("This case is closed. Save again to add this talk to it all the same.")
            self._case_field.remark(closed if isinstance(error, CaseClosed) else words)
            self._case.setFocus()
        elif (field := self._fields.place_of(error)) is not None:
            field.remark(words)
            self._fields.reveal(field)
        elif not self._start.place_error(error):
            self.context.frame.show_error(error)


def _has_content(draft: ContactDraft) -> bool:
    """Whether it holds more than the number of a case."""
    named = replace(draft, case=None, new_case=None, with_whom=_EMPTY.with_whom)
    start = replace(draft.new_case or CaseStart(), organisation=None)
    typed = tuple((name, words) for name, words in draft.typed if name != "case")
    return replace(named, typed=typed) != _EMPTY or start != CaseStart()
