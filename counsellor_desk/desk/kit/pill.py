"""A status: a word and a shape, so that colour never carries it alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counsellor_desk.desk.kit.labels import PlainLabel

_SHAPE_SIZE = 7.0
_SHAPE_LEFT = 10.0
_ROOM_FOR_SHAPE = 13


class Pill(PlainLabel):
    """A rounded word. ``tone``: plain, open, wait, quiet or own-eyes; ``shape``: dot, square, ring or none."""

    def __init__(
        self, text: str = "", *, tone: str = "plain", shape: str = "none", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent=parent)
        self._shape = "none"
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_look(tone, shape)

    def set_look(self, tone: str, shape: str = "none") -> None:
        """Change tone and shape."""
        self.setProperty("pill", tone)
        self._shape = shape
        self.setIndent(0 if shape == "none" else _ROOM_FOR_SHAPE)
        self.style().unpolish(self)
        self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shape = self._shape
        if shape == "none":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(self.foregroundRole())
        box = QRectF(_SHAPE_LEFT, (self.height() - _SHAPE_SIZE) / 2, _SHAPE_SIZE, _SHAPE_SIZE)
        painter.setPen(QPen(ink, 1.5))
        if shape != "ring":
            painter.setBrush(ink)
        if shape == "square":
            painter.drawRect(box)
        else:
            painter.drawEllipse(box)
