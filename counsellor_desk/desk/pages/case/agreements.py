"""What the client agreed to: recording, and being counted."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.intake import answer_consent
from counsellor_desk.casework.model import Answer, CaseFile, CaseId
from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.words.phrases import Phrases
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

_NAME_WIDTH = 84


class Agreements(QWidget):
    """Two answers that can change at any time; the newest counts."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: CaseFile | None = None
        self._sent: tuple[CaseId, str, Answer] | None = None  # the vault has not answered yet
        self._given: dict[str, tuple[bool, date]] = {}
        self._last = Quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self._record = self._question(column, self.tr("Recording"), "record")
        self._count = self._question(column, self.tr("Counting"), "count")
        column.addWidget(self._last)

    def show_case(self, view: CaseView, phrases: Phrases) -> None:
        """The answers of this case."""
        self._case = view.case
        self._show_answers(view.case)
        self._given = {one.purpose: (one.given, one.on) for one in view.consents}  # the newest comes last
        newest = max((consent.on for consent in view.consents), default=None)
        self._last.setVisible(newest is not None)
        if newest is not None:
            self._last.setText(self.tr("Last asked %1").replace("%1", phrases.days.near(newest)))

    def _show_answers(self, case: CaseFile) -> None:
        self._record.choose(case.consent_to_record.value)
        self._count.choose(case.consent_to_count.value)

    def leave(self) -> None:
        """Belong to no case."""
        self._case = None

    def _question(self, column: QVBoxLayout, name: str, purpose: str) -> ChipGroup:
        chips = ChipGroup(name, [(Answer.YES.value, self.tr("Yes")), (Answer.NO.value, self.tr("No"))])
        chips.changed.connect(lambda: self._on_answer(purpose, chips.value()))
        label = PlainLabel(name, "quiet")
        label.setFixedWidth(_NAME_WIDTH)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(label)
        line.addWidget(chips, 1)
        column.addLayout(line)
        return chips

    def _on_answer(self, purpose: str, value: str | None) -> None:
        if self._case is None or value is None:
            return
        case, answer, now = self._case.id, Answer(value), self._context.now()
        sent = case, purpose, answer
        if sent == self._sent or self._given.get(purpose) == (answer is Answer.YES, now.date()):
            return  # pressed twice
        self._sent = sent

        def done(_case: CaseFile) -> None:
            self._sent = None
            self._context.frame.notify_saved(now)

        def failed(error: DeskError) -> None:
            self._sent = None
            if self._case is not None and self._case.id == case:
                self._show_answers(self._case)  # as they are, not as they were to be
            self._context.frame.show_error(error)

        self._context.operations.write(
            lambda office: answer_consent(office.book, case, purpose, answer, now.date()),
            (Records.CASES,),
            done,
            failed,
        )
