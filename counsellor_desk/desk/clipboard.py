"""Remembers whether the clipboard holds something that was copied here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication


class ClipboardGuard(QObject):
    """What was copied while the desk was in front is ours, until another program copies something."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours = False
        self._clipboard.dataChanged.connect(self._on_changed)

    def clear(self) -> None:
        """Empty the clipboard, if what it holds is ours."""
        if self._ours:
            self._clipboard.clear()
            self._ours = False

    def _on_changed(self) -> None:
        self._ours = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
