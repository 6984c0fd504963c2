from __future__ import annotations

import pytest

from counsellor_desk.disclosure.certificate import witness
from counsellor_desk.disclosure.costs import Draw, options, weights
from counsellor_desk.disclosure.errors import NotLinkable
from counsellor_desk.disclosure.junction import junction_tree
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Presupposition, Promise, row
from tests.disclosure.small import KINDS, QUARTERS, linked


def test_rows_that_count_the_same_cells_are_one_number() -> None:
    system = linked()

    assert system.key(row(B=KINDS, Q=("1",))) == system.key(row(Q=("1",)))
    assert system.key(row(Q=("1",))) != system.key(row(Q=("2",)))


def test_tables_that_share_quarters_agree_on_them() -> None:
    promises = (Promise(row(Q=("1",), B=("a",)), 10, 5), Promise(row(Q=("1",)), 5, 5))

    assert witness(linked(), promises) is None


def test_crossings_in_a_ring_are_refused_with_the_one_to_drop() -> None:
    ring = [Crossing(("A", "B")), Crossing(("B", "C")), Crossing(("C", "A"))]

    with pytest.raises(NotLinkable) as refused:
        junction_tree(ring)

    assert refused.value.params["drop"] == "AxB"


def test_two_rings_cannot_be_mended_by_dropping_one() -> None:
    two = [Crossing(pair) for pair in (("A", "B"), ("B", "C"), ("C", "A"), ("D", "E"), ("E", "F"), ("F", "D"))]

    with pytest.raises(NotLinkable) as refused:
        junction_tree(two)

    assert refused.value.params["drop"] == ""


def test_tables_without_a_common_dimension_still_count_the_same_cases() -> None:
    system = System((Dimension("A", ("1", "2")), Dimension("B", ("x", "y"))), (Crossing(("A",)), Crossing(("B",))))
    total = Promise(row(A=("1", "2")), 10, 5)

    assert witness(system, (total, Promise(row(B=("x",)), 15, 5))) is None
    assert witness(system, (total, Promise(row(B=("x",)), 5, 5))) is not None


def test_what_is_impossible_is_no_cell() -> None:
    quarter, kind = Dimension("Q", ("1", "2")), Dimension("B", ("a", "b"))
    system = System((quarter, kind), (Crossing(("Q", "B"), frozenset({("1", "b")})),))

    assert system.width == 3
    assert list(system.columns(row())) == [0, 1, 2]
    assert witness(system, (Promise(row(Q=("1",), B=("b",)), 5, 5),)) is None


def test_what_is_impossible_is_no_cell_of_a_ring_either() -> None:
    dimensions = [Dimension(name, ("1", "2")) for name in "ABCDE"]
    ring = [Crossing(pair) for pair in (("A", "B"), ("B", "C"), ("A", "C"))]
    apart = Crossing(("D", "E"), frozenset({("1", "2")}))

    assert System(dimensions, [*ring, apart]).width == 8 + 3


def test_a_further_case_presupposes_a_first() -> None:
    order = Dimension("W", ("first", "again"))
    rule = Presupposition(row(W=("again",)), row(W=("first",)), 3)
    system = System((order,), (Crossing(("W",)),), (rule,))

    def possible(first: int, again: int) -> bool:
        figures = (Promise(row(W=("first",)), first, 5), Promise(row(W=("again",)), again, 5))
        return witness(system, figures) is not None

    assert possible(5, 15)
    assert not possible(5, 20)


def test_a_cell_has_a_name_of_its_own() -> None:
    system = linked()

    names = list(system.names())

    assert len(names) == len(set(names)) == system.width
    assert names[0] == "QxB:1,a"
    assert sorted(names[at] for at in system.case({"Q": "2", "B": "c", "R": "y"})) == ["QxB:2,c", "QxR:2,y"]


@pytest.mark.parametrize(("truth", "shown"), [(0, (0, 5)), (3, (0, 5)), (5, (0, 5, 10)), (61, (60, 65))])
def test_only_multiples_within_the_window_can_be_shown(truth: int, shown: tuple[int, ...]) -> None:
    assert options(truth, 5, 5) == shown


@pytest.mark.parametrize("truth", range(23))
def test_every_figure_has_a_chance_and_rounding_is_unbiased_up_to_the_outside(truth: int) -> None:
    shown = options(truth, 5, 5)
    chances = weights(truth, 5, shown)

    assert sum(chances) == pytest.approx(1)
    assert min(chances) > 0
    assert sum(c * f for c, f in zip(chances, shown, strict=True)) == pytest.approx(truth, abs=0.06)


def test_each_step_beyond_the_two_nearest_figures_is_a_hundred_times_rarer() -> None:
    chances = weights(7, 5, (0, 5, 10, 15, 20))

    assert [round(chance / chances[1], 6) for chance in chances] == [0.016667, 1.0, 0.666667, 0.016667, 0.000167]


def test_chance_depends_on_secret_plan_row_and_figure_and_on_nothing_else() -> None:
    draw = Draw(b"secret", "plan-1")

    numbers = {
        draw.gumbel("Q=1", 5),
        draw.gumbel("Q=1", 10),
        draw.gumbel("Q=2", 5),
        Draw(b"secret", "plan-2").gumbel("Q=1", 5),
        Draw(b"other", "plan-1").gumbel("Q=1", 5),
    }

    assert len(numbers) == 5
    assert draw.gumbel("Q=1", 5) == Draw(b"secret", "plan-1").gumbel("Q=1", 5)


def test_the_random_numbers_follow_the_gumbel_law() -> None:
    numbers = sorted(Draw(b"secret", "plan").gumbel("row", n) for n in range(4000))

    assert sum(numbers) / len(numbers) == pytest.approx(0.5772, abs=0.06)
    assert numbers[2000] == pytest.approx(0.3665, abs=0.06)


def test_cases_are_counted_in_every_hidden_table() -> None:
    system = linked()

    hidden = system.tally(("B", "Q", "R"), {("a", "1", "x"): 2, ("b", "1", "y"): 3})

    assert hidden[system.columns(row(Q=("1",)))].sum() == 5
    assert hidden[system.columns(row(Q=("1",), B=("a",)))].sum() == 2
    assert hidden[system.columns(row(R=("y",)))].sum() == 3
    assert hidden.sum() == 2 * 5
    assert system.tally(("B", "Q", "R"), {}).sum() == 0


def test_a_case_that_cannot_be_is_not_counted() -> None:
    dimensions = (Dimension("Q", QUARTERS), Dimension("B", ("a", "b")))
    system = System(dimensions, (Crossing(("Q", "B"), frozenset({("1", "a")})),))

    with pytest.raises(KeyError):
        system.tally(("Q", "B"), {("1", "a"): 1})
    with pytest.raises(KeyError):
        system.tally(("Q", "B"), {("1", "c"): 1})
