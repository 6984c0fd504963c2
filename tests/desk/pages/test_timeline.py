"""A long case: what is built and laid out does not grow with what is not looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.casework.notes import write_note
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.desk.pages import timeline
from counsellor_desk.desk.pages.entries import EntryRow
from counsellor_desk.desk.pages.timeline import AT_ONCE
from tests.desk.pages.at_cases import ask, button, press, rest, words, write
from tests.desk.pages.cases_page import At, open_number
from tests.desk.pages.desk_at_work import stand_still

MANY = 3 * AT_ONCE


class CountedRow(EntryRow):
    """Remembers how many were made, and whether the timeline was in sight when one came into it."""

    made = 0
    came_in_sight = False

    def __init__(self, *given: object) -> None:
        CountedRow.made += 1
        super().__init__(*given)

    def event(self, event: QEvent) -> bool:
        parent = self.parentWidget()
        if event.type() is QEvent.Type.ParentChange and parent is not None and parent.isVisible():
            CountedRow.came_in_sight = True
        return super().event(event)


@dataclass(frozen=True)
class LongCase:
    """A case of many notes, newest first."""

    id: CaseId
    number: str
    notes: list[NoteId]


@pytest.fixture
def long(at: At, monkeypatch: pytest.MonkeyPatch) -> LongCase:
    """A long case, while another one is open; rows are counted from here."""
    first, second = at.numbers()[:2]
    case = at.case

    def fill(book: Casebook) -> None:
        with book.transaction():
            for number in range(MANY):
                at_that_time = datetime(2026, 11, 23, 9, 0) - timedelta(hours=number)
                write_note(book, case, NoteDraft(f"Aantekening {number}"), at_that_time)

    ask(at.desk, at.qtbot, fill)
    entries = at.view().timeline
    open_number(at, second)
    monkeypatch.setattr(timeline, "EntryRow", CountedRow)
    CountedRow.made, CountedRow.came_in_sight = 0, False
    return LongCase(case, first, [note for entry in entries if (note := timeline._note_of(entry)) is not None])


def rows_in_sight(at: At) -> list[EntryRow]:
    stand_still(at.qtbot, at.page.desk)
    return [row for row in at.page.desk.timeline.rows if not row.visibleRegion().isEmpty()]


def show(at: At, name: str) -> None:
    """Press a link of the timeline."""
    button(at.page.desk.timeline, name).click()
    at.rest()


def offers(at: At) -> list[str]:
    links = at.page.desk.timeline.findChildren(QPushButton)
    return [link.text() for link in links if link.isVisible() and link.text().startswith("Show ")]


def test_opening_a_long_case_builds_only_the_rows_that_are_shown(at: At, long: LongCase) -> None:
    open_number(at, long.number)

    assert CountedRow.made == AT_ONCE
    assert len(at.page.desk.timeline.rows) == AT_ONCE


def test_a_hit_in_a_long_case_is_in_sight_and_builds_only_the_rows_around_it(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[-1])

    assert CountedRow.made <= AT_ONCE
    assert long.notes[-1] in [row.note for row in rows_in_sight(at)]


def test_a_hit_in_the_long_case_that_is_open_builds_only_the_rows_around_it(at: At, long: LongCase) -> None:
    open_number(at, long.number)

    at.go(case=long.id, note=long.notes[MANY // 2])

    assert CountedRow.made <= 2 * AT_ONCE
    assert long.notes[MANY // 2] in [row.note for row in rows_in_sight(at)]


def test_a_hit_among_the_rows_that_are_shown_builds_none(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    CountedRow.made = 0

    at.go(case=long.id, note=long.notes[AT_ONCE - 10])

    assert CountedRow.made == 0
    assert long.notes[AT_ONCE - 10] in [row.note for row in rows_in_sight(at)]


def test_rows_come_while_the_timeline_is_out_of_sight(at: At, long: LongCase) -> None:
    """Each row that comes in sight has every row before it measured again."""
    open_number(at, long.number)
    show(at, "Show")
    at.go(case=long.id, note=long.notes[-1])

    assert CountedRow.made > AT_ONCE
    assert not CountedRow.came_in_sight
    assert at.page.desk.timeline.isVisible()


def test_earlier_entries_are_added_below_and_nothing_is_built_twice(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    before = list(at.page.desk.timeline.rows)

    show(at, "Show")

    rows = at.page.desk.timeline.rows
    assert rows[:AT_ONCE] == before
    assert [row.entry for row in rows] == list(at.view().timeline[: 2 * AT_ONCE])
    assert CountedRow.made == 2 * AT_ONCE


def test_around_a_hit_later_and_earlier_entries_are_offered(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[MANY // 2])
    before = list(at.page.desk.timeline.rows)
    later, earlier = offers(at)
    assert later.endswith(" later")
    assert earlier.endswith(" earlier")

    show(at, later)

    assert before[0] in rows_in_sight(at)
    assert at.page.desk.timeline.rows[-len(before) :] == before
    assert len(at.page.desk.timeline.rows) > len(before)


def test_every_entry_can_be_reached_from_a_hit(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[MANY // 2])

    while offers(at):
        show(at, "Show")

    assert [row.entry for row in at.page.desk.timeline.rows] == list(at.view().timeline)


def test_the_link_that_was_pressed_keeps_the_keyboard(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    link = button(at.page.desk.timeline, "Show")
    link.setFocus()

    press(at.page, Qt.Key.Key_Return)
    rest(at.qtbot, at.desk)

    assert QApplication.focusWidget() is link


def test_what_is_written_stands_on_top_and_costs_one_row(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    CountedRow.made = 0
    at.page.desk.composer.write("note")
    write(at.page, "Nieuw geschreven")

    at.page.desk.composer.save()
    at.rest()

    assert "Nieuw geschreven" in words(at.page.desk.timeline.rows[0])
    assert CountedRow.made == 1
    assert not CountedRow.came_in_sight


def test_what_is_written_is_shown_though_one_was_reading_long_ago(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[-1])
    at.page.desk.composer.write("note")
    write(at.page, "Nieuw geschreven")

    at.page.desk.composer.save()
    at.rest()

    assert "Nieuw geschreven" in words(at.page.desk.timeline.rows[0])


def test_what_was_looked_up_stays_in_sight_while_the_case_is_read_again(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[-1])
    before = list(at.page.desk.timeline.rows)
    ask(at.desk, at.qtbot, lambda book: write_note(book, long.id, NoteDraft("Van elders"), at.desk.now()))

    at.page.refresh()
    at.rest()

    assert at.page.desk.timeline.rows == before
