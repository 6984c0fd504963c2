"""The figures of a release, before anybody has published them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.protect import Protected, protect
from counsellor_desk.figures.assembly import activities, ask, certificate, tables
from counsellor_desk.figures.errors import AudienceTooSmall, NothingToCount, PeriodNotEnded
from counsellor_desk.figures.gate import Gate, audiences, gate, population_gate
from counsellor_desk.figures.ledger import Ledger
from counsellor_desk.figures.model import link
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import PLAN, TABLES, PlanLine, lines
from counsellor_desk.figures.ports import FactSource, LedgerSource
from counsellor_desk.figures.release import SECTOR, Audience, AudienceKind, Figure, NotShown, Release, ToDate
from counsellor_desk.figures.rests import rests
from counsellor_desk.figures.span import to_date, whole
from counsellor_desk.figures.tally import Tallies, tally, total


@dataclass(frozen=True, slots=True)
class Made:
    """A release as it is previewed, and the true ``tallies`` it is about; ``fresh`` are those it would freeze."""

    release: Release
    tallies: Tallies
    fresh: Tallies


def make(
    facts: FactSource,
    store: LedgerSource,
    ledger: Ledger,
    codebook: Codebook,
    period: Period,
    audience: Audience,
    today: date,
) -> Made:
    """What would leave about ``period`` for ``audience``. Nothing is drawn: made again, it is the same.

    Raises: PeriodNotEnded, NothingToCount, AudienceTooSmall, NotProven.
    """
    allowed = _admit(facts, period, audience, today)
    spans = (whole(period), *to_date(period, ledger.published(audience)))
    others = _others(facts, ledger, period, audience, codebook)
    quarters = {q for span in (*spans, *(line.span for line in others)) for q in span.quarters}
    open_ = [q for q in sorted(quarters, key=str) if str(q) not in ledger.frozen]
    fresh: Tallies = {str(q): tally(facts, q, codebook) for q in open_}
    tallies: Tallies = {**ledger.frozen, **fresh}
    rows = [line for span in spans for line in lines(span, audience.organisation, allowed, codebook)]
    protected = _protect(store, ledger, codebook, period, rows, others, tallies)
    figures = {
        line: Figure(line.code, promise.figure, promise.window)
        for line, promise in zip(rows, protected.promises, strict=True)
    }
    release = Release(
        number=0,
        audience=audience,
        period=period,
        plan=PLAN,
        codebook=codebook.version,
        tables=(*tables(rows, spans[0], figures), *activities(tallies, period, audience, codebook)),
        withheld=_withheld(facts, audience, allowed),
        certificate=certificate(protected, len(ledger.releases) + 1, along=bool(others)),
        corrections=ledger.corrections(),
        practice=store.practice,
        published_on=None,
        previous="",
        check_code="",
        to_date=tuple(ToDate(span.kind, span.first, span.last, tables(rows, span, figures)) for span in spans[1:]),
    )
    return Made(release, tallies, fresh)


def _admit(facts: FactSource, period: Period, audience: Audience, today: date) -> Gate:
    """What may be shown at all. None of the reasons to refuse depends on how many cases there were: a report that
    exists only when there was a case would give that case away."""
    if period.last_day >= today:
        raise PeriodNotEnded(until=period.last_day.isoformat())
    first = facts.first_registration()
    if first is None or first > period.last_day:
        raise NothingToCount(period=str(period))
    allowed = gate(audience, facts.organisations())
    if allowed is Gate.NOTHING:
        raise AudienceTooSmall(organisation=audience.organisation or 0)
    return allowed


def _withheld(facts: FactSource, audience: Audience, allowed: Gate) -> tuple[NotShown, ...]:
    """What cannot be shown. Who is too small is decided by heads; how many of them there are is not told."""
    tables = (NotShown(spec.id, "population") for spec in TABLES[1:] if allowed is Gate.HEADLINE)
    small = any(population_gate(one.size_band) is Gate.NOTHING for one in facts.organisations())
    apart = (NotShown(AudienceKind.ORGANISATION, "population"),) if small and audience == SECTOR else ()
    return (*tables, *apart)


def _protect(
    store: LedgerSource,
    ledger: Ledger,
    codebook: Codebook,
    period: Period,
    rows: Sequence[PlanLine],
    others: Sequence[PlanLine],
    tallies: Tallies,
) -> Protected:
    """The figures of ``rows``, with room left for ``others`` and for later quarters. Inside a longer period that was
    published before, some sums are fixed already: the windows then start one step wider, whatever the counts."""
    wanted, reserved = ([ask(line, period, total(tallies, line)) for line in some] for some in (rows, others))
    history = ledger.promises()
    published = {promise.row: promise.window for promise in history}
    base = ledger.base(store.first_base)
    guides = [rest.ask(tallies) for rest in rests((*rows, *others), published, codebook, base)]
    system = link([*(promise.row for promise in history), *(one.row for one in (*wanted, *reserved))])
    inside = any(set(period.quarters) < set(one.period.quarters) for one in ledger.releases)
    try:
        return protect(system, wanted, history, Draw(store.secret, PLAN), base, reserved, 2 if inside else 1, guides)
    except NotProven as error:
        raise NotProven(**{**error.params, "period": str(period)}) from error


def _others(
    facts: FactSource, ledger: Ledger, period: Period, audience: Audience, codebook: Codebook
) -> list[PlanLine]:
    """The rows about this period that another audience may still ask for; none in an office that reports to no
    organisation apart."""
    if not any(one.organisation is not None for one in (audience, *(past.audience for past in ledger.releases))):
        return []
    return [
        line
        for other in audiences(facts, {})
        if other.key != audience.key
        for span in (whole(period), *to_date(period, ledger.published(other)))
        for line in lines(span, other.organisation, gate(other, facts.organisations()), codebook)
    ]
