"""The true figures beside the published ones, for the counsellor's own eyes: tinted, and never in a report."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.pages.words.figures import row_name, table_name
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.release import Figure, Release

_WORDS, _TRUE, _PUBLISHED, _APART, _WINDOW = range(5)
_NUMBERS = (_TRUE, _PUBLISHED, _APART, _WINDOW)
_ALL_FROM = 400  # px; below it there is room for what is true and what leaves


class OwnEyes(QTreeWidget):
    """Each table with its rows: what is true, what leaves, how far the two are apart and may be."""

    def __init__(self, codebook: Codebook, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self._language = language
        self.setProperty("own-eyes", "true")
        self.setAccessibleName(self.tr("True figures beside published ones, for your eyes only"))
        self.setColumnCount(len(_NUMBERS) + 1)
        self.setHeaderLabels(["", self.tr("True"), self.tr("Leaves"), self.tr("Apart"), self.tr("Margin")])
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
        for column in _NUMBERS:
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
            for figure in table.figures:
                self.addTopLevelItem(self._line(figure, truth.get((table.id, figure.code))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (_APART, _WINDOW):
            self.setColumnHidden(column, event.size().width() < _ALL_FROM)

    def _line(self, figure: Figure, true: int | None) -> QTreeWidgetItem:
        margin = f"±{figure.window}" if figure.window else self.tr("exact")
        name = row_name(figure.code, self._codebook, self._language)
        line = QTreeWidgetItem(
            [name, "–" if true is None else str(true), str(figure.value), _apart(figure, true), margin]
        )
        line.setToolTip(_WORDS, name)
        line.setSizeHint(_WORDS, QSize(0, self.fontMetrics().height() + Space.S))
        for column in _NUMBERS:
            line.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line


def summary(release: Release, truth: Mapping[tuple[str, str], int]) -> tuple[float, int]:
    """How far the rounded figures are from the truth: on average, and at most."""
    apart = [
        abs(figure.value - truth[table.id, figure.code])
        for table in release.tables
        for figure in table.figures
        if figure.window and (table.id, figure.code) in truth
    ]
    return (sum(apart) / len(apart), max(apart)) if apart else (0.0, 0)


def _apart(figure: Figure, true: int | None) -> str:
    """The published figure less the true one, with its sign; nothing where both are the same."""
    return "" if true is None or true == figure.value else f"{figure.value - true:+d}".replace("-", "\u2212")
