"""What is typed and not understood stays as it is, is marked with an example, and keeps the form from being saved."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.status import OPEN
from counsellor_desk.casework.views import CaseFilter, ContactEntry, NoteEntry
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.closing import ClosingCard
from tests.desk.pages.at_cases import (
    ask,
    button,
    fill,
    in_front,
    keep,
    line,
    press,
    rest,
    words,
    write,
)
from tests.desk.pages.cases_page import At
from tests.desk.pages.on_the_card import TEXT, Card, opened_intake
from tests.desk.pages.test_activities import Desk


@pytest.fixture
def card(practice_desk: DeskContext, qtbot: QtBot) -> Card:
    """The contact card, opened for no case yet."""
    return Card(practice_desk, qtbot)


# minutes, times, days, codes


@pytest.mark.parametrize(("typed", "minutes"), [("1u30", 90), ("1:30", 90), ("1,5 uur", 90), ("90 min", 90)])
def test_minutes_are_understood_as_people_write_them(card: Card, typed: str, minutes: int) -> None:
    row = card.rows(OPEN)[0]
    card.type_number(row.number)
    card.say(TEXT)
    fill(card.page, "Minutes", typed)

    card.save()

    timeline = ask(card.desk, card.qtbot, lambda book: book.case_view(row.id)).timeline
    [talk] = [entry for entry in timeline if isinstance(entry, ContactEntry) and entry.text == TEXT]
    assert talk.minutes == minutes


@pytest.mark.parametrize(
    ("field", "typed", "example"),
    [
        ("Minutes", "1,5", "1:30"),
        ("Minutes", "2000", "1440"),
        ("Minutes", "", "1:30"),
        ("Time", "half 3", "14:30"),
        ("Day", "26-11-23", "23-11"),
        ("Day", "23-11-1026", "23-11"),
        ("Follow-up day", "23-11-0026", "in 2 weeks"),
        ("Codes", "xyzzy", "Choose from the list"),
        ("With whom", "xyzzy", "Choose from the list"),
    ],
)
def test_what_is_not_understood_stays_marked_and_nothing_is_saved(
    card: Card, field: str, typed: str, example: str
) -> None:
    row = card.rows(OPEN)[0]
    before = ask(card.desk, card.qtbot, lambda book: book.case_view(row.id)).timeline
    card.type_number(row.number)
    card.say(TEXT)
    if field in ("Time", "Day", "With whom"):
        button(card.page, "Change: now").click()
    fill(card.page, field, typed)

    card.save()

    assert ask(card.desk, card.qtbot, lambda book: book.case_view(row.id)).timeline == before
    assert line(card.page, field).text() == typed
    assert line(card.page, field).hasFocus()
    assert any(example in sentence for sentence in words(card.page))
    assert card.page.draft().text == TEXT


def test_what_is_not_understood_survives_a_lock(card: Card, qtbot: QtBot) -> None:
    card.say(TEXT)
    button(card.page, "Change: now").click()
    for field, typed in (("Minutes", "1,5"), ("Time", "half 3"), ("Day", "26-11-23"), ("Codes", "xyzzy")):
        fill(card.page, field, typed)
    card.type_number("26-0")
    card.page.flush()
    card.rest()

    again = Card(card.desk, qtbot)

    assert [line(again.page, name).text() for name in ("Case", "Minutes", "Time", "Day", "Codes")] == [
        "26-0", "1,5", "half 3", "26-11-23", "xyzzy",
    ]  # fmt: skip
    assert again.page.draft() == card.page.draft()


def test_a_memory_aid_is_not_kept_for_thirty_days_when_another_day_was_meant(at: At) -> None:
    at.page.desk.composer.write("note")
    write(at.page, TEXT)
    button(at.page.desk.composer, "Kept as: Memory aid").click()
    fill(at.page.desk.composer, "Expires", "half december")

    keep(at.page)
    at.rest()

    assert not any(isinstance(entry, NoteEntry) and entry.text == TEXT for entry in at.view().timeline)
    assert line(at.page.desk.composer, "Expires").text() == "half december"
    assert any("Date not recognised." in sentence for sentence in words(at.page.desk.composer))


def test_letters_of_an_action_stay_and_are_said(at: At) -> None:
    before = at.view().timeline
    at.page.desk.composer.write("action")
    write(at.page, "xyzzy")

    keep(at.page)
    at.rest()

    assert at.view().timeline == before
    assert line(at.page.desk.composer, "Action").text() == "xyzzy"
    assert any("Choose from the list" in sentence for sentence in words(at.page.desk.composer))


def test_a_follow_up_without_a_day_that_is_understood_says_so(at: At) -> None:
    before = at.view().follow_ups
    button(at.page.desk.glance, "Plan a follow-up").click()
    write(at.page, "half december")
    press(at.page, Qt.Key.Key_Tab)
    press(at.page, Qt.Key.Key_Return)
    at.rest()

    assert at.view().follow_ups == before
    assert any("Date not recognised." in sentence for sentence in words(at.page.desk.glance))


def test_letters_on_the_intake_form_stay_and_are_not_in_the_next_one(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    intake = opened_intake(practice_desk, qtbot)
    button(intake, "Organisation:").click()
    line(intake, "Nature").setFocus()
    write(intake, "xyzzy")

    keep(intake)
    rest(qtbot, practice_desk)

    assert line(intake, "Nature").text() == "xyzzy"
    assert any("Choose from the list" in sentence for sentence in words(intake))
    line(intake, "Nature").clear()
    keep(intake)
    rest(qtbot, practice_desk)
    assert intake.draft().typed == ()


def test_letters_behind_more_are_brought_into_sight(practice_desk: DeskContext, qtbot: QtBot) -> None:
    intake = opened_intake(practice_desk, qtbot)
    button(intake, "Organisation:").click()
    button(intake, "More about the case").click()
    line(intake, "Channel").setFocus()
    write(intake, "xyzzy")
    button(intake, "More about the case").click()

    keep(intake)
    rest(qtbot, practice_desk)

    assert line(intake, "Channel").text() == "xyzzy"
    assert line(intake, "Channel").hasFocus()


def test_a_closing_day_nobody_understands_says_so(practice_desk: DeskContext, qtbot: QtBot) -> None:
    rows = ask(practice_desk, qtbot, lambda book: book.list_cases(CaseFilter(statuses=OPEN)))
    closing = ClosingCard(practice_desk)
    in_front(closing, qtbot, 400, 900)
    closing.shown(rows[0].id)
    rest(qtbot, practice_desk)
    fill(closing, "Outcome", "xyzzy")
    fill(closing, "Closed on", "26-11-23")

    keep(closing)
    rest(qtbot, practice_desk)

    assert ask(practice_desk, qtbot, lambda book: book.case(rows[0].id)).is_open
    assert (line(closing, "Outcome").text(), line(closing, "Closed on").text()) == ("xyzzy", "26-11-23")
    assert any("Date not recognised." in sentence for sentence in words(closing))
    assert any("Choose from the list" in sentence for sentence in words(closing))


def test_an_activity_asks_how_many_minutes_were_meant(practice_desk: DeskContext, qtbot: QtBot) -> None:
    desk = Desk(practice_desk, qtbot)
    desk.page.shown()
    desk.settle()
    desk.page.activateWindow()
    before = desk.lines()
    desk.say_what(1)
    fill(desk.page, "Minutes", "1,5")

    keep(desk.page)
    desk.settle()

    assert desk.lines() == before
    assert line(desk.page, "Minutes").text() == "1,5"
    assert "1:30" in desk.page.front.composer.fault


def test_yesterday_in_a_half_written_activity_is_the_same_day_tomorrow(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    desk = Desk(practice_desk, qtbot)
    desk.page.shown()
    desk.settle()
    desk.say_what(1)
    fill(desk.page, "Day", "yesterday")

    assert desk.page.front.composer.draft().day == "22-11-2026"
    assert desk.page.front.composer.day.day() == date(2026, 11, 22)
