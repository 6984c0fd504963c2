from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure import chordal
from counsellor_desk.disclosure.certificate import witness
from counsellor_desk.disclosure.chordal import linkable
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotLinkable, PlanUnsound
from counsellor_desk.disclosure.junction import is_junction_tree
from counsellor_desk.disclosure.plan import TOTAL, Hierarchy, Plan
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Promise, Row, Wanted, row

PLACE = Hierarchy("place", ("a1", "a2", "b1"), {"a1": "a", "a2": "a", "b1": "b", "a": "north"})
KIND = Hierarchy("kind", ("x", "y"))
YEAR = Hierarchy("year", ("1", "2"))
PLAN = Plan("test", "1", 5, (PLACE, KIND, YEAR), (("place", "kind"), ("kind", "year")))


def ring(codes: int = 2) -> tuple[dict[str, Dimension], list[Crossing]]:
    every = tuple(str(code) for code in range(codes))
    return {n: Dimension(n, every) for n in "ABC"}, [Crossing(tuple(pair)) for pair in ("AB", "BC", "CA")]


def test_a_plan_publishes_every_table_with_its_margins_and_what_tables_share_once() -> None:
    where = [cell.where for cell in PLAN.cells()]

    assert len(where) == len(set(where)) == 7 * 3 + 3 * 3 - 3
    assert where[0] == (TOTAL, TOTAL, TOTAL)
    assert ("a", "x", TOTAL) in where
    assert (TOTAL, "y", "2") in where


def test_a_cell_counts_the_finest_codes_under_it() -> None:
    rows = {cell.where: cell.row for cell in PLAN.cells()}

    assert rows["north", "x", TOTAL] == row(place=("a1", "a2"), kind=("x",))
    assert rows["b", TOTAL, TOTAL] == rows["b1", TOTAL, TOTAL] == row(place=("b1",))
    assert rows[TOTAL, TOTAL, TOTAL] == row()


def test_cells_that_count_the_same_are_one_row() -> None:
    assert len(PLAN.rows()) == len({PLAN.system().key(one) for one in PLAN.rows()}) == 5 * 3 + 3 * 3 - 3


def test_a_total_of_no_dimension_can_be_published_alone() -> None:
    plan = replace(PLAN, tables=((),))

    found = protect(plan.system(), [Wanted(plan.rows()[0], 7)], (), Draw(b"s", plan.label), plan.base)

    assert [cell.where for cell in plan.cells()] == [(TOTAL, TOTAL, TOTAL)]
    assert found.promises[0].figure in (5, 10)


@pytest.mark.parametrize("base", [3, 5, 10])
def test_the_figures_of_a_plan_are_multiples_of_its_base_and_add_up(base: int) -> None:
    plan, dice = replace(PLAN, base=base), random.Random(base)
    cases = [(dice.choice(PLACE.codes), dice.choice(KIND.codes), dice.choice(YEAR.codes)) for _ in range(50)]

    def count(one: Row) -> int:
        where = dict(one.where)
        named = [dict(zip(("place", "kind", "year"), case, strict=True)) for case in cases]
        return sum(all(case[name] in codes for name, codes in where.items()) for case in named)

    cells = plan.cells()
    wanted = [Wanted(cell.row, count(cell.row)) for cell in cells]
    made = protect(plan.system(), wanted, (), Draw(b"s", plan.label), base)
    shown = {cell.where: one.figure for cell, one in zip(cells, made.promises, strict=True)}

    assert all(
        one.figure % base == 0 and abs(one.figure - w.truth) <= base
        for one, w in zip(made.promises, wanted, strict=True)
    )
    assert made.proof.rho == base
    assert shown[TOTAL, "x", TOTAL] == shown["north", "x", TOTAL] + shown["b", "x", TOTAL]
    assert shown[TOTAL, "x", TOTAL] == shown[TOTAL, "x", "1"] + shown[TOTAL, "x", "2"]


