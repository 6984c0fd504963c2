"""macOS: the mark that keeps words out of clipboard histories. Written from the documentation, not tried on a Mac."""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_void_p
from typing import Any

CONCEALED = b"org.nspasteboard.ConcealedType"  # source: nspasteboard.org
_OBJC = "/usr/lib/libobjc.dylib"


def conceal(objc: Any = None) -> None:
    """Add the mark to what lies on the general pasteboard. ``objc`` is Apple's runtime; a test brings its own."""
    objc = objc or ctypes.CDLL(_OBJC)
    objc.objc_getClass.restype = objc.sel_registerName.restype = objc.objc_msgSend.restype = c_void_p

    def send(receiver: int | None, message: bytes, *arguments: object) -> int | None:
        answer: int | None = objc.objc_msgSend(
            c_void_p(receiver), c_void_p(objc.sel_registerName(message)), *arguments
        )
        return answer

    def string(text: bytes) -> c_void_p:
        return c_void_p(send(objc.objc_getClass(b"NSString"), b"stringWithUTF8String:", c_char_p(text)))

    board = send(objc.objc_getClass(b"NSPasteboard"), b"generalPasteboard")
    mark = string(CONCEALED)
    kinds = c_void_p(send(objc.objc_getClass(b"NSArray"), b"arrayWithObject:", mark))
    send(board, b"addTypes:owner:", kinds, None)
    send(board, b"setString:forType:", string(b""), mark)
