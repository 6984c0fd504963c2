"""What was asked for last is what is open."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.model.operation import Operations
from counsellor_desk.desk.model.subject import Loading, Nothing, Ready, State, Subject, Unavailable
from counsellor_desk.errors import DeskError
from tests.desk.model.late import Full, SlowVault


class Opened:
    """A subject over a slow vault; ``seen`` is every state it told of."""

    def __init__(self) -> None:
        self.vault = SlowVault()
        self.seen: list[State[int, str]] = []
        self.read: list[int] = []
        self.said: list[DeskError] = []
        self.fails = self.is_gone = False
        self.subject: Subject[int, str] = Subject(
            Operations(self.vault, self.said.append), self._read, self.seen.append, lambda _error: self.is_gone
        )

    def _read(self, _office: object, key: int) -> str:
        self.read.append(key)
        if key < 0 or self.fails:
            raise Full
        return f"case {key}, read {len(self.read)}"


def test_while_something_loads_nothing_of_the_former_is_there() -> None:
    opened = Opened()
    opened.subject.open(1)
    opened.vault.settle()

    opened.subject.open(2)

    assert opened.subject.state == Loading(2)
    assert opened.subject.value is None


def test_a_question_that_was_overtaken_is_not_even_read() -> None:
    opened = Opened()

    opened.subject.open(1)
    opened.subject.open(2)
    opened.vault.settle()

    assert opened.read == [2]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.data())
def test_what_was_asked_for_last_is_shown_in_whatever_order_answers_come(
    asked: list[int], data: st.DataObject
) -> None:
    opened = Opened()
    for key in asked:
        opened.subject.open(key)
        if data.draw(st.booleans()):
            opened.vault.work()
    while opened.vault.jobs:
        opened.vault.work()
    while opened.vault.answers:
        opened.vault.answer(data.draw(st.integers(0, opened.vault.answers - 1)))

    assert isinstance(opened.subject.state, Ready)
    assert opened.subject.state.key == asked[-1]
    assert opened.subject.state.value.startswith(f"case {asked[-1]},")
    shown = [state.key for state in opened.seen if isinstance(state, Ready)]
    assert [state.key for state in opened.seen if isinstance(state, Loading)][-1:] in ([asked[-1]], [])
    assert shown[-1] == asked[-1]


def test_reading_again_keeps_what_is_shown_until_the_answer_comes() -> None:
    opened = Opened()
    opened.subject.open(1)
    opened.vault.settle()

    opened.subject.read_again()
    before = opened.subject.value
    opened.vault.settle()

    assert (before, opened.subject.value) == ("case 1, read 1", "case 1, read 2")
    assert not any(isinstance(state, Loading) for state in opened.seen[1:])


def test_reading_again_while_it_loads_shows_the_newest_reading_only() -> None:
    opened = Opened()
    opened.subject.open(1)
    opened.vault.work()
    opened.subject.read_again()
    opened.vault.settle()

    assert [state for state in opened.seen if isinstance(state, Ready)] == [Ready(1, "case 1, read 2")]


def test_what_cannot_be_read_is_a_state_of_what_was_asked_for() -> None:
    opened = Opened()
    opened.subject.open(1)
    opened.vault.settle()
    opened.subject.open(-1)
    opened.vault.settle()

    state = opened.subject.state
    assert isinstance(state, Unavailable)
    assert state.key == -1
    assert isinstance(state.error, DeskError)


def test_what_was_closed_does_not_open_again_by_a_late_answer() -> None:
    opened = Opened()
    opened.subject.open(1)
    opened.vault.work()
    opened.subject.close()
    opened.vault.settle()

    assert opened.subject.state == Nothing()
    assert opened.subject.key is None


def test_what_is_in_sight_and_cannot_be_read_again_just_now_stays() -> None:
    opened = Opened()
    opened.subject.open(1)
    opened.vault.settle()
    opened.fails = True
    opened.subject.read_again()
    opened.vault.settle()

    assert opened.subject.state == Ready(1, "case 1, read 1")
    assert len(opened.said) == 1


def test_what_is_in_sight_and_gone_for_good_does_not_stay() -> None:
    opened = Opened()
    opened.subject.open(1)
    opened.vault.settle()
    opened.fails = opened.is_gone = True
    opened.subject.read_again()
    opened.vault.settle()

    assert isinstance(opened.subject.state, Unavailable)
    assert opened.said == []


def test_what_could_not_be_read_is_asked_for_anew() -> None:
    opened = Opened()
    opened.fails = True
    opened.subject.open(1)
    opened.vault.settle()
    opened.fails = False
    opened.subject.read_again()
    loading = opened.subject.state
    opened.vault.settle()

    assert loading == Loading(1)
    assert opened.subject.value == "case 1, read 2"


def test_nothing_is_told_to_whoever_is_no_more() -> None:
    opened = Opened()
    opened.subject.open(1)
    opened.vault.everybody_is_gone = True
    opened.vault.settle()

    assert opened.seen == [Loading(1)]
