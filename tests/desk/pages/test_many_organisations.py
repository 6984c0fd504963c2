"""The desk of somebody who works for very many: every page takes no more room and no more widgets than for a few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.casework.views import CaseFilter, CaseSort
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.rows.row_list import RowList
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.activities.page import ActivitiesPage
from counsellor_desk.desk.pages.case.case_list import CaseList
from counsellor_desk.desk.pages.figures.choice import FiguresChoice
from counsellor_desk.desk.pages.organisations.organisations import Organisations
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.pages.writing.intake import IntakePage
from counsellor_desk.figures.release import SECTOR, Audience, AudienceKind
from counsellor_desk.office import Office
from tests.desk.pages.at_cases import ask, button, in_front, keep, line, press, rest, words, write
from tests.desk.pages.test_activities import Desk

LONG = "Stichting Audiovisuele Producties & Facilitaire Ondersteuning Noord-Holland en Omstreken"
MANY = 200


def fill(desk: DeskContext, qtbot: QtBot, count: int) -> None:
    """Let there be so many organisations besides those of the practice, one with a very long name."""

    def add(office: Office) -> None:
        with office.book.transaction():
            for number in range(count):
                name = LONG if number == 3 else f"Studio {number}"
                office.book.add_organisation(Organisation(OrganisationId(0), name, "K.OMR", "W.250"))

    desk.tasks.run(add)
    rest(qtbot, desk)


def names(desk: DeskContext, qtbot: QtBot) -> list[str]:
    return [one.name for one in ask(desk, qtbot, lambda book: book.organisations())]


def settings(desk: DeskContext, qtbot: QtBot) -> Organisations:
    page = Organisations(desk)
    qtbot.addWidget(page)
    page.resize(600, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.read()
    rest(qtbot, desk)
    return page


def test_the_list_in_settings_has_a_handful_of_widgets_and_one_finds_by_name(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    fill(practice_desk, qtbot, MANY)
    page = settings(practice_desk, qtbot)
    assert len(page.findChildren(QPushButton)) < 40

    line(page, "Find an organisation").setFocus()
    write(page, "studio 17")
    rest(qtbot, practice_desk)
    found = page.findChildren(RowList)[0].rows

    assert len(found) == 12  # with 117, and 170 to 179
    button(page, "Change Studio 17").click()
    assert line(page, "Name").text() == "Studio 17"


def test_a_name_that_is_no_organisation_is_said_calmly(practice_desk: DeskContext, qtbot: QtBot) -> None:
    fill(practice_desk, qtbot, MANY)
    page = settings(practice_desk, qtbot)
    line(page, "Find an organisation").setText("qqq")

    assert "No organisation is called so." in words(page)


def test_a_long_name_in_settings_ends_in_dots_and_is_whole_in_the_tooltip_and_to_a_screen_reader(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    fill(practice_desk, qtbot, MANY)
    page = settings(practice_desk, qtbot)
    line(page, "Find an organisation").setText("audio")
    rest(qtbot, practice_desk)
    shown = page.findChildren(RowList)[0]
    row = shown.widget_of(shown.rows[0].key)

    assert row is not None
    assert any(said.endswith("…") and LONG.startswith(said[:-1]) for said in words(page))
    assert LONG in row.toolTip()
    assert row.accessibleName().startswith(LONG)


@pytest.mark.parametrize("count", [0, 4, 5, MANY])
def test_an_organisation_that_is_added_stands_in_the_list(
    practice_desk: DeskContext, qtbot: QtBot, count: int
) -> None:
    fill(practice_desk, qtbot, count)
    page = settings(practice_desk, qtbot)
    shown = page.findChildren(RowList)[0]

    assert len(shown.rows) == len(names(practice_desk, qtbot))
    assert len(shown.keys_in_sight()) == min(len(shown.rows), 9)
    assert ("Find an organisation" in names_shown(page)) is (len(shown.rows) > 9)


def names_shown(page: QWidget) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(QWidget) if one.isVisibleTo(page)]


@pytest.mark.parametrize("make", [ContactCard, IntakePage])
def test_a_case_for_one_of_very_many_is_opened_by_a_few_letters_and_the_next_form_has_none(
    practice_desk: DeskContext, qtbot: QtBot, make: Callable[[DeskContext], ContactCard | IntakePage]
) -> None:
    fill(practice_desk, qtbot, MANY)
    page = make(practice_desk)
    in_front(page, qtbot, 440, 900)
    page.shown()
    rest(qtbot, practice_desk)
    if isinstance(page, ContactCard):
        write(page, "new")
        rest(qtbot, practice_desk)
    line(page, "Organisation").setFocus()
    write(page, "studio 123")
    press(page, Qt.Key.Key_Return)
    keep(page)
    rest(qtbot, practice_desk)

    newest = CaseFilter(sort=CaseSort.NUMBER, limit=1)
    assert ask(practice_desk, qtbot, lambda book: book.list_cases(newest))[0].organisation == "Studio 123"
    page.shown()
    rest(qtbot, practice_desk)
    if isinstance(page, ContactCard):
        line(page, "Case").setFocus()
        write(page, "new")
        rest(qtbot, practice_desk)
    assert line(page, "Organisation").text() == ""


def test_letters_that_are_no_organisation_are_in_the_way_of_the_case_only_and_survive_as_a_draft(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    fill(practice_desk, qtbot, MANY)
    page = IntakePage(practice_desk)
    in_front(page, qtbot, 440, 900)
    page.shown()
    rest(qtbot, practice_desk)
    line(page, "Organisation").setFocus()
    write(page, "qqq")
    keep(page)
    rest(qtbot, practice_desk)
    assert any(said.startswith("Nothing is chosen by these letters.") for said in words(page))
    page.flush()
    rest(qtbot, practice_desk)

    later = IntakePage(practice_desk)
    in_front(later, qtbot, 440, 900)
    later.shown()
    rest(qtbot, practice_desk)

    assert line(later, "Organisation").text() == "qqq"


def test_organisations_of_late_come_first(practice_desk: DeskContext, qtbot: QtBot) -> None:
    fill(practice_desk, qtbot, MANY)
    recent = ask(practice_desk, qtbot, lambda book: book.recent_cases())[0].organisation
    page = ContactCard(practice_desk)
    in_front(page, qtbot, 440, 900)
    page.shown()
    rest(qtbot, practice_desk)
    write(page, "new")
    rest(qtbot, practice_desk)
    line(page, "Organisation").setFocus()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)

    assert line(page, "Organisation").text() == recent


def test_an_activity_is_written_down_for_one_of_very_many(practice_desk: DeskContext, qtbot: QtBot) -> None:
    fill(practice_desk, qtbot, MANY)
    desk = Desk(practice_desk, qtbot)
    desk.page.shown()
    desk.settle()
    desk.page.activateWindow()
    desk.say_what(3)
    line(desk.page, "Organisation").setFocus()
    write(desk.page, "audiovisuele")
    press(desk.page, Qt.Key.Key_Return)
    desk.write(3)

    assert isinstance(desk.page, ActivitiesPage)
    assert LONG in desk.lines()[0].about


def test_cases_are_those_of_one_organisation_and_letters_that_are_none_make_way(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    fill(practice_desk, qtbot, MANY)
    cases = CaseList(practice_desk)
    qtbot.addWidget(cases)
    cases.resize(328, 600)
    with qtbot.waitActive(cases):
        cases.show()
        cases.activateWindow()
    cases.read()
    rest(qtbot, practice_desk)
    every = cases.rows.rowCount()
    line(cases, "Organisation").setFocus()
    write(cases, "decibel")
    press(cases, Qt.Key.Key_Return)
    rest(qtbot, practice_desk)
    some = cases.rows.rowCount()
    assert 0 < some < every

    line(cases, "Organisation").selectAll()
    write(cases, "qqq")
    press(cases, Qt.Key.Key_Tab)
    rest(qtbot, practice_desk)
    assert (line(cases, "Organisation").text(), cases.rows.rowCount()) == ("Decibel Facilitair", some)
    assert "No organisation is called “qqq”." in words(cases)

    line(cases, "Organisation").setFocus()
    line(cases, "Organisation").selectAll()
    press(cases, Qt.Key.Key_Delete)
    press(cases, Qt.Key.Key_Tab)
    rest(qtbot, practice_desk)
    assert cases.rows.rowCount() == every


@pytest.mark.parametrize(("count", "fields"), [(8, 0), (9, 1), (60, 1), (200, 1)])
def test_for_whom_figures_are_is_one_field_above_nine(qtbot: QtBot, count: int, fields: int) -> None:
    choice = figures_for(qtbot, count)

    assert [len(choice.findChildren(LineField)), choice.audience] == [fields, SECTOR]


def test_figures_stay_for_whom_they_were_until_another_is_chosen(qtbot: QtBot) -> None:
    choice = figures_for(qtbot, 60)
    asked: list[str] = []
    choice.changed.connect(lambda: asked.append(choice.audience.key))
    field = line(choice, "For whom")
    field.setFocus()
    write(choice, "studio 17")
    press(choice, Qt.Key.Key_Return)
    write(choice, "qqq")
    press(choice, Qt.Key.Key_Tab)

    assert asked == ["organisation:17"]
    assert (field.text(), choice.audience.name) == ("Studio 17", "Studio 17")
    said = "Nothing is called “qqq”. The figures are still for: Studio 17."
    assert said in words(choice)

    field.setFocus()
    press(choice, Qt.Key.Key_Down)
    press(choice, Qt.Key.Key_Down)
    press(choice, Qt.Key.Key_Return)
    assert said not in words(choice)


def test_one_who_is_no_longer_there_makes_way_for_the_sector(qtbot: QtBot) -> None:
    choice = figures_for(qtbot, 60)
    choice.choose_audience(Audience(AudienceKind.ORGANISATION, 17, "Studio 17"))
    choice.show_audiences((SECTOR, *studios(12)))

    assert choice.audience == SECTOR


def studios(count: int) -> tuple[Audience, ...]:
    return tuple(Audience(AudienceKind.ORGANISATION, one, f"Studio {one}") for one in range(count))


def figures_for(qtbot: QtBot, count: int) -> FiguresChoice:
    choice = FiguresChoice(lambda: date(2026, 11, 23), "en")
    qtbot.addWidget(choice)
    choice.resize(230, 700)
    with qtbot.waitActive(choice):
        choice.show()
        choice.activateWindow()
    choice.show_audiences((SECTOR, *studios(count)))
    QApplication.processEvents()
    return choice
