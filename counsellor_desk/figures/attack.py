"""What readers of a release could compute at best: the counsellor attacks her own report before others do.

Nothing goes in but what has left and, in a preview, what would leave: no true figure, no case of the vault. Whoever
holds all packets of the office can compute the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.figures.ledger import history, read
from counsellor_desk.figures.model import OTHER, REST, link
from counsellor_desk.figures.plan import (
    EVENTS,
    HEADLINE,
    STEPS,
    TABLES,
    YEAR,
    Event,
    PlanLine,
    as_row,
    contact_dimension,
    contact_patterns,
)
from counsellor_desk.figures.ports import LedgerSource
from counsellor_desk.figures.release import Figure, Release
from counsellor_desk.figures.span import whole

READERS = (0, 1, 2, 3)  # how many cases a reader knows: an outsider, the accused, HR, several people together
_COUNTED = {spec.id for spec in TABLES}
_BREAKDOWNS = {spec.id for spec in TABLES if spec not in (HEADLINE, STEPS)}


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers ``least`` to ``most`` fit all that was ever published."""

    least: int
    most: int

    @property
    def numbers(self) -> int:
        """How many numbers that are."""
        return self.most - self.least + 1


@dataclass(frozen=True, slots=True)
class Target:
    """A row of a release that readers may attack."""

    table: str
    figure: Figure


class Attack:
    """A reader of everything this office has published, with ``release`` added where that is a preview.

    The reader who knows s cases knows s of the cases counted in the row he attacks, with all their codes; where the
    row leaves a code open it is the one with the lowest figure, for there a known case takes away most. Each range
    is two integer problems. ``promised`` is the weakest certificate of all these releases.
    """

    def __init__(self, store: LedgerSource, release: Release) -> None:
        """Raises: LedgerBroken."""
        ledger = read(store)
        preview = () if release.published_on else (release,)
        told = history((*ledger.releases, *preview))
        self.promised = min((one.certificate for one in (*ledger.releases, release)), key=lambda one: one.rho)
        self._attacker = Attacker(link(promise.row for promise in told), told)
        self._span = whole(release.period)
        self._organisation = release.audience.organisation
        self._usual = _usual(told) | _rarest(release)
        self.targets = tuple(
            Target(table.id, figure) for table in release.tables if table.id in _COUNTED for figure in table.figures
        )

    def ranges(self, target: Target) -> tuple[Range, ...]:
        """What remains possible for ``target`` to each of ``READERS``."""
        line = PlanLine(target.table, target.figure.code, self._span, self._organisation)
        row, case = as_row(line), self._case(line)
        return tuple(Range(*self._attacker.bounds(row, [case] * known)) for known in READERS)

    def _case(self, line: PlanLine) -> dict[str, str]:
        """A case that ``line`` counts: its person's first of the year, new and in contact in the last quarter."""
        quarter = line.span.last
        closed = EVENTS[line.unit] is Event.CLOSED
        known = {
            "O": REST if line.organisation is None else str(line.organisation),
            "Q": str(quarter),
            "C": str(quarter) if closed else OTHER,
            "W": YEAR,
            contact_dimension(quarter.year): "".join("1" if quarter.index == at else "0" for at in range(1, 5)),
        }
        own = {name: next(iter(codes)) for name, codes in as_row(line).where if name not in known}
        return self._usual | known | own


def _usual(told: Iterable[Promise]) -> dict[str, str]:
    """A code for every dimension of ``told``: the first of a breakdown, no contact in a year, no step taken."""
    used: dict[str, set[str]] = {}
    for promise in told:
        for name, codes in promise.row.where:
            used.setdefault(name, set()).update(codes)
    return {name: min(codes) if name in _BREAKDOWNS else _not_done(name) for name, codes in used.items()}


def _rarest(release: Release) -> dict[str, str]:
    """The code with the lowest figure of every breakdown."""
    return {
        table.id: min(table.rows, key=lambda figure: figure.value).code
        for table in release.tables
        if table.id in _BREAKDOWNS
    }


def _not_done(name: str) -> str:
    """The code that says "not" in a dimension of contacts or of a step."""
    return contact_patterns()[0] if name[1:].isdigit() else "no"
