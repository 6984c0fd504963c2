"""What is due, in three groups: late, today, this week."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.views import DueRow
from counsellor_desk.desk.kit.buttons import LinkButton, QuietButton
from counsellor_desk.desk.kit.card import Card, empty
from counsellor_desk.desk.kit.fitting import on_the_margin
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Section
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.space import ROW_HEIGHT, Space

_NUMBER_WIDTH = 72


def by_urgency(due: tuple[DueRow, ...], today: date) -> tuple[tuple[str, tuple[DueRow, ...]], ...]:
    """The groups that hold something, each with its name."""
    late = tuple(row for row in due if row.follow_up.due_on < today)
    now = tuple(row for row in due if row.follow_up.due_on == today)
    soon = tuple(row for row in due if row.follow_up.due_on > today)
    named = (
        (QCoreApplication.translate("DueList", "Late"), late),
        (QCoreApplication.translate("DueList", "Today"), now),
        (QCoreApplication.translate("DueList", "This week"), soon),
    )
    return tuple((name, rows) for name, rows in named if rows)


class DueList(QWidget):
    """The follow-ups of the coming week.

    Signals: done(FollowUpId); case_wanted(CaseId).
    """

    done = Signal(int)
    case_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)

    def show_due(self, due: tuple[DueRow, ...], days: Days) -> None:
        """Show these follow-ups by urgency, in place of all that stood there."""
        empty(self._column)
        for name, rows in by_urgency(due, days.today):
            self._column.addWidget(Section(name))
            card = Card(padded=False)
            for row in rows:
                card.add_row(self._row(row, days))
            self._column.addWidget(card)
            self._column.addSpacing(Space.M)

    def _row(self, row: DueRow, days: Days) -> QWidget:
        follow_up = row.follow_up
        line = QWidget()
        line.setMinimumHeight(ROW_HEIGHT)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(Space.L, Space.XS, Space.M, Space.XS)
        layout.setSpacing(Space.M)
        layout.addWidget(self._number(row))
        layout.addWidget(PlainLabel(follow_up.text or self.tr("Call back"), wrap=True), 1)
        layout.addWidget(Quiet(self._when(row, days), wrap=False))
        button = QuietButton(self.tr("Done"), lambda: self.done.emit(follow_up.id), size="small")
        button.setAccessibleName(self.tr("Done: %1").replace("%1", row.number or follow_up.text))
        layout.addWidget(button)
        return line

    def _when(self, row: DueRow, days: Days) -> str:
        """The day, or under "Today" only the time."""
        follow_up = row.follow_up
        if follow_up.due_on == days.today and follow_up.due_at is None:
            return ""
        return days.moment(follow_up.due_on, follow_up.due_at)

    def _number(self, row: DueRow) -> QWidget:
        place = QWidget()
        place.setMinimumWidth(_NUMBER_WIDTH)
        case = row.follow_up.case
        if case is not None and row.number is not None:
            link = LinkButton(row.number, lambda: self.case_wanted.emit(case))
            link.setAccessibleName(self.tr("Open case %1").replace("%1", row.number))
            place.setLayout(on_the_margin(link))
        return place
