"""The list of what can be chosen, below the field one types in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QListView, QWidget

from counsellor_desk.desk.kit.announcing import announce
from counsellor_desk.desk.space import Space

_MOST_SHOWN = 8  # lines at once; the rest is scrolled to


class Suggestions(QListView):
    """One line for each choice, however many. It never takes the focus, so typing goes on; what a screen reader would
    hear of a list with the focus is said at the field.

    Signals: chosen(int) with the row that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("%1: suggestions").replace("%1", field.accessibleName()))
        self.setProperty("popup", True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.clicked.connect(self._on_clicked)

    def offer(self, labels: Sequence[str], marked: int = 0) -> None:
        """Show the labels, one of them marked; hide when there are none."""
        if not labels:
            self.hide()
            return
        self._lines.setStringList(list(labels))
        self.setCurrentIndex(self._lines.index(marked))
        self._place(len(labels))
        self.show()
        self.scrollTo(self.currentIndex())
        announce(self._field, self.tr("%n suggestion(s)", "", len(labels)) + f". {labels[marked]}")

    def row(self) -> int:
        """The row that is marked."""
        return self.currentIndex().row()

    def move_by(self, step: int) -> None:
        """Mark the next or the previous row."""
        here = self._lines.index((self.row() + step) % max(self._lines.rowCount(), 1))
        self.setCurrentIndex(here)
        announce(self._field, str(here.data()))

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden list is empty, also for a screen reader."""
        self._lines.setStringList([])
        super().hideEvent(event)

    def _place(self, count: int) -> None:
        """Below the field, or above it where the screen ends."""
        field, screen = self._field, self._field.screen().availableGeometry()
        height = self.sizeHintForRow(0) * min(count, _MOST_SHOWN) + 2 * Space.XS + 4
        width = min(max(field.width(), self.sizeHintForColumn(0) + Space.XL), screen.width())
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        if place.y() + height > screen.bottom():
            place = field.mapToGlobal(QPoint(0, -height - 2))
        place.setX(max(min(place.x(), screen.right() + 1 - width), screen.left()))
        self.setGeometry(place.x(), place.y(), width, height)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
