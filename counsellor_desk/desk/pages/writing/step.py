"""An action of the counsellor or a referral: a code, a day, and whether it happened."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import StepDraft
from counsellor_desk.casework.errors import DateBeforeFirstContact, DateInFuture
from counsellor_desk.casework.followups import STEP_LISTS, take_step
from counsellor_desk.casework.model import CaseFile, Step, StepKind
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.fields import DateField
from counsellor_desk.desk.kit.fitting import side_by_side
from counsellor_desk.desk.kit.form import Field, first_unclear, show_unclear, unclear_in
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.writing.writing import Writing
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

_DONE: dict[str, bool | None] = {"done": True, "offered": None, "declined": False}
_STATES = {done: state for state, done in _DONE.items()}


class StepWriting(Writing):
    """A step of one kind."""

    def __init__(self, context: DeskContext, kind: StepKind, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kind = kind
        name = self.tr("Action") if kind is StepKind.ACTION else self.tr("Referral")
        self._code = CodeField(name, context.codebook, (STEP_LISTS[kind],), context.language)
        self._code_field = Field(name, self._code)
        self._on = DateField(
            self.tr("Day"), context.today, QLocale(context.language), past=True, placeholder=self.tr("today")
        )
        self._day_field = Field(self.tr("Day"), self._on)
        self._state = ChipGroup(
            self.tr("How it stands"),
            [("done", self.tr("Done")), ("offered", self.tr("Offered")), ("declined", self.tr("Declined"))],
        )
        self._state.choose("done")
        self.foot_line.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, 0)
        column.addLayout(side_by_side(self._code_field, self._day_field))
        self._reading = {"code": self._code_field, "on": self._day_field}
        self._saver = form_of(context, self, (Records.TIMELINE, Records.CASES), self)
        for changed in (self._code.changed, self._code.typed, self._on.changed, self._state.changed):
            changed.connect(self._saver.touch)

    def begin(self, case: CaseFile) -> None:
        self._saver.begin()

    def focus_first(self) -> None:
        self._code.setFocus()

    def save(self) -> None:
        case, draft, today = self.case, self.draft(), self.context.today()
        if case is None or (self._saver.is_blank and self._saver.busy):
            return
        if (unclear := first_unclear(self._reading.values())) is not None:
            unclear.setFocus()
            return
        code = draft.code
        if code is None:
            self._code_field.remark(self.tr("Type a few letters and choose what it was."))
            self.focus_first()
            return
        kind, on, codebook = self._kind, draft.on or today, self.context.codebook

        def kept(_step: Step) -> None:
            self.kept.emit()

        self._saver.send(
            draft,
            lambda book: take_step(book, codebook, case.id, kind, code, on, today, draft.done),
            kept,
            self._on_failed,
        )
        self.focus_first()

    def flush(self) -> None:
        self._saver.flush()

    def slot(self) -> str:
        """Where its draft is kept."""
        return f"{self._kind.value}:{self.case.id}" if self.case else ""

    def blank(self) -> StepDraft:
        """Before anything is chosen."""
        return StepDraft()

    def draft(self) -> StepDraft:
        """What is chosen."""
        done = _DONE[self._state.value() or "done"]
        return StepDraft(self._code.code(), self._on.day(), done, unclear_in(self._reading))

    def show_draft(self, draft: StepDraft) -> None:
        """Show it, silently."""
        self._code.set_codes([draft.code])
        self._on.set_day(draft.on)
        self._state.choose(_STATES[draft.done])
        for field in self._reading.values():
            field.remark("")
        show_unclear(self._reading, draft.typed)

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, DateInFuture | DateBeforeFirstContact):
            self._day_field.remark(message_for(error).text())
            self._on.setFocus()
        else:
            self.context.frame.show_error(error)
