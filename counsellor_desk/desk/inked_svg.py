"""The engine that paints an icon; loaded with the first icon."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from counsellor_desk.desk.icons import Tone


class InkedSvg(QIconEngine):
    """Paints one SVG in the present colour of its tone; accent when switched on."""

    def __init__(self, source: bytes, tone: Tone) -> None:
        super().__init__()
        self._source = source
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = Tone.ACCENT if state is QIcon.State.On and self._tone is Tone.QUIET else self._tone
        group = QPalette.ColorGroup.Disabled if mode is QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        ink = QGuiApplication.palette().color(group, tone.value).name().encode()
        QSvgRenderer(QByteArray(self._source.replace(b"currentColor", ink))).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        return InkedSvg(self._source, self._tone)
