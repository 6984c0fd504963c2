"""The activities page on the practice vault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import Activity, ProfessionalHours
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.activities.page import ActivitiesPage
from counsellor_desk.desk.pages.activities.rows import EntryLine, MonthSum
from tests.desk.pages.desk_at_work import RememberingFrame, settle
from tests.support import FakeClock, type_text


class Desk:
    """The page in a window, as wide as on the smallest screen it is made for."""

    def __init__(self, context: DeskContext, qtbot: QtBot) -> None:
        self.context = context
        self.qtbot = qtbot
        self.page = ActivitiesPage(context)
        qtbot.addWidget(self.page)
        self.page.resize(1092, 634)
        self.page.show()

    def settle(self) -> None:
        settle(self.qtbot, self.context.tasks)

    def rows(self) -> list[EntryLine | MonthSum]:
        model = self.page.front.entries.rows
        return [row for place in range(model.rowCount()) if (row := model.row(model.index(place))) is not None]

    def lines(self) -> list[EntryLine]:
        return [row for row in self.rows() if isinstance(row, EntryLine)]

    def say_what(self, code_number: int) -> None:
        """Choose what it was: of a few by its digit, of many by its code."""
        self.page.front.composer.start()
        focused = self.page.focusWidget()
        if isinstance(focused, QLineEdit):
            focused.selectAll()
            type_text(focused, self.context.codebook.codes("ACTIVITY", self.context.today())[code_number - 1].code)
            press(self.page, Qt.Key.Key_Return)
        else:
            press(self.page, Qt.Key(Qt.Key.Key_1.value + code_number - 1))

    def write(self, code_number: int, remark: str = "", day: str = "") -> None:
        """Write something down by keyboard alone."""
        composer = self.page.front.composer
        self.say_what(code_number)
        if day:
            composer.day.set_words(day)
        composer.remark.setFocus()
        type_text(composer.remark, remark)
        press(self.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()


def press(page: ActivitiesPage, key: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key(key), modifier)


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(practice_desk, qtbot)
    desk.page.shown()
    desk.settle()
    desk.page.activateWindow()
    yield desk
    desk.settle()


def test_activities_stand_newest_first_under_their_months(desk: Desk) -> None:
    rows = desk.rows()
    days = [line.entry.on for line in desk.lines()]

    assert isinstance(rows[0], MonthSum)
    assert days == sorted(days, reverse=True)
    assert len({(day.year, day.month) for day in days}) == len([row for row in rows if isinstance(row, MonthSum)])


def test_an_activity_is_written_down_by_keyboard(desk: Desk, frame: RememberingFrame) -> None:
    before = len(desk.lines())
    desk.write(4, "with the éditor <b>today</b>")

    first = desk.lines()[0].entry
    assert isinstance(first, Activity)
    assert (first.code, first.on, first.minutes) == ("V.SPR", desk.context.today(), 60)
    assert "<b>today</b>" in desk.lines()[0].about
    assert len(desk.lines()) == before + 1
    assert frame.saved


def test_what_was_written_down_can_be_undone(desk: Desk, frame: RememberingFrame) -> None:
    before = desk.lines()
    desk.write(1)
    [(_words, undo)] = frame.undos
    undo()
    desk.settle()

    assert [line.entry for line in desk.lines()] == [line.entry for line in before]


def test_the_delete_key_removes_a_line_and_undo_brings_it_back(desk: Desk, frame: RememberingFrame) -> None:
    before = desk.lines()
    entries = desk.page.front.entries
    entries.setCurrentIndex(entries.rows.index(1))
    QTest.keyClick(entries, Qt.Key.Key_Delete)
    desk.settle()
    assert len(desk.lines()) == len(before) - 1

    frame.undos[0][1]()
    desk.settle()
    assert len(desk.lines()) == len(before)


def test_a_day_to_come_is_refused_calmly_and_nothing_is_lost(desk: Desk, frame: RememberingFrame) -> None:
    before = len(desk.lines())
    desk.write(2, "kept words", day="tomorrow")

    composer = desk.page.front.composer
    assert len(desk.lines()) == before
    assert composer.fault
    assert composer.remark.text() == "kept words"
    assert frame.saved == []


def test_words_that_are_no_day_are_asked_about(desk: Desk) -> None:
    before = len(desk.lines())
    desk.write(2, day="blorp")

    assert len(desk.lines()) == before
    assert desk.page.front.composer.fault


def test_the_form_unfolds_when_one_says_what_it_was(desk: Desk) -> None:
    composer = desk.page.front.composer
    assert not composer.remark.isVisibleTo(desk.page)

    desk.say_what(1)

    assert composer.remark.isVisibleTo(desk.page)


def test_a_half_written_activity_survives_leaving_and_locking(desk: Desk, qtbot: QtBot) -> None:
    composer = desk.page.front.composer
    desk.say_what(3)
    composer.remark.setFocus()
    type_text(composer.remark, "half a w")
    desk.page.flush()
    desk.settle()

    later = Desk(desk.context, qtbot)
    later.page.shown()
    later.settle()
    assert later.page.front.composer.draft() == composer.draft()


def test_saving_leaves_no_draft_behind(desk: Desk, qtbot: QtBot) -> None:
    desk.write(3, "a word")
    desk.page.flush()
    desk.settle()

    later = Desk(desk.context, qtbot)
    later.page.shown()
    later.settle()
    assert later.page.front.composer.saver.is_blank


def test_hours_have_a_list_of_their_own_that_counts_towards_recertification(desk: Desk) -> None:
    desk.page.shown(place.Activities(hours=True))
    desk.settle()
    desk.write(2, "with the group")

    first = desk.lines()[0].entry
    assert isinstance(first, ProfessionalHours)
    assert (first.code, first.minutes) == ("E.ITV", 120)


def test_a_clock_set_back_to_before_the_practice_shows_an_empty_page(desk: Desk, fake_clock: FakeClock) -> None:
    fake_clock.advance(days=-4000)
    desk.page.refresh()
    desk.settle()

    assert desk.lines() == []
    assert desk.page.front.empty.isVisibleTo(desk.page)


@pytest.mark.parametrize("remark", ["🦉 \u202eright to left", "a\tb", "x" * 1000])
def test_odd_remarks_are_kept_as_words(desk: Desk, remark: str) -> None:
    desk.say_what(1)
    desk.page.front.composer.remark.setText(remark)
    press(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    entry = desk.lines()[0].entry
    assert entry.remark == remark[:400]
    assert not desk.page.grab().isNull()


def test_letters_that_name_no_activity_stay_with_an_example_and_only_they_are_in_the_way(
    desk: Desk, qtbot: QtBot
) -> None:
    before = len(desk.lines())
    composer = desk.page.front.composer
    composer.start()
    type_text(desk.page.focusWidget() or composer, "zzz")
    press(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert composer.fault.startswith("Nothing is chosen by these letters.")
    desk.page.flush()
    desk.settle()

    later = Desk(desk.context, qtbot)
    later.page.shown()
    later.settle()
    assert dict(later.page.front.composer.draft().typed) == {"code": "zzz"}

    later.write(3)
    assert len(later.lines()) == before + 1
