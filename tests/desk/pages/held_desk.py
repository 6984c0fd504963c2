"""The desk with its Cases page, whose answers from the vault a test lets go in any order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafting import contact_draft, note_draft
from counsellor_desk.casework.model import NoteId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.status import CLOSED, OPEN
from counsellor_desk.casework.views import CaseFilter, CaseRow, CaseView, ContactEntry, StepEntry
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext, PageSpec
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.case.view import CaseDesk
from counsellor_desk.desk.pages.search.palette import SearchPalette
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.shell.shell import Shell
from tests.desk.fakes import BlankPage
from tests.desk.held_answers import HeldAnswers
from tests.desk.pages.at_cases import ask, in_front, press, rest, words

T = TypeVar("T")


class HeldDesk:
    """Begins on another page, as a morning does; the Cases page is made when it is first gone to."""

    def __init__(self, desk: DeskContext, qtbot: QtBot, pages: Sequence[PageSpec] = ()) -> None:
        assert isinstance(desk.tasks, HeldAnswers)
        self.tasks = desk.tasks
        self.qtbot = qtbot
        pages = pages or (
            PageSpec(place.Today(), "Today", "today", BlankPage),
            PageSpec(place.Cases(), "Cases", "cases", CasesPage),
        )
        self.shell = Shell(lambda frame: replace(desk, frame=frame), pages, ContactCard, SearchPalette)
        self.context = self.shell.context
        desk.tasks.failed.connect(self.shell.show_error)
        self.shell.navigate(place.Today())
        self._end = QWidget()  # goes first, so that nothing waits for an answer that is held
        qtbot.addWidget(self._end, before_close_func=lambda _end: self.let_all_go())
        in_front(self.shell, qtbot, 1280, 800)
        self.open = self.ask(lambda book: book.list_cases(CaseFilter(statuses=OPEN)))
        self.closed = self.ask(lambda book: book.list_cases(CaseFilter(statuses=CLOSED, limit=3)))

    # what a person does

    def go(self, row: CaseRow, note: NoteId | None = None) -> None:
        """Ask for a case, from wherever one is."""
        self.shell.navigate(place.Cases(case=row.id, note=note))

    def open_at_rest(self, row: CaseRow) -> None:
        """Ask for a case and wait until it is there."""
        self.go(row)
        self.rest()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.shell, key, modifier)

    # what the vault does

    def ask(self, question: Callable[[Casebook], T]) -> T:
        return ask(self.context, self.qtbot, question)

    def rest(self) -> None:
        rest(self.qtbot, self.context)

    def hold(self) -> None:
        """From now on answers wait."""
        self.tasks.holds = True

    def let_go(self, *order: int) -> None:
        """Once all answers are there, give those at these places in this order; 0 is the oldest."""
        self.tasks.wait_for_all(self.qtbot)
        self.tasks.let_go(*order)
        QApplication.processEvents()

    def let_all_go(self) -> None:
        """All of them, and what they ask for."""
        self.tasks.let_all_go(self.qtbot)
        self.rest()

    @property
    def waiting(self) -> range:
        """The places of the answers that wait, once all are there."""
        self.tasks.wait_for_all(self.qtbot)
        return range(len(self.tasks.held))

    # what one sees

    @property
    def page(self) -> CasesPage:
        page = self.shell.page("cases")
        assert isinstance(page, CasesPage)
        return page

    @property
    def desk(self) -> CaseDesk:
        return self.page.desk

    def numbers_in_sight(self) -> set[str]:
        """The numbers of cases that stand anywhere but in the list."""
        known = {row.number for row in (*self.open, *self.closed)}
        return known & set(words(self.shell))

    def view(self, row: CaseRow) -> CaseView:
        return self.ask(lambda book: book.case_view(row.id))

    def reachable(self) -> list[QWidget]:
        """What of the case can be reached by keyboard or mouse."""
        return [
            part
            for part in self.desk.findChildren(QWidget)
            if part.isVisible() and part.isEnabled() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]


def with_a_case_open(desk: DeskContext, qtbot: QtBot) -> HeldDesk:
    """The desk with its second case open."""
    made = HeldDesk(desk, qtbot)
    made.shell.navigate(place.Cases())
    made.rest()
    made.open_at_rest(made.open[1])
    return made


def marked(page: CasesPage) -> str | None:
    """The number of the row that is marked."""
    row = page.list.rows.row_of(page.list.view.currentIndex())
    return row.number if row else None


def texts(view: CaseView) -> list[str]:
    """What is written in a case."""
    return [entry.text for entry in view.timeline if not isinstance(entry, StepEntry)]


def note_of(view: CaseView) -> NoteId:
    """The newest note of a case that can be amended."""
    return next(entry.note for entry in view.timeline if isinstance(entry, ContactEntry) and entry.note)


def drafts(desk: HeldDesk, row: CaseRow) -> tuple[str | None, str | None]:
    """The half-written contact and note of a case, in the vault."""

    def read(book: Casebook) -> tuple[str | None, str | None]:
        contact, note = contact_draft(book, f"contact:{row.id}"), note_draft(book, f"note:{row.id}")
        return contact.text if contact else None, note.text if note else None

    return desk.ask(read)
