"""What stands on the screen when nobody may see the desk: an empty cover, and a page of public information."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.card import Scroll, row
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Title
from counsellor_desk.desk.space import Space

_READING_WIDTH = 640


class _OverAll(QWidget):
    """Takes every tooltip away when it comes: each is a window of its own, and stays a while by itself."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for window in QApplication.topLevelWidgets():
            if window.windowType() is Qt.WindowType.ToolTip:
                window.hide()


class Cover(_OverAll):
    """An empty page over the desk: nothing of a case shows through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class HiddenPage(_OverAll):
    """House rules for working together, as they hang in many a corridor: no brand, no case, nothing to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hidden")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll = Scroll()
        inside = QWidget()
        inside.setMaximumWidth(_READING_WIDTH)
        words = QVBoxLayout(inside)
        words.setSpacing(Space.M)
        words.addWidget(Title(self.tr("Working together: our house rules")))
        for heading, text in self._rules():
            words.addSpacing(Space.S)
            words.addWidget(Heading(heading))
            words.addWidget(PlainLabel(text, wrap=True))
        scroll.body.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        line = row(None, inside, None)
        line.setStretch(1, _READING_WIDTH)  # as wide as there is room, and then in the middle
        scroll.body.addLayout(line)
        scroll.body.addStretch(1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(scroll)

    def _rules(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Be on time"),
                self.tr("Start and end meetings as agreed. Let the others know when you are held up."),
            ),
            (
                self.tr("Let each other finish"),
                self.tr("Listen first, then answer. Ask when something is not clear; nobody has to know everything."),
            ),
            (
                self.tr("Say what you mean, kindly"),
                self.tr(
                    "Speak about the work, not about the person. Praise in company, discuss mistakes in private."
                ),
            ),
            (
                self.tr("Keep agreements"),
                self.tr("Write down who does what and when. Cannot make it? Say so early, so the plan can change."),
            ),
            (
                self.tr("Leave shared rooms as you found them"),
                self.tr("Clear the table, close the windows, switch off the lights and take your cup with you."),
            ),
            (
                self.tr("Respect each other's time off"),
                self.tr("Evenings and weekends are free unless the schedule says otherwise. Messages can wait."),
            ),
        )
