"""Small manners of layout: text fields that grow, links on the margin, fields side by side, things in sight."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.in_sight import bring_into_sight
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.space import Space

_LINK_EDGE = 4  # px, border and padding of a link button
_FRAME = 18  # px, what a text field needs besides its lines


def grow_with_text(area: TextArea, least: int, most: int) -> None:
    """Let ``area`` be as high as its text, between ``least`` and ``most`` lines; then it scrolls."""
    paper = area.paper

    def fit() -> None:
        lines = math.ceil(paper.document().size().height())
        paper.setFixedHeight(min(max(lines, least), most) * paper.fontMetrics().lineSpacing() + _FRAME)

    paper.document().documentLayout().documentSizeChanged.connect(lambda _size: fit())
    paper.verticalScrollBar().rangeChanged.connect(lambda *_range: fit())  # the width became known, or another
    fit()


def on_the_margin(link: QWidget) -> QHBoxLayout:
    """A line in which the words of a link button stand exactly under the words above them."""
    line = QHBoxLayout()
    line.setContentsMargins(-_LINK_EDGE, 0, 0, 0)
    line.setSpacing(0)
    line.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    line.addStretch(1)
    return line


def side_by_side(*fields: QWidget) -> QHBoxLayout:
    """Fields next to each other, their names on one line."""
    line = QHBoxLayout()
    line.setSpacing(Space.M)
    for field in fields:
        column = QVBoxLayout()
        column.addWidget(field)
        column.addStretch(1)
        line.addLayout(column, 1)
    return line


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever holds ``widget`` so that it is in sight, once its layout is known."""
    QTimer.singleShot(0, widget, lambda: bring_into_sight(widget))
