"""What a page is about, with a column of cards beside it; below it where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.desk.folds import CARDS_BESIDE_FROM, MOST_LIST
from counsellor_desk.desk.space import CARD_COLUMN_WIDTH, Space

_NEARLY_ALL = 1000  # to one: what a list may not have stays empty


class WithCards(QWidget):
    """``main`` grows up to the width of a list; ``is_tall`` when it also takes all the height there is."""

    def __init__(self, main: QLayout, *cards: QWidget, is_tall: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_tall = is_tall
        self._main = QWidget()
        self._main.setLayout(main)
        self._main.setMaximumWidth(MOST_LIST)
        main.setContentsMargins(0, 0, 0, 0)
        self._cards = QWidget()
        self._cards.setMaximumWidth(MOST_LIST)
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(Space.XL)
        self._line.addWidget(self._main)
        self._line.addWidget(self._cards)
        self._line.addStretch(0)
        self._fold(beside=True)

    def minimumSizeHint(self) -> QSize:
        """As wide as its main part: the cards go below when there is no room beside it."""
        return QSize(self._main.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(beside=self.width() >= CARDS_BESIDE_FROM)

    def _fold(self, *, beside: bool) -> None:
        policy, width = QSizePolicy.Policy, CARD_COLUMN_WIDTH if beside else 0
        grows = policy.Preferred if beside or self._is_tall else policy.Maximum
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._line.setStretch(0, _NEARLY_ALL if beside or self._is_tall else 0)
        self._line.setStretch(2, int(beside))
        self._main.setSizePolicy(policy.Preferred, grows)
        self._cards.setMinimumWidth(width)
        self._cards.setMaximumWidth(width or MOST_LIST)
