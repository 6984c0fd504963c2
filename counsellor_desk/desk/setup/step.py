"""One step of a few, on a screen that shows them in turn."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.desk.kit.labels import PlainLabel, Title
from counsellor_desk.desk.space import Space


class WizardStep(QWidget):
    """A step with a title and an explanation; ``has_secret`` when it shows or takes one.

    Signals: changed() when it may have become ready, or not.
    """

    changed = Signal()
    has_secret = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.M)

    def say(self, title: str, explanation: str) -> None:
        """Begin with a title and what the step is about."""
        words = Title(title)
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.body.addWidget(PlainLabel(explanation, wrap=True))

    def is_ready(self) -> bool:
        """Whether the button that leads to the next step can be pressed."""
        return True
