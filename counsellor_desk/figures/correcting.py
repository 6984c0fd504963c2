"""A published report corrected: a report of its own takes the place of the first, where that gives nobody away.

The earlier figures stay in the ledger as they left, and with them the counts they were made from. Who has both
reports has two looks at the same cases, so the proof is over both (``disclosure.revision``), and it is weaker. That
is why a correction is mostly refused: no number may move by more than one case, and no other report may count the
same quarters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.revision import revise
from counsellor_desk.figures.assembly import activities, ask, certificate, tables
from counsellor_desk.figures.errors import CorrectionRefused, ReleaseMissing
from counsellor_desk.figures.ledger import Ledger, lines_of
from counsellor_desk.figures.making import Made
from counsellor_desk.figures.model import link
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import PLAN
from counsellor_desk.figures.ports import FactSource, LedgerSource
from counsellor_desk.figures.release import Figure, Release, ToDate
from counsellor_desk.figures.request import Request
from counsellor_desk.figures.span import Span, whole
from counsellor_desk.figures.tally import Tallies, tally, total

CHANGED = 1
"""How much any number of cases may move by a correction. Published, and therefore fixed for all corrections: a
window of 5 that is seen twice hides one case well (slack 4) and a second one just (3)."""


def make_correction(
    facts: FactSource, store: LedgerSource, ledger: Ledger, codebook: Codebook, request: Request
) -> Made:
    """What would take the place of report ``request.replaces``; that one stays in the ledger as it left.

    Raises: CorrectionRefused, ReleaseMissing.
    """
    original = _original(ledger, request)
    refuse_if_built_on(original, ledger.releases)
    fresh: Tallies = {str(quarter): tally(facts, quarter, codebook) for quarter in original.period.quarters}
    now: Tallies = {**ledger.frozen, **fresh}
    rows = tuple(lines_of(original))
    _refuse_too_much(original, ledger.frozen, now, codebook)
    wanted = [ask(line, original.period, total(now, line)) for line in rows]
    history = ledger.promises()
    system = link([*(promise.row for promise in history), *(one.row for one in wanted)])
    try:
        base = ledger.base(store.first_base)
        protected = revise(system, wanted, history, Draw(store.secret, PLAN), base, CHANGED)
    except NotProven as error:
        raise CorrectionRefused(reason="not_proven", number=original.number) from error
    figures = {
        line: Figure(line.code, promise.figure, promise.window)
        for line, promise in zip(rows, protected.promises, strict=True)
    }
    own = activities(now, original.period, original.audience, codebook)
    release = replace(
        original.unpublished(),
        tables=(*tables(rows, whole(original.period), figures), *own),
        to_date=tuple(
            ToDate(part.kind, part.first, part.last, tables(rows, Span(part.first, part.last, part.kind), figures))
            for part in original.to_date
        ),
        certificate=certificate(protected, len(ledger.releases) + 1),
        corrections=ledger.corrections(original.number, CHANGED),
    )
    return Made(release, now, fresh)


def refuse_if_built_on(original: Release, ledger: Sequence[Release]) -> None:
    """Whether a report may be corrected at all, told from what was published alone.

    Raises: CorrectionRefused: "replaced" (by a correction before), "built_on" (others count the same quarters).
    """
    if any(one.corrections.replaces == original.number for one in ledger):
        raise CorrectionRefused(reason="replaced", number=original.number)
    quarters = set(original.period.quarters)
    for one in ledger:
        same = (one.period, one.audience.key) == (original.period, original.audience.key)
        if not same and quarters & _counted(one):
            raise CorrectionRefused(reason="built_on", number=one.number)


def _counted(release: Release) -> set[Period]:
    """The quarters that any figure of ``release`` is about."""
    spans = (whole(release.period), *(Span(part.first, part.last, part.kind) for part in release.to_date))
    return {quarter for span in spans for quarter in span.quarters}


def _original(ledger: Ledger, request: Request) -> Release:
    asked = (request.replaces, request.period, request.audience.key)
    for release in ledger.releases:
        if (release.number, release.period, release.audience.key) == asked:
            return release
    raise ReleaseMissing(number=request.replaces)


def _refuse_too_much(original: Release, before: Tallies, now: Tallies, codebook: Codebook) -> None:
    """For the counsellor to see and nobody else: these reasons depend on counts, and nothing leaves."""
    moved = [abs(total(now, line) - total(before, line)) for line in lines_of(original)]
    if max(moved) > CHANGED:
        raise CorrectionRefused(reason="too_much", number=original.number)
    own = activities(now, original.period, original.audience, codebook)
    if not any(moved) and set(own) <= set(original.tables):
        raise CorrectionRefused(reason="same", number=original.number)
