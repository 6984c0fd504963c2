"""The six fields that are enough to open a case."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.model import Answer, Organisation, OrganisationId
from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import DateField
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

MOST_NATURES = 3


class StartFields(QWidget):
    """Organisation, first contact, role, position, nature, consent. None of them has to be filled in, but one
    organisation must be known. ``dated`` False leaves the first contact out (the contact itself says when).

    Signals: changed() when the person changed anything; settings_wanted() to add a first organisation.
    """

    changed = Signal()
    settings_wanted = Signal()

    def __init__(self, context: DeskContext, *, dated: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        codebook, language = context.codebook, context.language
        self._known: tuple[Organisation, ...] = ()
        self._organisation = ChipGroup(self.tr("Organisation"))
        self._organisation_field = Field(self.tr("Organisation"), self._organisation)
        self._no_organisation = LinkButton(self.tr("Add an organisation first"), self.settings_wanted.emit)
        self._first = DateField(
            self.tr("First contact"), context.today, QLocale(language), past=True, placeholder=self.tr("today")
        )
        self._first_field = Field(self.tr("First contact"), self._first)
        if not dated:
            self._first_field.hide()
        self._role = CodePicker(self.tr("Role"), codebook, ("CLIENT_ROLE",), language)
        self._position = CodePicker(self.tr("Position"), codebook, ("CLIENT_STATUS",), language)
        self._natures = CodePicker(self.tr("Nature"), codebook, ("NATURE",), language, most=MOST_NATURES)
        self._record = self._question(self.tr("May I record this?"))
        self._count = self._question(self.tr("May it be counted?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._organisation_field)
        column.addWidget(self._no_organisation)
        column.addWidget(self._first_field)
        column.addWidget(Field(self.tr("Role"), self._role))
        column.addWidget(Field(self.tr("Position"), self._position))
        column.addWidget(Field(self.tr("Nature"), self._natures))
        column.addWidget(
            Quiet(
                self.tr(
                    "To read aloud: I make short notes that only I can read. You may see them and have them "
                    "destroyed. May I record what we discuss? May I count it, as one of many, in figures that "
                    "nobody can be recognised in?"
                )
            )
        )
        column.addWidget(Field(self.tr("May I record this?"), self._record))
        column.addWidget(Field(self.tr("May it be counted?"), self._count))
        for part in (self._organisation, self._first, self._role, self._position, self._natures):
            part.changed.connect(self.changed)

    def offer(self, organisations: tuple[Organisation, ...]) -> None:
        """The organisations one can choose; the only one is chosen already."""
        self._known = organisations
        self._organisation.set_choices([(str(one.id), one.name) for one in organisations])
        if len(organisations) == 1:
            self._organisation.choose(str(organisations[0].id))
        self._organisation_field.setVisible(bool(organisations))
        self._no_organisation.setVisible(not organisations)

    def show_start(self, start: CaseStart) -> None:
        """Show these values, silently."""
        if start.organisation is not None:
            self._organisation.choose(str(start.organisation))
        self._first.set_day(start.first_contact_on)
        self._role.set_codes([start.client_role])
        self._position.set_codes([start.client_status])
        self._natures.set_codes(start.natures)
        self._record.choose(start.consent_to_record.value)
        self._count.choose(start.consent_to_count.value)
        self.clear_remarks()

    def read_into(self, start: CaseStart) -> CaseStart:
        """``start`` with the values of these fields."""
        chosen = self._organisation.value()
        return replace(
            start,
            organisation=OrganisationId(int(chosen)) if chosen else None,
            first_contact_on=self._first.day(),
            client_role=self._role.code(),
            client_status=self._position.code(),
            natures=self._natures.codes(),
            consent_to_record=Answer(self._record.value() or Answer.UNKNOWN),
            consent_to_count=Answer(self._count.value() or Answer.UNKNOWN),
        )

    def place_error(self, error: DeskError) -> bool:
        """Say ``error`` beside its field, if it is about one of these."""
        field = {
            "casework.organisation_needed": self._organisation_field,
            "casework.date_in_future": self._first_field,
        }.get(error.code)
        if field is None:
            return False
        field.remark(message_for(error).text())
        field.setFocus()
        return True

    def unclear(self) -> bool:
        """Whether the first contact names no day; says so beside it."""
        self.clear_remarks()
        if self._first.is_understood():
            return False
        self._first_field.remark(self.tr("Which day do you mean? For example 23-11 or yesterday."))
        self._first_field.setFocus()
        return True

    def clear_remarks(self) -> None:
        """Take every remark away."""
        for field in (self._organisation_field, self._first_field):
            field.remark("")

    def _question(self, name: str) -> ChipGroup:
        chips = ChipGroup(
            name,
            [
                (Answer.YES.value, self.tr("Yes")),
                (Answer.NO.value, self.tr("No")),
                (Answer.UNKNOWN.value, self.tr("Not asked yet")),
            ],
        )
        chips.choose(Answer.UNKNOWN.value)
        chips.changed.connect(self.changed)
        return chips
