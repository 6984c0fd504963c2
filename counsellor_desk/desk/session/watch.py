"""One watch over the session of the person at the desk, whatever the operating system."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class SessionWatch(QObject):
    """A watch that sees nothing: where the desktop has no word for it.

    Signals: left() when the session was locked, is switched to another user, or the machine goes to sleep or down.
    """

    left = Signal()

    def start(self) -> None:
        """Begin to watch. May be called once."""


def session_watch(window: QWidget) -> SessionWatch:
    """The watch of this operating system, owned by ``window``. On Windows and macOS not tried on a real machine."""
    if sys.platform == "win32":
        from counsellor_desk.desk.session.windows import WindowsWatch

        return WindowsWatch(window)
    if sys.platform == "darwin":
        from counsellor_desk.desk.session.macos import MacWatch

        return MacWatch(window)
    from PySide6.QtDBus import QDBusConnection

    from counsellor_desk.desk.session.buses import BusWatch

    return BusWatch(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), window)
