from __future__ import annotations

import json
from dataclasses import replace

import pytest

from counsellor_desk.disclosure.errors import PlanUnsound
from counsellor_desk.packet.canonical import MOST_BYTES, canonical
from counsellor_desk.workbench.errors import PlanUnreadable
from counsellor_desk.workbench.plan_file import MOST_CODES, MOST_LEVELS, plan_hash, plan_json, read_plan
from tests.workbench.plans import PLAN, WIDER

FOUND = plan_json(PLAN)


def read(**parts: object) -> object:
    return read_plan(json.dumps(FOUND | parts).encode())


def dimension(**parts: object) -> list[object]:
    return [{"name": "kind", "codes": ["a", "b"], "parents": {}} | parts, FOUND["dimensions"][1]]


@pytest.mark.parametrize("plan", [PLAN, WIDER])
def test_a_plan_comes_back_as_it_was_written(plan: object) -> None:
    assert read_plan(canonical(plan_json(plan)).encode()) == plan


def test_the_order_in_which_parents_are_written_changes_nothing() -> None:
    there = read(dimensions=dimension(codes=["a", "b"], parents={"b": "q", "a": "p", "p": "top"}))
    again = read(dimensions=dimension(codes=["a", "b"], parents={"p": "top", "a": "p", "b": "q"}))

    assert [cell.where for cell in there.cells()] == [cell.where for cell in again.cells()]
    assert plan_hash(there) == plan_hash(again)


def test_another_plan_has_another_hash() -> None:
    others = (replace(PLAN, version="2"), replace(PLAN, base=3), replace(PLAN, tables=(("kind",),)))

    assert len({plan_hash(plan) for plan in (PLAN, *others)}) == 4


@pytest.mark.parametrize(
    "parts",
    [
        {"more": 1},
        {"name": ""},
        {"version": 1},
        {"base": "5"},
        {"base": 5.0},
        {"dimensions": {}},
        {"tables": ["kind"]},
        {"dimensions": dimension(codes="ab")},
        {"dimensions": dimension(parents=[])},
        {"dimensions": dimension(parents={"a": 1})},
    ],
)
def test_what_is_not_formed_like_a_plan_is_refused(parts: dict[str, object]) -> None:
    with pytest.raises(PlanUnreadable) as refused:
        read(**parts)

    assert refused.value.params == {"reason": "no_plan"}


@pytest.mark.parametrize(
    "parts",
    [
        {"dimensions": dimension(codes=[str(at) for at in range(MOST_CODES + 1)])},
        {"dimensions": dimension(parents={"a": "0"} | {str(at): str(at + 1) for at in range(MOST_LEVELS)})},
        {"tables": [["kind"]] * 101},
        {"dimensions": dimension() * 11},
    ],
)
def test_a_plan_of_endless_size_is_refused_before_it_is_laid_out(parts: dict[str, object]) -> None:
    with pytest.raises(PlanUnreadable) as refused:
        read(**parts)

    assert refused.value.params == {"reason": "too_large"}


def test_a_mark_at_the_beginning_is_passed_over() -> None:
    text = canonical(plan_json(PLAN)).encode()

    assert read_plan(b"\xef\xbb\xbf" + text) == read_plan(text)


def test_a_number_with_its_sign_is_a_code_like_any_other() -> None:
    codes = ("-18", "+65", "-0.5", "18 - 65")

    assert read(dimensions=dimension(codes=codes, parents={})).dimensions[0].codes == codes


def test_a_file_of_endless_size_is_refused() -> None:
    with pytest.raises(PlanUnreadable):
        read_plan(b" " * (MOST_BYTES + 1))


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"base": 4}, "base"),
        ({"dimensions": dimension(parents={"a": "p", "p": "q", "q": "p"})}, "cycle"),
        ({"dimensions": dimension(parents={"x": "y"})}, "parent"),
        ({"dimensions": dimension(name="window")}, "name"),
        ({"dimensions": dimension(name="=kind")}, "name"),
        ({"dimensions": dimension(codes=["a", "+cmd|' /C calc'!A0"])}, "name"),
        ({"dimensions": dimension(codes=["a", "-1+1"])}, "name"),
        ({"dimensions": dimension(codes=["a", "two\nlines"])}, "name"),
        ({"dimensions": dimension(codes=["a"], parents={"a": "@SUM"})}, "name"),
        ({"tables": [["colour"]]}, "unknown"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused_with_the_reason(parts: dict[str, object], why: str) -> None:
    with pytest.raises(PlanUnsound) as refused:
        read(**parts)

    assert refused.value.params["why"] == why
