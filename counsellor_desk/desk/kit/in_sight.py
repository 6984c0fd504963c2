"""Scrolling to what has to be seen, through everything that scrolls around it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QScrollArea, QWidget


@runtime_checkable
class Scrolling(Protocol):
    """What scrolls in its own way, as a list of rows does."""

    def bring_into_sight(self, part: QWidget) -> None: ...


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every area around ``widget`` so that it is seen; Qt does so only for the one the focus came from."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        elif isinstance(around, Scrolling):
            around.bring_into_sight(widget)
        around = around.parentWidget()
