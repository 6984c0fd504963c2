"""Every form of the desk in which one writes words: how a person opens it, fills it in, writes and saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.model import place
from counsellor_desk.desk.pages.activities.composer import ActivityComposer
from counsellor_desk.desk.pages.case.agenda import Agenda
from counsellor_desk.desk.pages.case.note_editor import NoteEditor
from counsellor_desk.desk.pages.case.wish import WishLine
from counsellor_desk.desk.pages.organisations.organisations import OrganisationForm, Organisations
from counsellor_desk.desk.pages.writing.case_field import CaseField
from counsellor_desk.desk.pages.writing.composer import Composer
from counsellor_desk.desk.pages.writing.contact import ContactWriting
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.pages.writing.contact_fields import ContactFields
from counsellor_desk.desk.pages.writing.identity import IdentityFields, IdentityForm
from counsellor_desk.desk.pages.writing.intake import IntakePage, _MoreFields
from counsellor_desk.desk.pages.writing.note import NoteWriting
from counsellor_desk.desk.pages.writing.start_fields import StartFields
from tests.desk.pages.at_cases import button, fill, line, paper, pick, write
from tests.desk.pages.cases_page import glance_line, row_of
from tests.desk.pages.contracts.open_desk import OpenDesk
from tests.desk.pages.held_desk import note_of

Act = Callable[[OpenDesk], None]


@dataclass(frozen=True, slots=True)
class Form:
    """``go`` asks for its subject; ``begin``, once that is there, opens the form itself. ``choose`` makes the choices
    without which it cannot be saved, ``reach`` goes to where one writes. ``then`` is a part of the name of what has
    the keyboard's attention once it was saved."""

    name: str
    made_of: tuple[type[QWidget], ...]
    go: Callable[[OpenDesk, CaseRow], None]
    begin: Callable[[OpenDesk, CaseRow], None]
    choose: Act
    reach: Act
    save: Act
    then: str
    of_a_case: bool = True
    next_of_none: bool = False  # what is written right after saving is of no case yet
    revises: bool = False  # what is typed after saving changes what was saved: its draft holds that as well

    def __str__(self) -> str:
        return self.name

    @property
    def kind(self) -> type[QWidget]:
        """The widget that is the form."""
        return self.made_of[0]

    def is_there(self, desk: OpenDesk) -> bool:
        """Whether one can go on writing in it."""
        try:
            self.reach(desk)
        except LookupError:
            return False
        return True

    def open(self, desk: OpenDesk, row: CaseRow) -> None:
        """Open it for a case and wait until it is there."""
        self.go(desk, row)
        desk.rest()
        self.begin(desk, row)
        desk.rest()

    def write(self, desk: OpenDesk, word: str) -> None:
        """Write a word in it."""
        self.reach(desk)
        write(desk.shell, word)


def _nothing(_desk: OpenDesk, _row: CaseRow | None = None) -> None:
    pass


def _case(desk: OpenDesk, row: CaseRow) -> None:
    desk.go(row)


def _page(where: place.Place) -> Callable[[OpenDesk, CaseRow], None]:
    return lambda desk, _row: desk.shell.navigate(where)


def _area(kind: type[QWidget], name: str) -> Act:
    """Go to the text field of this name."""

    def reach(desk: OpenDesk) -> None:
        paper(desk.part(kind), name).setFocus()

    return reach


def _line(kind: type[QWidget], name: str) -> Act:
    """Go to the line of this name."""

    def reach(desk: OpenDesk) -> None:
        line(desk.part(kind), name).setFocus()

    return reach


def _ctrl_enter(desk: OpenDesk) -> None:
    desk.save()


def _enter(desk: OpenDesk) -> None:
    desk.press(Qt.Key.Key_Return)


# the composer of a case


def _writing(tab: str) -> Callable[[OpenDesk, CaseRow], None]:
    return lambda desk, _row: desk.desk.composer.write(tab)


# the contact card


def _open_card(desk: OpenDesk, row: CaseRow) -> None:
    desk.shell.open_contact_card(row.id)


# a new case


def _open_intake(desk: OpenDesk, _row: CaseRow) -> None:
    button(desk.page, "New case").click()


def _choose_organisation(desk: OpenDesk) -> None:
    button(desk.part(StartFields), "Organisation:").click()


def _reach_name(desk: OpenDesk) -> None:
    form = desk.part(IntakePage)
    if desk.seen(IdentityFields) is None:
        button(form, "Name and safe contact").click()
    line(form, "Name").setFocus()


# a note being amended


