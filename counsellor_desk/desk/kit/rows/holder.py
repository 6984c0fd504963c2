"""A row that is a widget of its own: the form above a list, the editor within it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.kit.rows.row import R, RowWidget


class Holder(RowWidget[R]):
    """Gives ``content`` the width of the list, but for an ``edge`` at both sides, and the height it asks for, as that
    changes. For rows that last."""

    def __init__(self, content: QWidget, *, edge: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self._edge = edge
        content.setParent(self)

    def show_row(self, row: R) -> str:
        return ""

    def lay_out(self, width: int) -> int:
        if self.content.isHidden():
            return 0
        inside = width - 2 * self._edge
        height = height_for(self.content, inside)
        self.content.setGeometry(self._edge, 0, inside, height)
        return height

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)


def height_for(widget: QWidget, width: int) -> int:
    """The height ``widget`` wants at this width."""
    high = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    return max(high, widget.minimumSizeHint().height())
