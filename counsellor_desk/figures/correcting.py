"""A published report corrected: a report of its own takes the place of the first, where that gives nobody away.

The earlier figures stay in the ledger as they left, and with them the counts they were made from. Who has both
reports has two looks at the same cases, so the proof is over both (``disclosure.revision``), and it is weaker. That
is why a correction is mostly refused: no number may move by more than one case, and no other report may count the
same quarters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.revision import revise
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.assembly import activities, ask, certificate, tables, true_numbers
from counsellor_desk.figures.errors import CorrectionRefused, ReleaseMissing
from counsellor_desk.figures.ledger import Ledger, entry, lines_of, read
from counsellor_desk.figures.model import link
from counsellor_desk.figures.packet import sealed
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import PLAN
from counsellor_desk.figures.ports import FactSource, LedgerStore
from counsellor_desk.figures.publishing import Preview
from counsellor_desk.figures.release import Figure, Release, ToDate
from counsellor_desk.figures.span import Span, whole
from counsellor_desk.figures.tally import Tallies, tally, total

CHANGED = 1
"""How much any number of cases may move by a correction. Published, and therefore fixed for all corrections: a
window of 5 that is seen twice hides one case well (slack 4) and a second one just (3)."""


@dataclass(frozen=True, slots=True)
class _Made:
    release: Release
    fresh: Tallies


def preview_correction(facts: FactSource, store: LedgerStore, codebook: Codebook, number: int) -> Preview:
    """What ``correct`` would publish in place of release ``number``, or why it would not. Nothing is drawn.

    Raises: LedgerBroken, ReleaseMissing.
    """
    ledger = read(store)
    original = _original(ledger, number)
    try:
        made = _make(facts, store, ledger, codebook, original)
    except DeskError as refusal:
        return Preview(refusal=refusal)
    return Preview(made.release, true_numbers(made.release, {**ledger.frozen, **made.fresh}))


def correct(facts: FactSource, store: LedgerStore, codebook: Codebook, number: int, today: date) -> Release:
    """The release that takes the place of ``number``, written to the ledger; the first stays there as it left.

    Raises: CorrectionRefused, NotProven, ReleaseMissing, LedgerBroken.
    """
    ledger = read(store)
    made = _make(facts, store, ledger, codebook, _original(ledger, number))
    place = len(ledger.releases) + 1
    numbered = replace(made.release, number=place, published_on=today, previous=ledger.last_digest)
    release = sealed(numbered, store.signer)
    store.append(entry(release, made.fresh))
    return release


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


def _original(ledger: Ledger, number: int) -> Release:
    if not 1 <= number <= len(ledger.releases):
        raise ReleaseMissing(number=number)
    return ledger.releases[number - 1]


def _make(facts: FactSource, store: LedgerStore, ledger: Ledger, codebook: Codebook, original: Release) -> _Made:
    refuse_if_built_on(original, ledger.releases)
    fresh = {str(quarter): tally(facts, quarter, codebook) for quarter in original.period.quarters}
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
    return _Made(release, fresh)


def _refuse_too_much(original: Release, before: Tallies, now: Tallies, codebook: Codebook) -> None:
    """For the counsellor to see and nobody else: these reasons depend on counts, and nothing leaves."""
    moved = [abs(total(now, line) - total(before, line)) for line in lines_of(original)]
    if max(moved) > CHANGED:
        raise CorrectionRefused(reason="too_much", number=original.number)
    own = activities(now, original.period, original.audience, codebook)
    if not any(moved) and set(own) <= set(original.tables):
        raise CorrectionRefused(reason="same", number=original.number)
