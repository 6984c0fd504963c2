"""A second desk of the same vault tells the first that it is wanted, over a real bus."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import wintypes

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.session.only import OnlyDesk
from counsellor_desk.desk.session.only_bus import OnlyOnBus
from counsellor_desk.desk.session.only_windows import OnlyOnWindows
from tests.session_bus import message_bus_of_its_own


@pytest.fixture
def buses() -> Iterator[tuple[QDBusConnection, QDBusConnection]]:
    """Two programs' connections to one bus."""
    with message_bus_of_its_own() as address:
        yield QDBusConnection.connectToBus(address, "one"), QDBusConnection.connectToBus(address, "two")
        QDBusConnection.disconnectFromBus("one")
        QDBusConnection.disconnectFromBus("two")


def test_the_second_is_told_and_the_first_is_wanted(
    qtbot: QtBot, buses: tuple[QDBusConnection, QDBusConnection]
) -> None:
    first, second = (OnlyOnBus(bus, "cafe") for bus in buses)
    assert first.take()

    with qtbot.waitSignal(first.wanted):
        assert not second.take()


def test_two_vaults_have_two_desks(qtbot: QtBot, buses: tuple[QDBusConnection, QDBusConnection]) -> None:
    first, second = (OnlyOnBus(bus, mark) for bus, mark in zip(buses, ("cafe", "beef"), strict=True))

    assert first.take()
    assert second.take()


def test_without_a_bus_every_desk_is_the_only_one() -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", "nowhere")

    assert OnlyOnBus(nowhere, "cafe").take()
    assert OnlyDesk().take()


class FakeWindows:
    """kernel32 and user32 as far as they are asked: one mutex, one kind of message."""

    message = 0xC123

    def __init__(self) -> None:
        self.mutexes: set[str] = set()
        self.posted: list[int] = []

    def OpenMutexW(self, _access: object, _inherit: bool, name: ctypes.c_wchar_p) -> int:
        return int(name.value in self.mutexes)

    def CreateMutexW(self, _security: object, _owner: bool, name: ctypes.c_wchar_p) -> int:
        self.mutexes.add(str(name.value))
        return 1

    def RegisterWindowMessageW(self, _name: object) -> int:
        return self.message

    def AllowSetForegroundWindow(self, _process: object) -> int:
        return 1

    def PostMessageW(self, _window: object, message: int, _word: int, _long: int) -> int:
        self.posted.append(message)
        return 1


def test_on_windows_the_second_posts_and_the_first_is_wanted(qtbot: QtBot) -> None:
    system = FakeWindows()
    first, second = (OnlyOnWindows("cafe", system, system) for _ in range(2))
    assert first.take()
    assert not second.take()
    assert first.filter is not None
    note = wintypes.MSG()
    note.message = system.posted[0]

    with qtbot.waitSignal(first.wanted):
        first.filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(note))
