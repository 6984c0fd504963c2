"""A field for many lines of plain text. Nothing typed or pasted is ever lost without a word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from counsellor_desk.casework.model import MAX_NOTE_CHARACTERS
from counsellor_desk.desk.kit.labels import Remark
from counsellor_desk.desk.kit.paper import Paper
from counsellor_desk.desk.kit.privacy import PRIVATE


class TextArea(QWidget):
    """Plain text of up to 200,000 characters. What is longer stays on the screen and says that it is too long.

    Tab leaves the field. Signals: changed() when the person changed the text.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        lines: int = 4,
        frameless: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._paper = Paper(self)
        self._paper.setAccessibleName(name)
        self._paper.setPlaceholderText(placeholder)
        self._paper.setInputMethodHints(PRIVATE)
        self._paper.setTabChangesFocus(True)
        self._paper.setFrameShape(QFrame.Shape.NoFrame)
        self._paper.setProperty("frameless", frameless)
        self._paper.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paper.setMinimumHeight(self._paper.fontMetrics().lineSpacing() * lines + 18)
        self._paper.textChanged.connect(self._on_changed)
        self._too_long = Remark()
        self._too_long.hide()
        self._silent = False
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        stack.addWidget(self._paper, 1)
        stack.addWidget(self._too_long)
        self.setFocusProxy(self._paper)

    @property
    def paper(self) -> QPlainTextEdit:
        """The editor, for focus and cursor."""
        return self._paper

    def text(self) -> str:
        """What is typed."""
        return self._paper.toPlainText()

    def set_text(self, text: str) -> None:
        """Show ``text``, silently; forgets what could be undone. Words that come to stand in front of what is there
        leave the cursor where somebody is typing."""
        here = self.text()
        self._silent = True
        if here and text.endswith(here):
            self._paper.put_before(text[: len(text) - len(here)])
        else:
            self._paper.show_words(text)
        self._silent = False

    def bring_back(self, text: str) -> None:
        """Show what was written before, silently, the cursor behind it; where somebody is typing, it stays there."""
        was_empty = not self.text()
        self.set_text(text)
        if was_empty:
            self._paper.moveCursor(QTextCursor.MoveOperation.End)

    def fits(self) -> bool:
        """Whether the text is short enough to be kept."""
        return len(self.text()) <= MAX_NOTE_CHARACTERS

    def _on_changed(self) -> None:
        is_too_long = self._is_nearly_full() and not self.fits()
        if is_too_long:
            self._too_long.setText(
                self.tr("This text is longer than a note can hold. Move a part to a second note; nothing is lost.")
            )
        self._too_long.setVisible(is_too_long)
        if not self._silent:
            self.changed.emit()

    def _is_nearly_full(self) -> bool:
        """Whether it is worth counting exactly."""
        return self._paper.document().characterCount() > MAX_NOTE_CHARACTERS
