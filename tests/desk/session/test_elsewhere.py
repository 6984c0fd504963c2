"""The watches of Windows and macOS against stand-ins for their libraries: what they ask for, what they hear."""

from __future__ import annotations

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.session import macos, windows
from counsellor_desk.desk.session.macos import MacWatch
from counsellor_desk.desk.session.windows import WindowsWatch


class FakeLibrary:
    """Remembers its calls and answers each with the same number."""

    def __init__(self) -> None:
        self.calls: dict[str, tuple[object, ...]] = {}

    def __getattr__(self, name: str) -> object:
        def function(*arguments: object) -> int:
            self.calls[name] = arguments
            return 7

        return vars(self).setdefault(name, function)


@pytest.fixture
def wtsapi() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
def windows_watch(qtbot: QtBot, wtsapi: FakeLibrary) -> WindowsWatch:
    window = QWidget()
    qtbot.addWidget(window)
    return WindowsWatch(window, wtsapi)


def tell(watch: WindowsWatch, message: int, word: int) -> list[str]:
    """What the watch says when the window gets a message."""
    said: list[str] = []
    watch.left.connect(lambda: said.append("left"))
    note = wintypes.MSG()
    note.message, note.wParam = message, word
    watch.filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(note))
    return said


@pytest.mark.parametrize(
    ("message", "word"),
    [
        (windows.WM_WTSSESSION_CHANGE, windows.WTS_SESSION_LOCK),
        (windows.WM_WTSSESSION_CHANGE, windows.WTS_CONSOLE_DISCONNECT),
        (windows.WM_WTSSESSION_CHANGE, windows.WTS_REMOTE_DISCONNECT),
        (windows.WM_WTSSESSION_CHANGE, windows.WTS_SESSION_LOGOFF),
        (windows.WM_POWERBROADCAST, windows.PBT_APMSUSPEND),
    ],
)
def test_on_windows_the_person_left_at(windows_watch: WindowsWatch, message: int, word: int) -> None:
    assert tell(windows_watch, message, word) == ["left"]


@pytest.mark.parametrize("word", [0x1, 0x5, 0x8], ids=["connect", "logon", "unlock"])
def test_on_windows_the_person_is_there_at(windows_watch: WindowsWatch, word: int) -> None:
    assert tell(windows_watch, windows.WM_WTSSESSION_CHANGE, word) == []


def test_on_windows_the_messages_of_the_own_session_are_asked_for(
    windows_watch: WindowsWatch, wtsapi: FakeLibrary
) -> None:
    windows_watch.start()

    assert wtsapi.calls["WTSRegisterSessionNotification"][1] == 0


@pytest.fixture
def mac_watch(qapp: QApplication) -> tuple[MacWatch, FakeLibrary, FakeLibrary]:
    foundation, kit = FakeLibrary(), FakeLibrary()
    watch = MacWatch(qapp, foundation, kit)
    watch.start()
    return watch, foundation, kit


def test_on_macos_the_lock_of_the_screen_is_heard(
    qtbot: QtBot, mac_watch: tuple[MacWatch, FakeLibrary, FakeLibrary]
) -> None:
    watch, foundation, _ = mac_watch
    observer = foundation.calls["CFNotificationCenterAddObserver"][2]
    assert callable(observer)

    with qtbot.waitSignal(watch.left):
        observer(None, None, None, None, None)


def on_power(kit: FakeLibrary, message: int) -> None:
    """What macOS tells about power."""
    told = kit.calls["IORegisterForSystemPower"][2]
    assert callable(told)
    told(None, 0, message, 5)


def test_on_macos_sleep_is_heard_and_allowed(
    qtbot: QtBot, mac_watch: tuple[MacWatch, FakeLibrary, FakeLibrary]
) -> None:
    watch, _, kit = mac_watch

    with qtbot.waitSignal(watch.left):
        on_power(kit, macos.WILL_SLEEP)

    assert "IOAllowPowerChange" in kit.calls


def test_on_macos_a_question_whether_to_sleep_is_answered_and_no_lock(
    qtbot: QtBot, mac_watch: tuple[MacWatch, FakeLibrary, FakeLibrary]
) -> None:
    watch, _, kit = mac_watch

    with qtbot.assertNotEmitted(watch.left):
        on_power(kit, macos.CAN_SLEEP)

    assert "IOAllowPowerChange" in kit.calls
