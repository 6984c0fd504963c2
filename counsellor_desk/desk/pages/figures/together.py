"""A period with few cases: it may leave, it only says little; a longer one says more."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.card import Card, empty
from counsellor_desk.desk.kit.labels import Heading, Quiet
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.pages.words.figures import period_name
from counsellor_desk.figures.offer import next_wider, wider
from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.figures.release import Release, Unit

_LITTLE = 2  # a figure of at most so many times its margin tells a reader hardly anything
_BEGINS_A_HALF = (1, 3)


class TogetherCard(Card):
    """Offers to publish a small period as part of a longer one.

    Only an offer, and looked at here only: nothing is refused or merged because of counts. A rule that did so would
    tell every reader which quarters were small; and whoever lets small quarters wait tells it herself, so the card
    says that too. It goes by the figure that would leave, not by the true number.

    Signals: period_wanted(Period).
    """

    period_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.hide()

    def show_release(self, release: Release, today: date, days: Days) -> None:
        """Offer it for ``release`` where that is a preview that says little and a longer period is there."""
        empty(self.body)
        ended, coming = wider(release.period, today), next_wider(release.period, today)
        wanted = release.published_on is None and says_little(release) and bool(ended or coming)
        self.setVisible(wanted)
        if not wanted:
            return
        self.body.addWidget(Heading(self.tr("Too small to say much")))
        words = self.tr("It may leave as it is. In a longer period it says more.")
        if release.period.kind is PeriodKind.QUARTER and release.period.index in _BEGINS_A_HALF:
            words = self.tr("It may leave as it is. Together with the next quarter it says more.")
        self.body.addWidget(Quiet(words))
        for period in ended:
            words = self.tr("Show {period}").format(period=period_name(period))
            self.body.addWidget(QuietButton(words, partial(self.period_wanted.emit, period), size="small"))
        if coming is not None:
            self.body.addWidget(Quiet(from_when(coming, days)))
        self.body.addWidget(
            Quiet(self.tr("Keep to one rhythm: if only small quarters wait, waiting tells that they were small."))
        )


def from_when(period: Period, days: Days) -> str:
    """From which day on ``period`` can be published."""
    words = QCoreApplication.translate("Figures", "{period} can be published from {day}.")
    name = period_name(period)
    return words.format(period=name[:1].upper() + name[1:], day=days.long(period.last_day + timedelta(days=1)))


def says_little(release: Release) -> bool:
    """Whether the number of new cases that would leave is hardly more than its margin."""
    heads = [one for table in release.tables for one in table.rows if one.code == Unit.NEW_CASES]
    return any(one.value <= _LITTLE * one.window for one in heads)
