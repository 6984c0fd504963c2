"""Linux: a name on the session bus, which the bus takes back by itself when the process ends, however it ends."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from counsellor_desk.desk.session.only import OnlyDesk

_PATH = "/desk"
_INTERFACE = "eu.counsellordesk.Desk"
_WANTED = "Wanted"


class OnlyOnBus(OnlyDesk):
    """Without a session bus every desk is the only one."""

    def __init__(self, bus: QDBusConnection, mark: str) -> None:
        super().__init__()
        self._bus = bus
        self._mark = mark

    def take(self) -> bool:
        """Whether this is the first; if not, the first has been told that it is wanted."""
        if not self._bus.isConnected():
            return True
        if self._bus.registerService(f"{_INTERFACE}.V{self._mark}"):
            self._listen(self._bus)
            return True
        call = QDBusMessage.createSignal(_PATH, _INTERFACE, _WANTED)
        call.setArguments([self._mark])
        self._bus.send(call)
        self._bus.call(QDBusMessage.createMethodCall("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId"))
        return False  # the answer of the bus says that it has the signal

    def _listen(self, bus: Any) -> None:
        """Any: Qt for Python takes what ``SLOT`` gives, a text, where its annotations ask for bytes."""
        bus.connect("", _PATH, _INTERFACE, _WANTED, self, SLOT("_on_wanted(QDBusMessage)"))

    @Slot(QDBusMessage)
    def _on_wanted(self, message: QDBusMessage) -> None:
        if message.arguments() == [self._mark]:
            self.wanted.emit()
