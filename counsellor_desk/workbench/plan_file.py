"""A plan as JSON: the file somebody writes, and the part of a packet."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Mapping
from itertools import pairwise

from counsellor_desk.disclosure.errors import PlanUnsound
from counsellor_desk.disclosure.plan import Hierarchy, Plan
from counsellor_desk.packet.canonical import Unexpected, canonical, read
from counsellor_desk.packet.fields import Fields, texts
from counsellor_desk.workbench.errors import PlanUnreadable

MOST_DIMENSIONS = 20
MOST_TABLES = 100
MOST_CODES = 5_000  # of one dimension, parents included
MOST_LEVELS = 12
RESERVED = ("count", "figure", "window", "lower", "upper")  # columns of the tables that are read and written

_SIGNED = re.compile(r"[+-][0-9]+([.,][0-9]+)?")

Json = Mapping[str, object]


def read_plan(data: bytes) -> Plan:
    """The plan in a file; a mark at its beginning, which some programs make, says nothing.

    Raises: PlanUnreadable, PlanUnsound.
    """
    try:
        return plan_from(read(data.removeprefix(codecs.BOM_UTF8)))
    except Unexpected as error:
        raise PlanUnreadable(reason="too_large" if error.too_large else "no_plan") from error


def plan_from(found: object) -> Plan:
    """The plan in a JSON object. Its size is bounded before anything is laid out.

    Raises: Unexpected, PlanUnsound.
    """
    fields = Fields(found, "name", "version", "base", "dimensions", "tables")
    dimensions, tables = fields.parts("dimensions"), fields.parts("tables")
    name, version = fields.text("name"), fields.text("version")
    if not name or not version:
        raise Unexpected()
    if len(dimensions) > MOST_DIMENSIONS or len(tables) > MOST_TABLES:
        raise Unexpected(too_large=True)
    return Plan(
        name,
        version,
        fields.number("base"),
        tuple(_dimension(one) for one in dimensions),
        tuple(texts(one) for one in tables),
    )


def plan_json(plan: Plan) -> dict[str, object]:
    """The JSON object of ``plan``."""
    return {
        "name": plan.name,
        "version": plan.version,
        "base": plan.base,
        "dimensions": [
            {"name": one.name, "codes": list(one.codes), "parents": dict(one.parents)} for one in plan.dimensions
        ],
        "tables": [list(table) for table in plan.tables],
    }


def plan_hash(plan: Plan) -> str:
    """SHA-256 (hex) of the canonical plan."""
    return hashlib.sha256(canonical(plan_json(plan)).encode()).hexdigest()


def _dimension(found: object) -> Hierarchy:
    fields = Fields(found, "name", "codes", "parents")
    name, codes, parents = fields.text("name"), fields.texts("codes"), fields.part("parents")
    if not isinstance(parents, dict):
        raise Unexpected()
    above = dict(zip(texts(list(parents)), texts(list(parents.values())), strict=True))
    if len(codes) + len(above) > MOST_CODES:
        raise Unexpected(too_large=True)
    if name in RESERVED or not all(map(_is_plain, (name, *codes, *above.values()))):
        raise PlanUnsound(why="name", subject=name)
    ordered: dict[str, str] = {}
    for code in (*codes, *sorted(above)):
        line = _line(name, code, above)
        ordered |= dict(pairwise(line))
    return Hierarchy(name, codes, ordered)


def _is_plain(text: str) -> bool:
    """Whether a table can show it: on one line, and not as a formula, which a spreadsheet would work out.

    Source: OWASP, "CSV Injection"; a number with a sign before it is one, and does nothing.
    """
    return text.isprintable() and (not text.startswith(("=", "+", "-", "@")) or _SIGNED.fullmatch(text) is not None)


def _line(name: str, code: str, above: Mapping[str, str]) -> list[str]:
    """``code`` and what is above it. Parents come in the order in which the codes lead to them, however the file
    orders them: a canonical plan is the same plan."""
    line = [code]
    while line[-1] in above:
        line.append(above[line[-1]])
        if line[-1] in line[:-1]:
            raise PlanUnsound(why="cycle", subject=name)
        if len(line) > MOST_LEVELS:
            raise Unexpected(too_large=True)
    return line
