"""The coloured ground under rows that belong together, as if they were one card."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

_JOINTS = {(True, True): "top", (True, False): "alone", (False, True): "middle", (False, False): "bottom"}


class CardPiece(QFrame):
    """One row's piece of a card in ``tone`` (see ``Card``); its corners are round where the card begins and ends."""

    def __init__(self, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", tone)

    def join(self, *, begins: bool, goes_on: bool) -> None:
        """Be the beginning, the end, the middle or all of the card."""
        joint = _JOINTS[begins, goes_on]
        if joint != self.property("joint"):
            self.setProperty("joint", joint)
            self.style().unpolish(self)
            self.style().polish(self)
