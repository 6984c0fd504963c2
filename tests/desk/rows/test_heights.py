"""Where rows begin, whether they were measured or guessed: always what adding up one by one would give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.kit.rows.heights import Heights, Sums

NUMBERS = st.lists(st.integers(0, 3_000), max_size=40)
LEAST, EACH = 40, 2  # pixels; whole ones, so that adding up is exact


@given(NUMBERS, st.data())
def test_a_running_sum_is_what_adding_up_gives(numbers: list[int], data: st.DataObject) -> None:
    sums = Sums(numbers)
    for place in data.draw(st.lists(st.sampled_from(range(len(numbers))), max_size=10) if numbers else st.just([])):
        sums.add(place, 7)
        numbers[place] += 7

    assert [sums.before(place) for place in range(len(numbers) + 1)] == [
        sum(numbers[:place]) for place in range(len(numbers) + 1)
    ]


def plain_heights(characters: list[int], measured: dict[int, int]) -> list[int]:
    return [measured.get(row, LEAST + EACH * count) for row, count in enumerate(characters)]


@given(NUMBERS.filter(bool), st.data())
def test_a_row_begins_where_those_before_it_end(characters: list[int], data: st.DataObject) -> None:
    rows = st.integers(0, len(characters) - 1)
    steps = data.draw(st.lists(st.tuples(rows, st.integers(0, 900)), max_size=20))
    heights = Heights(characters)
    heights.guess(LEAST, EACH)
    for row, height in steps:
        heights.measure(row, height)
    expected = plain_heights(characters, dict(steps))

    assert [heights.top(row) for row in range(len(characters))] == [
        sum(expected[:row]) for row in range(len(characters))
    ]
    assert heights.total == sum(expected)


@given(NUMBERS.filter(bool), st.data())
def test_the_row_at_a_height_is_the_one_that_lies_there(characters: list[int], data: st.DataObject) -> None:
    rows = st.integers(0, len(characters) - 1)
    measured = data.draw(st.dictionaries(rows, st.integers(0, 900), max_size=20))
    heights = Heights(characters)
    heights.guess(LEAST, EACH)
    for row, height in measured.items():
        heights.measure(row, height)
    y = data.draw(st.integers(0, heights.total + 50))

    row = heights.row_at(y)

    assert heights.top(row) <= y
    assert y < heights.top(row + 1) or row == len(characters) - 1


def test_another_width_forgets_what_was_measured() -> None:
    heights = Heights([0, 10, 20])
    heights.guess(LEAST, EACH)
    heights.measure(1, 500)

    heights.guess(LEAST, 2 * EACH)

    assert heights.measured(1) is None
    assert heights.total == 3 * LEAST + 2 * EACH * 30
