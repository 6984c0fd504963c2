"""The desk hears on the message buses that the person left; with a real bus and a stand-in for logind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import SLOT, QCoreApplication, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.session.buses import BusWatch
from tests.session_bus import LOGIN, OTHER, OWN, FakeLogin, message_bus_of_its_own

LOGIN_PATH = "/org/freedesktop/login1"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with message_bus_of_its_own() as made:
        yield made


@pytest.fixture
def login(address: str) -> Iterator[FakeLogin]:
    made = FakeLogin(address)
    yield made
    made.close()


class Ear(QObject):
    """Hears the last word of a ``FakeLogin``: whoever listens on the same bus has heard all that went before."""

    all_said = Signal()

    @Slot()
    def hear(self) -> None:
        self.all_said.emit()


@pytest.fixture
def bus(qapp: QCoreApplication, address: str) -> Iterator[QDBusConnection]:
    """The desk's connection."""
    yield QDBusConnection.connectToBus(address, "watch")
    QDBusConnection.disconnectFromBus("watch")


@pytest.fixture
def ear(bus: QDBusConnection) -> Ear:
    made = Ear()
    assert bus.connect("", "/last", "org.desk.Last", "Said", made, SLOT("hear()"))
    return made


@pytest.fixture
def watch(qtbot: QtBot, bus: QDBusConnection, login: FakeLogin) -> Iterator[BusWatch]:
    """A watch that has found its own session."""
    made = BusWatch(bus, bus)
    made.start()
    qtbot.waitUntil(lambda: bool(made.own_session) and login.sleep_held.is_set())
    yield made
    made.deleteLater()


LEAVING: dict[str, Callable[[FakeLogin], None]] = {
    "the session is locked": lambda login: login.lock_session(),
    "another user comes to the screen": lambda login: login.change(Active=False),
    "the locked hint is set": lambda login: login.change(LockedHint=True),
    "the lid is closed": lambda login: login.sleep(),
    "the machine goes down": lambda login: login.shut_down(),
    "a screen saver begins": lambda login: login.screen_saver(),
    "GNOME's screen saver begins": lambda login: login.screen_saver("org.gnome.ScreenSaver"),
    "Cinnamon's screen saver begins": lambda login: login.screen_saver("org.cinnamon.ScreenSaver"),
    "MATE's screen saver begins": lambda login: login.screen_saver("org.mate.ScreenSaver"),
}
STAYING: dict[str, Callable[[FakeLogin], None]] = {
    "another session is locked": lambda login: login.lock_session(OTHER),
    "the session comes back": lambda login: login.change(Active=True),
    "the machine wakes up": lambda login: login.sleep(False),
    "a screen saver ends": lambda login: login.screen_saver(active=False),
    "an idle hint changes": lambda login: login.change(IdleHint=True),
    "the session is unlocked": lambda login: login.say_else(OWN, f"{LOGIN}.Session", "Unlock"),
    "logind says something else": lambda login: login.say_else(LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForTea"),
    "a screen saver says something else": lambda login: login.say_else(
        "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "WakeUpScreen"
    ),
    "somebody else says that the machine sleeps": lambda login: login.pretend(
        LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep"
    ),
}


@pytest.mark.parametrize("happens", LEAVING.values(), ids=LEAVING.keys())
def test_the_person_left_when(
    qtbot: QtBot, watch: BusWatch, login: FakeLogin, happens: Callable[[FakeLogin], None]
) -> None:
    with qtbot.waitSignal(watch.left):
        happens(login)


@pytest.mark.parametrize("happens", STAYING.values(), ids=STAYING.keys())
def test_the_person_is_still_there_when(
    qtbot: QtBot, watch: BusWatch, ear: Ear, login: FakeLogin, happens: Callable[[FakeLogin], None]
) -> None:
    heard: list[str] = []
    watch.left.connect(lambda: heard.append("left"))

    happens(login)
    with qtbot.waitSignal(ear.all_said):
        login.say_no_more()
    qtbot.waitUntil(lambda: not watch.findChildren(QDBusPendingCallWatcher))  # and what it asked is answered

    assert heard == []


def test_an_answer_to_a_watch_that_is_gone_is_heard_by_nobody(
    qtbot: QtBot, bus: QDBusConnection, ear: Ear, login: FakeLogin
) -> None:
    watch = BusWatch(bus, bus)
    watch.start()

    shiboken6.delete(watch)  # as the window does that closes at once
    assert login.sleep_held.wait(5)  # logind has answered

    with qtbot.waitSignal(ear.all_said):  # an error on the way would be one of this test
        login.say_no_more()


def test_sleep_is_held_back_and_not_forbidden(watch: BusWatch, login: FakeLogin) -> None:
    assert login.asked["Inhibit"] == ("sleep", "Desk", "Lock", "delay")


def test_the_session_that_is_watched_is_the_own_one(watch: BusWatch, login: FakeLogin) -> None:
    assert login.asked["GetSession"] == ("auto",)
    assert watch.own_session == OWN


def test_the_watch_goes_with_the_window(qapp: QCoreApplication, address: str) -> None:
    bus = QDBusConnection.connectToBus(address, "owned")

    assert BusWatch(bus, bus, qapp).parent() is qapp

    QDBusConnection.disconnectFromBus("owned")


def test_sleep_waits_for_the_lock(qtbot: QtBot, watch: BusWatch, login: FakeLogin) -> None:
    qtbot.waitUntil(lambda: not watch.findChildren(QDBusPendingCallWatcher))  # what logind gave is in its hands
    held = login.is_sleep_held()

    watch.let_sleep()

    assert held
    assert login.let_go()


def test_a_desktop_without_these_services_is_watched_in_vain(qtbot: QtBot) -> None:
    with message_bus_of_its_own() as silent:
        bus = QDBusConnection.connectToBus(silent, "silent")
        watch = BusWatch(bus, bus)
        watch.start()
        qtbot.waitUntil(lambda: not watch.children())
        QDBusConnection.disconnectFromBus("silent")

        assert watch.own_session == ""


def test_no_bus_at_all_is_no_trouble() -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", "nowhere")
    watch = BusWatch(nowhere, nowhere)

    watch.start()

    assert watch.own_session == ""
