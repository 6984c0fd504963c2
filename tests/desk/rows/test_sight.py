"""Scrolling a list of any length: what is in sight is gapless, ends are kept, and few rows are ever measured."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.kit.rows.heights import Heights
from counsellor_desk.desk.kit.rows.sight import Sight

OPENING = 300


class Looking:
    """A list whose rows are as high as ``true`` says, looked at through an opening."""

    def __init__(self, true: list[int]) -> None:
        self.true = true
        self.asked: list[int] = []
        self.heights = Heights([0] * len(true))
        self.heights.guess(40, 0)
        self.sight = Sight(self.heights, self._measure)

    def _measure(self, row: int) -> int:
        self.asked.append(row)
        return self.true[row]

    def check(self) -> None:
        seen = self.sight.look(OPENING)
        rows = [row for row, _top in seen]
        assert rows == list(range(rows[0], rows[-1] + 1))
        assert all(top + self.true[row] == after for (row, top), (_, after) in pairwise(seen))
        first, last = seen[0], seen[-1]
        is_short = sum(self.true) < OPENING
        assert first[1] <= 0
        assert first[0] == 0 or first[1] + self.true[first[0]] <= 0
        assert last[1] + self.true[last[0]] >= OPENING or is_short
        if is_short:
            assert first[1] == sum(self.true[: first[0]]) == 0


HEIGHTS = st.lists(st.integers(0, 700), min_size=1, max_size=60)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("scroll"), st.integers(-2_000, 2_000)),
        st.tuples(st.just("scroll_to"), st.integers(-50, 50_000)),
        st.tuples(st.just("show"), st.integers(0, 59)),
    ),
    max_size=12,
)


@given(HEIGHTS, MOVES)
def test_rows_in_sight_are_gapless_however_one_scrolls(true: list[int], moves: list[tuple[str, int]]) -> None:
    looking = Looking(true)
    looking.check()
    for move, amount in moves:
        if move == "scroll":
            looking.sight.scroll(amount, OPENING)
        elif move == "scroll_to":
            looking.sight.scroll_to(amount, OPENING)
        else:
            looking.sight.show(amount % len(true), 20)
        looking.check()


@given(st.lists(st.integers(1, 700), min_size=1, max_size=60))
def test_the_very_end_is_reached_whatever_was_guessed(true: list[int]) -> None:
    looking = Looking(true)
    looking.sight.scroll_to(looking.heights.total - OPENING, OPENING)

    row, top = looking.sight.look(OPENING)[-1]

    assert row == len(true) - 1
    assert top + true[row] == max(OPENING, 0) or sum(true) <= OPENING


@given(HEIGHTS, st.integers(0, OPENING), st.integers(0, OPENING))
def test_a_small_step_and_back_is_where_one_was(true: list[int], start: int, step: int) -> None:
    looking = Looking(true)
    looking.sight.scroll(start, OPENING)
    looking.sight.look(OPENING)
    looking.sight.scroll(1, OPENING)
    seen = looking.sight.look(OPENING)
    room = max(sum(true) - OPENING, 0) - (sum(true[: looking.sight.row]) + looking.sight.above)

    looking.sight.scroll(min(step, room), OPENING)
    looking.sight.look(OPENING)
    looking.sight.scroll(-min(step, room), OPENING)

    assert looking.sight.look(OPENING) == seen


def test_the_farthest_row_is_shown_without_measuring_the_way() -> None:
    looking = Looking([100] * 10_000)
    looking.check()
    looking.asked.clear()

    looking.sight.show(9_000, 50)
    seen = dict(looking.sight.look(OPENING))

    assert seen[9_000] == 50
    assert len(looking.asked) <= 6


def test_what_is_in_sight_stays_when_a_row_above_turns_out_higher() -> None:
    looking = Looking([100] * 50)
    looking.sight.show(20, 0)
    looking.sight.look(OPENING)

    looking.heights.measure(3, 5_000)

    assert dict(looking.sight.look(OPENING))[20] == 0


def test_an_empty_list_shows_nothing() -> None:
    looking = Looking([])
    looking.sight.scroll_to(500, OPENING)

    assert looking.sight.look(OPENING) == []
