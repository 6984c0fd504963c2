"""What a total counts besides one of its parts: weighed when figures are chosen, and never published.

The rest of a year so far only grows. A total shown too high beside a part shown too low leaves a rest so high that no
later quarter has room for both within narrow windows. The figure of a rest follows from those two, so that a cost on
it forbids nothing and is no news (decision 0060).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.table import Row, Wanted
from counsellor_desk.disclosure.table import row as count
from counsellor_desk.figures.model import REST
from counsellor_desk.figures.plan import (
    AGAIN,
    HALF,
    HEADLINE,
    LEVELS,
    QUARTER,
    STEPS,
    TABLES,
    YEAR,
    PlanLine,
    as_row,
    codes,
)
from counsellor_desk.figures.ports import FIRST_BASE
from counsellor_desk.figures.release import TOTAL, Unit
from counsellor_desk.figures.tally import Tallies, total

WEIGHT = 4.0  # a total has 2
LAST = 4  # the quarter after which nothing of a year is to come


@dataclass(frozen=True, slots=True)
class Rest:
    """What ``whole`` counts besides ``part``, as a row of its own; ``steps`` are the windows of both together."""

    whole: PlanLine
    part: PlanLine
    row: Row
    steps: int = 2

    def ask(self, tallies: Tallies) -> Wanted:
        """The rest as a guide to the choice of figures."""
        return Wanted(self.row, total(tallies, self.whole) - total(tallies, self.part), WEIGHT, self.steps)


def rests(
    lines: Sequence[PlanLine], published: Mapping[Row, int], codebook: Codebook, base: int = FIRST_BASE
) -> Iterator[Rest]:
    """The rests of ``lines`` about a year so far of which more is to come, where the total is one of ``lines`` too.

    ``published``: row -> window, a step of which is one ``base``; where both total and part are, nothing is left to
    choose.
    """
    asked = {line for line in lines if line.span.first.index == 1 and line.span.last.index < LAST}
    rows = (*published, *map(as_row, lines))
    owners = {REST}.union(*(some for row in rows for name, some in row.where if name == "O"))
    for line in lines:
        for rest in (_of_table(line, codebook), _of_owners(line, owners)) if line in asked else ():
            if rest and rest.whole in asked:
                both = [published.get(as_row(one), 0) for one in (rest.whole, rest.part)]
                if not all(both):
                    yield replace(rest, steps=sum(max(window // base, 1) for window in both))


def _of_table(line: PlanLine, codebook: Codebook) -> Rest | None:
    """The cases of its total that ``line`` does not count; None for a total, which is no part of another."""
    if line.table == STEPS.id:
        return _rest(line, replace(line, table=HEADLINE.id, code=Unit.CLOSED_CASES), line.code, ("no",))
    if not line.is_margin:
        spec = next(spec for spec in TABLES if spec.id == line.table)
        return _rest(line, replace(line, code=TOTAL), line.table, {*codes(spec, codebook)} - {line.code})
    if (line.table, line.code) == (HEADLINE.id, Unit.PERSONS):
        levels = {YEAR, HALF, QUARTER, AGAIN} - LEVELS[line.span.kind]
        return _rest(line, replace(line, code=Unit.NEW_CASES), "W", levels)
    return None


def _of_owners(line: PlanLine, owners: set[str]) -> Rest | None:
    """The same of all organisations but the one that ``line`` is about."""
    if line.organisation is None:
        return None
    return _rest(line, replace(line, organisation=None), "O", owners - {str(line.organisation)})


def _rest(part: PlanLine, whole: PlanLine, dimension: str, others: Iterable[str]) -> Rest:
    """The cases of ``whole`` with one of the ``others`` in a ``dimension`` of ``part``."""
    return Rest(whole, part, count(**{**dict(as_row(part).where), dimension: others}))
