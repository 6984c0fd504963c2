"""Screens with a secret are left behind one cover only: a new process, in which nothing of it was ever written."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.cover import Cover, HiddenPage
from counsellor_desk.desk.doctor import DoctorScreen
from counsellor_desk.desk.model import place
from counsellor_desk.desk.session.watch import SessionWatch
from counsellor_desk.desk.setup.set_up import SetUpScreen
from counsellor_desk.desk.setup.sheet import SheetFields
from counsellor_desk.desk.unlock import LockScreen
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Office, Situation
from tests.desk.fakes import GROUPS, PASSPHRASE, FakeDoor, FakeOffice, Refused
from tests.support import escape_twice, type_text

MakeWindow = Callable[..., DeskWindow]
NEW = "four other words here"
FILE = "/media/stick/desk-0123abcd-20251120-173000.backup"


class Visitor:
    """Goes by what stands on the screen."""

    def __init__(self, qtbot: QtBot, make_window: MakeWindow, door: FakeDoor) -> None:
        self.qtbot = qtbot
        self.door = door
        self._make_window = make_window

    def comes_to(self, situation: Situation, *, again: bool = False) -> None:
        self.window = self._make_window(situation, again=again)
        self.qtbot.waitSignal(self.window.first_painted).wait()

    def words(self) -> str:
        return " | ".join(label.text() for label in self.window.front.findChildren(QLabel) if label.isVisible())

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.words())

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.window.front.findChildren(QPushButton) if b.text() == text and b.isVisible())

    def press(self, text: str) -> None:
        self.button(text).click()

    def type(self, *texts: str) -> None:
        fields = [field for field in self.window.front.findChildren(QLineEdit) if field.isVisible()]
        for field, text in zip(fields, texts, strict=True):
            type_text(field, text)

    def tick(self) -> None:
        next(box for box in self.window.front.findChildren(QCheckBox) if box.isVisible()).click()

    def paste_sheet(self) -> None:
        fields = next(one for one in self.window.front.findChildren(SheetFields) if one.isVisible())
        first = fields.focusProxy()
        assert isinstance(first, QLineEdit)
        QGuiApplication.clipboard().setText("".join(GROUPS))
        first.paste()

    def open(self) -> None:
        """The desk, by its passphrase, at the settings."""
        self.comes_to(Situation.NEEDS_PASSPHRASE)
        self.type(PASSPHRASE)
        self.press("Open")
        self.qtbot.waitUntil(lambda: self.window.shell is not None)
        assert self.window.shell is not None
        self.window.shell.navigate(place.Settings())


def set_up_passphrase(visitor: Visitor) -> None:
    visitor.comes_to(Situation.FIRST_RUN)
    visitor.press("Next")
    visitor.wait_for("Choose a passphrase")
    visitor.type(NEW, NEW)


def set_up_sheet(visitor: Visitor) -> None:
    set_up_passphrase(visitor)
    visitor.press("Next")
    visitor.wait_for("Your recovery sheet")


def set_up_typed_back(visitor: Visitor) -> None:
    set_up_sheet(visitor)
    visitor.tick()
    visitor.press("Next")
    visitor.wait_for("Type the sheet back")
    visitor.paste_sheet()


def set_up_at_the_beginning_again(visitor: Visitor) -> None:
    set_up_sheet(visitor)
    visitor.press("Back")
    visitor.press("Back")
    visitor.wait_for("Welcome")


def sheet_groups(visitor: Visitor) -> None:
    visitor.comes_to(Situation.NEEDS_SHEET)
    visitor.press("Open with the recovery sheet")
    visitor.paste_sheet()


def sheet_passphrase(visitor: Visitor) -> None:
    sheet_groups(visitor)
    visitor.press("Next")
    visitor.type(NEW, NEW)


def bring_back_sheet(visitor: Visitor) -> None:
    visitor.comes_to(Situation.FIRST_RUN)
    visitor.press("I have a backup or a vault file, and my recovery sheet")
    visitor.wait_for("Which file is it?")
    visitor.press("Choose the file")
    dialog = visitor.window.front.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(FILE)
    dialog.close()
    visitor.wait_for("20 November 2025, 17:30")
    visitor.press("Next")
    visitor.wait_for("Type the recovery sheet")
    visitor.paste_sheet()


def bring_back_contents(visitor: Visitor) -> None:
    bring_back_sheet(visitor)
    visitor.press("Next")
    visitor.wait_for("This is in it")


def bring_back_passphrase(visitor: Visitor) -> None:
    bring_back_contents(visitor)
    visitor.press("Next")
    visitor.wait_for("Choose a passphrase")


def new_passphrase(visitor: Visitor) -> None:
    visitor.open()
    visitor.press("Change the passphrase")
    visitor.type(PASSPHRASE)
    visitor.press("Next")
    visitor.wait_for("Step 2 of 2")
    visitor.type(NEW, NEW)


def new_key_sheet(visitor: Visitor) -> None:
    visitor.open()
    visitor.press("Change the key")
    visitor.type(PASSPHRASE)
    visitor.press("Next")
    visitor.wait_for("Your recovery sheet")


def new_key_typed_back(visitor: Visitor) -> None:
    new_key_sheet(visitor)
    visitor.tick()
    visitor.press("Next")
    visitor.paste_sheet()


def new_key_refused(visitor: Visitor) -> None:
    new_key_typed_back(visitor)
    visitor.door.refuse = Refused("vault.disk_full")
    visitor.press("Change the key")
    visitor.qtbot.waitUntil(lambda: isinstance(visitor.window.front, DoctorScreen))


def lock_screen_typed(visitor: Visitor) -> None:
    visitor.comes_to(Situation.NEEDS_PASSPHRASE)
    visitor.type("half a pass")


def lock_screen_emptied(visitor: Visitor) -> None:
    lock_screen_typed(visitor)
    visitor.window.front.findChildren(QLineEdit)[0].clear()


def passphrase_refused(visitor: Visitor) -> None:
    visitor.comes_to(Situation.NEEDS_PASSPHRASE)
    visitor.door.refuse = Refused("custody.keyring_locked")
    visitor.type(PASSPHRASE)
    visitor.press("Open")
    visitor.wait_for("The keyring is locked.")


SCREENS = {
    screen.__name__: screen
    for screen in (
        set_up_passphrase,
        set_up_sheet,
        set_up_typed_back,
        set_up_at_the_beginning_again,
        sheet_groups,
        sheet_passphrase,
        bring_back_sheet,
        bring_back_contents,
        bring_back_passphrase,
        new_passphrase,
        new_key_sheet,
        new_key_typed_back,
        new_key_refused,
        lock_screen_typed,
        lock_screen_emptied,
        passphrase_refused,
    )
}


def left_alone(visitor: Visitor, session: SessionWatch) -> None:
    timer = visitor.window._watch.findChild(QTimer)
    assert timer is not None
    assert timer.isActive(), "nobody watches"
    timer.timeout.emit()


def session_left(visitor: Visitor, session: SessionWatch) -> None:
    session.left.emit()  # locked, switched to another user, asleep: the watch of each desktop has its own tests


def ctrl_l(visitor: Visitor, session: SessionWatch) -> None:
    QTest.keyClick(visitor.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def hidden(visitor: Visitor, session: SessionWatch) -> None:
    escape_twice(visitor.window)


WAYS = {way.__name__: way for way in (left_alone, session_left, ctrl_l, hidden)}


@pytest.fixture
def visitor(qtbot: QtBot, make_window: MakeWindow, door: FakeDoor, office: FakeOffice) -> Visitor:
    office.practice = False
    return Visitor(qtbot, make_window, door)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_with_a_secret_is_covered_and_its_process_replaced(
    visitor: Visitor, session: SessionWatch, screen: str, way: str
) -> None:
    SCREENS[screen](visitor)

    WAYS[way](visitor, session)

    hides = way == "hidden"
    assert visitor.door.replaced == [hides]
    assert isinstance(visitor.window.front, HiddenPage if hides else Cover)


BACK = {
    "set_up_at_the_beginning_again": ("I have a backup or a vault file, and my recovery sheet",),
    "sheet_groups": ("Back",),
    "sheet_passphrase": ("Back", "Back"),
    "bring_back_sheet": ("Back", "Back"),
    "bring_back_contents": ("Back", "Back", "Back"),
    "bring_back_passphrase": ("Back", "Back", "Back", "Back"),
    "new_key_sheet": ("Back", "Stop and lock"),
    "new_key_typed_back": ("Back", "Back", "Stop and lock"),
    "new_key_refused": ("Try again",),
    "passphrase_refused": ("Try again",),
}


@pytest.mark.parametrize("screen", BACK)
def test_going_back_from_a_screen_with_a_secret_replaces_the_process(visitor: Visitor, screen: str) -> None:
    SCREENS[screen](visitor)
    *within, last = BACK[screen]

    for words in within:
        visitor.press(words)
    assert visitor.door.replaced == []
    visitor.press(last)

    assert visitor.door.replaced == [False]


def test_another_language_after_a_secret_begins_in_a_new_process(visitor: Visitor) -> None:
    set_up_at_the_beginning_again(visitor)
    visitor.press("Nederlands")
    visitor.press("Next")

    visitor.qtbot.waitUntil(lambda: visitor.door.replaced == [False])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("situation", [Situation.FIRST_RUN, Situation.NEEDS_PASSPHRASE, Situation.NEEDS_SHEET])
def test_a_screen_without_a_secret_stays_as_it_is(
    visitor: Visitor, session: SessionWatch, situation: Situation, way: str
) -> None:
    visitor.comes_to(situation)
    before = visitor.window.front

    WAYS[way](visitor, session)

    assert visitor.door.replaced == []
    assert visitor.window.front is before


def test_going_back_from_where_nothing_was_typed_needs_no_new_process(visitor: Visitor) -> None:
    visitor.comes_to(Situation.NEEDS_PASSPHRASE)
    visitor.press("Cannot open?")
    visitor.press("Back")

    assert isinstance(visitor.window.front, LockScreen)
    assert visitor.door.replaced == []


def test_a_vault_that_is_just_being_made_is_not_opened_for_nobody(visitor: Visitor, session: SessionWatch) -> None:
    set_up_typed_back(visitor)
    made = Event()

    def make_slowly(*_anything: object) -> Office:
        made.wait(10)
        return visitor.door.office

    vars(visitor.door)["finish_set_up"] = make_slowly
    visitor.press("Open the desk")

    session.left.emit()
    made.set()

    assert visitor.door.replaced == [False]
    assert visitor.window.shell is None


def test_a_set_up_that_was_cut_short_says_so_when_it_begins_again(visitor: Visitor) -> None:
    visitor.comes_to(Situation.FIRST_RUN, again=True)

    assert isinstance(visitor.window.front, SetUpScreen)
    assert "The set-up was not finished, and nothing was made." in visitor.words()
    assert "keep the sheet of a vault you already have" in visitor.words()  # she may have come to bring that one back


def test_the_first_set_up_of_all_says_nothing_of_the_kind(visitor: Visitor) -> None:
    visitor.comes_to(Situation.FIRST_RUN)

    assert "was not finished" not in visitor.words()
