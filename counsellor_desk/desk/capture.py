"""Keeping the desk out of pictures of the screen. Windows only, and not tried on a real machine."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from enum import StrEnum
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

# Source: winuser.h of the Windows SDK, SetWindowDisplayAffinity; from Windows 10 version 2004 on.
WDA_NONE = 0x0
WDA_EXCLUDEFROMCAPTURE = 0x11


class CaptureState(StrEnum):
    """What others see of the desk when the screen is shared."""

    KEPT_OUT = "kept_out"
    SWITCHED_OFF = "switched_off"
    SCREEN_READER = "screen_reader"  # it may need pictures of the screen
    NOT_HERE = "not_here"  # this system gives programs no way


class CaptureShield(QObject):
    """Marks every window the desk shows, menus and dialogs too: each is one of its own to the system.

    ``user32`` is user32.dll, or None where there is none.
    """

    def __init__(self, app: QApplication, user32: Any, *, wanted: bool) -> None:
        super().__init__(app)
        self._user32 = user32
        self._wanted = wanted
        if user32 is not None:
            app.installEventFilter(self)

    @property
    def state(self) -> CaptureState:
        """Whether the window is kept out of captures at this moment, and if not, why."""
        if self._user32 is None:
            return CaptureState.NOT_HERE
        if not self._wanted:
            return CaptureState.SWITCHED_OFF
        return CaptureState.SCREEN_READER if QtGui.QAccessible.isActive() else CaptureState.KEPT_OUT

    def want(self, wanted: bool) -> None:
        """Switch it on or off, for the windows that stand there too."""
        self._wanted = wanted
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._mark(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._mark(watched)
        return False

    def _mark(self, window: QWidget) -> None:
        if self._user32 is not None:
            affinity = WDA_EXCLUDEFROMCAPTURE if self.state is CaptureState.KEPT_OUT else WDA_NONE
            self._user32.SetWindowDisplayAffinity(wintypes.HWND(int(window.winId())), wintypes.DWORD(affinity))


def capture_shield(app: QApplication, *, wanted: bool) -> CaptureShield:
    """The shield of this system."""
    return CaptureShield(app, ctypes.CDLL("user32.dll") if sys.platform == "win32" else None, wanted=wanted)
