"""The six fields that are enough to open a case."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.errors import DateInFuture, OrganisationNeeded
from counsellor_desk.casework.model import MAX_NATURES_AT_INTAKE, Answer, Organisation, OrganisationId
from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.kit.attention import put_away
from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import DateField
from counsellor_desk.desk.kit.fitting import bring_into_view, on_the_margin
from counsellor_desk.desk.kit.form import Field, first_unclear, show_unclear, unclear_in
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.kit.picker import Picker
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.organisations.organisations import OrganisationForm
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError


class StartFields(QWidget):
    """Organisation, first contact, role, position, nature, consent. None of them has to be filled in, but one
    organisation must be known. ``dated`` False leaves the first contact out (the contact itself says when).

    An organisation can be added right here. Signals: changed() when the person changed anything.
    """

    changed = Signal()

    def __init__(
        self, context: DeskContext, place: str, *, dated: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        codebook, language = context.codebook, context.language
        self._context = context
        self._known: tuple[Organisation, ...] | None = None  # nobody has read them yet
        self._organisation = Picker(self.tr("Organisation"))
        self._organisation_field = Field(self.tr("Organisation"), self._organisation)
        self._none = Quiet(self.tr("A case belongs to an organisation, and there is none yet."))
        self._none.hide()
        self._add = LinkButton(self.tr("Add an organisation"), self._on_add)
        self._form = OrganisationForm(context, f"organisation of {place}", inside=True)
        self._form.hide()
        self._form.kept.connect(self._on_added)
        self._form.left.connect(self._on_form_left)
        self._first = DateField(
            self.tr("First contact"), context.today, QLocale(language), past=True, placeholder=self.tr("today")
        )
        self._first_field = Field(self.tr("First contact"), self._first)
        if not dated:
            self._first_field.hide()
        self._role = CodeField(self.tr("Role"), codebook, ("CLIENT_ROLE",), language)
        self._position = CodeField(self.tr("Position"), codebook, ("CLIENT_STATUS",), language)
        self._natures = CodePicker(self.tr("Nature"), codebook, ("NATURE",), language, most=MAX_NATURES_AT_INTAKE)
        self._reading = {
            "organisation": self._organisation_field,
            "first_contact_on": self._first_field,
            "client_role": Field(self.tr("Role"), self._role),
            "client_status": Field(self.tr("Position"), self._position),
            "natures": Field(self.tr("Nature"), self._natures),
        }
        self._record = self._question(self.tr("May I record this?"))
        self._count = self._question(self.tr("May it be counted?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._organisation_field)
        column.addWidget(self._none)
        column.addLayout(on_the_margin(self._add))
        column.addWidget(self._form)
        for field in self._reading.values():
            if field is not self._organisation_field:
                column.addWidget(field)
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
        self.setFocusProxy(self._organisation)
        for part in (self._organisation, self._first, self._role, self._position, self._natures):
            part.changed.connect(self.changed)
        for picker in (self._organisation, self._role, self._position, self._natures):
            picker.typed.connect(self.changed)

    def offer(self, organisations: tuple[Organisation, ...], recent: tuple[CaseRow, ...] = ()) -> None:
        """The organisations one can choose; of many those of the ``recent`` cases come first. The only one is chosen
        already."""
        self._known = organisations
        late = {row.organisation: place for place, row in reversed(tuple(enumerate(recent)))}
        first = sorted((one for one in organisations if one.name in late), key=lambda one: late[one.name])
        self._organisation.set_choices(
            [(str(one.id), one.name) for one in organisations], [str(one.id) for one in first]
        )
        if (only := self.only) is not None:
            self._organisation.choose(str(only))
        self._none.setVisible(not organisations)
        if self._organisation.unclear() is None:
            self._organisation_field.remark("")

    @property
    def only(self) -> OrganisationId | None:
        """The only organisation, which need not be chosen."""
        return self._known[0].id if self._known is not None and len(self._known) == 1 else None

    def show_start(self, start: CaseStart) -> None:
        """Show these values, silently; nothing of the case before stays chosen."""
        chosen = start.organisation or self.only
        self._organisation.choose(str(chosen) if chosen is not None else None)
        self._first.set_day(start.first_contact_on)
        self._role.set_codes([start.client_role])
        self._position.set_codes([start.client_status])
        self._natures.set_codes(start.natures)
        self._record.choose(start.consent_to_record.value)
        self._count.choose(start.consent_to_count.value)
        self.clear_remarks()
        show_unclear(self._reading, start.typed)

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
            typed=start.typed + unclear_in(self._reading),
        )

    def flush(self) -> None:
        """Keep the draft of an organisation that is being added."""
        self._form.flush()

    def place_error(self, error: DeskError) -> bool:
        """Say ``error`` beside its field, if it is about one of these."""
        if isinstance(error, OrganisationNeeded):
            self._ask_for_organisation()
            return True
        if not isinstance(error, DateInFuture):
            return False
        self._first_field.remark(message_for(error).text())
        self._first_field.setFocus()
        return True

    def check(self) -> bool:
        """Whether a case can be opened with this; if not, the field that is in the way says so and has the focus."""
        self.clear_remarks()
        if not self._form.isHidden() and not self._form.is_empty:
            self._form.save()  # what is written there first
            return False
        needed = self._organisation.value() is None and self._organisation.unclear() is None
        if self._known is not None and needed:
            self._ask_for_organisation()
            return False
        if (unclear := first_unclear(self._reading.values())) is not None:
            unclear.setFocus()
            bring_into_view(unclear)
            return False
        return True

    def clear_remarks(self) -> None:
        """Take every remark away."""
        for field in self._reading.values():
            field.remark("")

    def _ask_for_organisation(self) -> None:
        """Say that an organisation is missing, where one is chosen or added."""
        if self._known:
            self._organisation_field.remark(self.tr("Choose the organisation of this case, or add it here."))
            self._organisation.setFocus()
            bring_into_view(self._organisation_field)
            return
        self._none.hide()
        self._organisation_field.remark(
            self.tr("A case belongs to an organisation, and there is none yet. Add it here; your words stay.")
        )
        self._on_add()

    def _on_add(self) -> None:
        if self._form.isHidden():
            self._form.edit(None)
        self._form.show()
        self._add.hide()
        self._form.setFocus()
        bring_into_view(self._form)

    def _on_added(self, added: Organisation) -> None:
        """It can be chosen, and is."""
        known = [one for one in self._known or () if one.id != added.id]
        self.offer(tuple(sorted((*known, added), key=lambda one: one.name.casefold())))
        self._organisation.choose(str(added.id))
        self.changed.emit()

    def _on_form_left(self) -> None:
        self._add.show()
        put_away(self._form, self._role if self._organisation.value() else self._add)

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
