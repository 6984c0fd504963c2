"""Of all that was asked, the last counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.latest import Latest


@given(st.permutations(range(5)))
def test_only_the_last_question_is_heard_in_any_order_of_answers(order: list[int]) -> None:
    latest, heard = Latest(), list[int]()
    handlers = []
    for _ in order:
        latest.begin()
        handlers.append(latest.only(heard.append))

    for number in order:
        handlers[number](number)

    assert heard == [max(order)]


def test_a_question_is_heard_each_time_it_is_answered_while_it_is_the_last() -> None:
    latest, heard = Latest(), list[str]()
    hear = latest.only(heard.append)

    hear("once")
    hear("twice")
    latest.begin()
    hear("late")

    assert heard == ["once", "twice"]


def test_whether_it_is_still_the_last_can_be_asked() -> None:
    latest = Latest()
    still = latest.still()

    before = still()
    latest.begin()

    assert (before, still()) == (True, False)
