"""Whatever comes in whatever order: each typed word ends up exactly once, and in its own case only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.casework.drafting import MOST_DRAFTS, drafts_in, keep_drafts
from counsellor_desk.casework.drafts import ContactDraft
from counsellor_desk.casework.model import CaseId
from counsellor_desk.desk.model.form import Form
from counsellor_desk.desk.model.operation import Operations, Records
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.faults import VaultIoFailed
from tests.desk.model.late import SlowVault

CARD = "contact"
BEGAN = datetime(2026, 11, 23, 14, 3)


class Book:
    """Talks and drafts in memory. ``refuses`` every record, is ``full`` and takes nothing, or ``blind``: no draft can
    be read."""

    def __init__(self) -> None:
        self.rows: dict[str, str] = {}
        self.talks: list[ContactDraft] = []
        self.refuses = False
        self.full = False
        self.blind = False
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
        if self.blind:
            raise VaultIoFailed
        return self.rows.get(slot)

    def save_draft(self, slot: str, payload: str, _at: object) -> None:
        self.rows[slot] = payload

    def drop_draft(self, slot: str) -> None:
        self.rows.pop(slot, None)

    def log(self, draft: ContactDraft) -> None:
        if self.refuses:
            raise VaultIoFailed
        self.talks.append(draft)

    def kept(self) -> list[ContactDraft]:
        """All talks, and all that is half written."""
        slots = (CARD, *(f"contact:{case}" for case in range(1, 4)))
        book: Any = self
        return [*self.talks, *(draft for slot in slots for draft in drafts_in(book, slot, ContactDraft))]


class Vault(SlowVault):
    """A slow vault with a book."""

    def __init__(self) -> None:
        super().__init__()
        self.book: Any = Book()


class Pause:
    """Keeps the form when the test says so."""

    def __init__(self) -> None:
        self.is_there = True
        self.pending = False

    def touch(self) -> None:
        self.pending = True

    def try_again(self) -> None:
        self.pending = True

    def forget(self) -> None:
        self.pending = False


class Person:
    """Somebody who writes on a form that keeps its place and names the case it is of, like the contact card; or on
    one of a case, with a slot for each, like the composer. She hears what is saved and what is refused."""

    def __init__(self, vault: Vault, *, of_a_case: bool) -> None:
        self.vault = vault
        self.of_a_case = of_a_case
        self.typed: dict[str, CaseId] = {}
        self.saved: set[str] = set()  # words of which she heard that they are saved
        self.killed: set[str] = set()  # typed before the program was killed
        self.refusals: list[DeskError] = []
        self.as_draft: list[DeskError] = []
        self._minutes = 0
        self._handed_over: dict[datetime, set[str]] = {}
        self.sit_down()

    def sit_down(self) -> None:
        """The program starts; the form is empty and shows what was left."""
        self.case, self.text, self.pause = CaseId(1), "", Pause()
        operations = Operations(self.vault, self.refusals.append)
        self.form = Form(operations, self, self.pause, self, self._now, [Records.TIMELINE])
        if self.of_a_case:
            self.form.begin()
        else:
            self.form.reopen()

    # the sheet

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

    # what she hears

    def say_saved(self, at: datetime) -> None:
        self.saved |= self._handed_over[at]

    def say_refused(self, error: DeskError) -> None:
        self.refusals.append(error)

    def say_kept_as_draft(self, error: DeskError) -> None:
        self.as_draft.append(error)

    def _now(self) -> datetime:
        """Each time another minute, by which a word that is saved is known."""
        self._minutes += 1
        now = BEGAN + timedelta(minutes=self._minutes)
        here = {word for word, case in self.typed.items() if not self.of_a_case or case == self.case}
        self._handed_over[now] = here - self.killed
        return now

    # what she does

    def go(self, case: CaseId) -> None:
        """To another case. On the card its number is typed, before any word."""
        if self.of_a_case:
            self.form.flush()
            self.case = case
            self.form.begin()
        elif not self.text:
            self.case = case

    def type(self, word: str) -> None:
        self.text += word
        self.typed[word] = self.case
        self.form.touch()

    def save(self, book: Book) -> None:
        draft = self.draft()
        if draft.text:
            self.form.send(draft, lambda _book: book.log(draft), lambda _none: None, lambda _error: None)


STEPS = st.lists(
    st.sampled_from(["type", "save", "go", "next", "next", "flush", "work", "work", "answer", "answer"])
    | st.sampled_from(["refuse", "full", "blind", "take", "reopen", "kill"]),
    max_size=40,
)


@settings(max_examples=400)
@given(STEPS, st.booleans(), st.booleans())
def test_each_word_is_there_exactly_once_and_in_its_own_case(steps: list[str], of_a_case: bool, locked: bool) -> None:
    vault = Vault()
    book = vault.book
    keep_drafts(book, f"contact:{1}" if of_a_case else CARD, [ContactDraft(case=CaseId(1), text="<left>")], BEGAN)
    person = Person(vault, of_a_case=of_a_case)
    person.typed["<left>"] = CaseId(1)
    person.saved.add("<left>")
    for number, step in enumerate(steps):
        if step == "kill":
            vault.kill()
            person.killed |= set(person.typed)
            person.sit_down()
        else:
            _do(person, book, step, number)
    book.refuses = book.full = book.blind = False
    if not locked:
        vault.settle()
    person.form.flush()
    while vault.jobs:
        vault.work()

    kept = book.kept()
    for word, case in person.typed.items():
        where = [draft.case for draft in kept if word in draft.text]
        may_be_gone = word in person.killed and word not in person.saved
        assert where == [case] or (may_be_gone and where == []), word
    assert len("".join(draft.text for draft in kept).split("><")) <= max(len(person.typed), 1)


def _do(person: Person, book: Book, step: str, number: int) -> None:
    vault, other = person.vault, CaseId(number % 3 + 1)
    simple: dict[str, Callable[[], object]] = {
        "type": lambda: person.type(f"<{number}>"),
        "go": lambda: person.go(other),
        "save": lambda: person.save(book),
        "flush": person.form.flush,
        "reopen": lambda: None if person.of_a_case else person.form.reopen(),
        "work": lambda: vault.work() if vault.jobs else None,
        "answer": lambda: vault.answer() if vault.answers else None,
    }
    if step == "next":  # a talk is saved and the next client is on the line
        person.save(book)
        person.go(other)
        person.type(f"<{number}>")
    elif step in ("refuse", "full", "blind", "take"):
        book.refuses, book.full, book.blind = step == "refuse", step == "full", step == "blind"
    else:
        simple[step]()


def at_rest(*, of_a_case: bool = True) -> Person:
    person = Person(Vault(), of_a_case=of_a_case)
    person.vault.settle()
    return person


def test_a_flush_hands_over_at_once_and_only_when_there_is_something() -> None:
    person = at_rest()

    person.form.flush()
    nothing = person.vault.jobs
    person.type("half")
    person.form.flush()

    assert (nothing, person.vault.jobs) == (0, 1)


def test_what_was_refused_is_said_and_handed_over_again_by_the_next_flush() -> None:
    person = at_rest()
    person.vault.book.full = True
    person.type("half")
    person.form.flush()
    person.vault.settle()
    refused, waits = [type(error) for error in person.refusals], person.form.pending

    person.vault.book.full = False
    person.form.flush()
    person.vault.settle()

    assert (refused, waits, person.form.pending) == ([VaultIoFailed], True, False)
    assert [draft.text for draft in person.vault.book.kept()] == ["half"]


def test_a_refused_record_stands_on_its_form_again_in_front_of_what_was_typed_since() -> None:
    person = at_rest()
    person.vault.book.refuses = True
    person.type("First. ")
    person.save(person.vault.book)
    person.type("Second.")
    person.vault.settle()

    assert person.text.split() == ["First.", "Second."]


def test_a_refused_record_of_a_case_one_has_left_is_said_to_be_kept_as_a_draft() -> None:
    person = at_rest()
    person.vault.book.refuses = True
    person.type("First.")
    person.save(person.vault.book)
    person.go(CaseId(2))
    person.vault.settle()

    assert ([type(error) for error in person.as_draft], person.text) == ([VaultIoFailed], "")


def test_what_could_not_be_read_is_not_lost_when_something_else_is_written() -> None:
    vault = Vault()
    keep_drafts(vault.book, CARD, [ContactDraft(case=CaseId(1), text="Left. ")], BEGAN)
    vault.book.blind = True
    person = Person(vault, of_a_case=False)
    vault.settle()
    vault.book.blind = False

    person.type("New.")
    person.form.flush()
    vault.settle()

    assert "".join(draft.text for draft in vault.book.kept()).replace("\n", "") == "Left. New."
    assert [type(error) for error in person.refusals] == [VaultIoFailed]


def test_nothing_is_shown_on_a_sheet_that_is_no_more() -> None:
    person = at_rest()
    person.type("First.")
    person.save(person.vault.book)
    person.pause.is_there = False
    person.vault.book.refuses = True
    person.vault.settle()

    assert (person.text, [draft.text for draft in person.vault.book.kept()]) == ("", ["First."])


def test_what_is_not_taken_while_many_answers_are_owed_stays_on_the_form() -> None:
    person = at_rest()
    taken = []
    for number in range(MOST_DRAFTS):
        person.type(f"<{number}>")
        draft = person.draft()
        taken.append(person.form.send(draft, lambda _book: None, lambda _none: None, lambda _error: None))

    assert (taken, person.text) == ([True] * (MOST_DRAFTS - 1) + [False], f"<{MOST_DRAFTS - 1}>")
