"""Destroying a closed case, in the panel: one of the few places that ask, in words that say what will happen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.destroying import Ground, destroy_case
from counsellor_desk.casework.model import CaseFile, CaseId
from counsellor_desk.desk.kit.buttons import Button, QuietButton
from counsellor_desk.desk.kit.card import row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Remark
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.model.subject import Ready, State, Subject, Unavailable
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.desk.upkeep import Upkeep
from counsellor_desk.errors import DeskError


class DestroyCard(Page[CaseId]):
    """What goes, what stays, why, and one button. Nothing undoes it, so nothing here can be pressed by habit."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open: Subject[CaseId, CaseFile] = Subject(
            context.operations, lambda office, case: office.book.case(case), self._on_state
        )
        self._number = PlainLabel("", "heading")
        self._kept = Quiet()
        self._ground = ChipGroup(
            self.tr("Why"),
            [
                (Ground.TERM.value, self.tr("The term has passed")),
                (Ground.REQUEST.value, self.tr("The client asked for it")),
                (Ground.OTHER.value, self.tr("Another reason")),
            ],
        )
        self._go = Button("", self._destroy, kind="danger")
        self._remark = Remark()
        self._upkeep = Upkeep(context.operations, context.today, context.frame.show_work, self)
        self._upkeep.told.connect(context.frame.show_error)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._number)
        for words in (
            self.tr("All notes with their earlier versions, names, wishes, follow-ups and agreements are destroyed."),
            self.tr(
                "They leave the vault at once, then every backup within reach. A backup on a drive that is not "
                "connected follows as soon as it is."
            ),
            self.tr("What stays is the number, the day and the codes that figures count. No figure changes."),
            self.tr("Nobody can undo this."),
        ):
            column.addWidget(PlainLabel(words, wrap=True))
        column.addWidget(self._kept)
        column.addWidget(Field(self.tr("Why"), self._ground))
        column.addWidget(self._remark)
        column.addLayout(row(self._go, QuietButton(self.tr("Keep the case"), self.close_requested.emit), None))
        column.addStretch(1)
        self.setFocusProxy(self._ground)

    def shown(self, case: CaseId | None = None) -> None:
        self._open.close()
        if case is not None:
            self._open.open(case)

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
        for words in (self._number, self._kept):
            words.clear()
        for part in (self._remark, self._go):
            part.hide()

    def _show(self, case: CaseFile) -> None:
        self._number.setText(self.tr("Case %1").replace("%1", case.number))
        self._kept.setText(phrases_of(self.context).retention(case))
        self._go.set_text(self.tr("Destroy case %1").replace("%1", case.number))
        has_passed = case.retention_due is not None and case.retention_due <= self.context.today()
        self._ground.choose((Ground.TERM if has_passed else Ground.REQUEST).value)
        self._go.setEnabled(True)
        self._go.show()

    def _destroy(self) -> None:
        if (case := self._open.value) is None:
            return
        self._go.setEnabled(False)
        ground, today = Ground(self._ground.value() or Ground.OTHER), self.context.today()
        opened = self._open.state

        def done(_shell: CaseFile) -> None:
            if self._open.state is opened:
                self.close_requested.emit()
            self._upkeep.work_off()

        def failed(error: DeskError) -> None:
            if self._open.state is opened:
                self._on_failed(error)
            else:
                self.context.frame.show_error(error)

        self.context.operations.write(
            lambda office: destroy_case(office.book, case.id, ground, today),
            (Records.CASES, Records.TIMELINE, Records.PEOPLE),
            done,
            failed,
        )

    def _on_failed(self, error: DeskError) -> None:
        self._go.setEnabled(True)
        self._remark.setText(message_for(error).text())
        self._remark.show()
