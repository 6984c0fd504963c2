"""Reads a window as a screen reader does: over the accessibility bus (AT-SPI), from outside the process.

Source of names and numbers: the AT-SPI D-Bus interfaces (at-spi2-core, xml/Accessible.xml and Text.xml; states in
atspi-constants.h).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from jeepney.wrappers import unwrap_msg

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_TEXT = "org.a11y.atspi.Text"
_FOCUSED, _SHOWING = 12, 25
_TIMEOUT = 30  # a machine with much else to do answers late


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing on the screen: its role ("push button"), its accessible name, the text in it, and its focus."""

    role: str
    name: str
    text: str
    focused: bool


def read_screen(pid: int) -> tuple[Seen, ...]:
    """All that the process ``pid`` shows, in the order a screen reader meets it; empty before it has a window."""
    with accessibility_bus() as bus:
        try:
            for owner, path in _children(bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"):
                if _call(bus, "org.freedesktop.DBus", "/", None, "GetConnectionUnixProcessID", "s", owner) == pid:
                    return tuple(_walk(bus, owner, path))
        except DBusErrorResponse:
            return ()  # the window changed while it was read
    return ()


@contextmanager
def listening() -> Iterator[Callable[[], list[str]]]:
    """Gives what was said by itself since the last time it was asked, in order."""
    heard: list[str] = []
    with accessibility_bus() as bus:
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry")
        _call(bus, *registry, "RegisterEvent", "s", "object:announcement")
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        Proxy(message_bus, bus, timeout=_TIMEOUT).AddMatch(rule)
        with bus.filter(rule, bufsize=1000) as signals:

            def since() -> list[str]:
                with suppress(TimeoutError):
                    while True:
                        heard.append(bus.recv_until_filtered(signals, timeout=0.2).body[3][1])
                told, heard[:] = list(heard), []
                return told

            yield since


def _walk(bus: DBusConnection, owner: str, path: str) -> Iterator[Seen]:
    for child_owner, child in _children(bus, owner, path):
        states = _call(bus, child_owner, child, _ACCESSIBLE, "GetState")
        bits = states[0] | states[1] << 32
        if bits >> _SHOWING & 1:
            role = _call(bus, child_owner, child, _ACCESSIBLE, "GetRoleName")
            name = _property(bus, child_owner, child, _ACCESSIBLE, "Name")
            interfaces = _call(bus, child_owner, child, _ACCESSIBLE, "GetInterfaces")
            text = _call(bus, child_owner, child, _TEXT, "GetText", "ii", 0, -1) if _TEXT in interfaces else ""
            yield Seen(role, name, text, bool(bits >> _FOCUSED & 1))
        yield from _walk(bus, child_owner, child)


def _children(bus: DBusConnection, owner: str, path: str) -> list[tuple[str, str]]:
    children: list[tuple[str, str]] = _call(bus, owner, path, _ACCESSIBLE, "GetChildren")
    return children


def _property(bus: DBusConnection, owner: str, path: str, interface: str, name: str) -> str:
    value: tuple[str, str] = _call(bus, owner, path, "org.freedesktop.DBus.Properties", "Get", "ss", interface, name)
    return value[1]


def _call(bus: DBusConnection, owner: str, path: str, interface: str | None, method: str, *body: Any) -> Any:
    address = DBusAddress(path, owner, interface or owner)
    message = new_method_call(address, method, body[0] if body else None, body[1:])
    answer = unwrap_msg(bus.send_and_get_reply(message, timeout=_TIMEOUT))
    return answer[0] if answer else None


@contextmanager
def accessibility_bus() -> Iterator[DBusConnection]:
    """A connection to the bus of its own on which assistive technology talks."""
    with open_dbus_connection("SESSION") as session:
        address = _call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    with open_dbus_connection(address) as bus:
        yield bus
