"""Choosing codes by typing a few letters, in either language; what is chosen stands as removable chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget

from counsellor_desk.codebook import Code, Codebook
from counsellor_desk.desk.icons import Tone, icon
from counsellor_desk.desk.kit.buttons import without_mnemonic
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.space import Space

_MOST_SHOWN = 8


class CodePicker(QWidget):
    """Type-ahead over code lists; up to ``most`` codes. With an empty field the arrow down shows the first codes.

    Letters that were typed and not chosen from stay, and are ``unclear``.

    Signals: changed() when the person changed the choice; finished() when the field was left; typed() at each letter.
    """

    changed = Signal()
    finished = Signal()
    typed = Signal()

    def __init__(
        self,
        name: str,
        codebook: Codebook,
        lists: Sequence[str],
        language: str,
        *,
        most: int = 1,
        placeholder: str = "",
        label: Callable[[Code], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._codebook = codebook
        self._lists = tuple(lists)
        self._language = language
        self._most = most
        self._label = label or (lambda code: code.label(language))
        self._codes: list[str] = []
        self._found: tuple[Code, ...] = ()
        self._field = LineField(name, placeholder or self.tr("Type a few letters, or ↓"))
        self._field.textEdited.connect(self._on_typed)
        self._field.editingFinished.connect(self.finished)
        self._field.installEventFilter(self)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._chips.hide()
        self._popup = _Suggestions(self._field)  # not of self: a window among the children unties Qt's tab order
        self._popup.chosen.connect(self._on_chosen)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(Space.XS)
        stack.addWidget(self._chips)
        stack.addWidget(self._field)
        self.setFocusProxy(self._field)

    def codes(self) -> tuple[str, ...]:
        """The chosen codes, in the order of choosing."""
        return tuple(self._codes)

    def code(self) -> str | None:
        """The one chosen code."""
        return self._codes[0] if self._codes else None

    def set_codes(self, codes: Sequence[str | None]) -> None:
        """Choose exactly these, silently; letters of another choice go."""
        wanted = [code for code in codes if code][: self._most]
        self.set_words("")
        self._popup.hide()
        if wanted != self._codes:
            self._codes = wanted
            self._show_chips()

    def unclear(self) -> str | None:
        """The letters nothing was chosen by; None when there are none."""
        return self._field.text() if self._field.text().strip() else None

    def complaint(self) -> str:
        """What to do about them."""
        return self.tr("Nothing is chosen by these letters. Choose from the list, or clear them.")

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        self._field.mark_wrong(wrong)

    def set_words(self, words: str) -> None:
        """Show letters again, silently."""
        self._field.setText(words)
        self._field.mark_wrong(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key())) or super().eventFilter(watched, event)
        if watched is self._field and event.type() is QEvent.Type.FocusOut:
            self._popup.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        """Keys that belong to the suggestions. True = used."""
        if key is Qt.Key.Key_Backspace and not self._field.text() and self._codes:
            self._remove(self._codes[-1])
            return True
        if not self._popup.isVisible():
            if key is Qt.Key.Key_Down:
                self._suggest("")
                return True
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._popup.move_by(1 if key is Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._on_chosen(self._popup.row())
            return key is not Qt.Key.Key_Tab
        if key is Qt.Key.Key_Escape:
            self._popup.hide()
            return True
        return False

    def _on_typed(self, words: str) -> None:
        self._field.mark_wrong(False)
        self.typed.emit()
        if words.strip():
            self._suggest(words)
        else:
            self._popup.hide()

    def _suggest(self, words: str) -> None:
        if words.strip():
            found = self._codebook.find(self._lists, words, _MOST_SHOWN + len(self._codes))
        else:
            found = tuple(code for name in self._lists for code in self._codebook.codes(name))
        self._found = tuple(code for code in found if code.code not in self._codes)[: 4 * _MOST_SHOWN]
        self._popup.offer([self._label(code) for code in self._found], self._field)

    def _on_chosen(self, row: int) -> None:
        self._popup.hide()
        if not 0 <= row < len(self._found):
            return
        code = self._found[row].code
        self._codes = [code] if self._most == 1 else [*self._codes, code]
        self.set_words("")
        self._show_chips()
        self.finished.emit()
        self.changed.emit()

    def _remove(self, code: str) -> None:
        self._codes.remove(code)
        self._show_chips()
        self._field.setFocus()
        self.changed.emit()

    def _show_chips(self) -> None:
        self._flow.clear()
        for code in self._codes:
            label = self._label(self._codebook.code(code))
            chip = QPushButton(without_mnemonic(label), self._chips)
            chip.setIcon(icon("close", Tone.ACCENT))
            chip.setIconSize(QSize(12, 12))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.setAutoDefault(False)
            chip.setAccessibleName(self.tr("Remove %1").replace("%1", label))
            chip.clicked.connect(lambda _checked=False, code=code: self._remove(code))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._codes))
        self._field.setVisible(len(self._codes) < self._most or self._most == 1)
        self.setFocusProxy(self._field if self._field.isVisibleTo(self) else self._chips)


class _Suggestions(QListView):
    """The list below the field. It never takes the focus, so typing goes on."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("popup", True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.clicked.connect(self._on_clicked)

    def offer(self, labels: list[str], below: QWidget) -> None:
        """Show the labels below a field; hide when there are none."""
        if not labels:
            self.hide()
            return
        self._lines.setStringList(labels)
        self.setCurrentIndex(self._lines.index(0))
        height = self.sizeHintForRow(0) * min(len(labels), _MOST_SHOWN) + 2 * Space.XS + 4
        self.resize(max(below.width(), self.sizeHintForColumn(0) + Space.XL), height)
        place = below.mapToGlobal(QPoint(0, below.height() + 2))
        screen = below.screen().availableGeometry()
        if place.y() + height > screen.bottom():
            place = below.mapToGlobal(QPoint(0, -height - 2))
        self.move(place)
        self.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden list is empty, also for a screen reader."""
        self._lines.setStringList([])
        super().hideEvent(event)

    def row(self) -> int:
        """The row that is marked."""
        return self.currentIndex().row()

    def move_by(self, step: int) -> None:
        """Mark the next or the previous row."""
        self.setCurrentIndex(self._lines.index((self.row() + step) % max(self._lines.rowCount(), 1)))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
