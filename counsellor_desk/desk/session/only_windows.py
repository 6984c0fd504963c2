"""Windows: a named mutex and a message of our own. Written from the documentation, not tried on a real machine."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QAbstractNativeEventFilter, QByteArray

from counsellor_desk.desk.session.only import OnlyDesk

# Source: winnt.h and winuser.h of the Windows SDK.
_SYNCHRONIZE = 0x00100000
_BROADCAST = 0xFFFF
_ANY_PROCESS = 0xFFFFFFFF


class OnlyOnWindows(OnlyDesk):
    """The mutex ends with the process, however it ends. ``kernel`` and ``user`` are the libraries; a test brings its
    own."""

    def __init__(self, mark: str, kernel: Any = None, user: Any = None) -> None:
        super().__init__()
        self._name = f"CounsellorDesk.{mark}"
        self._kernel = kernel
        self._user = user
        self.filter: QAbstractNativeEventFilter | None = None

    def take(self) -> bool:
        """Whether this is the first; if not, the first has been told that it is wanted."""
        kernel = self._kernel or ctypes.CDLL("kernel32.dll")
        user = self._user or ctypes.CDLL("user32.dll")
        mutex = ctypes.c_wchar_p(f"Local\\{self._name}")
        first = not kernel.OpenMutexW(wintypes.DWORD(_SYNCHRONIZE), False, mutex)
        message = user.RegisterWindowMessageW(ctypes.c_wchar_p(self._name))
        if first:
            kernel.CreateMutexW(None, False, mutex)
            self.filter = _Filter(self, message)
            QAbstractEventDispatcher.instance().installNativeEventFilter(self.filter)
        else:
            user.AllowSetForegroundWindow(wintypes.DWORD(_ANY_PROCESS))
            user.PostMessageW(wintypes.HWND(_BROADCAST), message, 0, 0)
        return first


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, only: OnlyOnWindows, message: int) -> None:
        super().__init__()
        self._only = only
        self._message = message

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        ours = QByteArray(kind).data() == b"windows_generic_MSG"
        if ours and wintypes.MSG.from_address(int(message)).message == self._message:
            self._only.wanted.emit()
        return False, 0
