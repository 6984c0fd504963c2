"""The plan's rows as a linked system: which crossings, what is impossible, what presupposes what."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Presupposition, Row
from counsellor_desk.disclosure.table import row as count
from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.figures.plan import (
    AGAIN,
    EVENTS,
    HALF,
    QUARTER,
    STEPS,
    TABLES,
    YEAR,
    Event,
    contact_dimension,
    contact_patterns,
)

EARLIER = "earlier"  # registered before the first year in the ledger
OTHER = "other"  # closed outside the years in the ledger, or not yet
REST = "rest"  # organisations without a report of their own
_MANY = 1000  # more cases than one person ever has in a quarter
_AXES = {Event.OPENED: ("Q",), Event.CLOSED: ("C",), Event.PERSON: ("Q", "W")}
_EVENT_OF = {spec.id: EVENTS[spec.unit] for spec in TABLES}


def link(rows: Iterable[Row]) -> System:
    """The system of ``rows``: every one of them, and how they hang together.

    The crossings (O,)Q x C, Q x W, Q x P of each year, and one for each breakdown, form a junction tree by design.
    """
    return _Model(rows).system()


class _Model:
    def __init__(self, rows: Iterable[Row]) -> None:
        self.used: dict[str, set[str]] = {}
        self.by_organisation: set[str] = set()  # breakdowns that some organisation's rows have
        for row in rows:
            names = [name for name, _ in row.where]
            for name, codes in row.where:
                self.used.setdefault(name, set()).update(codes)
            if "O" in names:
                self.by_organisation.update(names)
        years = {int(code[:4]) for axis in ("Q", "C") for code in self.used.get(axis, ())}
        years |= {int(name[1:]) for name in self.used if name[0] == "P" and name[1:].isdigit()}
        self.years = range(min(years), max(years) + 1)
        self.quarters = [q for year in self.years for q in Period(year, PeriodKind.YEAR).quarters]
        self.codes = self._dimensions()

    def system(self) -> System:
        crossings = [
            self._cross("C", ("Q", "C"), spread=True),
            self._cross("W", ("Q", "W"), spread=True),
            *(self._cross(name, ("Q", name), spread=True) for name in self._contacts()),
            *(self._cross(name, (*_AXES[self._event(name)], name)) for name in self._breakdowns()),
        ]
        dimensions = [Dimension(name, codes) for name, codes in self.codes.items()]
        return System(dimensions, crossings, self._presuppositions())

    def _contacts(self) -> list[str]:
        return [name for name in map(contact_dimension, self.years) if name in self.used]

    def _breakdowns(self) -> list[str]:
        return sorted(name for name in self.used if name not in {"O", "Q", "C", "W", *self._contacts()})

    @staticmethod
    def _event(breakdown: str) -> Event:
        return _EVENT_OF.get(breakdown, _EVENT_OF[STEPS.id])

    def _dimensions(self) -> dict[str, tuple[str, ...]]:
        names = tuple(str(quarter) for quarter in self.quarters)
        return {
            "O": (*sorted(self.used.get("O", ())), REST),
            "Q": (EARLIER, *names),
            "C": (*names, OTHER),
            "W": (YEAR, HALF, QUARTER, AGAIN),
            **dict.fromkeys(self._contacts(), contact_patterns()),
            **{name: self._codes(name) for name in self._breakdowns()},
        }

    def _codes(self, breakdown: str) -> tuple[str, ...]:
        return tuple(sorted(self.used[breakdown])) if breakdown in _EVENT_OF else ("yes", "no")

    def _cross(self, name: str, axes: tuple[str, ...], *, spread: bool = False) -> Crossing:
        """The crossing of ``axes``; by organisation where an organisation has rows of it."""
        organised = "O" in self.used and (spread or name in self.by_organisation)
        full = ("O", *axes) if organised else axes
        codes = [self.codes[axis] for axis in full]
        skip = int(organised)
        return Crossing(full, frozenset(cell for cell in product(*codes) if self._impossible(axes, cell[skip:])))

    def _impossible(self, axes: tuple[str, ...], cell: tuple[str, ...]) -> bool:
        """Closed or in contact before it was registered; first of a half-year that is not first of the year."""
        if axes[0] != "Q":
            return False
        registered, other = cell[0], cell[1]
        if axes[1] == "C":
            return registered != EARLIER and other != OTHER and other < registered
        if axes[1] == "W":
            return not _level_possible(registered, other)
        if axes[1] in self._contacts():
            return _contact_too_early(registered, other, int(axes[1][1:]))
        return False

    def _presuppositions(self) -> list[Presupposition]:
        organisations: list[dict[str, tuple[str, ...]]] = [{}]
        if "O" in self.used:
            organisations = [{"O": (code,)} for code in (*sorted(self.used["O"]), REST)]
        return [rule for quarter in self.quarters for who in organisations for rule in _returns(quarter, who)]


def _level_possible(quarter: str, level: str) -> bool:
    """In a year's first quarter the first case of the quarter is that of the year, and so on."""
    if quarter == EARLIER:
        return level == YEAR
    return (
        level
        in {
            "1": (YEAR, AGAIN),
            "2": (YEAR, QUARTER, AGAIN),
            "3": (YEAR, HALF, AGAIN),
            "4": (YEAR, HALF, QUARTER, AGAIN),
        }[quarter[-1]]
    )


def _contact_too_early(registered: str, pattern: str, year: int) -> bool:
    if registered == EARLIER or int(registered[:4]) < year:
        return False
    before = int(registered[-1]) - 1 if int(registered[:4]) == year else 4
    return "1" in pattern[:before]


def _returns(quarter: Period, who: dict[str, tuple[str, ...]]) -> list[Presupposition]:
    """Who returns was there before: further cases, and persons of a later quarter or half-year."""
    now = (str(quarter),)
    first = {YEAR, HALF, QUARTER}
    rules = [Presupposition(count(Q=now, W=(AGAIN,), **who), count(Q=now, W=first, **who), _MANY)]
    year = Period(quarter.year, PeriodKind.YEAR).quarters
    if quarter.index in (2, 4):
        before = (str(quarter.before()),)
        rules.append(Presupposition(count(Q=now, W=(QUARTER,), **who), count(Q=before, W=(YEAR, HALF), **who), 1))
    if quarter.index == 4:
        halves = [tuple(str(q) for q in year[at : at + 2]) for at in (0, 2)]
        rules.append(Presupposition(count(Q=halves[1], W=(HALF,), **who), count(Q=halves[0], W=(YEAR,), **who), 1))
    return rules
