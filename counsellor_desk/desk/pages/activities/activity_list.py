"""The list of what was written down, month by month; the Delete key takes the chosen line away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from counsellor_desk.casework.model import Activity, ProfessionalHours
from counsellor_desk.desk.pages.activities.rows import ActivityPainter, ActivityRows, EntryLine


class ActivityList(QListView):
    """Signals: chosen_changed() when another line is chosen; remove_requested(entry)."""

    chosen_changed = Signal()
    remove_requested = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ActivityRows(self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(ActivityPainter(self))
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.chosen_changed.emit())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def chosen(self) -> Activity | ProfessionalHours | None:
        """The entry of the chosen line."""
        row = self.rows.row(self.currentIndex())
        return row.entry if isinstance(row, EntryLine) else None

    def show_lines(
        self, lines: Iterable[EntryLine], month_name: Callable[[date], str], time_name: Callable[[int], str]
    ) -> None:
        """Put ``lines`` (newest first) in place of the ones before."""
        self.rows.show_rows(lines, month_name, time_name)
        self.chosen_changed.emit()

    def remove_chosen(self) -> None:
        """Ask for the chosen line to be taken away."""
        if self.chosen is not None:
            self.remove_requested.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        else:
            super().keyPressEvent(event)
