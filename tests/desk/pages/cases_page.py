"""The Cases page at work, and finding one's way in a case."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.kit.word_button import WordButton
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.case_rows import ROW
from counsellor_desk.desk.pages.case.glance import Glance
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.case.timeline import Timeline
from counsellor_desk.desk.pages.case.timeline_rows import Entry, note_of
from counsellor_desk.desk.pages.case.timeline_widgets import EntryWidget
from tests.desk.pages.at_cases import ask, button, in_front, rest
from tests.desk.pages.desk_at_work import RememberingFrame


class At:
    """The Cases page at work."""

    def __init__(self, desk: DeskContext, frame: RememberingFrame, qtbot: QtBot) -> None:
        self.desk = desk
        self.frame = frame
        self.qtbot = qtbot
        self.page = CasesPage(desk)
        in_front(self.page, qtbot)
        self.go()

    def go(self, **where: Any) -> None:
        self.page.shown(place.Cases(**where))
        self.rest()

    def rest(self) -> None:
        rest(self.qtbot, self.desk)

    @property
    def case(self) -> CaseId:
        assert self.page.desk.case is not None
        return self.page.desk.case

    def view(self) -> CaseView:
        case = self.case
        return ask(self.desk, self.qtbot, lambda book: book.case_view(case))

    def numbers(self) -> list[str]:
        rows = self.page.list.rows
        return [rows.index(place).data(ROW).number for place in range(rows.rowCount())]

    def chip(self, name: str) -> None:
        button(self.page, name).click()
        self.rest()


def open_number(at: At, number: str) -> None:
    """Choose the row of a case."""
    place = at.numbers().index(number)
    at.page.list.view.setCurrentIndex(at.page.list.rows.index(place))
    at.rest()


def notes_of(timeline: Timeline) -> list[NoteId]:
    """The notes of a timeline that can be amended, newest first, wherever one has scrolled to."""
    notes = [note_of(row.entry) for row in timeline.rows if isinstance(row, Entry)]
    return [note for note in notes if note is not None]


def notes_in_sight(timeline: Timeline) -> list[NoteId]:
    """The notes of which one sees something."""
    seen = set(timeline.keys_in_sight())
    notes = [note_of(row.entry) for row in timeline.rows if isinstance(row, Entry) and row.key in seen]
    return [note for note in notes if note is not None]


def row_of(timeline: Timeline, note: NoteId) -> EntryWidget:
    """The row of a note, to which one scrolls."""
    key = next(row.key for row in timeline.rows if isinstance(row, Entry) and note_of(row.entry) == note)
    timeline.go_to(key)
    widget = timeline.widget_of(key)
    assert isinstance(widget, EntryWidget)
    return widget


def edit(at: At, note: NoteId) -> None:
    """Press Edit at a note."""
    button(row_of(at.page.desk.timeline, note), "Edit").click()
    at.rest()


def glance_line(glance: Glance, name: str) -> WordButton:
    """The line of "at a glance" called ``name``."""
    lines = glance.findChildren(WordButton)
    return next(line for line in lines if line.accessibleName().startswith(f"{name}:"))
