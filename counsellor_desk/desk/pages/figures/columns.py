"""How the parts of the figures page stand: the foot, with which one publishes, is always in sight."""

from __future__ import annotations

from collections.abc import MutableMapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.desk.folds import FIGURES_CARDS_BESIDE_FROM
from counsellor_desk.desk.kit.card import Scroll, column, row
from counsellor_desk.desk.kit.divided import Divided
from counsellor_desk.desk.pages.figures.choice import WIDTH, FiguresChoice
from counsellor_desk.desk.pages.figures.publish import PublishFoot
from counsellor_desk.desk.space import CARD_COLUMN_WIDTH, Space

_WIDTH_WITH_CARDS = 290
_LEAST_WIDTH, _SHARED, _MOST_WIDTH = 200, 290, 420


class FiguresColumns(QWidget):
    """What is chosen, the report, and the cards about it. On a narrow page the cards stand below what is chosen, and
    the foot below everything."""

    def __init__(
        self,
        choice: FiguresChoice,
        view: QWidget,
        cards: tuple[QWidget, ...],
        foot: PublishFoot,
        widths: MutableMapping[str, int],
    ) -> None:
        super().__init__()
        self._choice = choice
        self._choice.setMaximumWidth(_MOST_WIDTH)
        self._foot = foot
        self._cards = QWidget()
        self._cards.setLayout(column(*cards, spacing=Space.M + 2))
        self._right = QWidget()
        self._right.setFixedWidth(CARD_COLUMN_WIDTH + Space.XL)
        self._scroll = Scroll()
        self._scroll.body.setContentsMargins(0, Space.L + Space.XS, Space.XL, Space.XL)
        self._scroll.body.addStretch(1)
        self._right_column = column(self._scroll, spacing=0)
        self._right_column.setStretch(0, 1)
        self._right.setLayout(self._right_column)
        beside = QWidget()
        line = row(view, self._right, spacing=0)
        line.setStretch(0, 1)
        beside.setLayout(line)
        name = QCoreApplication.translate("FiguresPage", "Width of what is chosen")
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(Divided(name, choice, beside, widths, "figures", (WIDTH, _SHARED)), 1)
        self._fold(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= FIGURES_CARDS_BESIDE_FROM
        if beside is self._right.isHidden():
            self._fold(beside=beside)

    def _fold(self, *, beside: bool) -> None:
        self._choice.setMinimumWidth(_LEAST_WIDTH if beside else _WIDTH_WITH_CARDS)
        body = (self._scroll if beside else self._choice).body
        body.insertWidget(body.count() - 1, self._cards)  # before what stretches
        (self._right_column if beside else self._whole).addWidget(self._foot)
        self._foot.stand(in_column=beside)
        self._right.setVisible(beside)
