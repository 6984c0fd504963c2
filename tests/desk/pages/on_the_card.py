"""The contact card at work, and the intake form."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.views import CaseFilter, CaseRow
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.pages.writing.intake import IntakePage
from tests.desk.pages.at_cases import (
    ask,
    in_front,
    keep,
    line,
    paper,
    rest,
    write,
)

TEXT = "Vertelt over de montage."


class Card:
    """The contact card in a window of its own."""

    def __init__(self, desk: DeskContext, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.page = ContactCard(desk)
        in_front(self.page, qtbot, 400, 900)
        self.open()

    def open(self, case: CaseId | None = None) -> None:
        self.page.shown(case)
        self.rest()

    def rest(self) -> None:
        rest(self.qtbot, self.desk)

    def type_number(self, number: str) -> None:
        line(self.page, "Case").setFocus()
        line(self.page, "Case").selectAll()
        write(self.page, number)
        self.rest()

    def say(self, text: str) -> None:
        paper(self.page, "What was said or agreed?").setFocus()
        write(self.page, text)

    def save(self) -> None:
        keep(self.page)
        self.rest()

    def rows(self, statuses: tuple[str, ...]) -> tuple[CaseRow, ...]:
        return ask(self.desk, self.qtbot, lambda book: book.list_cases(CaseFilter(statuses=statuses)))

    def hits(self, words: str) -> int:
        return len(ask(self.desk, self.qtbot, lambda book: book.search(words)))


def opened_intake(desk: DeskContext, qtbot: QtBot) -> IntakePage:
    """The intake form, read."""
    page = IntakePage(desk)
    in_front(page, qtbot, 400, 900)
    page.shown()
    rest(qtbot, desk)
    return page
