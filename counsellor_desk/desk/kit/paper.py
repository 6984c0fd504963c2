"""The paper under every field for many lines: plain text only, and nothing of it is dragged out of the window."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit


class Paper(QPlainTextEdit):
    """Takes and gives plain text."""

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:  # a drag asks with the button down
            data.setText(self.textCursor().selection().toPlainText())
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()
