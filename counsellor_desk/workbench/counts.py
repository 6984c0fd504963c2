"""Counts as CSV: one column for each dimension of the plan with finest codes, and ``count``."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Protocol

from counsellor_desk.disclosure.plan import TOTAL, Hierarchy, Plan
from counsellor_desk.workbench.errors import CountsUnreadable

COUNT = "count"
MOST = 99_999_999  # cases in all: what figures, in at most nine digits, can still show
MOST_BYTES = 256 * 1024 * 1024
_BOM = "\ufeff"  # some programs begin a file with it; it says nothing

Counts = Mapping[tuple[str, ...], int]
"""The cases by their finest codes of all dimensions, in the order of the plan; what is missing is 0."""


class _Reader(Protocol):
    """``csv.reader``."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


def read_counts(data: bytes, plan: Plan) -> Counts:
    """The counts in a file. Lines with the same codes add up.

    Raises: CountsUnreadable.
    """
    if len(data) > MOST_BYTES:
        raise CountsUnreadable(reason="too_large")
    try:
        text = data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        raise CountsUnreadable(reason="encoding", line=data.count(b"\n", 0, error.start) + 1) from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return _counts(rows, plan)
    except csv.Error as error:
        raise CountsUnreadable(reason="fields", line=rows.line_num) from error


def truths(plan: Plan, counts: Counts) -> Mapping[tuple[str, ...], int]:
    """The number of cases in every cell of ``plan`` that has any, by its ``where``."""
    above = [_above(dimension) for dimension in plan.dimensions]
    found: Counter[tuple[str, ...]] = Counter()
    for table in dict.fromkeys(frozenset(table) for table in plan.tables):
        inside = [dimension.name in table for dimension in plan.dimensions]
        margin: Counter[tuple[str, ...]] = Counter()
        for codes, number in counts.items():
            margin[tuple(code if of else TOTAL for code, of in zip(codes, inside, strict=True))] += number
        shown: Counter[tuple[str, ...]] = Counter()
        for codes, number in margin.items():
            for where in product(*(lines[code] for lines, code in zip(above, codes, strict=True))):
                shown[where] += number
        found |= shown  # cells that two tables have in common are the same in both
    return found


def _counts(rows: _Reader, plan: Plan) -> Counts:
    names = [dimension.name for dimension in plan.dimensions]
    known = [set(dimension.codes) for dimension in plan.dimensions]
    order = _order(next(rows, []), [*names, COUNT])
    counts: Counter[tuple[str, ...]] = Counter()
    left = MOST
    for fields in rows:
        if not fields:
            continue
        if len(fields) != len(order):
            raise CountsUnreadable(reason="fields", line=rows.line_num)
        *codes, digits = (fields[at] for at in order)
        for name, code, allowed in zip(names, codes, known, strict=True):
            if code not in allowed:
                raise CountsUnreadable(reason="code", line=rows.line_num, column=name)
        if not (digits.isascii() and digits.isdigit()) or len(digits) > len(str(MOST)) or int(digits) > left:
            raise CountsUnreadable(reason="count", line=rows.line_num, most=MOST)
        left -= int(digits)
        counts[tuple(codes)] += int(digits)
    return {codes: number for codes, number in counts.items() if number}


def _order(heading: Sequence[str], names: Sequence[str]) -> tuple[int, ...]:
    """Where the columns ``names`` are."""
    if len(heading) == 1 and ";" in heading[0]:
        raise CountsUnreadable(reason="semicolon", line=1)
    for reason, columns in (
        ("missing", [name for name in names if name not in heading]),
        ("unknown", [name for name in heading if name not in names]),
        ("twice", [name for name in heading if heading.count(name) > 1]),
    ):
        if columns:
            raise CountsUnreadable(reason=reason, line=1, column=columns[0])
    return tuple(heading.index(name) for name in names)


def _above(dimension: Hierarchy) -> dict[str, tuple[str, ...]]:
    """For every finest code the cells it counts in: itself, its parents, the total; and the total for itself."""
    found: dict[str, tuple[str, ...]] = {TOTAL: (TOTAL,)}
    for code in dimension.codes:
        line = [code]
        while line[-1] in dimension.parents:
            line.append(dimension.parents[line[-1]])
        found[code] = (*line, TOTAL)
    return found
