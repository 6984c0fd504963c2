"""Another passphrase and another key, from the settings: calm steps over the open desk, with a way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.doctor import DoctorScreen
from counsellor_desk.desk.model import place
from counsellor_desk.desk.setup.key_change import KeyScreen, PassphraseScreen
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.unlock import LockScreen
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Situation
from tests.desk.fakes import GROUPS, PASSPHRASE, FakeDoor, FakeOffice, Refused
from tests.support import type_text

MakeWindow = Callable[..., DeskWindow]
NEW = "four other words here"


class Visitor:
    """Somebody at the open desk, in the settings."""

    def __init__(self, qtbot: QtBot, window: DeskWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def words(self) -> str:
        return " | ".join(label.text() for label in self.window.front.findChildren(QLabel) if label.isVisible())

    def press(self, text: str) -> None:
        buttons = self.window.front.findChildren(QPushButton)
        next(button for button in buttons if button.text() == text and button.isVisible()).click()

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.words())

    def type(self, *texts: str) -> None:
        fields = [field for field in self.window.front.findChildren(QLineEdit) if field.isVisible()]
        for field, text in zip(fields, texts, strict=True):
            type_text(field, text)

    def tick(self) -> None:
        next(box for box in self.window.front.findChildren(QCheckBox) if box.isVisible()).click()

    def paste_sheet(self) -> None:
        field = next(field for field in self.window.front.findChildren(QLineEdit) if field.isVisible())
        QGuiApplication.clipboard().setText("".join(GROUPS))
        field.paste()

    def to_the_last_step(self) -> None:
        self.press("Change the key")
        self.type(PASSPHRASE)
        self.press("Next")
        self.wait_for("Your recovery sheet")
        self.tick()
        self.press("Next")
        self.paste_sheet()


@pytest.fixture
def visitor(qtbot: QtBot, make_window: MakeWindow, office: FakeOffice) -> Visitor:
    office.practice = False
    window = make_window(Situation.NEEDS_PASSPHRASE)
    screen = window.front
    assert isinstance(screen, LockScreen)
    type_text(screen.passphrase, PASSPHRASE)
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell is not None
    window.shell.navigate(place.Settings())
    return Visitor(qtbot, window)


def test_the_settings_say_by_what_to_know_the_sheet(visitor: Visitor) -> None:
    assert "Fingerprint 7Y815RH8 · made on 03-05-2026" in visitor.words()


def test_another_passphrase_is_set_in_two_steps(visitor: Visitor, door: FakeDoor) -> None:
    visitor.press("Change the passphrase")
    visitor.type(PASSPHRASE)
    visitor.press("Next")
    visitor.wait_for("Step 2 of 2")
    visitor.type(NEW, NEW)
    visitor.press("Change the passphrase")

    visitor.wait_for("The new passphrase is in force.")
    assert isinstance(visitor.window.front, Shell)
    assert door.made_with == NEW


def test_a_wrong_passphrase_is_told_before_a_new_one_is_asked_for(visitor: Visitor, door: FakeDoor) -> None:
    visitor.press("Change the passphrase")
    visitor.type("not at all the one")
    visitor.press("Next")

    visitor.wait_for("That is not the passphrase of this vault.")
    assert "Step 1 of 2" in visitor.words()
    assert door.made_with == "nothing was made"


@pytest.mark.parametrize("way", ["Change the passphrase", "Change the key"])
def test_one_can_type_the_passphrase_at_once(visitor: Visitor, way: str) -> None:
    visitor.press(way)

    here = visitor.window.focusWidget()
    assert isinstance(here, QLineEdit)
    assert here.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("way", ["Change the passphrase", "Change the key"])
def test_going_back_from_the_first_step_leaves_everything_as_it_was(
    visitor: Visitor, door: FakeDoor, way: str
) -> None:
    visitor.press(way)
    assert isinstance(visitor.window.front, PassphraseScreen | KeyScreen)

    visitor.press("Back")

    assert isinstance(visitor.window.front, Shell)
    assert (door.made_with, door.key_given) == ("nothing was made", None)


def test_a_new_key_ends_with_the_desk_locked(visitor: Visitor, door: FakeDoor, office: FakeOffice) -> None:
    visitor.to_the_last_step()
    visitor.press("Change the key")

    visitor.qtbot.waitUntil(lambda: door.replaced == [False])
    assert door.key_given == (PASSPHRASE, GROUPS)
    assert office.log == ["closed"]


def test_the_sheet_of_the_new_key_is_shown_to_nobody_who_does_not_know_the_passphrase(visitor: Visitor) -> None:
    visitor.press("Change the key")
    visitor.type("not at all the one")
    visitor.press("Next")

    visitor.wait_for("That is not the passphrase of this vault.")
    assert GROUPS[0] not in visitor.words()


def test_one_can_go_back_and_forth_with_the_same_sheet(visitor: Visitor) -> None:
    visitor.to_the_last_step()
    visitor.press("Back")
    assert GROUPS[0] in visitor.words()
    visitor.press("Back")

    visitor.press("Next")

    assert visitor.words().count(GROUPS[0]) == 1


def test_a_change_of_key_that_fails_says_why_and_leads_to_the_passphrase(visitor: Visitor, door: FakeDoor) -> None:
    visitor.to_the_last_step()
    door.refuse = Refused("vault.disk_full")
    visitor.press("Change the key")
    visitor.qtbot.waitUntil(lambda: isinstance(visitor.window.front, DoctorScreen))
    assert "no room left" in visitor.words()

    door.refuse = None
    visitor.press("Try again")

    assert door.replaced == [False]  # and the new process asks for the passphrase


def test_locking_during_a_change_locks_at_once(visitor: Visitor, door: FakeDoor, office: FakeOffice) -> None:
    visitor.press("Change the key")

    visitor.window.lock.lock()

    assert door.replaced == [False]
    assert office.log == ["closed"]


def test_a_practice_vault_has_no_key_to_change(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell is not None
    window.shell.navigate(place.Settings())

    assert not {"Change the key", "Change the passphrase"} & {
        b.text() for b in window.front.findChildren(QPushButton)
    }
