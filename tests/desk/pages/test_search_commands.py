"""Commands found by their names, in both languages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.pages.search.commands import Command, matching, means_one

LOCK = Command("Lock the desk", "lock", lambda: None, "vergrendel slot")
THIRD = Command("Figures, third quarter 2026", "figures", lambda: None, "publish publiceer q3 k3 2026Q3 2026")
SECOND = Command("Figures, second quarter 2026", "figures", lambda: None, "publish publiceer q2 k2 2026Q2 2026")
ALL = (LOCK, THIRD, SECOND)


def test_every_word_typed_must_begin_a_word_of_the_command() -> None:
    assert matching(ALL, "publish q3") == (THIRD,)
    assert matching(ALL, "publi k2 20") == (SECOND,)
    assert matching(ALL, "publish q3 lock") == ()


def test_a_command_is_found_in_the_other_language() -> None:
    assert matching(ALL, "Vergrendel") == (LOCK,)


def test_a_command_whose_title_begins_so_comes_first() -> None:
    other = Command("Deadlock", "lock", lambda: None, "lock")

    assert matching((other, LOCK), "lock") == (LOCK, other)


def test_a_whole_name_is_meant_and_a_beginning_is_not() -> None:
    assert means_one(ALL, "lock")
    assert not means_one(ALL, "loc")
    assert not means_one((), "lock")


@given(st.text())
def test_any_input_is_a_question(typed: str) -> None:
    assert set(matching(ALL, typed)) <= set(ALL)
