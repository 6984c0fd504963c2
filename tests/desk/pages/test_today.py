"""The Today page on the practice vault."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.followups import plan_follow_up
from counsellor_desk.casework.model import FollowUp, FollowUpId
from counsellor_desk.casework.views import Board, DueRow
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.today.due_rows import by_urgency
from counsellor_desk.desk.pages.today.page import TodayPage
from tests.desk.pages.at_cases import ask, button, rest, words
from tests.desk.pages.desk_at_work import RememberingFrame

TODAY = date(2026, 11, 23)


@pytest.fixture
def page(practice_desk: DeskContext, qtbot: QtBot) -> Iterator[TodayPage]:
    """The page in front."""
    page = TodayPage(practice_desk)
    qtbot.addWidget(page)
    page.resize(1092, 714)
    page.show()
    page.shown()
    rest(qtbot, practice_desk)
    yield page
    rest(qtbot, practice_desk)


def test_what_is_due_stands_in_three_groups() -> None:
    due = [
        DueRow(FollowUp(FollowUpId(n), None, on, None, "call"), None)
        for n, on in enumerate([date(2026, 11, 20), TODAY, date(2026, 11, 25)])
    ]

    groups = by_urgency(tuple(due), TODAY)

    assert [name for name, _rows in groups] == ["Late", "Today", "This week"]
    assert [len(rows) for _name, rows in groups] == [1, 1, 1]


def test_a_group_without_anything_due_is_left_out() -> None:
    assert by_urgency((), TODAY) == ()


def test_the_day_stands_above_what_is_due(page: TodayPage) -> None:
    assert {"Monday 23 November", "Late", "Today", "This week"} <= set(words(page))


def test_a_thing_done_disappears_and_undo_brings_it_back(
    page: TodayPage, practice_desk: DeskContext, frame: RememberingFrame, qtbot: QtBot
) -> None:
    before = practice_board(practice_desk, qtbot)

    button(page, "Done:").click()
    rest(qtbot, practice_desk)

    assert len(practice_board(practice_desk, qtbot).due) == len(before.due) - 1
    said, undo = frame.undos[-1]
    assert said == "Done."
    undo()
    rest(qtbot, practice_desk)
    assert practice_board(practice_desk, qtbot) == before


def test_a_number_opens_its_case(page: TodayPage, practice_desk: DeskContext, frame: RememberingFrame) -> None:
    link = button(page, "Open case")

    link.click()

    where = frame.places[-1]
    assert isinstance(where, place.Cases)
    assert where.case is not None


def test_the_keyboard_reaches_every_done_button(page: TodayPage, qtbot: QtBot) -> None:
    first = button(page, "Done:")
    first.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)

    focused = page.focusWidget()
    assert focused is not first
    assert focused.accessibleName().startswith("Done:")


def test_cases_without_contact_for_long_are_offered_for_closing(page: TodayPage, frame: RememberingFrame) -> None:
    button(page, "Show: 4 case").click()

    assert frame.places[-1] == place.Cases(to_close=True)


def test_the_hours_are_told_against_what_recertification_asks(page: TodayPage) -> None:
    assert {"51 of 72 hours", "18/24", "24/32", "9/16"} <= set(words(page))


def test_the_quarter_is_shown_as_true_figures_for_own_eyes(
    page: TodayPage, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    board = practice_board(practice_desk, qtbot)

    shown = words(page)

    assert "This quarter, for your eyes only" in shown
    for figure in (board.opened_this_quarter, board.running, board.contacts_this_quarter):
        assert str(figure) in shown


def test_a_day_without_anything_due_says_so(page: TodayPage, practice_desk: DeskContext, qtbot: QtBot) -> None:
    board = practice_board(practice_desk, qtbot)
    for _row in board.due:
        button(page, "Done:").click()
        rest(qtbot, practice_desk)

    assert "Nothing waits for you." in words(page)


def test_a_follow_up_without_a_case_has_no_number_to_open(
    page: TodayPage, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    practice_desk.tasks.run(lambda office: plan_follow_up(office.book, None, date(2020, 1, 1), "Own study \u202e<b>"))
    page.refresh()
    rest(qtbot, practice_desk)

    assert "Own study \u202e<b>" in words(page)


def test_five_hundred_things_due_need_no_more_buttons_than_are_in_sight(
    page: TodayPage, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    plan(practice_desk, 500)
    page.refresh()
    rest(qtbot, practice_desk)

    assert len(practice_board(practice_desk, qtbot).due) > 500
    assert len([one for one in page.findChildren(QPushButton) if one.accessibleName().startswith("Done:")]) < 25


def test_the_last_of_five_hundred_things_due_is_a_key_away(
    page: TodayPage, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    plan(practice_desk, 500)
    page.refresh()
    rest(qtbot, practice_desk)
    last = practice_board(practice_desk, qtbot).due[-1]
    button(page, "Done:").parentWidget().setFocus()

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_End)

    assert last.number is not None
    assert last.number in page.focusWidget().accessibleName()


def test_who_did_a_thing_with_the_keyboard_goes_on_in_the_list(
    page: TodayPage, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    done = button(page, "Done:")
    done.setFocus()

    done.click()
    rest(qtbot, practice_desk)

    assert page.focusWidget().accessibleName().startswith(practice_board(practice_desk, qtbot).due[0].number or "?")


def plan(desk: DeskContext, many: int) -> None:
    """So many follow-ups that are late."""
    desk.tasks.run(
        lambda office: [plan_follow_up(office.book, None, date(2026, 11, 2), "Bellen") for _ in range(many)]
    )


def practice_board(desk: DeskContext, qtbot: QtBot) -> Board:
    """The board as the vault has it now."""
    return ask(desk, qtbot, lambda book: book.board(TODAY))
