"""Whatever comes in whatever order: each typed word ends up exactly once, and in its own case only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from counsellor_desk.casework.drafting import drafts_in, keep_drafts
from counsellor_desk.casework.drafts import ContactDraft
from counsellor_desk.casework.model import CaseId
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.model.operation import Operations
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.writing.draft_saver import DraftSaver
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.theme import Theme
from counsellor_desk.vault.faults import VaultIoFailed
from tests.desk.fakes import FakeOffice, FakePrinter
from tests.desk.pages.desk_at_work import RememberingFrame
from tests.support import FakeClock

CARD = "contact"


class Book:
    """Talks and drafts in memory. ``refuses`` every record, or is ``full`` and takes nothing."""

    def __init__(self) -> None:
        self.rows: dict[str, str] = {}
        self.talks: list[ContactDraft] = []
        self.refuses = False
        self.full = False
        self._inside = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self._inside:
            yield
            return
        before, self._inside = (dict(self.rows), list(self.talks)), True
        try:
            yield
            if self.full:
                raise VaultIoFailed
        except BaseException:
            self.rows, self.talks = before
            raise
        finally:
            self._inside = False

    def draft(self, slot: str) -> str | None:
        return self.rows.get(slot)

    def save_draft(self, slot: str, payload: str, _at: object) -> None:
        self.rows[slot] = payload

    def drop_draft(self, slot: str) -> None:
        self.rows.pop(slot, None)

    def log(self, draft: ContactDraft) -> None:
        if self.refuses:
            raise VaultIoFailed
        self.talks.append(draft)


class Later(VaultThread):
    """A vault thread that works and answers when it is told to."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._fake = FakeOffice()
        vars(self._fake)["book"] = book
        self.jobs: list[tuple[Callable[..., Any], Any, Any]] = []
        self.answers: list[Callable[[], None]] = []

    def deliver(self, handler: Callable[[Any], None], answer: Any) -> bool:
        handler(answer)
        return True

    def run(self, job: Callable[..., Any], done: Any = None, failed: Any = None) -> None:
        self.jobs.append((job, done, failed))

    def work(self) -> None:
        """Do the next job; its answer waits."""
        if not self.jobs:
            return
        job, done, failed = self.jobs.pop(0)
        try:
            answer = job(self._fake)
        except VaultIoFailed as error:
            told = error
            self.answers.append(lambda: failed(told) if failed else None)
        else:
            self.answers.append(lambda: done(answer) if done else None)

    def answer(self) -> None:
        """Hand the next answer over."""
        if self.answers:
            self.answers.pop(0)()


class Sheet:
    """A form that keeps its place and names the case it is of, like the contact card; or one of a case, with a slot
    for each, like the composer."""

    def __init__(self, context: DeskContext, owner: QObject, *, of_a_case: bool) -> None:
        self.of_a_case = of_a_case
        self.case = CaseId(1)
        self.text = ""
        self.saver = DraftSaver[ContactDraft](context, self, (), owner)

    def slot(self) -> str:
        return f"contact:{self.case}" if self.of_a_case else CARD

    def blank(self) -> ContactDraft:
        return ContactDraft(case=self.case) if self.of_a_case else ContactDraft()

    def draft(self) -> ContactDraft:
        return ContactDraft(case=self.case, text=self.text) if self.text or self.of_a_case else ContactDraft()

    def show_draft(self, draft: ContactDraft) -> None:
        self.text = draft.text
        if not self.of_a_case:  # the composer stands in its case, whatever is shown in it
            self.case = draft.case or self.case

    # what a person does

    def go(self, case: CaseId) -> None:
        """To another case. On the card its number is typed, before any word."""
        if self.of_a_case:
            self.saver.flush()
            self.case = case
            self.saver.begin()
        elif not self.text:
            self.case = case

    def type(self, word: str) -> None:
        self.text += word
        self.saver.touch()

    def save(self, book: Book) -> None:
        draft = self.draft()
        if draft.text:
            self.saver.send(draft, lambda _book: book.log(draft), lambda _none: None, lambda _error: None)


@pytest.fixture(scope="module")
def clock_of() -> FakeClock:
    """The wall clock; it stands still."""
    return FakeClock(datetime(2026, 11, 23, 14, 3))


STEPS = st.lists(
    st.sampled_from(["type", "save", "go", "next", "next", "flush", "work", "work", "answer", "answer"])
    | st.sampled_from(["refuse", "full", "take", "reopen"]),
    max_size=40,
)


@given(STEPS, st.booleans(), st.booleans())
def test_each_word_is_there_exactly_once_and_in_its_own_case(
    qapp: QApplication, codebook: Codebook, theme: Theme, clock_of: FakeClock,
    steps: list[str], of_a_case: bool, locked: bool,
) -> None:  # fmt: skip
    book, owner = Book(), QObject()
    tasks = Later(book)
    context = DeskContext(
        frame=RememberingFrame(), operations=Operations(tasks, tasks.failed.emit), tasks=tasks,
        codebook=codebook, language="en", now=clock_of.now,
        today=clock_of.today, theme=theme, printer=FakePrinter(),
    )  # fmt: skip
    sheet = Sheet(context, owner, of_a_case=of_a_case)
    keep_drafts(_as_casebook(book), sheet.slot(), [ContactDraft(case=CaseId(1), text="<left>")], clock_of.now())
    if of_a_case:
        sheet.saver.begin()
    else:
        sheet.saver.reopen()
    typed: dict[str, CaseId] = {"<left>": CaseId(1)}
    for number, step in enumerate(steps):
        if step == "type":
            word = f"<{number}>"
            sheet.type(word)
            typed[word] = sheet.case
        elif step == "go":
            sheet.go(CaseId(number % 3 + 1))
        elif step == "next":  # a talk is saved and the next client is on the line
            sheet.save(book)
            sheet.go(CaseId(number % 3 + 1))
            sheet.type(f"<{number}>")
            typed[f"<{number}>"] = sheet.case
        elif step == "save":
            sheet.save(book)
        elif step == "flush":
            sheet.saver.flush()
        elif step == "reopen" and not of_a_case:
            sheet.saver.reopen()
        elif step in ("refuse", "full", "take"):
            book.refuses, book.full = step == "refuse", step == "full"
        else:
            getattr(tasks, step, lambda: None)()
    book.refuses = book.full = False
    while not locked and (tasks.jobs or tasks.answers):
        tasks.work()
        tasks.answer()
    sheet.saver.flush()
    while tasks.jobs:
        tasks.work()

    slots = (CARD, *(f"contact:{case}" for case in range(1, 4)))
    kept = [*book.talks, *(draft for slot in slots for draft in drafts_in(_as_casebook(book), slot, ContactDraft))]
    for word, case in typed.items():
        assert [draft.case for draft in kept if word in draft.text] == [case], word
    assert "".join(draft.text for draft in kept).count("<") == len(typed)
    owner.deleteLater()


def _as_casebook(book: Book) -> Any:
    return book
