"""Which date is right? Asked above the page, answered on purpose, and looked at again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.clock import ClockInDoubt, doubt_of
from counsellor_desk.casework.model import NoteId
from counsellor_desk.desk.model import place
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.shell import clock_question
from counsellor_desk.desk.shell.clock_question import ClockQuestion
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Situation
from tests.desk.fakes import FakeOffice
from tests.desk.test_window import words_on

MakeWindow = Callable[..., DeskWindow]
LAST = datetime(2026, 11, 23, 17, 5)
QUESTION = "Your computer says 14 March 2027. This vault was last used on 23 November 2026. Which is right?"


def doubt(now: datetime = datetime(2027, 3, 14, 9)) -> ClockInDoubt:
    found = doubt_of(LAST, now)
    assert found is not None
    return found


@pytest.fixture
def shell(qtbot: QtBot, make_window: MakeWindow, office: FakeOffice) -> Shell:
    """The desk, opened on 14 March by a clock that is in doubt; one memory aid has passed its day."""
    office.clock.in_doubt = doubt()
    office.book.expired = (NoteId(1),)
    window = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell is not None
    qtbot.waitUntil(lambda: not question(window.shell or window).isHidden())
    return window.shell


def question(part: QWidget) -> ClockQuestion:
    found = part.findChild(ClockQuestion)
    assert isinstance(found, ClockQuestion)
    return found


def shown(part: QWidget) -> list[str]:
    """The answers that can be pressed."""
    return [button.text() for button in part.findChildren(QPushButton) if button.isVisible()]


def press(part: QWidget, text: str) -> None:
    next(button for button in part.findChildren(QPushButton) if button.text() == text).click()


def test_a_doubtful_clock_is_asked_about_in_calm_words_and_deletes_nothing(shell: Shell, office: FakeOffice) -> None:
    assert QUESTION in words_on(shell)
    assert "Notes are saved; a new contact stays a draft." in words_on(shell)
    assert shown(question(shell)) == ["14 March 2027 is right", "That date is wrong"]
    assert office.book.expired == (NoteId(1),)
    assert office.clock.accepted == []


def test_the_question_stays_from_page_to_page(shell: Shell) -> None:
    shell.navigate(place.Cases())

    assert QUESTION in words_on(shell)


def test_return_on_the_page_does_not_answer_it(qtbot: QtBot, shell: Shell, office: FakeOffice) -> None:
    focused = shell.window().focusWidget() or shell
    assert not question(shell).isAncestorOf(focused)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
        QTest.keyClick(focused, key)

    assert office.clock.accepted == []
    assert not question(shell).isHidden()


def test_one_press_after_a_long_holiday_and_the_desk_goes_on_as_ever(
    qtbot: QtBot, shell: Shell, office: FakeOffice
) -> None:
    press(shell, "14 March 2027 is right")

    qtbot.waitUntil(lambda: question(shell).isHidden())
    assert office.clock.accepted == [datetime(2027, 3, 14, 9)]
    qtbot.waitUntil(lambda: office.book.expired == ())  # what waits after opening is done now


def test_a_wrong_date_is_to_be_set_right_and_is_looked_at_again(
    qtbot: QtBot, shell: Shell, office: FakeOffice
) -> None:
    press(shell, "That date is wrong")

    assert "Set the date in the settings of this computer, under Date and time." in words_on(shell)
    assert shown(question(shell)) == ["Look again"]
    press(shell, "Look again")
    qtbot.waitUntil(lambda: QUESTION in words_on(shell))
    press(shell, "That date is wrong")
    office.clock.in_doubt = None  # she has set it
    press(shell, "Look again")
    qtbot.waitUntil(lambda: question(shell).isHidden())
    assert office.clock.accepted == []
    qtbot.waitUntil(lambda: office.book.expired == ())


def test_who_has_said_that_it_is_wrong_is_not_asked_again_by_itself(
    qtbot: QtBot, shell: Shell, office: FakeOffice
) -> None:
    asked = question(shell)
    press(shell, "That date is wrong")

    asked._glance()
    shell.window().tasks.run(lambda _office: None, lambda _none: office.log.append("answered"))
    qtbot.waitUntil(lambda: "answered" in office.log)

    assert shown(asked) == ["Look again"]


def test_a_clock_that_jumps_while_the_desk_is_open_is_asked_about(
    qtbot: QtBot, make_window: MakeWindow, office: FakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock_question, "LOOK_MS", 20)
    window = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert question(window).isHidden()

    office.clock.in_doubt = doubt()
    qtbot.waitUntil(lambda: not question(window).isHidden())
    office.clock.in_doubt = None
    qtbot.waitUntil(lambda: question(window).isHidden())


def test_what_a_gate_refuses_brings_the_question(qtbot: QtBot, make_window: MakeWindow, office: FakeOffice) -> None:
    window = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: window.shell is not None)

    office.clock.in_doubt = doubt()
    window.tasks.run(lambda office: office.clock.check())

    qtbot.waitUntil(lambda: not question(window).isHidden())
    assert "Say at the top of the desk which date is right" in words_on(window)


def test_a_clock_some_hours_behind_is_told_with_the_time(
    qtbot: QtBot, make_window: MakeWindow, office: FakeOffice, preferences: Preferences
) -> None:
    preferences.language = "nl"
    office.clock.in_doubt = doubt(datetime(2026, 11, 23, 5))

    window = make_window(Situation.PRACTICE)

    qtbot.waitUntil(lambda: "Volgens uw computer is het 23 november 2026, 05:00." in words_on(window))
    assert "23 november 2026, 05:00 klopt" in shown(question(window))


def test_a_date_before_there_was_any_vault_cannot_be_said_to_be_right(
    qtbot: QtBot, make_window: MakeWindow, office: FakeOffice
) -> None:
    office.clock.in_doubt = doubt(datetime(1970, 1, 1, 1))

    window = make_window(Situation.PRACTICE)

    qtbot.waitUntil(lambda: "Your computer says 1 January 1970, which cannot be." in words_on(window))
    assert "Set the date in the settings of this computer" in words_on(window)
    assert shown(question(window)) == ["Look again"]
