"""What appears on the screen by itself is said to a screen reader, once, and nothing is said of a hidden desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.labels import Remark
from counsellor_desk.desk.unlock import LockScreen
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Situation
from tests.desk.fakes import PASSPHRASE, FakeDoor, Refused
from tests.support import type_text

MakeWindow = Callable[..., DeskWindow]


class Reader:
    """Remembers what it was told, and what of it would not wait."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.urgent: list[str] = []

    def hear(self, event: QAccessibleAnnouncementEvent) -> None:
        self.heard.append(event.message())
        if event.politeness() is QAccessible.AnnouncementPoliteness.Assertive:
            self.urgent.append(event.message())


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(QAccessible, "updateAccessibility", made.hear)
    return made


@pytest.fixture
def remark(qtbot: QtBot) -> Remark:
    made = Remark()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_error_line_is_said_when_it_comes_and_when_it_changes(remark: Remark, reader: Reader) -> None:
    for words in ("Too short.", "Too short.", "Too long.", ""):
        remark.setText(words)

    assert reader.heard == reader.urgent == ["Too short.", "Too long."]


def test_the_same_error_is_said_again_when_it_comes_again(remark: Remark, reader: Reader) -> None:
    remark.setText("Too short.")
    remark.hide()
    remark.setText("Too short.")

    assert reader.heard == ["Too short."] * 2


def test_a_pause_is_said_once_and_not_every_second(
    qtbot: QtBot, make_window: MakeWindow, door: FakeDoor, reader: Reader
) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE)
    screen = window.front
    assert isinstance(screen, LockScreen)
    screen.say(Refused("custody.too_many_tries", seconds=9))
    for _ in range(3):
        screen._on_second()

    assert [words for words in reader.urgent if "9" in words]
    assert not [words for words in reader.heard if "8" in words or "7" in words]


def test_one_hears_that_the_desk_is_locked_and_that_it_is_open(
    qtbot: QtBot, make_window: MakeWindow, reader: Reader
) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE)
    window.show()
    screen = window.front
    assert isinstance(screen, LockScreen)
    qtbot.waitUntil(lambda: reader.heard == ["The desk is locked."])

    type_text(screen.passphrase, PASSPHRASE)
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None)

    assert reader.heard[-1] == "The desk is open."


def test_why_the_vault_stays_closed_is_said_and_so_is_a_banner(
    qtbot: QtBot, make_window: MakeWindow, reader: Reader
) -> None:
    window = make_window(Situation.VAULT_GONE)
    window.show()
    qtbot.waitUntil(lambda: "No new one is made" in " ".join(reader.heard))

    window = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell is not None
    window.shell.show_banner("The new passphrase is in force.")

    assert reader.heard[-1] == "The new passphrase is in force."
    assert reader.urgent == []


def test_nothing_is_said_of_a_hidden_desk(qtbot: QtBot, make_window: MakeWindow, reader: Reader) -> None:
    make_window(Situation.NEEDS_PASSPHRASE, hidden=True).show()
    qtbot.wait(1200)

    assert reader.heard == []
