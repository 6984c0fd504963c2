"""Asks above the page which date is right, while the clock of the computer is in doubt.

Nobody answers it by accident: it never takes the focus, and Return elsewhere does not reach it.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.clock import ClockInDoubt, may_be_right
from counsellor_desk.desk.icons import Tone
from counsellor_desk.desk.kit.announcing import announce
from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.card import row
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.kit.states import Symbol
from counsellor_desk.desk.model.operation import Operations
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

LOOK_MS = 20_000
"""Between two looks at the clock: it may jump, or be set right, while the desk is open."""


class ClockQuestion(QFrame):
    """Hidden while the clock is trusted. "Not right" is no answer that ends the doubt: setting the clock right is.

    Signals: turned() when it was shown or hidden; settled() when the clock is trusted again.
    """

    turned = Signal()
    settled = Signal()

    def __init__(self, operations: Operations, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._operations = operations
        self._language = language
        self._says = ""  # the moment the computer said when it was asked
        self._words = PlainLabel(wrap=True)
        self._meanwhile = PlainLabel(
            self.tr(
                "Until then nothing is registered, closed, published or deleted. "
                "Notes are saved; a new contact stays a draft."
            ),
            wrap=True,
        )
        self._right = QuietButton("", self._on_right, size="small")
        self._wrong = QuietButton(self.tr("That date is wrong"), self._on_wrong, size="small")
        self._again = QuietButton(self.tr("Look again"), self.look, size="small")
        said = QVBoxLayout()
        said.setSpacing(Space.XS)
        said.addWidget(self._words)
        said.addWidget(self._meanwhile)
        said.addSpacing(Space.XS)
        said.addLayout(row(self._right, self._wrong, self._again, None))
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.S, Space.S, Space.M)
        line.addWidget(Symbol("clock", Tone.TEXT), alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        self.hide()
        timer = QTimer(self)
        timer.setInterval(LOOK_MS)
        timer.timeout.connect(self._glance)
        timer.start()

    def look(self) -> None:
        """Ask, if there is something to ask."""
        self._operations.read(lambda office: office.clock.doubt(), self._on_looked, _leave)

    def ask(self, doubt: ClockInDoubt) -> None:
        """Show the question about what the computer says."""
        self._says = str(doubt.params["now"])
        now, last = datetime.fromisoformat(self._says), datetime.fromisoformat(str(doubt.params["last"]))
        says, used = self._in_words(now, last), self._in_words(last, now)
        self._right.set_text(self.tr("%1 is right").replace("%1", says))
        if may_be_right(now):
            words = self.tr("Your computer says %1. This vault was last used on %2. Which is right?")
        else:
            words = self.tr("Your computer says %1, which cannot be. This vault was last used on %2.")
            words = f"{words} {self._how_to_set()}"
        self._say(words.replace("%1", says).replace("%2", used), asks=may_be_right(now))

    def _on_looked(self, doubt: ClockInDoubt | None) -> None:
        if doubt is not None:
            self.ask(doubt)
        elif not self.isHidden():
            self.hide()
            self.turned.emit()
            self.settled.emit()

    def _glance(self) -> None:
        """Look by itself; who has said that the date is wrong is not asked again by that."""
        waits = not self.isHidden() and self._right.isHidden()

        def looked(doubt: ClockInDoubt | None) -> None:
            if doubt is None or not waits:
                self._on_looked(doubt)

        self._operations.read(lambda office: office.clock.doubt(), looked, _leave)

    def _on_right(self) -> None:
        now = datetime.fromisoformat(self._says)
        self._operations.write(lambda office: office.clock.accept(now), (), lambda _none: self.look())

    def _on_wrong(self) -> None:
        self._say(self._how_to_set(), asks=False)

    def _how_to_set(self) -> str:
        return self.tr("Set the date in the settings of this computer, under Date and time.")

    def _say(self, words: str, *, asks: bool) -> None:
        is_new = self.isHidden() or words != self._words.text()
        self._words.setText(words)
        self._right.setVisible(asks)
        self._wrong.setVisible(asks)
        self._again.setVisible(not asks)
        self.show()
        self.turned.emit()
        if is_new:
            announce(self, f"{words} {self._meanwhile.text()}")

    def _in_words(self, moment: datetime, other: datetime) -> str:
        """ "14 March 2027"; with the time where the day alone says nothing."""
        day = Days(self._language, moment.date()).long(moment.date())
        return f"{day}, {moment:%H:%M}" if moment.date() == other.date() else day


def _leave(_error: DeskError) -> None:
    """The desk was locked meanwhile: nobody is there to be asked."""
