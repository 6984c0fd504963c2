"""The table of readers: for each figure the range of numbers that remains possible to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.pages.words.figures import row_name, table_name
from counsellor_desk.desk.space import Space

if TYPE_CHECKING:
    from counsellor_desk.figures.attack import Range, Target

_WORDS, _LEAVES, _FIRST = 0, 1, 2  # columns; from _FIRST one for each reader
_ALL_FROM = 400  # px; below it there is room for the marked reader only


class AttackTable(QTreeWidget):
    """A row for each figure: what leaves, and the range that remains to each reader."""

    def __init__(self, codebook: Codebook, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self._language = language
        self._ranges: dict[int, tuple[Range, ...]] = {}  # place in the table -> what remains to each reader
        self._known = 1
        self._last_table = ""
        readers = (
            (self.tr("knows\n0"), self.tr("A colleague, who knows no case")),
            (self.tr("knows\n1"), self.tr("The accused, who knows one case")),
            (self.tr("knows\n2"), self.tr("HR, who knows two cases")),
            (self.tr("knows\n3"), self.tr("Several people together, who know three cases")),
        )
        self.setAccessibleName(self.tr("What readers could work out at best, row by row"))
        self.setHeaderLabels(["", self.tr("Figure"), *(label for label, _ in readers)])
        for column, (_, who) in enumerate(readers, start=_FIRST):
            self.headerItem().setToolTip(column, who)
            self.headerItem().setData(column, Qt.ItemDataRole.AccessibleTextRole, who)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.viewport().setAutoFillBackground(False)
        header.setAccessibleName(self.tr("Columns"))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        for column in range(_LEAVES, self.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def forget(self) -> None:
        """Remove all rows and what was found about them."""
        self.clear()
        self._ranges.clear()
        self._last_table = ""

    @property
    def rows(self) -> int:
        """How many figures there are."""
        return len(self._ranges)

    @property
    def narrowest(self) -> tuple[int, ...]:
        """For each reader, how many numbers remain in the row where fewest do."""
        return tuple(min(one.numbers for one in of_reader) for of_reader in zip(*self._ranges.values(), strict=True))

    @property
    def in_front(self) -> tuple[str, tuple[Range, ...]] | None:
        """The name and the ranges of the current row."""
        place = self.currentIndex().row()
        if place not in self._ranges:
            return None
        return str(self.currentIndex().siblingAtColumn(_WORDS).data()), self._ranges[place]

    def add(self, target: Target, ranges: Sequence[Range]) -> None:
        """Append a row, below the title of its table."""
        if target.table != self._last_table:
            self._last_table = target.table
            self._add_title(table_name(target.table))
        name = row_name(target.figure.code, self._codebook, self._language)
        item = QTreeWidgetItem([name, str(target.figure.value), *(f"{one.least}–{one.most}" for one in ranges)])
        item.setSizeHint(_WORDS, QSize(0, self.fontMetrics().height() + Space.S))
        item.setToolTip(_WORDS, name)
        for column in range(_LEAVES, self.columnCount()):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, one in enumerate(ranges, start=_FIRST):
            spoken = self.tr("{least} to {most}").format(least=one.least, most=one.most)
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._embolden(item)
        self.addTopLevelItem(item)
        self._ranges[self.topLevelItemCount() - 1] = tuple(ranges)
        if len(self._ranges) == 1:
            self.setCurrentItem(item)

    def mark(self, known: int) -> None:
        """Bring out the column of the reader who knows ``known`` cases."""
        self._known = known
        self._fold(self.viewport().width())
        for place in self._ranges:
            if (item := self.topLevelItem(place)) is not None:
                self._embolden(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(event.size().width())

    def _fold(self, width: int) -> None:
        for column in range(_FIRST, self.columnCount()):
            self.setColumnHidden(column, width < _ALL_FROM and column != _FIRST + self._known)

    def _embolden(self, item: QTreeWidgetItem) -> None:
        for column in range(_FIRST, self.columnCount()):
            font = self.font()
            font.setWeight(QFont.Weight.Bold if column == _FIRST + self._known else QFont.Weight.Normal)
            item.setFont(column, font)

    def _add_title(self, title: str) -> None:
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        item = QTreeWidgetItem([title])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(_WORDS, font)
        item.setSizeHint(_WORDS, QSize(0, self.fontMetrics().height() + 2 * Space.M))
        item.setTextAlignment(_WORDS, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.addTopLevelItem(item)
        self.setFirstColumnSpanned(self.topLevelItemCount() - 1, self.rootIndex(), True)
