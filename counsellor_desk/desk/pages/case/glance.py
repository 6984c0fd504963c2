"""At a glance: who this is about in codes, how to reach her safely, what is agreed and how long it is kept.

What stands below "More" is made when that is first pressed.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counsellor_desk.casework.coded import Change, with_codes
from counsellor_desk.casework.intake import CODED_FIELDS, revise_case
from counsellor_desk.casework.model import MAX_NATURES, CaseFile
from counsellor_desk.casework.status import Status
from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.folds import MOST_FORM
from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.card import Scroll
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.fitting import on_the_margin
from counsellor_desk.desk.kit.labels import Quiet, Section
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.agenda import Agenda
from counsellor_desk.desk.pages.case.agreements import Agreements
from counsellor_desk.desk.pages.case.glance_field import CodeGlance
from counsellor_desk.desk.pages.case.people import People
from counsellor_desk.desk.pages.case.wish import WishLine
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Office

GLANCE_WIDTH = 262
NATURES = "natures"


class Glance(QFrame):
    """The column beside a case; every line can be changed where it stands."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: CaseFile | None = None
        self.setObjectName("sidecolumn")
        self.grow(False)
        statuses = [(status, context.label(status)) for status in (Status.RUNNING, Status.WAITING, Status.AFTERCARE)]
        self._status = ChipGroup(self.tr("How the case stands"), statuses)
        self._status.changed.connect(self._keep_status)
        self._wish = WishLine(context, self.tr("Wish"))
        self._lines: dict[str, CodeGlance] = {}
        self._more = QWidget()
        self._more_link = LinkButton(self.tr("More"), self._on_more, size="small")
        self.people = People(context)
        self._agenda = Agenda(context)
        self._agreements = Agreements(context)
        self._kept_until = Quiet()
        self._of_a_person = QWidget()
        self._arrange()

    def show_case(self, view: CaseView) -> None:
        """All about this case."""
        case = self._case = view.case
        phrases = phrases_of(self._context)
        self._status.setVisible(case.is_open)
        self._wish.setVisible(case.destroyed_on is None)
        self._of_a_person.setVisible(case.destroyed_on is None)  # of a shell nothing is kept there any more
        self._wish.show_case(case)
        self._show_choices(case)
        self.people.show_case(view)
        self._agenda.show_case(view, phrases)
        self._agreements.show_case(view, phrases)
        self._kept_until.setText(phrases.retention(case))

    def _show_choices(self, case: CaseFile) -> None:
        self._status.choose(case.status)
        for field, line in self._lines.items():
            line.let_change(case.destroyed_on is None)
            line.show_codes(case.natures if field == NATURES else [getattr(case, field)])

    def grow(self, grows: bool) -> None:
        """Whether it takes all the width there is."""
        self.setMinimumWidth(0 if grows else GLANCE_WIDTH)
        self.setMaximumWidth(MOST_FORM if grows else GLANCE_WIDTH)

    def flush(self) -> None:
        """Keep what is being planned or wished for now."""
        self._agenda.flush()
        self._wish.flush()

    def leave(self) -> None:
        """Belong to no case; what was typed in a line is kept in the one before."""
        for line in (self._wish, *self._lines.values()):
            line.leave()
        self._case = None
        for part in (self.people, self._agenda, self._agreements):
            part.leave()

    def hide_names(self) -> None:
        """Names out of sight at once."""
        self.people.hide_names()

    def _arrange(self) -> None:
        scroll = Scroll(self)
        body = scroll.body
        body.setContentsMargins(Space.L, Space.L + 2, Space.L, Space.XL)
        body.setSpacing(0)
        body.addWidget(Section(self.tr("At a glance")))
        body.addSpacing(Space.XS)
        body.addWidget(self._status)
        body.addSpacing(Space.S)
        for field, name in self._names():
            body.addWidget(self._code_line(field, name))
        body.addWidget(self._wish)
        self._more.hide()
        body.addWidget(self._more)
        body.addLayout(on_the_margin(self._more_link))
        body.addWidget(self._of_a_person)
        rest_of_it = QVBoxLayout(self._of_a_person)
        rest_of_it.setContentsMargins(0, 0, 0, 0)
        rest_of_it.setSpacing(0)
        for name, part in (
            (self.tr("Safe contact and names"), self.people),
            (self.tr("Follow-up"), self._agenda),
            (self.tr("Agreed with the client"), self._agreements),
            (self.tr("Kept"), self._kept_until),
        ):
            rest_of_it.addSpacing(Space.L)
            rest_of_it.addWidget(Section(name))
            rest_of_it.addSpacing(Space.XS)
            rest_of_it.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _names(self) -> tuple[tuple[str, str], ...]:
        return (
            ("client_role", self.tr("Role")),
            ("chain_client", self.tr("Link")),
            ("client_status", self.tr("Position")),
            ("relation", self.tr("Opposite")),
        )

    def _names_of_more(self) -> tuple[tuple[str, str], ...]:
        return (
            (NATURES, self.tr("Nature")),
            ("function_group", self.tr("Work")),
            ("same_link", self.tr("Same link")),
            ("chain_accused", self.tr("Their link")),
            ("direction", self.tr("Direction")),
            ("setting", self.tr("Where")),
            ("recency", self.tr("When")),
            ("pattern", self.tr("Pattern")),
            ("channel", self.tr("Channel")),
            ("route", self.tr("Came by")),
        )

    def _code_line(self, field: str, name: str) -> CodeGlance:
        if field == NATURES:
            line = CodeGlance(self._context, name, ("NATURE",), most=MAX_NATURES)
        else:
            line = CodeGlance(self._context, name, (CODED_FIELDS[field],))
        self._lines[field] = line
        line.edited.connect(lambda: self._keep_codes(field, line))
        return line

    def _keep_codes(self, field: str, line: CodeGlance) -> None:
        codes = line.codes()
        self._keep(lambda case: with_codes(case, field, codes))

    def _keep_status(self) -> None:
        status = self._status.value()
        if status is not None:
            self._keep(lambda case: replace(case, status=status))

    def _keep(self, change: Change) -> None:
        """Change the case as it is stored now, so that nothing else is overwritten."""
        if self._case is None:
            return
        case_id, codebook, now = self._case.id, self._context.codebook, self._context.now()

        def revise(office: Office) -> CaseFile:
            return revise_case(office.book, codebook, change(office.book.case(case_id)), now.date())

        def done(_case: CaseFile) -> None:
            self._context.frame.notify_saved(now)

        def failed(error: DeskError) -> None:
            if self._case is not None and self._case.id == case_id:
                self._show_choices(self._case)  # as they are, not as they were to be
            self._context.frame.show_error(error)

        self._context.operations.write(revise, (Records.CASES,), done, failed)

    def _on_more(self) -> None:
        if self._more.layout() is None:
            inside = QVBoxLayout(self._more)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            for field, name in self._names_of_more():
                inside.addWidget(self._code_line(field, name))
            if self._case is not None:
                self._show_choices(self._case)
        self._more.setVisible(not self._more.isVisible())
        self._more_link.set_text(self.tr("Less") if self._more.isVisible() else self.tr("More"))
