"""Words in pills, side by side, over as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.kit.pill import Pill


class PillLine(QWidget):
    """Shows now these words and now others, with the same pills."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._pills: list[Pill] = []

    def show_words(self, words: Sequence[str]) -> None:
        """Show these, one pill each."""
        while len(self._pills) < len(words):
            self._pills.append(Pill())
            self._flow.addWidget(self._pills[-1])
        for place, pill in enumerate(self._pills):
            pill.setText(words[place] if place < len(words) else "")
            pill.setVisible(place < len(words))
        self.setVisible(bool(words))

    def height_for(self, width: int) -> int:
        """How high they are at this width."""
        return self._flow.heightForWidth(width)
