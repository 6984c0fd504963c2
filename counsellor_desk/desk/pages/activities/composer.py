"""Writing down work that is not about a case, or hours for recertification: a few chips and one key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import ActivityDraft
from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.buttons import PrimaryButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.fields import DateField, LineField, MinuteStepper
from counsellor_desk.desk.kit.form import Field, first_unclear, show_unclear, unclear_in
from counsellor_desk.desk.kit.labels import Remark
from counsellor_desk.desk.kit.picker import Picker
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.space import Space

_LONGEST_REMARK = 400
_DAY_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Written:
    """What is on the form."""

    code: str
    on: date
    minutes: int
    remark: str
    organisation: OrganisationId | None = None
    reach_band: str | None = None


class ActivityComposer(Card):
    """The form; ``list_name`` is ACTIVITY or HOURS. Only activities have an organisation and a reach. It unfolds
    once one has said what it was, so that the list below keeps its room.

    Signals: save_requested(Written); changed() when the person changed anything.
    """

    save_requested = Signal(object)
    changed = Signal()

    def __init__(self, context: DeskContext, list_name: str, minutes: int) -> None:
        super().__init__()
        self._context = context
        self._slot = list_name.lower()
        self._usual_minutes = minutes
        today, locale = context.today, QLocale(context.language)
        codes = context.codebook.codes(list_name, today())
        self._code = Picker(
            self.tr("What"),
            [(code.code, code.label(context.language)) for code in codes],
            find=lambda words: [
                code.code for code in context.codebook.find((list_name,), words, len(codes), today())
            ],
        )
        self.day = DateField(self.tr("Day"), today, locale, past=True)
        self._minutes = MinuteStepper(self.tr("Minutes"), minutes)
        self.remark = LineField(self.tr("Remark"), self.tr("For yourself; never in a report"))
        self.remark.setMaxLength(_LONGEST_REMARK)
        self._organisation = Picker(self.tr("Organisation"), none=self.tr("None"), parent=self)
        reach = context.codebook.codes("REACH_BAND", today())
        self._reach = ChipGroup(
            self.tr("Reach"), [(band.code, band.label(context.language)) for band in reach],
            optional=True, parent=self,
        )  # fmt: skip
        self._day_field = Field(self.tr("Day"), self.day)
        self._minutes_field = Field(self.tr("Minutes"), self._minutes)
        self._code_field = Field(self.tr("What"), self._code)
        self._organisation_field = Field(self.tr("Organisation"), self._organisation)
        self._reading = (self._code_field, self._day_field, self._minutes_field, self._organisation_field)
        self._left = ""  # the day an empty form shows by itself
        self._more = QWidget()
        self._fault = Remark()
        self._save = PrimaryButton(self.tr("Save"), self._on_save, keys="Ctrl+Return", bind=self)
        self.saver = form_of(context, self, (Records.ACTIVITIES,), self)
        self._lay_out(about_work=list_name == "ACTIVITY")
        self._left = self._today()
        self.show_draft(self.blank())
        self.fold()
        self._code.changed.connect(self.unfold)
        for part in (self._code, self.day, self._minutes, self._organisation, self._reach):
            part.changed.connect(self.changed)
        for picker in (self._code, self._organisation):
            picker.typed.connect(self.changed)
        self.remark.textEdited.connect(lambda _words: self.changed.emit())
        self.changed.connect(self.saver.touch)

    @property
    def _pickers(self) -> dict[str, Field]:
        """The fields in which letters can stand by which nothing is chosen."""
        return {"code": self._code_field, "organisation": self._organisation_field}

    @property
    def fault(self) -> str:
        """What is said to be looked at."""
        remarks = (self._fault.text(), *(field.remarked for field in self._reading))
        return next((words for words in remarks if words), "")

    def offer(self, organisations: tuple[Organisation, ...]) -> None:
        """The organisations one can choose."""
        self._organisation.set_choices([(str(one.id), one.name) for one in organisations])

    def written(self) -> Written | None:
        """What is on the form, or None while what, when or how long is missing."""
        code, on, minutes = self._code.value(), self.day.day(), self._minutes.minutes()
        if code is None or on is None or minutes is None:
            return None
        organisation = self._organisation.value()
        return Written(
            code=code,
            on=on,
            minutes=minutes,
            remark=self.remark.text().strip(),
            organisation=OrganisationId(int(organisation)) if organisation else None,
            reach_band=self._reach.value(),
        )

    def slot(self) -> str:
        """Where its draft is kept."""
        return self._slot

    def blank(self) -> ActivityDraft:
        """An empty form: the usual minutes, today."""
        return ActivityDraft(day=self._left, minutes=str(self._usual_minutes))

    def draft(self) -> ActivityDraft:
        """The words and choices as they are now."""
        return ActivityDraft(
            code=self._code.value(),
            day=self.day.words(),
            minutes=self._minutes.words(),
            remark=self.remark.text(),
            organisation=self._organisation.value(),
            reach=self._reach.value(),
            typed=unclear_in(self._pickers),
        )

    def show_draft(self, draft: ActivityDraft) -> None:
        """Show it, silently; what no longer exists is left out."""
        if draft == self.blank():
            self._left = self._today()
            draft = self.blank()
        self._code.choose(draft.code)
        if draft.day != self.day.words():
            self.day.set_words(draft.day)
        if draft.minutes != self._minutes.words():
            self._minutes.set_words(draft.minutes)
        self.remark.setText(draft.remark)
        self._organisation.choose(draft.organisation)
        self._reach.choose(draft.reach)
        self.say("")
        for field in self._reading:
            field.remark("")
        if draft != self.blank():
            show_unclear(self._pickers, draft.typed)
            first_unclear(self._reading)
            self.unfold()

    def fold(self) -> None:
        """Only the question what it was, while nothing is written."""
        self._more.setVisible(self.draft() != self.blank())

    def unfold(self) -> None:
        """All of the form."""
        self._more.show()

    def say(self, fault: str) -> None:
        """Say calmly what is to be looked at; empty takes it away."""
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def start(self) -> None:
        """Put the cursor where one begins."""
        self._code.setFocus()

    def _on_save(self) -> None:
        if self.saver.is_blank and self.saver.busy:
            return  # pressed twice
        self.say("")
        if self._code.value() is None and self._code.unclear() is None:
            self.say(self.tr("Choose what it was."))
            self._code.setFocus()
        elif (unclear := first_unclear(self._reading)) is not None:
            unclear.setFocus()
        elif (written := self.written()) is not None:
            self.save_requested.emit(written)
        else:
            self._day_field.remark(self.tr("Say which day it was, for example: yesterday, or 12-3."))
            self.day.setFocus()

    def _today(self) -> str:
        today = self._context.today()
        return f"{today.day}-{today.month}-{today.year}"

    def _lay_out(self, *, about_work: bool) -> None:
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._code_field)
        self.body.addWidget(self._more)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(2, 1)
        self.day.setMinimumWidth(_DAY_WIDTH)
        fields = (self._day_field, self._minutes_field, Field(self.tr("Remark"), self.remark))
        for place, part in enumerate(fields):
            grid.addWidget(part, 0, place, Qt.AlignmentFlag.AlignTop)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(Space.M)
        more.addLayout(grid)
        reach = Field(self.tr("Reach"), self._reach)
        for field in (self._organisation_field, reach):
            more.addWidget(field)
            if not about_work:
                field.hide()
        more.addLayout(row(self._fault, None, self._save))
