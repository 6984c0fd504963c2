"""One line of "at a glance": its name, its value, and changing it in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.attention import put_away
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.kit.word_button import WordButton
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.space import Space

NAME_WIDTH = 84


class GlanceField(QWidget):
    """Shows words; pressing them opens ``editor`` below, made then if none is given, and Escape closes it.

    Signals: edited() when the person changed the value in the editor.
    """

    edited = Signal()

    def __init__(self, name: str, editor: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._value = WordButton(name, self._open)
        label = PlainLabel(name, "quiet", wrap=True)
        label.setFixedWidth(NAME_WIDTH)
        label.setContentsMargins(0, Space.XS, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._value, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(line)
        self._editor = editor
        if editor is not None:
            self._place(editor)

    def make_editor(self) -> QWidget:
        """What changes the value; it shows the present one."""
        raise NotImplementedError

    def show_words(self, words: str) -> None:
        """Show the value; nothing shows as a dash."""
        self._value.show_words(words or "–", quiet=not words)

    def let_change(self, may: bool) -> None:
        """Whether the value may be changed."""
        self._value.setEnabled(may)
        if not may:
            self.close_editor()

    def leave(self) -> None:
        """Another case comes: what was typed is kept in the one before, and the editor closes."""
        self.close_editor()

    def close_editor(self) -> None:
        """Only the words again."""
        if self._editor is not None:
            put_away(self._editor, self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editor is not None and self._editor.isVisible():
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._editor is None:
            self._editor = self.make_editor()
            self._place(self._editor)
        self._editor.setVisible(not self._editor.isVisible())
        if self._editor.isVisible():
            self._editor.setFocus()

    def _place(self, editor: QWidget) -> None:
        editor.hide()
        self._column.addWidget(editor)


class CodeGlance(GlanceField):
    """A line that holds codes."""

    def __init__(
        self, context: DeskContext, name: str, lists: Sequence[str], *, most: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent=parent)
        self._context = context
        self._lists = lists
        self._most = most
        self._shown: tuple[str, ...] = ()
        self._picker: CodeField | CodePicker | None = None

    def make_editor(self) -> QWidget:
        name, codebook, language = self.name, self._context.codebook, self._context.language
        picker: CodeField | CodePicker = (
            CodeField(name, codebook, self._lists, language)
            if self._most == 1
            else CodePicker(name, codebook, self._lists, language, most=self._most)
        )
        picker.set_codes(self._shown)
        picker.changed.connect(self._on_changed)
        picker.finished.connect(self._on_finished)
        self._picker = picker
        return picker

    def show_codes(self, codes: Sequence[str | None]) -> None:
        """Show these codes; letters that are being typed stay."""
        self._shown = tuple(code for code in codes if code)
        if self._picker is not None:
            letters = self._picker.unclear() if self._picker.isVisible() else None
            self._picker.set_codes(codes)
            self._picker.set_words(letters or "")
        self.show_words(", ".join(map(self._context.label, self._shown)))

    def leave(self) -> None:
        super().leave()
        self._shown = ()
        if self._picker is not None:
            self._picker.set_codes([])

    def codes(self) -> tuple[str, ...]:
        """The codes as they are chosen now."""
        return self._shown if self._picker is None else self._picker.codes()

    def _on_finished(self) -> None:
        """An empty field is a choice when it is left."""
        if self._picker is None:
            return
        self._picker.mark_wrong(self._picker.unclear() is not None)
        if self._most == 1 and self._picker.isVisible():
            self._on_changed()

    def _on_changed(self) -> None:
        """Of one code nothing is known while letters of another stand there."""
        if self._picker is None or self._picker.codes() == self._shown or self._picker.unclear() is not None:
            return
        self._shown = self._picker.codes()
        if self._most == 1:
            self.close_editor()
        self.edited.emit()
