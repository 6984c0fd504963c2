"""The table plan "desk-1": which rows are published for a span of quarters. Fixed beforehand, whatever the counts.

A case is counted by events that never change: the quarter it was registered (dimension Q), the quarter it was first
closed (C), the quarters of a year in which a contact was logged (P2026: "0110" = second and third). Whether a case
is its person's first of the year, of the half-year, of the quarter, or a further one is dimension W; so a person
counts once per period, and still every row is a sum over cases. O is the organisation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from itertools import product

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.table import Row
from counsellor_desk.disclosure.table import row as count
from counsellor_desk.figures.gate import Gate
from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.figures.release import TOTAL, Unit
from counsellor_desk.figures.span import Span, whole
from counsellor_desk.packet.canonical import canonical

PLAN = "desk-1"

YEAR, HALF, QUARTER, AGAIN = "Y", "H", "Q", "A"
LEVELS = {
    PeriodKind.YEAR: frozenset({YEAR}),
    PeriodKind.HALF: frozenset({YEAR, HALF}),
    PeriodKind.QUARTER: frozenset({YEAR, HALF, QUARTER}),
}
ANSWERS = ("yes", "no", "unknown")


class Event(Enum):
    """By what a case comes into a table."""

    OPENED = "opened"
    CLOSED = "closed"
    PERSON = "person"
    CONTACT = "contact"


EVENTS = {
    Unit.NEW_CASES: Event.OPENED,
    Unit.CLOSED_CASES: Event.CLOSED,
    Unit.PERSONS: Event.PERSON,
    Unit.CASES_WITH_CONTACT: Event.CONTACT,
}


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table of the plan. ``missing`` is the code of a case whose field is empty; without ``additive`` every code
    is a yes/no question of its own."""

    id: str
    unit: Unit
    code_list: str
    missing: str
    additive: bool = True


HEADLINE = TableSpec("T1", Unit.NEW_CASES, "", "", additive=False)
STEPS = TableSpec("T11", Unit.CLOSED_CASES, "ACTION", "", additive=False)
TABLES = (
    HEADLINE,
    TableSpec("T2", Unit.NEW_CASES, "NATURE", "OV"),
    TableSpec("T4", Unit.PERSONS, "CLIENT_ROLE", "R.NB"),
    TableSpec("T5", Unit.PERSONS, "CLIENT_STATUS", "C.NB"),
    TableSpec("T7a", Unit.NEW_CASES, "RELATION", "A.ONB"),
    TableSpec("T7b", Unit.NEW_CASES, "SAME_LINK", "S.NB"),
    TableSpec("T8", Unit.NEW_CASES, "SETTING", "L.NB"),
    STEPS,
    TableSpec("T13", Unit.CLOSED_CASES, "OUTCOME", "U.ONB"),
    TableSpec("T13b", Unit.CLOSED_CASES, "AFTERCARE", "Z.NB"),
    TableSpec("T13c", Unit.CLOSED_CASES, "ANSWER", "unknown"),
)
ACTIVITIES = (
    TableSpec("T14", Unit.ACTIVITIES, "ACTIVITY", ""),
    TableSpec("T14m", Unit.MINUTES, "ACTIVITY", ""),
)
HALF_STEPS = 2  # the window, in units of the base, of the second half-year that is told along with a quarter
PLAN_HASH = hashlib.sha256(
    canonical(
        {
            "name": PLAN,
            "tables": list(map(asdict, TABLES)),
            "exact": list(map(asdict, ACTIVITIES)),
            "half_steps": HALF_STEPS,
        }
    ).encode()
).hexdigest()
"""What a packet names its plan by: a plan with other tables or windows under the same name is another plan."""

_BY_ID = {spec.id: spec for spec in TABLES}


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One row of one table over one span, for one organisation or (None) for all."""

    table: str
    code: str
    span: Span
    organisation: int | None

    @property
    def unit(self) -> Unit:
        """What the line counts: cases, persons, contacts, activities …"""
        return Unit(self.code) if self.table == HEADLINE.id else _BY_ID[self.table].unit

    @property
    def is_margin(self) -> bool:
        """Whether it is a total that others add up to."""
        return self.table == HEADLINE.id or self.code == TOTAL


def own_codes(spec: TableSpec) -> tuple[str, ...]:
    """The row codes of a table that hangs on no code list; none for the others."""
    if spec is HEADLINE:
        return tuple(unit.value for unit in EVENTS)
    return ANSWERS if spec.code_list == "ANSWER" else ()


def codes(spec: TableSpec, codebook: Codebook) -> tuple[str, ...]:
    """The row codes of a table, in code-list order."""
    if spec is STEPS:
        return (*codebook.rollups("ACTION"), *codebook.rollups("REFERRAL"))
    return own_codes(spec) or codebook.rollups(spec.code_list)


def lines(span: Span, organisation: int | None, gate: Gate, codebook: Codebook) -> Iterator[PlanLine]:
    """All rows of a span, in the order of the report."""
    for spec in TABLES[:1] if gate is Gate.HEADLINE else TABLES:
        for code in codes(spec, codebook):
            yield PlanLine(spec.id, code, span, organisation)
        if spec.additive:
            yield PlanLine(spec.id, TOTAL, span, organisation)


def as_row(line: PlanLine) -> Row:
    """What a line counts, in terms of dimensions."""
    quarters = frozenset(str(quarter) for quarter in line.span.quarters)
    event = EVENTS[line.unit]
    where: dict[str, Iterable[str]] = {}
    if event is Event.CONTACT:
        where[contact_dimension(line.span.first.year)] = _touching(line.span)
    else:
        where["C" if event is Event.CLOSED else "Q"] = quarters
    if event is Event.PERSON:
        where["W"] = LEVELS[line.span.kind]
    if line.organisation is not None:
        where["O"] = (str(line.organisation),)
    if line.table == STEPS.id:
        where[line.code] = ("yes",)
    elif not line.is_margin:
        where[line.table] = (line.code,)
    return count(**where)


def steps(line: PlanLine, period: Period) -> int:
    """The class of window of a line of the release of ``period``, in units of the base.

    Two for the second half-year that is told along with the last quarter: it is the year less the first half, and
    either may be off to another side (decision 0060). The first half keeps to one: it is the year so far, and what it
    is off the next quarters would have to make good.
    """
    second = line.span.kind is PeriodKind.HALF and line.span.first.index > 1
    return HALF_STEPS if second and line.span != whole(period) else 1


def contact_dimension(year: int) -> str:
    """The dimension that says in which quarters of ``year`` a case had contact."""
    return f"P{year}"


def contact_patterns() -> tuple[str, ...]:
    """Its codes: one digit per quarter."""
    return tuple("".join(bits) for bits in product("01", repeat=4))


def _touching(span: Span) -> tuple[str, ...]:
    inside = [quarter.index - 1 for quarter in span.quarters]
    return tuple(pattern for pattern in contact_patterns() if any(pattern[at] == "1" for at in inside))
