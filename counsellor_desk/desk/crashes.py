"""What nobody expected: told to the person in one calm sentence, and to the error stream as a bare code.

A message, a traceback, a local variable or a warning of Qt may hold words of a case. None of them goes anywhere.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6 import QtWidgets
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from counsellor_desk.process import note

_PACKAGE = Path(__file__).resolve().parents[1]


class Crashes(QObject):
    """Takes every exception that nothing caught: of a slot, of a thread, of an object on its way out.

    Signals: crashed(str) with the name of its type, on Qt's thread whatever thread it came from.
    """

    crashed = Signal(str)

    def watch(self) -> None:
        """Take them from now on, and Qt's messages too."""
        sys.excepthook = self._take
        threading.excepthook = lambda crash: self._take(crash.exc_type, crash.exc_value, crash.exc_traceback)
        sys.unraisablehook = lambda crash: self._take(crash.exc_type, crash.exc_value, crash.exc_traceback)
        faulthandler.disable()
        qInstallMessageHandler(_only_its_kind)

    def _take(
        self, kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None = None
    ) -> None:
        note(f"crash: {kind.__name__}{_place(trace)}")
        self.crashed.emit(kind.__name__)


def say_once(window: QtWidgets.QWidget, words: str) -> None:
    """Say ``words`` in a box over ``window``, unless one stands there already."""
    if not window.findChildren(QtWidgets.QMessageBox):
        box = QtWidgets.QMessageBox(window)
        box.setWindowTitle(window.windowTitle())
        box.setText(words)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _place(trace: TracebackType | None) -> str:
    """The last line of our own that was running, as " at desk/window.py:120"; empty when it was none of ours."""
    found = ""
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            found = f" at {path.relative_to(_PACKAGE).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _only_its_kind(kind: QtMsgType, _where: QMessageLogContext, _message: str) -> None:
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        note(f"qt: {kind.name}")
