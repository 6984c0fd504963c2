"""How often the narrowest windows are enough, and how far figures are from what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from counsellor_desk.figures.period import PeriodKind
from counsellor_desk.figures.plan import ACTIVITIES, HEADLINE, TABLES, PlanLine, as_row
from counsellor_desk.figures.release import Release
from counsellor_desk.figures.span import whole
from tests.campaigns._offices import OfficeYear, counted, office_year

ALONE, APART = "sector alone", "organisations apart"
_EXACT = {spec.id for spec in ACTIVITIES}
_ONE_WAY = {spec.id for spec in TABLES} - {HEADLINE.id}


@dataclass
class Usefulness:
    """``steps``: (who reads, step of windows) -> releases; ``errors``: (length of period, "row" or "total") ->
    error -> figures."""

    steps: Counter[tuple[str, int]] = field(default_factory=Counter)
    errors: dict[tuple[str, str], Counter[int]] = field(default_factory=dict)

    def add(self, other: Usefulness) -> None:
        """Takes in another office."""
        self.steps += other.steps
        for kind, errors in other.errors.items():
            self.errors.setdefault(kind, Counter()).update(errors)

    def first_step(self, readers: str) -> float:
        """The share of releases that needed no wider windows; 1 when there were none."""
        every = sum(times for (who, _), times in self.steps.items() if who == readers)
        return self.steps[readers, 1] / every if every else 1.0

    def mean_error(self, length: PeriodKind, kind: str) -> float:
        """Mean absolute error, in cases."""
        errors = self.errors.get((length, kind), Counter())
        return sum(abs(error) * times for error, times in errors.items()) / max(errors.total(), 1)


def useful(seed: int) -> Usefulness:
    """A random office-year. A period inside a longer one that is out starts with wider windows, whatever its counts;
    how often that happens is the office's choice of periods and says nothing here."""
    office, found = office_year(seed), Usefulness()
    readers = APART if len({one.audience.key for one in office.releases}) > 1 else ALONE
    out: list[Release] = []
    for release in office.releases:
        if not any(set(release.period.quarters) < set(one.period.quarters) for one in out):
            found.steps[readers, release.certificate.ladder] += 1
            for kind, error in _errors(office, release):
                found.errors.setdefault((release.period.kind, kind), Counter())[error] += 1
        out.append(release)
    return found


def _errors(office: OfficeYear, release: Release) -> Iterator[tuple[str, int]]:
    span, organisation = whole(release.period), release.audience.organisation
    for table in release.tables:
        if table.id in _EXACT:
            continue
        for figure in (*table.rows, *((table.total,) if table.total else ())):
            line = PlanLine(table.id, figure.code, span, organisation)
            kind = "row" if table.id in _ONE_WAY and not line.is_margin else "total"
            yield kind, figure.value - counted(office.cases, as_row(line))
