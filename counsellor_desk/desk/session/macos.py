"""macOS: the screen locks, the machine goes to sleep. Written from the documentation, not tried on a real Mac."""

from __future__ import annotations

import ctypes
from ctypes import c_int32, c_long, c_uint32, c_void_p
from typing import Any

from PySide6.QtCore import QObject

from counsellor_desk.desk.session.watch import SessionWatch

# Source: CFNotificationCenter.h, CFString.h, IOPMLib.h and IOMessage.h of the macOS SDK.
SCREEN_LOCKED = b"com.apple.screenIsLocked"
WILL_SLEEP = 0xE0000280
CAN_SLEEP = 0xE0000270
_COMMON_MODES = b"kCFRunLoopCommonModes"  # also while a dialog is open
_UTF8 = 0x08000100
_DELIVER_IMMEDIATELY = 4
_FRAMEWORKS = "/System/Library/Frameworks/{0}.framework/{0}"

_Notified = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_Power = ctypes.CFUNCTYPE(None, c_void_p, c_uint32, c_uint32, c_void_p)


class MacWatch(SessionWatch):
    """Hears the lock of the screen, with which switching to another user begins too, and the sleep of the machine.

    ``foundation`` and ``kit`` are the frameworks CoreFoundation and IOKit; a test brings its own.
    """

    def __init__(self, parent: QObject, foundation: Any = None, kit: Any = None) -> None:
        super().__init__(parent)
        self._foundation = foundation
        self._kit = kit
        self._root = 0
        self._notified = _Notified(lambda *_: self.left.emit())
        self._power = _Power(self._on_power)

    def start(self) -> None:
        """Begin to watch."""
        foundation = self._foundation or ctypes.CDLL(_FRAMEWORKS.format("CoreFoundation"))
        kit = self._kit = self._kit or ctypes.CDLL(_FRAMEWORKS.format("IOKit"))
        for name in ("CFNotificationCenterGetDistributedCenter", "CFStringCreateWithCString", "CFRunLoopGetMain"):
            getattr(foundation, name).restype = c_void_p

        def string(text: bytes) -> c_void_p:
            return c_void_p(foundation.CFStringCreateWithCString(None, text, c_uint32(_UTF8)))

        foundation.CFNotificationCenterAddObserver(
            c_void_p(foundation.CFNotificationCenterGetDistributedCenter()),
            None,
            self._notified,
            string(SCREEN_LOCKED),
            None,
            c_long(_DELIVER_IMMEDIATELY),
        )
        port, notifier = c_void_p(), c_uint32()
        kit.IONotificationPortGetRunLoopSource.restype = c_void_p
        self._root = kit.IORegisterForSystemPower(None, ctypes.byref(port), self._power, ctypes.byref(notifier))
        foundation.CFRunLoopAddSource(
            c_void_p(foundation.CFRunLoopGetMain()),
            c_void_p(kit.IONotificationPortGetRunLoopSource(port)),
            string(_COMMON_MODES),
        )

    def _on_power(self, _context: int, _service: int, kind: int, argument: int) -> None:
        """The machine waits for our word before it sleeps; a lock that ends the process is as good."""
        if kind == WILL_SLEEP:
            self.left.emit()
        if kind in (WILL_SLEEP, CAN_SLEEP):
            self._kit.IOAllowPowerChange(c_int32(self._root), c_void_p(argument))
