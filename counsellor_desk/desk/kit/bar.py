"""A share of a whole, as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


class Bar(QWidget):
    """A thin horizontal bar, filled to a share between 0 and 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Fill it so far; more than all is all."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.AlternateBase))
        whole = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(whole, 2.5, 2.5)
        if self._share:
            accent = self.palette().color(QPalette.ColorRole.Accent)
            painter.setPen(accent)
            painter.setBrush(accent)
            filled = QRectF(whole.left(), whole.top(), max(whole.width() * self._share, 5.0), whole.height())
            painter.drawRoundedRect(filled, 2.5, 2.5)
