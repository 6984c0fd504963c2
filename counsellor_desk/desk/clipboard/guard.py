"""What is copied here is marked as secret for clipboard managers, and gone after a moment and with every lock."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS = 20
_OURS = "application/x-counsellor-desk"
_TOKEN = os.urandom(16)  # of this process: what another one copied is not ours
# What clipboard managers agree to leave alone. Sources: KDE Klipper, "x-kde-passwordManagerHint"; Microsoft,
# "Clipboard Formats", Cloud Clipboard and Clipboard History (a DWORD of 0 means no). Apple's is in ``pasteboard``.
_NO = bytes(4)
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _NO,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
}


class ClipboardGuard(QObject):
    """One guard for the whole desk: whatever field, page or label the words come from, they pass here.

    Words keep their plain text only. Marking with the mouse puts nothing on X11's second clipboard. What another
    program has copied since is not ours to clear.
    """

    def __init__(self, parent: QObject, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._on_copied)
        self._clipboard.selectionChanged.connect(self._on_marked)

    def clear(self) -> None:
        """Empty the clipboard, if what it holds is ours."""
        self._timer.stop()
        if self._token_there() == _TOKEN:
            self._clipboard.clear()

    def _token_there(self) -> bytes:
        """What the clipboard carries to say whose words it holds; empty for other programs'."""
        data: QMimeData | None = self._clipboard.mimeData()
        return b"" if data is None else bytes(data.data(_OURS).data())

    def _on_copied(self) -> None:
        if there := self._token_there():
            if there == _TOKEN:
                self._timer.start()
        elif self._clipboard.ownsClipboard() and (words := self._clipboard.text()):
            self._clipboard.setMimeData(self._marked(words))
            if sys.platform == "darwin":
                from counsellor_desk.desk.clipboard.pasteboard import conceal

                conceal()

    def _on_marked(self) -> None:
        if self._clipboard.ownsSelection() and self._clipboard.text(QClipboard.Mode.Selection):
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _marked(self, words: str) -> QMimeData:
        data = QMimeData()
        data.setText(words)
        data.setData(_OURS, _TOKEN)
        for name, value in MARKS.items():
            data.setData(name, value)
        return data