@pytest.mark.parametrize(
    ("wrong", "why", "subject"),
    [
        ({"base": 7}, "base", "7"),
        ({"dimensions": (KIND, KIND)}, "twice", "kind"),
        ({"dimensions": (Hierarchy("k", ("x", "x")),)}, "twice", "k"),
        ({"dimensions": (Hierarchy("k", ("x", "*")),)}, "name", "k"),
        ({"dimensions": (Hierarchy("k", ()),)}, "name", "k"),
        ({"dimensions": (Hierarchy("k", ("x",), {"z": "y"}),)}, "parent", "k"),
        ({"dimensions": (Hierarchy("k", ("x", "y"), {"x": "y"}),)}, "parent", "k"),
        ({"dimensions": (Hierarchy("k", ("x",), {"x": "p", "p": "q", "q": "p"}),)}, "cycle", "k"),
        ({"dimensions": (Hierarchy("k", ("x",), {"p": "p"}),)}, "cycle", "k"),
        ({"dimensions": (Hierarchy("k", ("x",), {"x": "p", "q": "r", "r": "p"}),)}, "parent", "k"),
        ({"tables": (("kind", "kind"),)}, "twice", "kind"),
        ({"tables": (("kind", "colour"),)}, "unknown", "colour"),
        ({"tables": ()}, "tables", ""),
        (
            {"dimensions": (Hierarchy("kind", tuple(map(str, range(100_001)))),), "tables": (("kind",),)},
            "size",
            "100000",
        ),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused_with_the_reason(
    wrong: dict[str, object], why: str, subject: str
) -> None:
    parts: dict[str, object] = {"dimensions": PLAN.dimensions, "tables": PLAN.tables, "base": 5} | wrong
    with pytest.raises(PlanUnsound) as refused:
        Plan("test", "1", **parts)

    assert refused.value.params == {"why": why, "subject": subject}


def test_names_with_signs_of_their_own_name_no_other_row() -> None:
    names = {one.name for one in (row(a=("b,c",)), row(a=("b", "c")), row(a=("b%2Cc",)), row(**{"a=b": ("c",)}))}

    assert len(names) == 4


def test_crossings_in_a_ring_are_linked_by_one_table_of_all_their_dimensions() -> None:
    dimensions, crossings = ring()

    assert [one.dimensions for one in linkable(dimensions, crossings)] == [("A", "B", "C")]


def test_pairs_that_agree_but_come_from_no_cases_have_no_witness() -> None:
    dimensions, crossings = ring()
    system = System(dimensions.values(), crossings)
    unequal = [
        Promise(row(**{one: ("0",), other: ("0",)}), 0, 5) for one, other in (("A", "B"), ("B", "C"), ("C", "A"))
    ] + [Promise(row(**{one: ("1",), other: ("1",)}), 0, 5) for one, other in (("A", "B"), ("B", "C"), ("C", "A"))]

    assert witness(system, unequal) is not None
    assert witness(system, [*unequal, Promise(row(), 5, 5)]) is None


def test_what_is_impossible_in_a_crossing_is_impossible_in_its_clique() -> None:
    dimensions, crossings = ring()
    crossings[0] = Crossing(("A", "B"), frozenset({("0", "1")}))

    assert linkable(dimensions, crossings)[0].impossible == {("0", "1", "0"), ("0", "1", "1")}
    assert System(dimensions.values(), crossings).width == 6


def test_a_clique_too_large_is_refused_with_the_crossing_to_drop() -> None:
    dimensions, crossings = ring(40)

    with pytest.raises(NotLinkable) as refused:
        linkable(dimensions, crossings)

    assert refused.value.params["drop"] == "AxB"


def test_a_crossing_too_large_in_itself_leaves_nothing_single_to_drop() -> None:
    dimensions = {name: Dimension(name, tuple(map(str, range(300)))) for name in "ABCD"}

    with pytest.raises(NotLinkable) as refused:
        linkable(dimensions, [Crossing(("A", "B")), Crossing(("C", "D"))])

    assert refused.value.params["drop"] == ""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sets(st.sampled_from("ABCDEFG"), max_size=4), min_size=1, max_size=8))
def test_any_crossings_are_held_by_a_junction_tree(sets: list[set[str]]) -> None:
    crossings = [Crossing(tuple(sorted(names))) for names in sets]
    dimensions = {name: Dimension(name, ("0", "1")) for name in "ABCDEFG"}

    cliques = linkable(dimensions, crossings)

    assert is_junction_tree(cliques)
    assert all(any(names <= set(clique.dimensions) for clique in cliques) for names in sets)
    pairs = {
        pair for one in chordal.linkable(dimensions, cliques) for pair in combinations(sorted(one.dimensions), 2)
    }
    assert {pair for one in crossings for pair in combinations(one.dimensions, 2)} <= pairs


def test_what_lies_in_no_ring_is_not_crossed_though_it_is_named_first() -> None:
    pairs = [("A", "D"), ("A", "E"), ("A", "B"), ("B", "C"), ("A", "C")]
    dimensions = {name: Dimension(name, ("0", "1")) for name in "ABCDE"}

    cliques = linkable(dimensions, [Crossing(pair) for pair in pairs])

    assert {clique.name for clique in cliques} == {"AxD", "AxE", "AxBxC"}


def test_a_ring_of_four_is_linked_by_two_tables_of_three() -> None:
    dimensions = {name: Dimension(name, ("1", "2")) for name in "ABCD"}
    pairs = (("A", "B"), ("B", "C"), ("C", "D"), ("D", "A"))

    cliques = linkable(dimensions, [Crossing(pair) for pair in pairs])

    assert {clique.name for clique in cliques} == {"AxBxD", "BxCxD"}
