"""A new case: six fields, more when there is time, a name only when there is a reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.intake import CODED_FIELDS, open_case
from counsellor_desk.casework.model import MAX_GROUNDS, CaseFile, Organisation
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import in_a_row
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.fitting import bring_into_view, on_the_margin
from counsellor_desk.desk.kit.form import Field, first_unclear, show_unclear, unclear_in
from counsellor_desk.desk.kit.labels import Section
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.writing.identity import IdentityFields
from counsellor_desk.desk.pages.writing.start_fields import StartFields
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

SLOT = "intake"


class IntakePage(Page[None]):
    """The intake form, in the panel; saving opens the case."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._start = StartFields(context, SLOT)
        self._more = _MoreFields(context)
        self._identity = IdentityFields()
        self._saver = form_of(context, self, (Records.CASES, Records.PEOPLE), self)
        for changed in (self._start.changed, self._more.changed, self._identity.changed):
            changed.connect(self._saver.touch)
        self._more_link = LinkButton(self.tr("More about the case"), lambda: self._toggle(self._more))
        self._identity_link = LinkButton(self.tr("Name and safe contact"), lambda: self._toggle(self._identity))
        self._more.hide()
        self._identity.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._start)
        for link, part in ((self._more_link, self._more), (self._identity_link, self._identity)):
            column.addLayout(on_the_margin(link))
            column.addWidget(part)
        self.panel_foot = in_a_row(
            PrimaryButton(self.tr("Open the case"), self.save, keys="Ctrl+Return", bind=self),
            None,
            QuietButton(self.tr("Start anew"), self._discard, size="small"),
        )
        column.addWidget(self.panel_foot)
        column.addStretch(1)
        self.setFocusProxy(self._start)

    def shown(self, about: None = None) -> None:
        def show(organisations: tuple[Organisation, ...]) -> None:
            untouched = self._saver.is_blank
            self._start.offer(organisations)
            if untouched:
                self.show_draft(self.blank())

        self.context.operations.read(lambda office: office.book.organisations(active_only=True), show)
        self._saver.reopen()  # right now: what is kept before the slot was read would take the place of what is in it

    def flush(self) -> None:
        self._saver.flush()
        self._start.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def slot(self) -> str:
        """Where its draft is kept."""
        return SLOT

    def blank(self) -> CaseStart:
        """Before anything is filled in."""
        return CaseStart(organisation=self._start.only)

    def draft(self) -> CaseStart:
        """What is on the form."""
        start = self._more.read_into(self._start.read_into(CaseStart()))
        name, reach, safe_contact = self._identity.values()
        return replace(start, name=name, reach=reach, safe_contact=safe_contact)

    def show_draft(self, draft: CaseStart) -> None:
        """Show it, silently."""
        self._start.show_start(draft)
        self._more.show_start(draft)
        self._identity.show_values(draft.name, draft.reach, draft.safe_contact)
        if self._more.is_unclear:
            self._more.show()

    def save(self) -> None:
        """Open the case."""
        if self._saver.is_blank and self._saver.busy:
            return  # pressed twice
        if not self._start.check():
            return
        if (unclear := self._more.unclear()) is not None:
            self._more.show()
            unclear.setFocus()
            bring_into_view(unclear)
            return
        start, codebook, today = self.draft(), self.context.codebook, self.context.today()
        self._saver.send(start, lambda book: open_case(book, codebook, start, today), self._on_kept, self._on_failed)

    def _toggle(self, part: QWidget) -> None:
        part.setVisible(not part.isVisible())
        if part.isVisible():
            part.setFocus()
            bring_into_view(part)

    def _discard(self) -> None:
        before = self.draft()
        self.show_draft(self.blank())
        self._saver.touch()
        self._saver.flush()
        self.context.frame.offer_undo(self.tr("The form is empty."), lambda: self._saver.give_back(before))

    def _on_kept(self, case: CaseFile) -> None:
        """Lead to the case, unless the next one is being written down already or she has gone elsewhere meanwhile."""
        if not self._saver.is_blank or not self.isVisible():
            return
        for part in (self._more, self._identity):
            part.hide()
        self.close_requested.emit()
        self.context.frame.navigate(place.Cases(case=case.id))

    def _on_failed(self, error: DeskError) -> None:
        if not self._start.place_error(error):
            self.context.frame.show_error(error)


class _MoreFields(QWidget):
    """Everything else a case can hold, in groups.

    Signals: changed() when the person changed anything.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pickers: dict[str, CodeField] = {}
        self._reading: dict[str, Field] = {}
        self._grounds = CodePicker(
            self.tr("Grounds"), context.codebook, ("GROUND",), context.language, most=MAX_GROUNDS
        )
        self._wish = LineField(self.tr("Wish"), self.tr("In a few words of the client"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for group, fields in self._groups():
            column.addWidget(Section(group))
            for field, name in fields:
                self._pickers[field] = CodeField(name, context.codebook, (CODED_FIELDS[field],), context.language)
                self._reading[field] = Field(name, self._pickers[field])
                column.addWidget(self._reading[field])
        self._reading["grounds"] = Field(self.tr("Grounds"), self._grounds)
        column.addWidget(self._reading["grounds"])
        for named in self._reading.values():
            if isinstance(named.field, CodeField | CodePicker):
                named.field.changed.connect(self.changed)
                named.field.typed.connect(self.changed)
        column.addWidget(Field(self.tr("Wish"), self._wish))
        self._wish.textEdited.connect(lambda _words: self.changed.emit())
        self.setFocusProxy(next(iter(self._pickers.values())))

    def show_start(self, start: CaseStart) -> None:
        for field, picker in self._pickers.items():
            picker.set_codes([getattr(start, field)])
        self._grounds.set_codes(start.grounds)
        self._wish.setText(start.wish)
        for named in self._reading.values():
            named.remark("")
        show_unclear(self._reading, start.typed)

    @property
    def is_unclear(self) -> bool:
        """Whether letters stand in it by which nothing was chosen."""
        return bool(unclear_in(self._reading))

    def unclear(self) -> Field | None:
        """The first field with such letters, marked."""
        return first_unclear(self._reading.values())

    def read_into(self, start: CaseStart) -> CaseStart:
        code = {field: picker.code() for field, picker in self._pickers.items()}
        return replace(
            start,
            channel=code["channel"],
            route=code["route"],
            function_group=code["function_group"],
            chain_client=code["chain_client"],
            chain_accused=code["chain_accused"],
            same_link=code["same_link"],
            direction=code["direction"],
            relation=code["relation"],
            setting=code["setting"],
            recency=code["recency"],
            pattern=code["pattern"],
            grounds=self._grounds.codes(),
            wish=self._wish.text().strip(),
            typed=start.typed + unclear_in(self._reading),
        )

    def _groups(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        return (
            (
                self.tr("How the client came"),
                (("channel", self.tr("Channel")), ("route", self.tr("Came by")), ("function_group", self.tr("Work"))),
            ),
            (
                self.tr("Between whom"),
                (
                    ("chain_client", self.tr("Link of the client")),
                    ("chain_accused", self.tr("Link of the other")),
                    ("same_link", self.tr("Same link or another")),
                    ("direction", self.tr("Direction")),
                    ("relation", self.tr("Relation")),
                ),
            ),
            (
                self.tr("Where and when"),
                (
                    ("setting", self.tr("Where")),
                    ("recency", self.tr("How long ago")),
                    ("pattern", self.tr("Pattern")),
                ),
            ),
        )
