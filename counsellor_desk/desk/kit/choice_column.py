"""A few choices below each other, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.desk.space import Space


class ChoiceColumn(QWidget):
    """Full-width chips for ``(key, label)`` choices; arrow keys walk, one stop of the Tab key.

    Signals: changed(key) when the person chose another; choosing from the program is silent.
    """

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)
        self._chips: dict[str, _Chip] = {}
        self._silent = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS + 2)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replace the chips, silently; what was chosen stays chosen where it still exists."""
        chosen = self.value()
        if [(key, chip.label) for key, chip in self._chips.items()] != list(choices):
            for chip in self._chips.values():
                self._group.removeButton(chip)
                chip.setParent(None)
                chip.deleteLater()
            self._chips = {key: self._chip(label) for key, label in choices}
        self.choose(chosen)

    def choose(self, key: str | None) -> None:
        """Choose this one, silently; one that is not there leaves the choice as it is."""
        self._silent = True
        if key in self._chips:
            self._chips[key].setChecked(True)
        self._silent = False

    def keys(self) -> tuple[str, ...]:
        """What can be chosen."""
        return tuple(self._chips)

    def value(self) -> str:
        """The key that holds, or ""."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def _chip(self, label: str) -> _Chip:
        chip = _Chip(label, self)
        chip.setAccessibleName(f"{self.accessibleName()}: {label}")
        self._group.addButton(chip)
        self._column.addWidget(chip)
        return chip

    def _on_toggled(self, _chip: object, on: bool) -> None:
        if on and not self._silent:
            self.changed.emit(self.value())


class _Chip(QPushButton):
    """One choice, as wide as the column; a label that is too long ends in dots and is whole in the tooltip."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.label = label
        self.setProperty("kind", "chip")
        self.setProperty("wide", True)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        strong = self.font()
        strong.setWeight(QFont.Weight.DemiBold)  # the chosen one is set so
        room = self.width() - 2 * Space.L
        shown = QFontMetrics(strong).elidedText(self.label, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))  # a name may hold the sign that marks a key
        self.setToolTip("" if shown == self.label else self.label)
