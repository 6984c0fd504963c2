"""A PDF held in memory, shown page by page as wide as there is room. Nothing of it is written to disk."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from counsellor_desk.desk.space import Space

_WIDEST = 640  # pixels; a sheet is wider only where the whole of it can be seen
_A4 = 210 / 297  # width to height
_ZOOMS = (1.0, 1.3, 1.7, 2.2)
_SHADOW = 6  # pixels around a sheet


class PdfPages(QScrollArea):
    """The sheets of one document, one below the other; each is drawn when it comes into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._source = QBuffer(self)
        self._sheets: list[_Sheet] = []
        self._zoom = 0
        self._desk = QWidget()
        self._desk.setObjectName("scrolled")
        self._column = QVBoxLayout(self._desk)
        self._column.setContentsMargins(Space.S, Space.XL - _SHADOW, Space.S, Space.XL)
        self._column.setSpacing(Space.M)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._desk)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The report, page by page"))

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._sheets)

    def page_text(self, page: int) -> str:
        """The words on a page, from 0."""
        return self._document.getAllText(page).text()

    def show_pdf(self, data: bytes) -> None:
        """Show this document from its first page, in place of the one before."""
        self.clear()
        self._source.setData(QByteArray(data))
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._source)
        count = self._document.pageCount()
        for page in range(count):
            sheet = _Sheet(self._document, page, self._desk)
            sheet.setAccessibleName(self.tr("Page {page} of {pages}").format(page=page + 1, pages=count))
            sheet.setAccessibleDescription(self.page_text(page))
            self._column.addWidget(sheet)
            self._sheets.append(sheet)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Take the document away."""
        for sheet in self._sheets:
            sheet.setParent(None)
            sheet.deleteLater()
        self._sheets.clear()
        self._document.close()
        self._source.close()
        self._source.setData(QByteArray())

    def zoom(self, step: int) -> None:
        """One step larger (+1) or smaller (-1); the smallest is the width there is."""
        self._zoom = min(max(self._zoom + step, 0), len(_ZOOMS) - 1)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.ZoomIn) or event.key() == Qt.Key.Key_Plus:
            self.zoom(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or event.key() == Qt.Key.Key_Minus:
            self.zoom(-1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = round((self.viewport().height() - 2 * Space.XL) * _A4)
        width = min(self.viewport().width() - 2 * Space.S, max(whole, _WIDEST))
        for sheet in self._sheets:
            sheet.be_wide(round(width * _ZOOMS[self._zoom]))


class _Sheet(QWidget):
    """One page as a sheet of paper: white in every theme, because paper is."""

    def __init__(self, document: QPdfDocument, page: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._page = page
        self._drawn = QPixmap()

    def be_wide(self, width: int) -> None:
        """Take this width, shadow included, and the height that belongs to it."""
        paper = self._document.pagePointSize(self._page)
        inner = max(width - 2 * _SHADOW, 1)
        self.setFixedSize(width, round(inner * paper.height() / max(paper.width(), 1)) + 2 * _SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        paper = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = self.palette().color(QPalette.ColorRole.Shadow)
        for step in range(_SHADOW):
            shadow.setAlpha(4)
            painter.setBrush(shadow)
            grown = _SHADOW - step
            painter.drawRoundedRect(QRectF(paper.adjusted(-grown, 1 - grown, grown, grown)), grown, grown)
        painter.drawPixmap(paper, self._rendered(paper.size()))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRect(paper.adjusted(0, 0, -1, -1))

    def _rendered(self, size: QSize) -> QPixmap:
        scale = self.devicePixelRatioF()
        wanted = size * scale
        if self._drawn.size() != wanted:
            white = QColor(Qt.GlobalColor.white)
            self._drawn = QPixmap.fromImage(self._document.render(self._page, wanted, fillColor=white))
            self._drawn.setDevicePixelRatio(scale)
        return self._drawn
