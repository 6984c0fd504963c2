"""Each typed word is in the vault or on the screen exactly once, and only in its own case, whatever happens when."""

from __future__ import annotations

from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from counsellor_desk.desk.model.form import Form, Forms, Sheet
from counsellor_desk.desk.model.operation import Operations
from tests.desk.model.late import SlowVault

CASES = ("note:1", "note:2", "note:3")


def sheet(slot: str) -> Sheet[str]:
    """A note."""
    return Sheet(
        slot,
        "",
        lambda older, newer: f"{older} {newer}",
        lambda office, name: office.read(name),
        lambda office, name, words: office.keep(name, words),
        lambda _words: "",
    )


class Desk(RuleBasedStateMachine):
    """Somebody who types in three cases, saves, goes elsewhere and locks; the vault is slow, full or killed."""

    def __init__(self) -> None:
        super().__init__()
        self.vault = SlowVault()
        self.typed: dict[str, str] = {}  # word -> the slot of its case
        self.words = 0
        self.safe: set[str] = set()  # words that were in the vault once: no kill may take these
        self._open_desk()

    def _open_desk(self) -> None:
        self.forms = Forms(Operations(self.vault, lambda _error: None))
        self.case = CASES[0]

    @property
    def form(self) -> Form[str]:
        return self.forms.of(sheet(self.case))

    @rule(case=st.sampled_from(CASES))
    def go_to(self, case: str) -> None:
        self.form.keep()
        self.case = case

    @rule()
    def type_a_word(self) -> None:
        self.words += 1
        word = f"w{self.words}"
        self.typed[word] = self.case
        self.form.type(f"{self.form.words} {word}".strip())

    @rule()
    def save(self) -> None:
        slot = self.case
        self.form.save(lambda office, words, left: office.record(slot, words, left))

    @rule()
    def keep(self) -> None:
        self.form.keep()

    @precondition(lambda self: self.vault.jobs)
    @rule()
    def a_job_runs(self) -> None:
        self.vault.work()

    @precondition(lambda self: self.vault.jobs)
    @rule()
    def another_job_runs(self) -> None:
        self.vault.work()

    @precondition(lambda self: self.vault.jobs)
    @rule()
    def a_job_meets_a_full_disk(self) -> None:
        self.vault.is_full = True
        self.vault.work()
        self.vault.is_full = False

    @precondition(lambda self: self.vault.jobs)
    @rule()
    def a_record_is_refused(self) -> None:
        self.vault.refuses_records = True
        self.vault.work()
        self.vault.refuses_records = False

    @precondition(lambda self: self.vault.answers)
    @rule()
    def an_answer_comes(self) -> None:
        self.vault.answer()

    @precondition(lambda self: self.vault.answers)
    @rule(data=st.data())
    def an_answer_comes_out_of_order(self, data: st.DataObject) -> None:
        self.vault.answer(data.draw(st.integers(0, self.vault.answers - 1)))

    @rule()
    def lock_and_open_again(self) -> None:
        self.forms.keep()
        self.vault.lock()
        self._everything_is_there_once(Counter(self._words_in_the_vault()))
        self._open_desk()

    @rule()
    def pull_the_plug(self) -> None:
        self.vault.kill()
        there = Counter(self._words_in_the_vault())
        assert self.safe <= there.keys()
        self.typed = {word: slot for word, slot in self.typed.items() if word in there}
        self._open_desk()

    @invariant()
    def nothing_is_there_twice_or_elsewhere(self) -> None:
        where: dict[str, set[str]] = {}
        for slot, words in [*self.vault.records, *self.vault.slots.items()]:
            for word in words.split():
                where.setdefault(word, set()).add(slot)
        for word, slots in where.items():
            assert slots == {self.typed[word]}
        assert max(Counter(self._words_in_the_vault()).values(), default=1) == 1
        assert self.safe <= where.keys()
        assert {word for words in self.vault.brought for word in words.split()} <= where.keys()
        self.safe = set(where)

    def teardown(self) -> None:
        self.vault.settle()
        self.forms.keep()
        self.vault.settle()
        self._everything_is_there_once(Counter(self._words_in_the_vault()))

    def _everything_is_there_once(self, there: Counter[str]) -> None:
        assert there == Counter(dict.fromkeys(self.typed, 1))

    def _words_in_the_vault(self) -> list[str]:
        texts = [*(words for _slot, words in self.vault.records), *self.vault.slots.values()]
        return [word for text in texts for word in text.split()]


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
