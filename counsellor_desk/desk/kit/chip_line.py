"""Values in words, each on a chip that leads to its field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from counsellor_desk.desk.kit.flow import FlowLayout


class ValueChip(QPushButton):
    """One value; pressing it goes to where it can be changed."""

    def __init__(self, on_click: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.clicked.connect(lambda: on_click())

    def show_words(self, words: str) -> None:
        """Change the value."""
        self.setText(words)
        self.setAccessibleName(self.tr("Change: %1").replace("%1", words))


class ChipLine(QWidget):
    """Chips in a line, or in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[ValueChip] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, on_click: Callable[[], None]) -> None:
        """One chip more."""
        chip = ValueChip(on_click)
        self.chips.append(chip)
        self._flow.addWidget(chip)
