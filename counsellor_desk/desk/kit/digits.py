"""The digit somebody means by a key. On Belgian, French and Czech keyboards the digits are shifted, so a key counts
by what it writes or else by where it is."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_CODES = {
    "linux": range(10, 19),
    "win32": range(2, 11),
    "darwin": (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19),
}
"""What the system calls the keys 1 to 9 of the row of digits, whatever the layout. Source: for X11 and Wayland the
codes of linux/input-event-codes.h (KEY_1 is 2) and 8 more; for Windows the scan codes of set 1; for macOS kVK_ANSI_1
to kVK_ANSI_9 of HIToolbox/Events.h."""

_PAD = Qt.KeyboardModifier.KeypadModifier
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def digit_of(event: QKeyEvent, *, with_control: bool = False, system: str = sys.platform) -> int | None:
    """1 to 9, or None for any other key. ``with_control``: together with Ctrl and nothing else, as in Ctrl+1; else
    without any such key."""
    wanted = Qt.KeyboardModifier.ControlModifier if with_control else Qt.KeyboardModifier.NoModifier
    if event.modifiers() & _HELD != wanted:
        return None
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_1 + 1
    if event.modifiers() & (_PAD | Qt.KeyboardModifier.ShiftModifier):
        return None
    code = event.nativeVirtualKey() if system == "darwin" else event.nativeScanCode()
    codes = _CODES.get(system, ())
    return codes.index(code) + 1 if code in codes else None
