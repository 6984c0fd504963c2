"""An action of the counsellor or a referral: a code, a day, and whether it happened."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.followups import STEP_LISTS, take_step
from counsellor_desk.casework.model import CaseFile, StepKind
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import DateField
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.fitting import side_by_side
from counsellor_desk.desk.pages.writing import Writing
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

_DONE: dict[str, bool | None] = {"done": True, "offered": None, "declined": False}


class StepWriting(Writing):
    """A step of one kind."""

    def __init__(self, context: DeskContext, kind: StepKind, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kind = kind
        name = self.tr("Action") if kind is StepKind.ACTION else self.tr("Referral")
        self._code = CodePicker(name, context.codebook, (STEP_LISTS[kind],), context.language)
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

    def begin(self, case: CaseFile) -> None:
        self._clear()

    def focus_first(self) -> None:
        self._code.setFocus()

    def save(self) -> None:
        case, code, today = self.case, self._code.code(), self.context.today()
        self._code_field.remark("" if code else self.tr("Type a few letters and choose what it was."))
        clear = self._on.is_understood()
        self._day_field.remark("" if clear else self.tr("Which day do you mean?"))
        if case is None or code is None or not clear:
            self.focus_first() if code is None else self._on.setFocus()
            return
        kind, on, done, codebook = self._kind, self._on.day() or today, self._done(), self.context.codebook
        self.keep(
            lambda office: take_step(office.book, codebook, case.id, kind, code, on, today, done),
            self._clear,
            self._on_failed,
        )

    def _done(self) -> bool | None:
        return _DONE[self._state.value() or "done"]

    def _on_failed(self, error: DeskError) -> None:
        self.context.frame.show_error(error)

    def _clear(self) -> None:
        self._code.set_codes([])
        self._on.set_day(None)
        self._state.choose("done")
