from __future__ import annotations

import contextlib
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.disclosure.plan import TOTAL
from counsellor_desk.workbench import counts
from counsellor_desk.workbench.counts import MOST, read_counts, truths
from counsellor_desk.workbench.errors import CountsUnreadable
from tests.workbench.plans import PLAN, WIDER, some


def refused(text: bytes) -> dict[str, str | int]:
    with pytest.raises(CountsUnreadable) as refusal:
        read_counts(text, PLAN)
    return dict(refusal.value.params)


def test_lines_of_the_same_cell_add_up_and_what_is_missing_is_nothing() -> None:
    text = b"quarter,count,kind\n1,3,a1\n2,0,b\n1,4,a1\n\n4,1,b\n"

    assert read_counts(text, PLAN) == {("a1", "1"): 7, ("b", "4"): 1}


def test_a_mark_at_the_beginning_and_any_line_ends_are_passed_over() -> None:
    assert read_counts(b'\xef\xbb\xbfkind,quarter,count\r\n"a1","1",3\r\n', PLAN) == {("a1", "1"): 3}


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        (b"kind;quarter;count\na1;1;3\n", "semicolon", 1),
        (b"", "missing", 1),
        (b"kind,count\na1,3\n", "missing", 1),
        (b"kind,quarter\na1,1\n", "missing", 1),
        (b"kind,quarter,count,year\n", "unknown", 1),
        (b"kind,quarter,count,kind\n", "twice", 1),
        (b"kind,quarter,count\na1,1\n", "fields", 2),
        (b"kind,quarter,count\na1,1,1,1\n", "fields", 2),
        (b'kind,quarter,count\na1,"1"x,1\n', "fields", 2),
        (b"kind,quarter,count\na1,1,2\na9,1,1\n", "code", 3),
        (b"kind,quarter,count\na,1,2\n", "code", 2),
        (b"kind,quarter,count\n*,1,2\n", "code", 2),
        (b"kind,quarter,count\na1,1,-2\n", "count", 2),
        (b"kind,quarter,count\na1,1,2.0\n", "count", 2),
        (b"kind,quarter,count\na1,1, 2\n", "count", 2),
        (b"kind,quarter,count\na1,1,\n", "count", 2),
        ("kind,quarter,count\na1,1,٣\n".encode(), "count", 2),
        (f"kind,quarter,count\na1,1,{MOST}\na1,1,1\n".encode(), "count", 3),
        (b"kind,quarter,count\na1,1,1\na1,1,\xff\n", "encoding", 3),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: bytes, reason: str, line: int) -> None:
    assert (refused(text)["reason"], refused(text)["line"]) == (reason, line)


def test_a_column_is_named() -> None:
    assert refused(b"kind,count\n")["column"] == "quarter"
    assert refused(b"kind,quarter,count\na1,9,1\n")["column"] == "quarter"


def test_the_number_of_cases_in_every_cell_is_their_sum() -> None:
    cases = some(WIDER, 60)
    found = truths(WIDER, cases)

    assert found[TOTAL, TOTAL, TOTAL] == 60
    assert found["a", "1", TOTAL] == found["a1", "1", TOTAL] + found["a2", "1", TOTAL]
    assert found["b", TOTAL, "north"] == sum(
        number for codes, number in cases.items() if (codes[0], codes[2]) == ("b", "north")
    )
    assert {cell.where for cell in WIDER.cells()} >= set(found)


@given(st.lists(st.tuples(st.sampled_from(list(product(("a1", "a2", "b"), "1234"))), st.integers(0, 50)), max_size=9))
def test_whatever_is_written_is_read(lines: list[tuple[tuple[str, str], int]]) -> None:
    text = "kind,quarter,count\n" + "".join(f"{kind},{quarter},{n}\n" for (kind, quarter), n in lines)

    assert sum(read_counts(text.encode(), PLAN).values()) == sum(n for _, n in lines)


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    with contextlib.suppress(CountsUnreadable):
        read_counts(b"kind,quarter,count\n" + data, PLAN)


def test_a_file_of_endless_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "MOST_BYTES", 10)

    assert refused(b"kind,quarter,count\n")["reason"] == "too_large"
