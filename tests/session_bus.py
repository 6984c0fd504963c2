"""A desktop's message bus for one test, with the services on it that tell when the person left."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

LOGIN = "org.freedesktop.login1"
OWN = "/org/freedesktop/login1/session/_31"
OTHER = "/org/freedesktop/login1/session/_32"
_MANAGER = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
_LAST = DBusAddress("/last", interface="org.desk.Last")


@contextmanager
def message_bus_of_its_own() -> Iterator[str]:
    """The address of a bus that nobody else talks on."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


class FakeLogin:
    """logind and the screen savers on the bus at ``address``, as far as the desk listens to them.

    ``properties`` are those of the caller's session; ``sleep_held`` says whether somebody holds sleep back, and
    ``asked`` with which words each method was called last.
    """

    def __init__(self, address: str) -> None:
        self.properties: dict[str, bool] = {"Active": True, "LockedHint": False}
        self.sleep_held = threading.Event()
        self.asked: dict[str, tuple[Any, ...]] = {}
        self._delays: list[int] = []
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._connection.send_and_get_reply(message_bus.RequestName(LOGIN))
        self._speaker: DBusConnection = self._connection
        self._stranger = open_dbus_connection(address)
        threading.Thread(target=self._serve, daemon=True).start()

    def lock_session(self, path: str = OWN) -> None:
        """As ``loginctl lock-session`` does."""
        self._say(DBusAddress(path, interface="org.freedesktop.login1.Session"), "Lock")

    def change(self, **properties: bool) -> None:
        """The session's properties changed: another user at the screen, the locked hint."""
        self.properties |= properties
        changed = {name: ("b", value) for name, value in properties.items()}
        address = DBusAddress(OWN, interface="org.freedesktop.DBus.Properties")
        self._say(address, "PropertiesChanged", "sa{sv}as", ("org.freedesktop.login1.Session", changed, []))

    def sleep(self, begins: bool = True) -> None:
        """The lid was closed, or opened again."""
        self._say(_MANAGER, "PrepareForSleep", "b", (begins,))

    def shut_down(self) -> None:
        """The machine goes down."""
        self._say(_MANAGER, "PrepareForShutdown", "b", (True,))

    def screen_saver(self, name: str = "org.freedesktop.ScreenSaver", active: bool = True) -> None:
        """A screen saver began or ended."""
        self._say(DBusAddress("/" + name.replace(".", "/"), interface=name), "ActiveChanged", "b", (active,))

    def say_else(self, path: str, interface: str, name: str) -> None:
        """Something the desk has not asked to hear, with a word that would mean it began."""
        self._say(DBusAddress(path, interface=interface), name, "b", (True,))

    def say_no_more(self) -> None:
        """A last word, which an ``Ear`` on the bus hears after everything that was said before."""
        self._say(_LAST, "Said")

    def pretend(self, path: str, interface: str, name: str) -> None:
        """Another program of the bus, which is not logind, says the same words."""
        self._stranger.send(new_signal(DBusAddress(path, interface=interface), name, "b", (True,)))
        self._stranger.send_and_get_reply(message_bus.GetId())  # the bus has passed it on

    def let_go(self) -> bool:
        """Whether nobody holds sleep back any more."""
        return all(os.read(delay, 1) == b"" for delay in self._delays)

    def is_sleep_held(self) -> bool:
        """Whether somebody holds sleep back at this moment."""
        let_go, _, _ = select.select(self._delays, [], [], 0)
        return len(let_go) < len(self._delays)

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()
        self._stranger.close()

    def _say(self, address: DBusAddress, name: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> None:
        self._speaker.send(new_signal(address, name, signature, body))

    def _serve(self) -> None:
        with contextlib.suppress(Exception):  # the bus goes away at the end
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)

    def _answer(self, call: Message) -> None:
        path, interface, member = (
            call.header.fields.get(name) for name in (HeaderFields.path, HeaderFields.interface, HeaderFields.member)
        )
        self.asked[member] = call.body
        match path, interface, member:
            case "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "GetSession":
                self._connection.send(new_method_return(call, "o", (OWN,)))
            case "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "Inhibit":
                reading, writing = os.pipe()
                self._delays.append(reading)
                self._connection.send(new_method_return(call, "h", (writing,)))
                os.close(writing)
                self.sleep_held.set()
            case "/org/freedesktop/login1/session/_31", "org.freedesktop.DBus.Properties", "Get":
                self._connection.send(new_method_return(call, "v", (("b", self.properties[call.body[1]]),)))
            case _:
                self._connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
