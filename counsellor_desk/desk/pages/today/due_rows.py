"""The rows of what is due: a heading for each group, and a row for each follow-up under it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.model import CaseId, FollowUpId
from counsellor_desk.casework.views import DueRow
from counsellor_desk.desk.kit.buttons import LinkButton, QuietButton
from counsellor_desk.desk.kit.labels import Divider, PlainLabel, Quiet, Section
from counsellor_desk.desk.kit.rows.ground import CardPiece
from counsellor_desk.desk.kit.rows.row import RowWidget
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.space import ROW_HEIGHT, Space

_NUMBER_WIDTH = 72
_LINK_EDGE = 4  # px, border and padding of a link button


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a group. ``is_first``: nothing stands above it."""

    name: str
    is_first: bool

    @property
    def key(self) -> Hashable:
        return self.name

    @property
    def characters(self) -> int:
        return len(self.name)


@dataclass(frozen=True, slots=True)
class Due:
    """A follow-up in its group. ``begins``: the first of it; ``goes_on``: another one follows."""

    due: DueRow
    when: str
    begins: bool
    goes_on: bool

    @property
    def key(self) -> Hashable:
        return self.due.follow_up.id

    @property
    def characters(self) -> int:
        return len(self.due.follow_up.text)


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


def rows_of(due: tuple[DueRow, ...], days: Days) -> tuple[Group | Due, ...]:
    """All of them by urgency, each group under its heading."""
    rows: list[Group | Due] = []
    for name, group in by_urgency(due, days.today):
        rows.append(Group(name, is_first=not rows))
        for place, row in enumerate(group):
            rows.append(Due(row, _when(row, days), begins=not place, goes_on=place + 1 < len(group)))
    return tuple(rows)


def _when(row: DueRow, days: Days) -> str:
    """The day, or under "Today" only the time."""
    follow_up = row.follow_up
    if follow_up.due_on == days.today and follow_up.due_at is None:
        return ""
    return days.moment(follow_up.due_on, follow_up.due_at)


class GroupWidget(RowWidget[Group]):
    """Shows the heading of a group."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Section(parent=self)
        self._is_first = True

    def show_row(self, row: Group) -> str:
        self._name.setText(row.name)
        self._is_first = row.is_first
        return row.name

    def blank(self) -> None:
        self._name.clear()

    def lay_out(self, width: int) -> int:
        top, high = 0 if self._is_first else Space.L, self._name.sizeHint().height()
        self._name.setGeometry(0, top, width, high)
        return top + high + Space.S


class DueWidget(RowWidget[Due]):
    """Shows a follow-up on its piece of the group's card.

    ``done`` and ``case_wanted`` are called when the follow-up was done, and when its case is to be opened.
    """

    def __init__(self, done: Callable[[FollowUpId], None], case_wanted: Callable[[CaseId], None]) -> None:
        super().__init__()
        self._row: Due | None = None
        self._done_with = done
        self._case_wanted = case_wanted
        self._ground = CardPiece("plain", self)
        self._divider = Divider(parent=self)
        self._number = LinkButton("", self._on_number, parent=self)
        self._words = PlainLabel(wrap=True, parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._when = Quiet(wrap=False, parent=self)
        self._done = QuietButton(self.tr("Done"), self._on_done, size="small", parent=self)

    def show_row(self, row: Due) -> str:
        self._row = row
        due, words = row.due, row.due.follow_up.text or self.tr("Call back")
        self._ground.join(begins=row.begins, goes_on=row.goes_on)
        self._divider.setVisible(not row.begins)
        self._number.setVisible(due.number is not None and due.follow_up.case is not None)
        self._number.set_text(due.number or "")
        self._number.setAccessibleName(self.tr("Open case %1").replace("%1", due.number or ""))
        self._words.setText(words)
        self._when.setText(row.when)
        self._done.setAccessibleName(self.tr("Done: %1").replace("%1", due.number or words))
        return ", ".join(part for part in (due.number, words, row.when) if part)

    def blank(self) -> None:
        self._row = None
        self._number.set_text("")
        for button in (self._number, self._done):
            button.setAccessibleName("")
        for label in (self._words, self._when):
            label.clear()

    def controls(self) -> Sequence[QWidget]:
        return [button for button in (self._number, self._done) if not button.isHidden()]

    def lay_out(self, width: int) -> int:
        done, when, number = (part.sizeHint() for part in (self._done, self._when, self._number))
        end = width - Space.M - done.width()
        when_at = end - Space.M - when.width()
        words_at = Space.L + max(_NUMBER_WIDTH, number.width()) + Space.M
        room = max(when_at - Space.M - words_at, 0)
        high = max(ROW_HEIGHT, done.height() + 2 * Space.XS, self._words.heightForWidth(room) + 2 * Space.XS)
        self._ground.setGeometry(0, 0, width, high)
        self._divider.setGeometry(1, 0, width - 2, 1)
        self._number.setGeometry(Space.L - _LINK_EDGE, (high - number.height()) // 2, number.width(), number.height())
        self._words.setGeometry(words_at, 0, room, high)
        self._when.setGeometry(when_at, 0, when.width(), high)
        self._done.setGeometry(end, (high - done.height()) // 2, done.width(), done.height())
        return high

    def _on_number(self) -> None:
        if self._row is not None and self._row.due.follow_up.case is not None:
            self._case_wanted(self._row.due.follow_up.case)

    def _on_done(self) -> None:
        if self._row is not None:
            self._done_with(self._row.due.follow_up.id)
