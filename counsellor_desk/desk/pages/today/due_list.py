"""What is due, in three groups: late, today, this week."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.views import DueRow
from counsellor_desk.desk.kit.rows.row import RowKind
from counsellor_desk.desk.kit.rows.row_list import RowList
from counsellor_desk.desk.pages.today.due_rows import Due, DueWidget, Group, GroupWidget, rows_of
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.space import ROW_HEIGHT

_MOST = 12 * ROW_HEIGHT  # where cards stand below, as high as this at most; then it scrolls
_LEAST = 4 * ROW_HEIGHT


class DueList(RowList):
    """The follow-ups of the coming week.

    Signals: done(FollowUpId); case_wanted(CaseId).
    """

    done = Signal(int)
    case_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        kinds = {
            Group: RowKind(GroupWidget, is_stop=False),
            Due: RowKind(lambda: DueWidget(self.done.emit, self.case_wanted.emit)),
        }
        super().__init__("", kinds, parent=parent)
        self.viewport().setAccessibleName(self.tr("What is due"))

    def show_due(self, due: tuple[DueRow, ...], days: Days) -> None:
        """Show these follow-ups by urgency, in place of all that stood there."""
        self.show_rows(rows_of(due, days))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), min(self.whole_height, _MOST))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self.whole_height, _LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
