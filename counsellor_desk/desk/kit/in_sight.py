"""Scrolling to what has to be seen, through everything that scrolls around it."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from counsellor_desk.desk.kit.rows.row_list import RowList


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every area around ``widget`` so that it is seen; Qt does so only for the one the focus came from."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        elif isinstance(around, RowList):
            around.bring_into_sight(widget)
        around = around.parentWidget()
