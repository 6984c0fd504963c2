"""The cards beside the day: the quarter in true figures, and what asks to be closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.casework.status import QUIET_DAYS
from counsellor_desk.casework.views import Board
from counsellor_desk.desk.kit.buttons import LinkButton, QuietButton
from counsellor_desk.desk.kit.card import Card, empty
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Quiet
from counsellor_desk.desk.pages.words.figures import period_name
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.quarter import LastQuarter, QuarterState

_LINK_HEIGHT = 26  # px, so that a line without a link is as high as one with


class QuarterCard(Card):
    """The true figures of the running quarter: tinted, because nobody else may see them.

    Signals: figures_wanted().
    """

    figures_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="own-eyes", parent=parent)
        self.body.addWidget(PlainLabel(self.tr("This quarter, for your eyes only"), "own-eyes", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(Space.XL)
        self._opened = self._figure(line, self.tr("new"))
        self._running = self._figure(line, self.tr("running"))
        self._contacts = self._figure(line, self.tr("contacts"))
        line.addStretch(1)
        self.body.addLayout(line)
        self._quarter = Quiet()
        self.body.addWidget(self._quarter)
        self.body.addSpacing(Space.XS)
        button = QuietButton(self.tr("See what leaves"), self.figures_wanted.emit, size="small")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.body.addWidget(button)

    def show_board(self, board: Board) -> None:
        """The figures of ``board``."""
        self._opened.setText(str(board.opened_this_quarter))
        self._running.setText(str(board.running))
        self._contacts.setText(str(board.contacts_this_quarter))

    def show_quarter(self, quarter: LastQuarter) -> None:
        """Whether the last full quarter has been published, or waits for it."""
        known = {
            QuarterState.READY: self.tr("{period} is ready to publish."),
            QuarterState.PUBLISHED: self.tr("{period} has been published."),
        }
        words = known.get(quarter.state, "")
        name = period_name(quarter.period)
        self._quarter.setText(words.format(period=name[:1].upper() + name[1:]))
        self._quarter.setVisible(bool(words))

    def _figure(self, line: QHBoxLayout, name: str) -> PlainLabel:
        figure = PlainLabel("0", "figure")
        figure.setAccessibleName(name)
        stack = QVBoxLayout()
        stack.setSpacing(0)
        stack.addWidget(figure)
        stack.addWidget(Quiet(name, wrap=False))
        line.addLayout(stack)
        return figure


class LooseEndsCard(Card):
    """Cases to close, cases that wait for the client, memory aids that expire. Hidden when there is nothing.

    Signals: to_close_wanted(); waiting_wanted().
    """

    to_close_wanted = Signal()
    waiting_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(0)

    def show_board(self, board: Board) -> None:
        """The loose ends of ``board``."""
        empty(self.body)
        if board.to_close:
            words = self.tr("%n case(s) without contact for %1 days", "", len(board.to_close))
            words = words.replace("%1", str(QUIET_DAYS))
            self._entry(self.tr("To close"), words, self.to_close_wanted.emit)
        if board.waiting:
            words = self.tr("%n case(s) wait for the client", "", len(board.waiting))
            self._entry(self.tr("Waiting"), words, self.waiting_wanted.emit)
        if board.expiring_notes:
            words = self.tr("%n memory aid(s) expire this week", "", board.expiring_notes)
            self._entry(self.tr("Memory aids"), words, None)
        self.setVisible(self.body.count() > 0)

    def _entry(self, name: str, words: str, wanted: object) -> None:
        if self.body.count():
            self.body.addSpacing(Space.M)
        line = QHBoxLayout()
        line.addStrut(_LINK_HEIGHT)
        line.addWidget(Heading(name))
        line.addStretch(1)
        if callable(wanted):
            link = LinkButton(self.tr("Show"), lambda: wanted(), size="small")
            link.setAccessibleName(self.tr("Show: %1").replace("%1", words))
            line.addWidget(link)
        self.body.addLayout(line)
        self.body.addWidget(Quiet(words))
