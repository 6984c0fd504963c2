"""Facts counted by quarter: one pass over each, whatever their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.figures.plan import (
    AGAIN,
    EVENTS,
    HALF,
    HEADLINE,
    LEVELS,
    QUARTER,
    STEPS,
    TABLES,
    YEAR,
    Event,
    PlanLine,
    TableSpec,
)
from counsellor_desk.figures.ports import CaseFact, FactSource
from counsellor_desk.figures.release import TOTAL, Unit

Counts = Mapping[str, int]  # "table|code|level" -> how many
Tally = Mapping[str, Counts]  # organisation number ("" = none) -> counts, of one quarter
Tallies = Mapping[str, Tally]  # quarter -> tally

_FIELDS = {
    "T2": lambda fact: fact.nature,
    "T4": lambda fact: fact.client_role,
    "T5": lambda fact: fact.client_status,
    "T7a": lambda fact: fact.relation,
    "T7b": lambda fact: fact.same_link,
    "T8": lambda fact: fact.setting,
    "T13": lambda fact: fact.outcome,
    "T13b": lambda fact: fact.aftercare,
    "T13c": lambda fact: fact.retaliation,
}
_TABLES_OF = {
    event: tuple(spec for spec in TABLES if spec.id in _FIELDS and EVENTS[spec.unit] is event) for event in Event
}


def tally(facts: FactSource, quarter: Period, codebook: Codebook) -> Tally:
    """The true counts of one quarter, for every organisation apart."""
    book = _Book(codebook)
    year = Period(quarter.year, PeriodKind.YEAR)
    _registered(book, facts.cases_registered(year.first_day, quarter.last_day), quarter)
    _closed(book, facts, quarter)
    _contacts(book, facts, year.first_day, quarter)
    for activity in facts.activities(quarter.first_day, quarter.last_day):
        owner = "" if activity.organisation is None else str(activity.organisation)
        code = codebook.rollup(activity.code)
        book.add(owner, "T14", code, 1)
        book.add(owner, "T14m", code, _quarter_hours(activity.minutes))
    return {owner: dict(counts) for owner, counts in book.counts.items()}


def total(tallies: Tallies, line: PlanLine) -> int:
    """The true number of a line."""
    key = (line.table, line.code)
    levels = LEVELS[line.span.kind] if EVENTS[line.unit] in (Event.PERSON, Event.CONTACT) else frozenset(("",))
    return sum(_sum(tallies[str(quarter)], key, levels, line.organisation) for quarter in line.span.quarters)


def exact(tallies: Tallies, quarters: Iterable[Period], table: str, code: str, organisation: int | None) -> int:
    """The number of a row of activities, which holds no persons."""
    return sum(_sum(tallies[str(quarter)], (table, code), frozenset(("",)), organisation) for quarter in quarters)


def _sum(one: Tally, key: tuple[str, str], levels: frozenset[str], organisation: int | None) -> int:
    owners = one.values() if organisation is None else (one.get(str(organisation), {}),)
    return sum(counts.get("|".join((*key, level)), 0) for counts in owners for level in levels)


class _Book:
    """Counters by organisation."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.counts: dict[str, Counter[str]] = {}

    def add(self, owner: str, table: str, code: str, number: int, level: str = "") -> None:
        """Count ``number`` more."""
        self.counts.setdefault(owner, Counter())[f"{table}|{code}|{level}"] += number

    def case(self, fact: CaseFact, event: Event, level: str = "") -> None:
        """Count a case in all tables of ``event``."""
        owner = str(fact.organisation)
        headline = next(unit for unit, of in EVENTS.items() if of is event)
        self.add(owner, HEADLINE.id, headline, 1, level)
        for spec in _TABLES_OF[event]:
            self.add(owner, spec.id, self._code(spec, _FIELDS[spec.id](fact)), 1, level)
            self.add(owner, spec.id, TOTAL, 1, level)

    def _code(self, spec: TableSpec, code: str | None) -> str:
        if code is None:
            return spec.missing
        return code if spec.code_list == "ANSWER" else self.codebook.rollup(code)


class _Firsts:
    """Tells of each sighting whether it is the first of the year, the half-year, the quarter, or a further one."""

    def __init__(self) -> None:
        self._seen: set[tuple[object, str]] = set()

    def level(self, what: object, day: date) -> str:
        """The widest span in which ``what`` is new. Sightings come in order of days."""
        quarter = (day.month - 1) // 3
        marks = ((YEAR, YEAR), (HALF, f"{HALF}{quarter // 2}"), (QUARTER, f"{QUARTER}{quarter}"))
        level = next((name for name, mark in marks if (what, mark) not in self._seen), AGAIN)
        self._seen.update((what, mark) for _, mark in marks)
        return level


def _registered(book: _Book, cases: Iterable[CaseFact], quarter: Period) -> None:
    firsts = _Firsts()
    for fact in sorted(cases, key=lambda fact: (fact.registered_on, fact.case)):
        level = firsts.level((fact.person, fact.organisation), fact.registered_on)
        if fact.registered_on < quarter.first_day:
            continue
        book.case(fact, Event.OPENED)
        if level != AGAIN:
            book.case(fact, Event.PERSON, level)


def _closed(book: _Book, facts: FactSource, quarter: Period) -> None:
    owners: dict[int, str] = {}
    for fact in facts.cases_closed(quarter.first_day, quarter.last_day):
        if fact.registered_on <= quarter.last_day:
            owners[fact.case] = str(fact.organisation)
            book.case(fact, Event.CLOSED)
    steps = facts.steps_of_closed(quarter.first_day, quarter.last_day)
    done = {(step.case, book.codebook.rollup(step.code)) for step in steps if step.case in owners}
    for case, code in done:
        book.add(owners[case], STEPS.id, code, 1)


def _contacts(book: _Book, facts: FactSource, since: date, quarter: Period) -> None:
    cases = {fact.case: fact for fact in facts.cases_with_contact(since, quarter.last_day)}
    firsts = _Firsts()
    for contact in sorted(facts.contacts(since, quarter.last_day), key=lambda contact: contact.registered_on):
        fact = cases.get(contact.case)
        if fact is None or contact.registered_on < fact.registered_on:
            continue
        level = firsts.level(contact.case, contact.registered_on)
        if contact.registered_on >= quarter.first_day and level != AGAIN:
            book.add(str(fact.organisation), HEADLINE.id, Unit.CASES_WITH_CONTACT, 1, level)


def _quarter_hours(minutes: int) -> int:
    """Minutes to the nearest quarter of an hour, one at least: a diary is no more exact than that."""
    return max(15, (minutes + 7) // 15 * 15)
