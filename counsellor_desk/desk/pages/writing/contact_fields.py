"""The fields of a contact besides its case and its words; the contact card and the composer both use them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import ContactDraft
from counsellor_desk.casework.errors import (
    DateBeforeFirstContact,
    DateInFuture,
    MinutesOutOfRange,
    TooManyCodes,
    UnknownCode,
)
from counsellor_desk.casework.model import MAX_CODES_PER_CONTACT, NoteClass
from counsellor_desk.desk.kit.chip_line import ChipLine
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import DateField, LineField, MinuteStepper, TimeField
from counsellor_desk.desk.kit.fitting import bring_into_view, side_by_side
from counsellor_desk.desk.kit.form import Field, first_unclear, show_unclear, unclear_in
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

CODE_LISTS = ("NATURE", "ACTION", "REFERRAL")


class ContactFields(QWidget):
    """Minutes, way of contact, with whom, codes, file or memory aid, follow-up, and when it was.

    Signals: changed() when the person changed anything.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        locale = QLocale(context.language)
        codebook, language = context.codebook, context.language
        self.minutes = MinuteStepper(self.tr("Minutes"))
        self.mode = ChipGroup(
            self.tr("How"), [(code.code, code.label(language)) for code in codebook.codes("MODE", context.today())]
        )
        self.incoming = ChipGroup(self.tr("Who began"), [("in", self.tr("Client")), ("out", self.tr("Me"))])
        self.with_whom = CodeField(self.tr("With whom"), codebook, ("CLIENT_ROLE",), language)
        self.codes = CodePicker(self.tr("Codes"), codebook, CODE_LISTS, language, most=MAX_CODES_PER_CONTACT)
        self.note_class = ChipGroup(
            self.tr("Kept as"),
            [(NoteClass.FILE.value, self.tr("Case file")), (NoteClass.AID.value, self.tr("Memory aid"))],
        )
        self.follow_up_on = DateField(
            self.tr("Follow-up day"), context.today, locale, placeholder=self.tr("in 2 weeks")
        )
        self.follow_up_text = LineField(self.tr("Follow-up"), self.tr("Call back"))
        self.on = DateField(self.tr("Day"), context.today, locale, past=True, placeholder=self.tr("today"))
        self.at = TimeField(self.tr("Time"))
        self._day_field = Field(self.tr("Day"), self.on)
        self._minutes_field = Field(self.tr("Minutes"), self.minutes)
        self._codes_field = Field(self.tr("Codes"), self.codes)
        self._follow_up_field = Field(self.tr("Follow-up"), self.follow_up_on)
        self._role_field = Field(self.tr("With whom"), self.with_whom)
        self._time_field = Field(self.tr("Time"), self.at)
        self._reading = {
            "minutes": self._minutes_field,
            "codes": self._codes_field,
            "follow_up_on": self._follow_up_field,
            "with_whom": self._role_field,
            "on": self._day_field,
            "at": self._time_field,
        }
        self._rest = QWidget()
        self._presumed = ChipLine()
        for field in (self.with_whom, self.incoming, self.note_class, self.on):
            self._presumed.add(partial(self.reveal, field))
        self._arrange()
        for part in (self.minutes, self.mode, self.incoming, self.with_whom, self.codes, self.note_class):
            part.changed.connect(self.changed)
        for picker in (self.with_whom, self.codes):
            picker.typed.connect(self.changed)
        for day in (self.follow_up_on, self.on):
            day.changed.connect(self.changed)
        for line in (self.follow_up_text, self.at):
            line.textEdited.connect(lambda _words: self.changed.emit())
        self.changed.connect(self._show_presumed)
        self.show_draft(ContactDraft())
        self.fold()

    def reveal(self, field: QWidget) -> None:
        """Go to ``field``, wherever it is."""
        if self._rest.isAncestorOf(field):
            self._unfold()
        field.setFocus()
        bring_into_view(field)

    def show_draft(self, draft: ContactDraft) -> None:
        """Show the values of ``draft``, silently, and what was not understood in it, marked."""
        self.minutes.set_minutes(draft.minutes)
        self.mode.choose(draft.mode)
        self.incoming.choose("in" if draft.incoming else "out")
        self.with_whom.set_codes([draft.with_whom])
        self.codes.set_codes(draft.codes)
        self.note_class.choose(draft.note_class.value)
        self.follow_up_on.set_day(draft.follow_up_on)
        self.follow_up_text.setText(draft.follow_up_text)
        self.on.set_day(draft.on)
        self.at.set_time(draft.at)
        self.clear_remarks()
        show_unclear(self._reading, draft.typed)
        if any(self._rest.isAncestorOf(field) and field.unclear() is not None for field in self._reading.values()):
            self._unfold()
        self._show_presumed()

    def presume_with_whom(self, role: str) -> None:
        """Show whom a talk in this case most likely was with, silently."""
        self.with_whom.set_codes([role])
        self._show_presumed()

    def fold(self) -> None:
        """What is presumed stands in words again."""
        self._rest.hide()
        self._presumed.show()

    def read_into(self, draft: ContactDraft) -> ContactDraft:
        """``draft`` with the values of these fields; what is left empty keeps its default, and words that are not
        understood go along as they are."""
        return replace(
            draft,
            on=self.on.day(),
            at=self.at.at(),
            minutes=self.minutes.minutes() or draft.minutes,
            mode=self.mode.value() or draft.mode,
            with_whom=self.with_whom.code() or draft.with_whom,
            incoming=self.incoming.value() != "out",
            codes=self.codes.codes(),
            note_class=NoteClass(self.note_class.value() or NoteClass.FILE),
            follow_up_on=self.follow_up_on.day(),
            follow_up_text=self.follow_up_text.text(),
            typed=draft.typed + unclear_in(self._reading),
        )

    def unclear(self) -> Field | None:
        """The first field whose words are not understood, in sight and marked."""
        unclear = first_unclear(self._reading.values())
        if unclear is not None:
            self.reveal(unclear)
        return unclear

    def place_of(self, error: DeskError) -> Field | None:
        """The field that ``error`` is about, if it is one of these."""
        fields: dict[type[DeskError], Field] = {
            DateInFuture: self._day_field,
            DateBeforeFirstContact: self._day_field,
            MinutesOutOfRange: self._minutes_field,
            TooManyCodes: self._codes_field,
            UnknownCode: self._codes_field,
        }
        return fields.get(type(error))

    def clear_remarks(self) -> None:
        """Take every remark away."""
        for field in self._reading.values():
            field.check()
            field.remark("")

    def _unfold(self) -> None:
        self._rest.show()
        self._presumed.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._minutes_field)
        column.addWidget(Field(self.tr("How"), self.mode))
        column.addWidget(self._codes_field)
        column.addLayout(side_by_side(self._follow_up_field, Field(self.tr("What for"), self.follow_up_text)))
        column.addWidget(self._presumed)
        column.addWidget(self._rest)
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(Space.M)
        rest.addWidget(self._role_field)
        rest.addLayout(
            side_by_side(
                Field(self.tr("Who began"), self.incoming),
                Field(self.tr("Kept as"), self.note_class),
            )
        )
        rest.addLayout(side_by_side(self._day_field, self._time_field))

    def _show_presumed(self) -> None:
        """What is presumed, in words; the fields themselves once one of them is to be changed."""
        draft, phrases = self.read_into(ContactDraft()), phrases_of(self._context)
        aid = draft.note_class is NoteClass.AID
        for chip, words in zip(
            self._presumed.chips,
            (
                phrases.label(draft.with_whom),
                self.tr("client began") if draft.incoming else self.tr("I began"),
                self.tr("memory aid") if aid else self.tr("case file"),
                phrases.moment_of(draft),
            ),
            strict=True,
        ):
            chip.show_words(words)
