"""A new case: six fields, more when there is time, a name only when there is a reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafting import intake_draft
from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.intake import CODED_FIELDS, open_case
from counsellor_desk.casework.model import CaseFile, Organisation
from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import in_a_row
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import Section
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.draft_saver import DraftSaver
from counsellor_desk.desk.pages.fitting import bring_into_view, on_the_margin
from counsellor_desk.desk.pages.identity import IdentityFields
from counsellor_desk.desk.pages.start_fields import StartFields
from counsellor_desk.desk.ports import Office
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

SLOT = "intake"
MOST_GROUNDS = 5


class IntakePage(Page):
    """The intake form, in the panel; saving opens the case."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._start = StartFields(context)
        self._start.settings_wanted.connect(self._add_organisation)
        self._more = _MoreFields(context)
        self._identity = IdentityFields()
        self._saver = DraftSaver(context, lambda: (SLOT, self.start()), self)
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

    def _add_organisation(self) -> None:
        """Leave the panel, whose draft stays, for the form of an organisation."""
        self.context.frame.close_panel()
        self.context.frame.navigate("settings", add_organisation=True)

    def shown(self, **place: object) -> None:
        def read(office: Office) -> tuple[tuple[Organisation, ...], CaseStart | None]:
            return office.book.organisations(active_only=True), intake_draft(office.book)

        self.context.tasks.run(read, self._show)

    def flush(self) -> None:
        self._saver.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def start(self) -> CaseStart:
        """What is on the form."""
        start = self._more.read_into(self._start.read_into(CaseStart()))
        name, reach, safe_contact = self._identity.values()
        return replace(start, name=name, reach=reach, safe_contact=safe_contact)

    def save(self) -> None:
        """Open the case."""
        if self._start.unclear():
            return
        start, codebook, today = self.start(), self.context.codebook, self.context.today()
        self._saver.forget()

        def keep(office: Office) -> CaseFile:
            with office.book.transaction():
                case = open_case(office.book, codebook, start, today)
                office.book.drop_draft(SLOT)
            return case

        self.context.tasks.run(keep, self._on_kept, self._on_failed)

    def _show(self, found: tuple[tuple[Organisation, ...], CaseStart | None]) -> None:
        organisations, draft = found
        self._start.offer(organisations)
        if draft is not None and not self._saver.pending:
            self._fill(draft)

    def _fill(self, start: CaseStart) -> None:
        self._start.show_start(start)
        self._more.show_start(start)
        self._identity.show_values(start.name, start.reach, start.safe_contact)

    def _toggle(self, part: QWidget) -> None:
        part.setVisible(not part.isVisible())
        if part.isVisible():
            part.setFocus()
            bring_into_view(part)

    def _discard(self) -> None:
        before = self.start()
        self._fill(CaseStart())
        self._saver.touch()
        self._saver.flush()

        def undo() -> None:
            self._fill(before)
            self._saver.touch()

        self.context.frame.offer_undo(self.tr("The form is empty."), undo)

    def _on_kept(self, case: CaseFile) -> None:
        self._fill(CaseStart())
        self.context.frame.notify_saved(self.context.now())
        self.close_requested.emit()
        self.context.frame.navigate("cases", case=case.id)

    def _on_failed(self, error: DeskError) -> None:
        self._saver.touch()
        if not self._start.place_error(error):
            self.context.frame.show_error(error)


class _MoreFields(QWidget):
    """Everything else a case can hold, in groups."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pickers: dict[str, CodePicker] = {}
        self._grounds = CodePicker(
            self.tr("Grounds"), context.codebook, ("GROUND",), context.language, most=MOST_GROUNDS
        )
        self._wish = LineField(self.tr("Wish"), self.tr("In a few words of the client"))
        self.changed = self._grounds.changed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for group, fields in self._groups():
            column.addWidget(Section(group))
            for field, name in fields:
                picker = CodePicker(name, context.codebook, (CODED_FIELDS[field],), context.language)
                picker.changed.connect(self.changed)
                self._pickers[field] = picker
                column.addWidget(Field(name, picker))
        column.addWidget(Field(self.tr("Grounds"), self._grounds))
        column.addWidget(Field(self.tr("Wish"), self._wish))
        self._wish.textEdited.connect(lambda _words: self.changed.emit())
        self.setFocusProxy(next(iter(self._pickers.values())))

    def show_start(self, start: CaseStart) -> None:
        for field, picker in self._pickers.items():
            picker.set_codes([getattr(start, field)])
        self._grounds.set_codes(start.grounds)
        self._wish.setText(start.wish)

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
