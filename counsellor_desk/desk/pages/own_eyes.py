"""The true figures beside the published ones, for the counsellor's own eyes: tinted, and never in a report."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.pages.figures_words import row_name, table_name
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.release import Figure, Release

_WORDS, _TRUE, _PUBLISHED, _WINDOW = range(4)


class OwnEyes(QTreeWidget):
    """Each table with its rows: what is true, what leaves, and how far the two may be apart."""

    def __init__(self, codebook: Codebook, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self._language = language
        self.setProperty("own-eyes", "true")
        self.setAccessibleName(self.tr("True figures beside published ones, for your eyes only"))
        self.setColumnCount(4)
        self.setHeaderLabels(["", self.tr("True"), self.tr("Leaves"), self.tr("Margin")])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.viewport().setAutoFillBackground(False)
        header.setAccessibleName(self.tr("Columns"))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        for column in (_TRUE, _PUBLISHED, _WINDOW):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_figures(self, release: Release, truth: Mapping[tuple[str, str], int]) -> None:
        """Show ``release`` beside ``truth``, (table id, row code) -> true number."""
        self.clear()
        strong = self.font()
        strong.setWeight(QFont.Weight.DemiBold)
        for table in release.tables:
            heading = QTreeWidgetItem([table_name(table.id)])
            heading.setFont(_WORDS, strong)
            heading.setSizeHint(_WORDS, QSize(0, self.fontMetrics().height() + 2 * Space.M))
            heading.setTextAlignment(_WORDS, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            self.addTopLevelItem(heading)
            self.setFirstColumnSpanned(self.indexOfTopLevelItem(heading), self.rootIndex(), True)
            figures = (*table.rows, *((table.total,) if table.total else ()))
            for figure in figures:
                self.addTopLevelItem(self._line(figure, truth.get((table.id, figure.code))))

    def _line(self, figure: Figure, true: int | None) -> QTreeWidgetItem:
        margin = f"±{figure.window}" if figure.window else self.tr("exact")
        name = row_name(figure.code, self._codebook, self._language)
        line = QTreeWidgetItem([name, "–" if true is None else str(true), str(figure.value), margin])
        line.setSizeHint(_WORDS, QSize(0, self.fontMetrics().height() + Space.S))
        for column in (_TRUE, _PUBLISHED, _WINDOW):
            line.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line