def _edit_note(desk: OpenDesk, row: CaseRow) -> None:
    note = note_of(desk.view(row))
    button(row_of(desk.desk.timeline, note), "Edit").click()


# who somebody is


def _change_name(desk: OpenDesk, row: CaseRow) -> None:
    people = desk.desk.glance.people
    button(people, "Change" if desk.view(row).has_identity else "Add").click()


# a line of "at a glance"


def _open_wish(desk: OpenDesk, _row: CaseRow) -> None:
    if not any(one.isVisible() for one in desk.part(WishLine).findChildren(QLineEdit)):
        glance_line(desk.desk.glance, "Wish").click()


# a follow-up


def _open_agenda(desk: OpenDesk, _row: CaseRow) -> None:
    agenda = desk.part(Agenda)
    if not any(one.isVisible() for one in agenda.findChildren(QLineEdit)):
        button(agenda, "Plan a follow-up").click()


def _choose_day(desk: OpenDesk) -> None:
    fill(desk.part(Agenda), "Follow-up day", "in 2 weeks")


# work besides cases


def _talk(desk: OpenDesk, _row: CaseRow) -> None:
    pick(desk.part(ActivityComposer), "What", "V.SPR")


def _course(desk: OpenDesk, _row: CaseRow) -> None:
    button(desk.part(ActivityComposer), "What:").click()


# organisations


def _add_organisation(desk: OpenDesk, _row: CaseRow) -> None:
    if desk.seen(OrganisationForm) is None:
        button(desk.part(Organisations), "Add an organisation").click()


def _add_inside(desk: OpenDesk, row: CaseRow) -> None:
    _open_intake(desk, row)
    desk.rest()
    if desk.seen(OrganisationForm) is None:
        button(desk.part(StartFields), "Add an organisation").click()


def _choose_link_and_size(desk: OpenDesk) -> None:
    form = desk.part(OrganisationForm)
    pick(form, "Link in the chain", "omroep")
    button(form, "People working there:").click()


def _add_this(desk: OpenDesk) -> None:
    button(desk.part(OrganisationForm), "Add this organisation").click()


CARD = Form(
    "contact card", (ContactCard, CaseField, ContactFields), _nothing, _open_card,
    _nothing, _area(ContactCard, "What was said or agreed?"), _ctrl_enter, "26-", next_of_none=True,
)  # fmt: skip

FORMS = (
    CARD,
    Form(
        "new case", (IntakePage, StartFields, _MoreFields), _page(place.Cases()), _open_intake,
        _choose_organisation, _reach_name, _ctrl_enter, "Contact", of_a_case=False,
    ),
    Form(
        "contact", (ContactWriting, Composer), _case, _writing("contact"),
        _nothing, _area(ContactWriting, "Contact"), _ctrl_enter, "Contact",
    ),
    Form(
        "note", (NoteWriting,), _case, _writing("note"),
        _nothing, _area(NoteWriting, "Note"), _ctrl_enter, "Note",
    ),
    Form(
        "amended note", (NoteEditor,), _case, _edit_note,
        _nothing, _area(NoteEditor, "Note"), _ctrl_enter, "eekhoorn",
    ),
    Form(
        "name and safe contact", (IdentityForm, IdentityFields), _case, _change_name,
        _nothing, _line(IdentityForm, "Name"), _ctrl_enter, "26-", revises=True,
    ),
    Form(
        "wish", (WishLine,), _case, _open_wish,
        _nothing, _line(WishLine, "Wish"), _enter, "Wish:",
    ),
    Form(
        "follow-up", (Agenda,), _case, _open_agenda,
        _choose_day, _line(Agenda, "Follow-up"), _enter, "Plan a follow-up",
    ),
    Form(
        "activity", (ActivityComposer,), _page(place.Activities()), _talk,
        _nothing, _line(ActivityComposer, "Remark"), _ctrl_enter, "What", of_a_case=False,
    ),
    Form(
        "professional hours", (ActivityComposer,), _page(place.Activities(hours=True)), _course,
        _nothing, _line(ActivityComposer, "Remark"), _ctrl_enter, "What: ", of_a_case=False,
    ),
    Form(
        "organisation", (OrganisationForm, Organisations), _page(place.Settings()), _add_organisation,
        _choose_link_and_size, _line(OrganisationForm, "Name"), _ctrl_enter, "Add an organisation",
        of_a_case=False, revises=True,
    ),
    Form(
        "organisation of a new case", (OrganisationForm,), _page(place.Cases()), _add_inside,
        _choose_link_and_size, _line(OrganisationForm, "Name"), _add_this, "Role", of_a_case=False, revises=True,
    ),
)  # fmt: skip
