"""Writing down work that is not about a case, or hours for recertification: a few chips and one key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.desk.kit.buttons import PrimaryButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.fields import DateField, LineField, MinuteStepper
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import PlainLabel, Remark
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.activity_draft import Form
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
        self._usual_minutes = minutes
        today, locale = context.today, QLocale(context.language)
        codes = context.codebook.codes(list_name, today())
        self._code = ChipGroup(self.tr("What"), [(code.code, code.label(context.language)) for code in codes])
        self.day = DateField(self.tr("Day"), today, locale, past=True)
        self._minutes = MinuteStepper(self.tr("Minutes"), minutes)
        self.remark = LineField(self.tr("Remark"), self.tr("For yourself; never in a report"))
        self.remark.setMaxLength(_LONGEST_REMARK)
        self._organisation = ChipGroup(self.tr("Organisation"), optional=True, parent=self)
        reach = context.codebook.codes("REACH_BAND", today())
        self._reach = ChipGroup(
            self.tr("Reach"), [(band.code, band.label(context.language)) for band in reach],
            optional=True, parent=self,
        )  # fmt: skip
        self._more = QWidget()
        self._fault = Remark()
        self._save = PrimaryButton(self.tr("Save"), self._on_save, keys="Ctrl+Return", bind=self)
        self._lay_out(about_work=list_name == "ACTIVITY")
        self.clear()
        self._code.changed.connect(self._unfold)
        for part in (self._code, self.day, self._minutes, self._organisation, self._reach):
            part.changed.connect(self.changed)
        self.remark.textEdited.connect(lambda _words: self.changed.emit())

    @property
    def fault(self) -> str:
        """What is said to be looked at."""
        return self._fault.text()

    def offer(self, organisations: tuple[Organisation, ...]) -> None:
        """The organisations one can choose."""
        self._organisation.set_choices([(str(one.id), one.name) for one in organisations])

    def written(self) -> Written | None:
        """What is on the form, or None while what or when is missing."""
        code, on = self._code.value(), self.day.day()
        if code is None or on is None:
            return None
        organisation = self._organisation.value()
        return Written(
            code=code,
            on=on,
            minutes=self._minutes.minutes(),
            remark=self.remark.text().strip(),
            organisation=OrganisationId(int(organisation)) if organisation else None,
            reach_band=self._reach.value(),
        )

    def form(self) -> Form:
        """The words and choices as they are now; nothing when neither code nor remark was given yet."""
        if self._code.value() is None and not self.remark.text().strip():
            return {}
        fields = {
            "code": self._code.value(),
            "day": self.day.words(),
            "minutes": str(self._minutes.minutes()),
            "remark": self.remark.text(),
            "organisation": self._organisation.value(),
            "reach": self._reach.value(),
        }
        return {name: words for name, words in fields.items() if words}

    def fill(self, form: Form) -> None:
        """Show a form again, silently; what no longer exists is left out."""
        self._code.choose(form.get("code"))
        self.day.set_words(form.get("day", ""))
        minutes = form.get("minutes", "")
        self._minutes.set_minutes(int(minutes) if minutes.isdecimal() else self._usual_minutes)
        self.remark.setText(form.get("remark", ""))
        self._organisation.choose(form.get("organisation"))
        self._reach.choose(form.get("reach"))
        self._unfold()

    def clear(self) -> None:
        """An empty form for today."""
        for group in (self._code, self._organisation, self._reach):
            group.choose()
        self.day.set_day(self._context.today())
        self._minutes.set_minutes(self._usual_minutes)
        self.remark.clear()
        self.say("")
        self._unfold()

    def say(self, fault: str) -> None:
        """Say calmly what is to be looked at; empty takes it away."""
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def start(self) -> None:
        """Put the cursor where one begins."""
        self._code.setFocus()

    def _on_save(self) -> None:
        written = self.written()
        if written is not None:
            self.save_requested.emit(written)
        elif self._code.value() is None:
            self.say(self.tr("Choose what it was."))
            self._code.setFocus()
        else:
            self.say(self.tr("Say which day it was, for example: yesterday, or 12-3."))
            self.day.setFocus()

    def _unfold(self) -> None:
        self._more.setVisible(bool(self.form()))

    def _lay_out(self, *, about_work: bool) -> None:
        self.body.setSpacing(Space.M)
        self.body.addWidget(Field(self.tr("What"), self._code))
        self.body.addWidget(self._more)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(2, 1)
        self.day.setMinimumWidth(_DAY_WIDTH)
        fields = ((self.tr("Day"), self.day), (self.tr("Minutes"), self._minutes), (self.tr("Remark"), self.remark))
        for place, (name, field) in enumerate(fields):
            grid.addWidget(PlainLabel(name, "section"), 0, place)
            grid.addWidget(field, 1, place, Qt.AlignmentFlag.AlignTop)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(Space.M)
        more.addLayout(grid)
        for name, group in ((self.tr("Organisation"), self._organisation), (self.tr("Reach"), self._reach)):
            if about_work:
                more.addWidget(Field(name, group))
            else:
                group.hide()
        more.addLayout(row(self._fault, None, self._save))
