"""Windows: session and power messages to the window. Written from the documentation, not tried on a real machine."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QAbstractNativeEventFilter, QByteArray
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.session.watch import SessionWatch

# Source: winuser.h and wtsapi32.h of the Windows SDK.
WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
PBT_APMSUSPEND = 0x4
WTS_CONSOLE_DISCONNECT = 0x2  # another user comes to the console
WTS_REMOTE_DISCONNECT = 0x4
WTS_SESSION_LOGOFF = 0x6
WTS_SESSION_LOCK = 0x7
_NOTIFY_FOR_THIS_SESSION = 0

_LEAVING = frozenset(
    (
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
        *(
            (WM_WTSSESSION_CHANGE, event)
            for event in (WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK)
        ),
    )
)


class WindowsWatch(SessionWatch):
    """Asks for the messages of the own session and reads them as they arrive, whatever dialog is open.

    ``wtsapi`` is wtsapi32.dll; a test brings its own.
    """

    def __init__(self, window: QWidget, wtsapi: Any = None) -> None:
        super().__init__(window)
        self._window = window
        self._wtsapi = wtsapi
        self.filter = _Filter(self)

    def start(self) -> None:
        """Begin to watch."""
        wtsapi = self._wtsapi or ctypes.CDLL("wtsapi32.dll")
        wtsapi.WTSRegisterSessionNotification(wintypes.HWND(int(self._window.winId())), _NOTIFY_FOR_THIS_SESSION)
        QAbstractEventDispatcher.instance().installNativeEventFilter(self.filter)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: WindowsWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if QByteArray(kind).data() == b"windows_generic_MSG":
            heard = wintypes.MSG.from_address(int(message))
            if (heard.message, heard.wParam) in _LEAVING:
                self._watch.left.emit()
        return False, 0
