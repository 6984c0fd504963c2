"""Attack it yourself: what readers of the figures could work out at best, row by row, while it is being computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.kit.labels import Divider, Heading, PlainLabel, Quiet
from counsellor_desk.desk.kit.states import Progress
from counsellor_desk.desk.pages.figures.attack_table import AttackTable
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.release import Certificate

if TYPE_CHECKING:
    from counsellor_desk.figures.attack import Range, Target


LEAST_TABLE = 220  # px, its header and some rows


class AttackView(QWidget):
    """The table of readers. ``begin``, then ``add`` row by row, then ``finish`` (or ``stopped``).

    Signals: stop_requested().
    """

    stop_requested = Signal()

    def __init__(self, codebook: Codebook, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress()
        self._verdict = PlainLabel(wrap=True)
        self.table = AttackTable(codebook, language)
        self._in_words = PlainLabel(wrap=True)
        self._in_words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._known = 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        heading = Heading(self.tr("What readers could work out at best"))
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(
            Quiet(self.tr("Worked out from all reports of this office together, and from nothing else."))
        )
        column.addWidget(
            Quiet(self.tr("Whoever knows cases knows all their codes; they are among those the row counts."))
        )
        column.addWidget(self._progress)
        column.addWidget(self._verdict)
        self.table.setMinimumHeight(LEAST_TABLE)
        column.addWidget(self.table, 1)
        column.addWidget(Divider())  # what is cut here goes on below it
        column.addWidget(self._in_words)
        self.table.currentItemChanged.connect(lambda *_: self._say_in_words())

    def begin(self, rows: int) -> None:
        """Empty the table; ``rows`` are to come."""
        self.table.forget()
        self._verdict.hide()
        self._in_words.clear()
        self._progress.begin(self.tr("Trying every row…"), self.stop_requested.emit, rows)

    def add(self, target: Target, ranges: Sequence[Range]) -> None:
        """One more row."""
        self.table.add(target, ranges)
        self._progress.reach(self.table.rows)

    def finish(self, promised: Certificate) -> None:
        """All rows are there: say whether the promise holds."""
        self._progress.end()
        narrowest = self.table.narrowest
        kept = all(numbers >= promised.possible_counts(known) for known, numbers in enumerate(narrowest))
        least = ", ".join(map(str, narrowest))
        if kept:
            words = self.tr("The promise holds in every row: at least {least} numbers remain possible.")
        else:
            words = self.tr("Fewer numbers remain than was promised: {least}. Do not publish this report.")
        self._verdict.set_role("accent" if kept else "attention")
        self._verdict.setText(words.format(least=least))
        self._verdict.show()

    def stopped(self) -> None:
        """She called it off, or left."""
        self._progress.end()
        self._verdict.set_role("small")
        self._verdict.setText(self.tr("Stopped after %n row(s).", "", self.table.rows))
        self._verdict.show()

    def mark(self, known: int) -> None:
        """Bring out the reader who knows ``known`` cases."""
        self._known = known
        self.table.mark(known)
        self._say_in_words()

    @property
    def verdict(self) -> str:
        """What it says of all rows."""
        return self._verdict.text() if self._verdict.isVisibleTo(self) else ""

    @property
    def in_words(self) -> str:
        """What it says of the row in front."""
        return self._in_words.text()

    def _say_in_words(self) -> None:
        found = self.table.in_front
        self._in_words.setText(self._sentence(*found) if found else "")

    def _sentence(self, name: str, ranges: Sequence[Range]) -> str:
        one = ranges[self._known]
        readers = (
            self.tr(
                "{row}: a colleague who knows none of these cases can work out that there are {least} to {most}."
            ),
            self.tr(
                "{row}: the accused, who knows one of these cases, can work out that there are {least} to {most}."
            ),
            self.tr("{row}: HR, knowing two of these cases, can work out that there are {least} to {most}."),
            self.tr("{row}: people who know three of these cases together can work out {least} to {most}."),
        )
        words = readers[self._known].format(row=name, least=one.least, most=one.most)
        if one.least > self._known:
            return words
        rest = (
            self.tr("Whether there was any other stays open.") if self._known else self.tr("Perhaps there was none.")
        )
        return f"{words} {rest}"
