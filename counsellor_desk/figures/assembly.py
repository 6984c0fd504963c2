"""What a release is put together from: rows with their figures, exact activities, the certificate, the truth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.certificate import prove
from counsellor_desk.disclosure.protect import Protected
from counsellor_desk.disclosure.table import Wanted
from counsellor_desk.figures.model import link
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import ACTIVITIES, TABLES, PlanLine, as_row, codes, steps
from counsellor_desk.figures.release import TOTAL, Audience, Certificate, Figure, Release, ReleasedTable
from counsellor_desk.figures.span import Span, whole
from counsellor_desk.figures.tally import Tallies, exact, total

MARGIN = 2.0  # how much closer than other rows totals keep to the truth

Truth = Mapping[tuple[str, str], int]  # (table id, row code) -> true number


def weight(line: PlanLine, period: Period) -> float:
    """Totals keep closer to the truth than rows, and the year so far than the quarter: an error is not carried on."""
    return MARGIN if line.is_margin or line.span != whole(period) else 1.0


def ask(line: PlanLine, period: Period, truth: int) -> Wanted:
    """A line of the release of ``period`` as it is asked to be protected."""
    return Wanted(as_row(line), truth, weight(line, period), steps(line, period))


def certificate(protected: Protected, count: int, *, along: bool = False) -> Certificate:
    """The proof as it leaves; ``count`` releases with this one.

    Where rows of other readers were rounded ``along``, it is renewed over what leaves: whoever has the packets, and
    knows nothing of those rows, must find the same.
    """
    proof = protected.proof
    if along:
        proof = prove(link([promise.row for promise in protected.ledger]), protected.ledger, protected.base)
    return Certificate(protected.base, proof.rho, protected.ladder, proof.rows, count, proof.witness)


def tables(rows: Iterable[PlanLine], span: Span, figures: Mapping[PlanLine, Figure]) -> tuple[ReleasedTable, ...]:
    """The tables of those ``rows`` that are about ``span``."""
    specs = {spec.id: spec for spec in TABLES}
    made = []
    for table, of in groupby((line for line in rows if line.span == span), key=lambda line: line.table):
        shown = [figures[line] for line in of]
        sum_row = shown.pop() if shown[-1].code == TOTAL else None
        spec = specs[table]
        made.append(ReleasedTable(table, spec.unit, spec.code_list, tuple(shown), sum_row, spec.additive))
    return tuple(made)


def activities(tallies: Tallies, period: Period, audience: Audience, codebook: Codebook) -> tuple[ReleasedTable, ...]:
    """The tables of activities, exact: they hold no persons."""
    made = []
    for spec in ACTIVITIES:
        rows = tuple(
            Figure(code, exact(tallies, period.quarters, spec.id, code, audience.organisation), 0)
            for code in codes(spec, codebook)
        )
        whole_sum = Figure(TOTAL, sum(row.value for row in rows), 0)
        made.append(ReleasedTable(spec.id, spec.unit, spec.code_list, rows, whole_sum, additive=True))
    return tuple(made)


def true_numbers(release: Release, tallies: Tallies) -> Truth:
    """The true number of every figure of the period, by ``tallies``."""
    organisation, span = release.audience.organisation, whole(release.period)
    exactly_shown = {spec.id for spec in ACTIVITIES}
    truth: dict[tuple[str, str], int] = {}
    for table in release.tables:
        for figure in table.figures:
            exactly = table.id in exactly_shown
            truth[table.id, figure.code] = (
                figure.value if exactly else total(tallies, PlanLine(table.id, figure.code, span, organisation))
            )
    return truth
