"""Every window the desk shows keeps out of pictures of the screen, where the system has a way; against a stand-in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import wintypes

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from counsellor_desk.desk.capture import WDA_EXCLUDEFROMCAPTURE, WDA_NONE, CaptureShield, CaptureState
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.model import place
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.window import DeskWindow


class FakeUser32:
    """Remembers how each window was marked, in order."""

    def __init__(self) -> None:
        self.marks: list[tuple[int, int]] = []

    def SetWindowDisplayAffinity(self, window: wintypes.HWND, affinity: wintypes.DWORD) -> int:
        self.marks.append((int(window.value or 0), affinity.value))
        return 1


@pytest.fixture
def user32() -> FakeUser32:
    return FakeUser32()


@pytest.fixture
def shield(qapp: QApplication, user32: FakeUser32, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaptureShield]:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    made = CaptureShield(qapp, user32, wanted=True)
    yield made
    delete(made)


@pytest.fixture
def windows(qtbot: QtBot, shield: CaptureShield) -> list[QWidget]:
    """A window with something in it, a dialog, a menu: all shown."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLabel("inside"))
    dialog, menu = QDialog(window), QMenu(window)
    menu.addAction("an action")
    qtbot.addWidget(window)
    window.show()
    dialog.open()
    menu.popup(QPoint(0, 0))
    return [window, dialog, menu]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_window_shown_is_marked_once(user32: FakeUser32, windows: list[QWidget]) -> None:
    assert user32.marks == [(int(window.winId()), WDA_EXCLUDEFROMCAPTURE) for window in windows]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_switched_off_the_windows_that_stand_there_are_seen_again(
    user32: FakeUser32, shield: CaptureShield, windows: list[QWidget]
) -> None:
    user32.marks.clear()

    shield.want(False)

    assert {(int(window.winId()), WDA_NONE) for window in windows} <= set(user32.marks)
    assert {affinity for _, affinity in user32.marks} == {WDA_NONE}
    assert shield.state is CaptureState.SWITCHED_OFF


def test_with_a_screen_reader_windows_are_seen(
    qtbot: QtBot, user32: FakeUser32, shield: CaptureShield, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    window = QWidget()
    qtbot.addWidget(window)

    window.show()

    assert [affinity for _, affinity in user32.marks] == [WDA_NONE]
    assert shield.state is CaptureState.SCREEN_READER


def test_without_a_way_it_says_so(qapp: QApplication) -> None:
    shield = CaptureShield(qapp, None, wanted=True)

    shield.want(True)

    assert shield.state is CaptureState.NOT_HERE


def test_the_choice_is_remembered(preferences: Preferences) -> None:
    assert preferences.keeps_out_of_capture

    preferences.keeps_out_of_capture = False

    assert not preferences.keeps_out_of_capture


def settings(qtbot: QtBot, make_window: Callable[..., DeskWindow]) -> DeskWindow:
    window = make_window()
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell is not None
    window.shell.navigate(place.Settings())
    return window


def says(window: DeskWindow, words: str) -> bool:
    return any(words in label.text() and label.isVisible() for label in window.findChildren(PlainLabel))


def test_the_settings_say_how_it_stands_and_switch_it(
    qtbot: QtBot,
    make_window: Callable[..., DeskWindow],
    preferences: Preferences,
    user32: FakeUser32,
    shield: CaptureShield,
) -> None:
    window = settings(qtbot, make_window)
    assert says(window, "does not appear")

    next(button for button in window.findChildren(QAbstractButton) if button.text() == "May be seen").click()

    assert says(window, "sees the desk")
    assert not preferences.keeps_out_of_capture
    assert user32.marks[-1] == (int(window.winId()), WDA_NONE)


class TestWithoutAWay:
    """On a system that lets no program keep out."""

    @pytest.fixture
    def shield(self, qapp: QApplication) -> CaptureShield:
        return CaptureShield(qapp, None, wanted=True)

    def test_the_settings_say_so(self, qtbot: QtBot, make_window: Callable[..., DeskWindow]) -> None:
        window = settings(qtbot, make_window)

        assert says(window, "Lock the desk before you share your screen")
