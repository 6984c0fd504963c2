"""This year's activities in a glance: how many, how long, and what most time went to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from counsellor_desk.casework.model import Activity
from counsellor_desk.desk.kit.bar import Bar
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.space import Space

_MOST = 6


class YearCard(Card):
    """Activities of the running year by kind, the longest first. They hold no persons, so nothing is rounded."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context
        self._heading = PlainLabel("", "heading")
        self._sum = Quiet()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._sum)
        self.body.addLayout(self._grid)

    def show_activities(self, activities: Iterable[Activity]) -> None:
        """Of all ``activities``, those of this year."""
        year = self._context.today().year
        of_year = [activity for activity in activities if activity.on.year == year]
        minutes: Counter[str] = Counter()
        for activity in of_year:
            minutes[activity.code] += activity.minutes
        hours = self.tr("%n hour(s)", "", minutes.total() // 60)
        self._heading.setText(self.tr("This year"))
        self._sum.setText(
            self.tr("{activities}, {hours}").format(activities=self.tr("%n time(s)", "", len(of_year)), hours=hours)
        )
        self._fill(minutes)

    def _fill(self, minutes: Counter[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        longest = max(minutes.values(), default=1)
        for place, (code, spent) in enumerate(minutes.most_common(_MOST)):
            name, time, bar = Quiet(self._context.label(code)), Quiet(f"{spent // 60}:{spent % 60:02}"), Bar()
            bar.setAccessibleName(name.text())
            bar.set_share(spent / longest)
            self._grid.addWidget(name, 2 * place, 0)
            self._grid.addWidget(time, 2 * place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(bar, 2 * place + 1, 0, 1, 2)
