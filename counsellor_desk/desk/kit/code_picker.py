"""Choosing several codes by typing a few letters, in either language; what is chosen stands as removable chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from counsellor_desk.codebook import Code, Codebook
from counsellor_desk.desk.icons import Tone, icon
from counsellor_desk.desk.kit.buttons import without_mnemonic
from counsellor_desk.desk.kit.combo import Combo
from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.kit.type_ahead import Choice, TypeAhead
from counsellor_desk.desk.space import Space

_ALL = 1000  # no list is longer


class CodePicker(Combo):
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
        most: int,
        placeholder: str = "",
        label: Callable[[Code], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._codebook = codebook
        self._lists = tuple(lists)
        self._language = language
        self._most = most
        self._label = label or (lambda code: code.label(language))
        self._codes: list[str] = []
        self._field = TypeAhead(name, self._find, placeholder)
        self._field.textEdited.connect(lambda _words: self.typed.emit())
        self._field.editingFinished.connect(self.finished)
        self._field.taken.connect(self._on_taken)
        self._field.installEventFilter(self)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._chips.hide()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(Space.XS)
        stack.addWidget(self._chips)
        stack.addWidget(self._field)
        self.setFocusProxy(self._field)

    def codes(self) -> tuple[str, ...]:
        """The chosen codes, in the order of choosing."""
        return tuple(self._codes)

    def set_codes(self, codes: Sequence[str | None]) -> None:
        """Choose exactly these, silently; letters of another choice go."""
        wanted = [code for code in codes if code][: self._most]
        self.set_words("")
        self._field.close_list()
        if wanted != self._codes:
            self._codes = wanted
            self._show_chips()

    def unclear(self) -> str | None:
        """The letters nothing was chosen by; None when there are none."""
        return self._field.text() if self._field.text().strip() else None

    def complaint(self) -> str:
        """What to do about them."""
        return self._field.complaint(self._label(self._codebook.codes(self._lists[0])[0]))

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        self._field.mark_wrong(wrong)

    def set_words(self, words: str) -> None:
        """Show letters again, silently."""
        self._field.setText(words)
        self._field.mark_wrong(False)

    def words(self) -> str:
        """What is chosen, or else typed."""
        return ", ".join(self._name_of(code) for code in self._codes) or self._field.text()

    @property
    def is_unfolded(self) -> bool:
        return self._field.is_open

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in an empty field takes the last code away."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._erases(event):
            self._remove(self._codes[-1])
            return True
        return super().eventFilter(watched, event)

    def _erases(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Backspace and not self._field.text() and bool(self._codes)

    def _find(self, words: str) -> Sequence[Choice]:
        """Those not chosen yet; without letters all of the lists, in their order."""
        if words.strip():
            found = self._codebook.find(self._lists, words, _ALL)
        else:
            found = tuple(code for name in self._lists for code in self._codebook.codes(name))
        return [Choice(code.code, self._label(code)) for code in found if code.code not in self._codes]

    def _name_of(self, code: str) -> str:
        return self._label(self._codebook.code(code))

    def _on_taken(self, code: str) -> None:
        self._codes = [*self._codes, code]
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
            label = self._name_of(code)
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
        self._field.setVisible(len(self._codes) < self._most)
        self.setFocusProxy(self._field if self._field.isVisibleTo(self) else self._chips)
