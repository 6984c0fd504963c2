"""The activities page: work besides cases, and hours for recertification."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from counsellor_desk.casework.activities import log_activity, log_hours, put_back_activity, remove_activity
from counsellor_desk.casework.model import Activity, ActivityId, HoursId, Organisation, ProfessionalHours
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.recertification import first_day_counted
from counsellor_desk.casework.views import Board
from counsellor_desk.desk.kit.attention import give_attention
from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.card import Scroll, row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.labels import Section, Title
from counsellor_desk.desk.kit.states import EmptyState
from counsellor_desk.desk.kit.with_cards import WithCards
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import LatestRead, Records
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.activities.activity_list import ActivityList
from counsellor_desk.desk.pages.activities.composer import ActivityComposer, Written
from counsellor_desk.desk.pages.activities.hours_card import HoursCard
from counsellor_desk.desk.pages.activities.rows import EntryLine
from counsellor_desk.desk.pages.activities.year_card import YearCard
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Office

_USUAL_ACTIVITY = 60  # minutes
_USUAL_HOURS = 120
_LEAST_LIST = 200

_E = TypeVar("_E", Activity, ProfessionalHours)
_R = TypeVar("_R")
WORK, HOURS = "work", "hours"


@dataclass(frozen=True, slots=True)
class _Read:
    """All the page shows, read in one go; newest first."""

    activities: tuple[Activity, ...]
    hours: tuple[ProfessionalHours, ...]
    organisations: tuple[Organisation, ...]
    board: Board


class ActivitiesPage(Page[place.Activities]):
    """Two lists with a composer on top; ``Activities(hours=True)`` brings the hours to the front."""

    records = frozenset({Records.ACTIVITIES, Records.ORGANISATIONS, Records.TIMELINE})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._reading = LatestRead[_Read](context.operations)
        self._organisations: dict[int, str] = {}
        self._tabs = ChipGroup(
            self.tr("Show"), ((WORK, self.tr("Activities")), (HOURS, self.tr("Professional hours")))
        )
        self._tabs.choose(WORK)
        self._tabs.changed.connect(self._on_tab)
        self._work = WorkTab(context, "ACTIVITY", _USUAL_ACTIVITY, YearCard(context))
        self._hours = WorkTab(context, "HOURS", _USUAL_HOURS, HoursCard(phrases_of(context)))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._work)
        self._stack.addWidget(self._hours)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L + Space.XS, Space.XL, 0)
        column.setSpacing(Space.M)
        column.addLayout(row(Title(self.tr("Activities")), self._tabs, None, spacing=Space.XL))
        scroll = Scroll()  # a low window has no room for form and list
        scroll.body.addWidget(self._stack)
        column.addWidget(scroll, 1)
        self._work.composer.save_requested.connect(self._save_activity)
        self._hours.composer.save_requested.connect(self._save_hours)
        self._work.entries.remove_requested.connect(self._remove)

    def shown(self, where: place.Activities | None = None) -> None:
        if where is not None and where.hours:
            self._tabs.choose(HOURS)
            self._on_tab()
        self.refresh()
        for tab in (self._work, self._hours):
            tab.draft.reopen()

    def flush(self) -> None:
        for tab in (self._work, self._hours):
            tab.draft.flush()

    def come_to(self) -> None:
        self.front.composer.start()

    def come_to_read(self) -> None:
        give_attention(self.front.entries if self.front.entries.isVisible() else self)

    def refresh(self) -> None:
        today = self.context.today()
        self._reading.ask(lambda office: _read(office, today), self._show)

    @property
    def front(self) -> WorkTab:
        """The list in front."""
        return self._work if self._tabs.value() == WORK else self._hours

    def _on_tab(self) -> None:
        self._stack.setCurrentWidget(self.front)

    def _show(self, read: _Read) -> None:
        self._organisations = {one.id: one.name for one in read.organisations}
        self._work.composer.offer(tuple(one for one in read.organisations if one.active))
        self._work.show_lines([self._line(activity) for activity in read.activities])
        self._hours.show_lines([self._line(hours) for hours in read.hours])
        if isinstance(self._work.card, YearCard):
            self._work.card.show_activities(read.activities)
        if isinstance(self._hours.card, HoursCard):
            self._hours.card.show_board(read.board)

    def _line(self, entry: Activity | ProfessionalHours) -> EntryLine:
        about = [entry.remark]
        if isinstance(entry, Activity):
            about = [self._organisations.get(entry.organisation or 0, ""), self.context.label(entry.reach_band)]
            about.append(entry.remark)
        return EntryLine(
            entry=entry,
            day=Days(self.context.language, entry.on).short(entry.on),  # the year stands above the month
            title=self.context.label(entry.code),
            about=" · ".join(part for part in about if part),
            minutes=_time(entry.minutes),
        )

    def _save_activity(self, written: Written) -> None:
        today, codebook = self.context.today(), self.context.codebook
        activity = Activity(
            ActivityId(0), written.code, written.on, written.minutes, written.organisation, written.reach_band,
            written.remark,
        )  # fmt: skip
        self._work.send(lambda book: log_activity(book, codebook, activity, today), self._on_activity_saved)

    def _on_activity_saved(self, activity: Activity) -> None:
        self.context.frame.offer_undo(self.tr("Activity saved."), lambda: self._take_back(activity))

    def _save_hours(self, written: Written) -> None:
        today, codebook = self.context.today(), self.context.codebook
        hours = ProfessionalHours(HoursId(0), written.code, written.on, written.minutes, written.remark)
        self._hours.send(lambda book: log_hours(book, codebook, hours, today), lambda _kept: None)

    def _remove(self, activity: Activity) -> None:
        self._take_back(activity)
        self.context.frame.offer_undo(self.tr("Activity removed."), lambda: self._put_back(activity))

    def _take_back(self, activity: Activity) -> None:
        self.context.operations.write(lambda office: remove_activity(office.book, activity.id), (Records.ACTIVITIES,))

    def _put_back(self, activity: Activity) -> None:
        self.context.operations.write(lambda office: put_back_activity(office.book, activity), (Records.ACTIVITIES,))


class WorkTab(QWidget):
    """A composer over a list, with a card beside them."""

    def __init__(self, context: DeskContext, list_name: str, minutes: int, card: QWidget) -> None:
        super().__init__()
        self._context = context
        self.card = card
        self.composer = ActivityComposer(context, list_name, minutes)
        self.draft = self.composer.saver
        about_work = list_name == "ACTIVITY"
        self.entries = ActivityList(self.tr("Activities") if about_work else self.tr("Professional hours"))
        self._remove = LinkButton(self.tr("Remove the chosen line"), self.entries.remove_chosen, size="small")
        self._remove.setVisible(False)
        self._can_remove = about_work
        self.entries.chosen_changed.connect(self._on_chosen)
        self.empty = EmptyState(
            "activities",
            self.tr("Nothing written down yet."),
            self.tr("Choose above what you did; a date and a few minutes are enough."),
        )
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self.composer)
        left.addLayout(row(Section(self.tr("Written down")), None, self._remove))
        left.addWidget(self.entries, 1)
        left.addWidget(self.empty, 1)
        self.entries.setMinimumHeight(_LEAST_LIST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(WithCards(left, card, is_tall=True))

    def show_lines(self, lines: Iterable[EntryLine]) -> None:
        """Show these, newest first."""
        shown = tuple(lines)
        days = Days(self._context.language, self._context.today())
        self.entries.show_lines(shown, days.month, _time)
        self.entries.setVisible(bool(shown))
        self.empty.setVisible(not shown)

    def send(self, record: Callable[[Casebook], _R], done: Callable[[_R], None]) -> None:
        """Make a record of what is on the form, and empty it for the next."""

        def kept(recorded: _R) -> None:
            if self.draft.is_blank:  # nothing was written since
                self.composer.fold()
                self.composer.start()
            done(recorded)

        self.draft.send(self.composer.draft(), record, kept, self.refuse)

    def refuse(self, error: DeskError) -> None:
        """Say why it was not kept; the form stays as it is."""
        self.composer.say(message_for(error).sentence())

    def _on_chosen(self) -> None:
        self._remove.setVisible(self._can_remove and self.entries.chosen is not None)


def _read(office: Office, today: date) -> _Read:
    return _Read(
        activities=_newest_first(office.book.activities(date.min, today)),
        hours=_newest_first(office.book.hours(first_day_counted(today))),
        organisations=office.book.organisations(),
        board=office.book.board(today),
    )


def _newest_first(entries: Iterable[_E]) -> tuple[_E, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.on, entry.id), reverse=True))


def _time(minutes: int) -> str:
    """Hours and minutes, "1:30"."""
    return f"{minutes // 60}:{minutes % 60:02}"
