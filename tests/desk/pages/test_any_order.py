"""Whatever one does and in whatever order the vault answers: the case asked for last is the one in sight, and each
word is once in the vault, in the case that was in sight when it was typed."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.tasks import VaultThread
from tests.desk.held_answers import HeldAnswers
from tests.desk.pages.at_cases import button, write
from tests.desk.pages.held_desk import HeldDesk, drafts, marked, texts

CASES = 3
STEPS = st.one_of(
    st.tuples(st.just("go"), st.integers(0, CASES - 1)),
    st.tuples(st.just("go"), st.integers(0, CASES - 1)),
    st.tuples(st.just("answer"), st.integers(0, 20)),
    st.tuples(st.just("answer"), st.integers(0, 20)),
    st.tuples(st.sampled_from(["type", "save", "refresh", "filter"]), st.just(0)),
)


@pytest.fixture
def thread_kind() -> type[VaultThread]:
    return HeldAnswers


class Hand:
    """Does one thing after the other, and remembers in which case each word was typed."""

    def __init__(self, desk: HeldDesk) -> None:
        self.desk = desk
        self.rows = desk.open[1 : 1 + CASES]
        self.wanted = self.rows[0]
        self.typed: dict[str, CaseRow] = {}
        self._words = (f"word{number:04}" for number in count())

    def begin(self) -> None:
        self.desk.let_all_go()
        self.desk.open_at_rest(self.rows[0])
        self.wanted, self.typed = self.rows[0], {}
        self.desk.hold()

    def do(self, what: str, number: int) -> None:
        getattr(self, f"_{what}")(number)

    def in_sight(self) -> bool:
        """Whether a case is there to write in; never another one than was asked for last."""
        numbers = self.desk.numbers_in_sight()
        assert numbers <= {self.wanted.number}
        assert bool(numbers) == bool(self.desk.reachable())
        return bool(numbers)

    def _go(self, number: int) -> None:
        self.wanted = self.rows[number]
        self.desk.go(self.wanted)

    def _answer(self, number: int) -> None:
        if waiting := self.desk.waiting:
            self.desk.let_go(waiting[number % len(waiting)])

    def _type(self, _number: int) -> None:
        if self.in_sight():
            self.desk.desk.composer.write("note")
            word = next(self._words)
            write(self.desk.shell, f"{word} ")
            self.typed[word] = self.wanted

    def _save(self, _number: int) -> None:
        if self.in_sight():
            self.desk.desk.composer.write("note")
            self.desk.desk.composer.save()

    def _refresh(self, _number: int) -> None:
        self.desk.shell.refresh()

    def _filter(self, _number: int) -> None:
        button(self.desk.page, "Which cases: Waiting").click()
        button(self.desk.page, "Which cases: Open").click()


@pytest.fixture
def hand(practice_desk: DeskContext, qtbot: QtBot) -> Hand:
    return Hand(HeldDesk(practice_desk, qtbot))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=4, max_size=14))
def test_the_case_asked_for_last_is_in_sight_and_each_word_is_once_in_its_own(
    hand: Hand, steps: list[tuple[str, int]]
) -> None:
    hand.begin()
    for what, number in steps:
        hand.do(what, number)
        hand.in_sight()
    hand.desk.let_all_go()

    assert hand.in_sight()
    assert marked(hand.desk.page) == hand.wanted.number
    hand.desk.shell.flush()
    hand.desk.rest()
    written = [
        (row, text)
        for row in hand.rows
        for text in (*texts(hand.desk.view(row)), *(draft for draft in drafts(hand.desk, row) if draft))
    ]
    for word, row in hand.typed.items():
        assert [(found, text.count(word)) for found, text in written if word in text] == [(row, 1)]
