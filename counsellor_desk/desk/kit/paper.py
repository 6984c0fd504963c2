"""The paper under every field for many lines: plain text only, and nothing of it is dragged out of the window."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from counsellor_desk.desk.kit.paragraphs import PIECE, SEAM, breaks, with_seams, without_seams

_TOO_LONG = 3 * PIECE  # two pieces may be joined by somebody who works at their seam


class Paper(QPlainTextEdit):
    """Takes and gives plain text. However long a paragraph is, a key is answered at once (see ``paragraphs``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changed = (0, 0)  # where the last change is, and how much it put there
        self.document().contentsChange.connect(self._on_contents_change)
        self.textChanged.connect(self._break_what_is_long)

    def toPlainText(self) -> str:
        """What is written."""
        return without_seams(super().toPlainText())

    def show_words(self, words: str) -> None:
        """Show these and forget what could be undone."""
        self.setPlainText(with_seams(words))
        self.document().clearUndoRedoStacks()

    def put_before(self, words: str) -> None:
        """Show these before what is there; the cursor stays where somebody is typing."""
        QTextCursor(self.document()).insertText(with_seams(words))
        self.document().clearUndoRedoStacks()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:  # a drag asks with the button down
            data.setText(without_seams(self.textCursor().selection().toPlainText()))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(with_seams(source.text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def _on_contents_change(self, place: int, _removed: int, added: int) -> None:
        self._changed = place, added

    def _break_what_is_long(self) -> None:
        """Words that were typed, or put in beside others, may have made a paragraph long. What comes back by undoing
        stays as it was: a change now would end what can be redone."""
        if self.document().isRedoAvailable():
            return
        place, added = self._changed
        block = self.document().findBlock(place)
        while block.isValid() and block.position() <= place + added:
            following = block.next()
            if block.length() > _TOO_LONG and len(words := block.text()) > _TOO_LONG:
                _break(words, QTextCursor(block))
            block = following


def _break(words: str, cursor: QTextCursor) -> None:
    """Seams in the paragraph ``words``, at whose beginning ``cursor`` stands."""
    start = cursor.position()
    cursor.beginEditBlock()
    for place in reversed(breaks(words)):
        cursor.setPosition(start + _units(words[:place]))
        cursor.insertText(SEAM)
    cursor.endEditBlock()


def _units(words: str) -> int:
    """How many places ``words`` take for Qt, which counts in UTF-16."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
