"""The closing card: what is still missing, the outcome, aftercare, and until when the notes are kept."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.closing import complete_and_close, missing_codes, reopen_case
from counsellor_desk.casework.drafts import Closing
from counsellor_desk.casework.errors import DateBeforeFirstContact, DateInFuture
from counsellor_desk.casework.intake import CODED_FIELDS
from counsellor_desk.casework.model import Answer, CaseFile, CaseId
from counsellor_desk.casework.retention import RetentionUnknown, retention_due
from counsellor_desk.desk.kit.buttons import PrimaryButton
from counsellor_desk.desk.kit.card import empty, in_a_row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.fields import DateField
from counsellor_desk.desk.kit.fitting import bring_into_view
from counsellor_desk.desk.kit.form import Field, first_unclear
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Section
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.model.subject import Ready, State, Subject, Unavailable
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Office


class ClosingCard(Page[CaseId]):
    """Closing a case, in the panel. Nothing is mandatory; reopening undoes it."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open: Subject[CaseId, CaseFile] = Subject(
            context.operations, lambda office, case: office.book.case(case), self._on_state
        )
        self._sent: State[CaseId, CaseFile] | None = None  # what was asked to be closed, until it is refused
        self._missing: dict[str, CodeField] = {}
        self._asked_fields: list[Field] = []
        self._number = PlainLabel("", "heading")
        self._asked = QVBoxLayout()
        self._asked.setSpacing(Space.M)
        self._outcome = self._picker(self.tr("Outcome"), "OUTCOME")
        self._reason = self._picker(self.tr("Why no formal complaint"), "REASON")
        self._aftercare = self._picker(self.tr("Aftercare"), "AFTERCARE")
        self._retaliation = ChipGroup(
            self.tr("Did it have consequences for the client?"),
            [
                (Answer.YES.value, self.tr("Yes")),
                (Answer.NO.value, self.tr("No")),
                (Answer.UNKNOWN.value, self.tr("Not known")),
            ],
        )
        self._retaliation.choose(Answer.UNKNOWN.value)
        self._count = ChipGroup(
            self.tr("May it be counted?"),
            [
                (Answer.YES.value, self.tr("Yes")),
                (Answer.NO.value, self.tr("No")),
                (Answer.UNKNOWN.value, self.tr("Not asked yet")),
            ],
        )
        self._count_field = Field(self.tr("May it be counted?"), self._count)
        self._on = DateField(
            self.tr("Closed on"), context.today, QLocale(context.language), past=True, placeholder=self.tr("today")
        )
        self._on.changed.connect(self._show_retention)
        self._day_field = Field(self.tr("Closed on"), self._on)
        self._retention = Quiet()
        self._code_fields = (
            Field(self.tr("Outcome"), self._outcome),
            Field(self.tr("Why no formal complaint"), self._reason),
            Field(self.tr("Aftercare"), self._aftercare),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._number)
        for field in self._code_fields:
            column.addWidget(field)
        column.addWidget(Field(self.tr("Did it have consequences for the client?"), self._retaliation))
        column.addWidget(self._count_field)
        column.addLayout(self._asked)
        column.addWidget(self._day_field)
        column.addWidget(self._retention)
        self._go = PrimaryButton(self.tr("Close case"), self.save, keys="Ctrl+Return", bind=self)
        self.panel_foot = in_a_row(self._go, None)
        column.addWidget(self.panel_foot)
        column.addStretch(1)
        self.setFocusProxy(self._outcome)

    def shown(self, case: CaseId | None = None) -> None:
        self._open.close()
        if case is not None:
            self._open.open(case)

    def save(self) -> None:
        """Close the case with what is filled in."""
        opened = self._open.state
        if not isinstance(opened, Ready) or opened is self._sent:
            return
        unclear = first_unclear((*self._code_fields, *self._asked_fields, self._day_field))
        if unclear is not None:
            unclear.setFocus()
            bring_into_view(unclear)
            return
        asked = opened.value.consent_to_count is Answer.UNKNOWN
        closing = Closing(
            outcome=self._outcome.code(),
            reason_no_formal=self._reason.code(),
            aftercare=self._aftercare.code(),
            retaliation=Answer(self._retaliation.value() or Answer.UNKNOWN),
            on=self._on.day(),
            filled=tuple((field, picker.codes()) for field, picker in self._missing.items() if picker.codes()),
            may_be_counted=Answer(self._count.value() or Answer.UNKNOWN) if asked else Answer.UNKNOWN,
        )
        case_id, codebook, today = opened.key, self.context.codebook, self.context.today()

        def close(office: Office) -> CaseFile:
            return complete_and_close(office.book, codebook, case_id, closing, today)

        def done(case: CaseFile) -> None:
            if self._open.state is opened:
                self.close_requested.emit()
            self._on_closed(case)

        def failed(error: DeskError) -> None:
            if self._open.state is opened:
                self._sent = None
                self._on_failed(error)
            else:
                self.context.frame.show_error(error)

        self._sent = opened
        self.context.operations.write(close, (Records.CASES,), done, failed)

    def _on_state(self, state: State[CaseId, CaseFile]) -> None:
        match state:
            case Ready(value=case):
                self._show(case)
            case Unavailable(error=error):
                self.context.frame.show_error(error)
            case _:
                self._clear()

    def _clear(self) -> None:
        """Nothing of any case, and nothing that could be pressed."""
        self._go.setEnabled(False)
        for words in (self._number, self._retention):
            words.clear()
        for picker in (self._outcome, self._reason, self._aftercare):
            picker.set_codes([])
        self._retaliation.choose(Answer.UNKNOWN.value)
        self._count.choose(Answer.UNKNOWN.value)
        self._count_field.hide()
        self._on.set_day(None)
        for one in (*self._code_fields, self._day_field):
            one.remark("")
        self._missing = {}
        self._asked_fields = []
        empty(self._asked)

    def _show(self, case: CaseFile) -> None:
        self._go.setEnabled(True)
        self._number.setText(case.number)
        self._count_field.setVisible(case.consent_to_count is Answer.UNKNOWN)
        names = self._names()
        missing = missing_codes(case)
        if missing:
            self._asked.addWidget(Section(self.tr("Still open; leave empty what you do not know")))
        for field in missing:
            code_list = "NATURE" if field == "natures" else CODED_FIELDS[field]
            picker = self._missing[field] = self._picker(names[field], code_list)
            self._asked_fields.append(Field(names[field], picker))
            self._asked.addWidget(self._asked_fields[-1])
        self._show_retention()

    def _show_retention(self) -> None:
        if (case := self._open.value) is None:
            return
        on = self._on.day() or self.context.today()
        try:
            until = phrases_of(self.context).days.long(retention_due(case.retention_profile, on))
        except RetentionUnknown as error:
            self._retention.setText(message_for(error).sentence())
        else:
            self._retention.setText(self.tr("The notes are kept until %1.").replace("%1", until))

    def _on_closed(self, case: CaseFile) -> None:
        def undo() -> None:
            self.context.operations.write(lambda office: reopen_case(office.book, case.id), (Records.CASES,))

        self.context.frame.notify_saved(self.context.now())
        self.context.frame.offer_undo(self.tr("Case %1 is closed.").replace("%1", case.number), undo)

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, DateInFuture | DateBeforeFirstContact):
            self._day_field.remark(message_for(error).text())
            self._day_field.setFocus()
        else:
            self.context.frame.show_error(error)

    def _picker(self, name: str, code_list: str) -> CodeField:
        return CodeField(name, self.context.codebook, (code_list,), self.context.language)

    def _names(self) -> dict[str, str]:
        return {
            "natures": self.tr("Nature"),
            "client_role": self.tr("Role"),
            "client_status": self.tr("Position"),
            "relation": self.tr("Opposite"),
            "same_link": self.tr("Same link or another"),
            "setting": self.tr("Where"),
            "recency": self.tr("How long ago"),
            "route": self.tr("Came by"),
        }
