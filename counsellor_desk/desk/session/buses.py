"""Linux: logind on the system bus and the screen saver on the session bus. Unix sockets, never a network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from counsellor_desk.desk.session.watch import SessionWatch

# Source: org.freedesktop.login1(5); the screen savers' names are those of freedesktop.org, GNOME, Cinnamon and MATE.
_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)


class BusWatch(SessionWatch):
    """Listens to the own session only: on a shared machine another person's lock is no reason to lock.

    It holds sleep back for as long as the lock takes (logind's "delay", at most some seconds), so that a sleeping
    machine has no key in its memory. A desktop that answers nothing is simply not heard.
    """

    def __init__(self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._session = session
        self._delay: object = None
        self.own_session = ""  # its path, once logind has said it

    def start(self) -> None:
        """Begin to watch. Nothing is waited for: the answers come in the event loop."""
        for name in _SCREEN_SAVERS:
            self._hear(self._session, "", "", name, "ActiveChanged", "_on_began(QDBusMessage)")
        for name in ("PrepareForSleep", "PrepareForShutdown"):
            self._hear(self._system, _LOGIN, _LOGIN_PATH, _MANAGER, name, "_on_began(QDBusMessage)")
        self._ask(_LOGIN_PATH, _MANAGER, "GetSession", ("auto",), self._on_own_session)
        self._ask(_LOGIN_PATH, _MANAGER, "Inhibit", ("sleep", "Desk", "Lock", "delay"), self._keep_delay)

    def _on_own_session(self, answer: QDBusMessage) -> None:
        self.own_session = answer.arguments()[0].path()
        self._hear(self._system, _LOGIN, self.own_session, _SESSION, "Lock", "_on_lock()")
        self._hear(
            self._system, _LOGIN, self.own_session, _PROPERTIES, "PropertiesChanged", "_on_changed(QDBusMessage)"
        )

    def _hear(self, bus: Any, service: str, path: str, interface: str, name: str, slot: str) -> None:
        """Any: Qt for Python takes what ``SLOT`` gives, a text, where its annotations ask for bytes."""
        bus.connect(service, path, interface, name, self, SLOT(slot))

    def _keep_delay(self, answer: QDBusMessage) -> None:
        """The delay ends when this handle is closed, which the end of the process does."""
        self._delay = answer.arguments()[0]

    def let_sleep(self) -> None:
        """Hold sleep back no longer."""
        self._delay = None

    @Slot()
    def _on_lock(self) -> None:
        self.left.emit()

    @Slot(QDBusMessage)
    def _on_began(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:
            self.left.emit()

    @Slot(QDBusMessage)
    def _on_changed(self, _message: QDBusMessage) -> None:
        """Qt for Python cannot read the dictionary in the signal, so the two properties are asked for."""
        self._ask(
            self.own_session, _PROPERTIES, "Get", (_SESSION, "Active"), lambda answer: self._left_if(answer, False)
        )
        self._ask(
            self.own_session, _PROPERTIES, "Get", (_SESSION, "LockedHint"), lambda answer: self._left_if(answer, True)
        )

    def _left_if(self, answer: QDBusMessage, left: bool) -> None:
        if answer.arguments()[0].variant() is left:
            self.left.emit()

    def _ask(
        self, path: str, interface: str, method: str, words: tuple[str, ...], done: Callable[[QDBusMessage], None]
    ) -> None:
        """``done`` gets the answer; a refusal is not answered."""
        call = QDBusMessage.createMethodCall(_LOGIN, path, interface, method)
        call.setArguments(list(words))
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call), self)

        def finished() -> None:
            answer = watcher.reply()
            watcher.deleteLater()
            if answer.type() == QDBusMessage.MessageType.ReplyMessage:
                done(answer)

        watcher.finished.connect(finished)
