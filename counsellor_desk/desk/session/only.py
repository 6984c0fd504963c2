"""One window for one vault: a second program brings the first one's window to the front and ends."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCryptographicHash, QObject, Signal


class OnlyDesk(QObject):
    """Where the desktop has no word for it: every desk is the only one. The lock of the vault holds all the same.

    Signals: wanted() when the program was started a second time.
    """

    wanted = Signal()

    def take(self) -> bool:
        """Whether this is the first; if not, the first has been told that it is wanted."""
        return True


def only_desk(place: str) -> OnlyDesk:
    """The one desk of the vault at ``place``. macOS starts no program twice; Windows was not tried."""
    digest = QCryptographicHash.hash(place.encode(), QCryptographicHash.Algorithm.Sha256)
    mark = bytes(digest.toHex().data()).decode()[:16]  # the folder's name belongs to the person
    if sys.platform == "win32":
        from counsellor_desk.desk.session.only_windows import OnlyOnWindows

        return OnlyOnWindows(mark)
    if sys.platform == "darwin":
        return OnlyDesk()
    from PySide6.QtDBus import QDBusConnection

    from counsellor_desk.desk.session.only_bus import OnlyOnBus

    return OnlyOnBus(QDBusConnection.sessionBus(), mark)
