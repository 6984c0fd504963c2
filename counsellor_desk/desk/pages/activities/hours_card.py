"""How far the hours for recertification are."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from counsellor_desk.casework.recertification import HOURS_ASKED, HOURS_AT_LEAST
from counsellor_desk.casework.views import Board
from counsellor_desk.desk.kit.bar import Bar
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.pages.words.phrases import Phrases
from counsellor_desk.desk.space import Space


class HoursCard(Card):
    """How far the hours of the last four years are, by kind."""

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Recertification"), parent=parent)
        self._sum = Quiet()
        self.body.addWidget(self._sum)
        self._bars: dict[str, tuple[Bar, PlainLabel]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for place, code in enumerate(HOURS_AT_LEAST):
            name, bar, figure = phrases.label(code), Bar(), Quiet(wrap=False)
            bar.setAccessibleName(name)
            grid.addWidget(PlainLabel(name, "small"), place, 0)
            grid.addWidget(bar, place, 1)
            grid.addWidget(figure, place, 2)
            self._bars[code] = (bar, figure)
        self.body.addLayout(grid)

    def show_board(self, board: Board) -> None:
        """The hours of ``board``."""
        minutes = dict(board.hours)
        total = sum(minutes.values()) // 60
        self._sum.setText(self.tr("%1 of %2 hours").replace("%1", str(total)).replace("%2", str(HOURS_ASKED)))
        for code, least in HOURS_AT_LEAST.items():
            bar, figure = self._bars[code]
            hours = minutes.get(code, 0) // 60
            bar.set_share(hours / least)
            figure.setText(f"{hours}/{least}")
