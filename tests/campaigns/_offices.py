"""Offices with a year's cases, published the way the desk does it, and every case apart.

Who is counted where is worked out here once more, from the facts, in words of the table plan
(``resources/docs/methodology.md``): an attack on what was published then also tests how it was counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from random import Random

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Row
from counsellor_desk.figures.gate import audiences
from counsellor_desk.figures.ledger import read
from counsellor_desk.figures.model import link
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.ports import CaseFact
from counsellor_desk.figures.release import SECTOR, Audience, Release
from tests.figures.fakes import FakeFacts, FakeLedger, office, shipped_codebook, some_case
from tests.figures.published import publish

YEAR = 2025
TODAY = date(2026, 11, 23)
ORDERS = (
    ("Q1", "Q2", "Q3", "Q4", "Y"),
    ("Q1", "Q2", "H1", "Q3", "Q4", "H2", "Y"),
    ("Q1", "Q2", "Q3", "Q4", "H2", "Y", "H1"),
)
Case = Mapping[str, str]  # dimension -> code, as in the rows of the plan

_FIELDS = {
    "T2": ("nature", "OV"),
    "T4": ("client_role", "R.NB"),
    "T5": ("client_status", "C.NB"),
    "T7a": ("relation", "A.ONB"),
    "T7b": ("same_link", "S.NB"),
    "T8": ("setting", "L.NB"),
    "T13": ("outcome", "U.ONB"),
    "T13b": ("aftercare", "Z.NB"),
    "T13c": ("retaliation", "unknown"),
}
book = cache(shipped_codebook)


@dataclass(frozen=True, slots=True)
class OfficeYear:
    """What left, what a reader can make of it (``system``), and the cases behind it with the person of each."""

    name: str
    cases: tuple[Case, ...]
    persons: tuple[tuple[int, int], ...]  # (person, organisation)
    releases: tuple[Release, ...]
    promises: tuple[Promise, ...]
    system: System

    @property
    def rho(self) -> int:
        """The slack that the last release claims for all."""
        return self.releases[-1].certificate.rho


def counted(cases: Sequence[Case], row: Row) -> int:
    """How many of ``cases`` a row counts."""
    return sum(all(case[name] in codes for name, codes in row.where) for case in cases)


def office_year(seed: int) -> OfficeYear:
    """A random office of 5 to 300 cases a year; of every three one that reports to two organisations as well.

    Raises: ValueError when publishing again gives another report. NotProven when a period could not be published.
    """
    dice = Random(f"office {seed}")
    yearly = round(5 * 60 ** dice.random())
    facts = office(yearly, seed, (YEAR - 1, YEAR), book())
    order = dice.choice(ORDERS)
    readers = (SECTOR, *audiences(facts, {})[1:3]) if dice.random() < 1 / 3 else (SECTOR,)
    numbers = [str(reader.organisation) for reader in readers[1:]]
    cases = cases_of(facts, numbers)
    persons = tuple((fact.person, fact.organisation) for fact in facts.cases)
    releases, promises = _publish(facts, FakeLedger(secret=dice.randbytes(32)), order, readers, dice)
    name = f"office {seed}: {yearly} cases, {len(readers)} readers, {' '.join(order)}"
    return OfficeYear(name, cases, persons, releases, promises, link([promise.row for promise in promises]))


def cases_of(facts: FakeFacts, organisations: Sequence[str]) -> tuple[Case, ...]:
    """Every case in the codes of the plan; ``organisations`` have reports of their own."""
    return tuple(_case(fact, facts, organisations) for fact in facts.cases)


def _publish(
    facts: FakeFacts, ledger: FakeLedger, order: Sequence[str], readers: Sequence[Audience], dice: Random
) -> tuple[tuple[Release, ...], tuple[Promise, ...]]:
    """Period after period; in between cases are corrected, come late, and reports are asked for again."""
    made: list[Release] = []
    for words in order:
        period = Period.parse(f"{YEAR}{words}".removesuffix("Y"))
        for reader in readers:
            made.append(publish(facts, ledger, book(), period, reader, TODAY))
        _life_goes_on(facts, period, dice)
        again = dice.choice(made)
        if publish(facts, ledger, book(), again.period, again.audience, TODAY) != again:
            raise ValueError(f"{again.period} published again is another report")
    return tuple(made), read(ledger).promises()


def _life_goes_on(facts: FakeFacts, period: Period, dice: Random) -> None:
    """A case of the published period gets other codes, and one is added to it: too late for either."""
    facts.cases = [
        replace(one, nature="SI", relation=None) if period.first_day <= one.registered_on <= period.last_day
        and dice.random() < 0.2 else one
        for one in facts.cases
    ]  # fmt: skip
    facts.cases.append(replace(some_case(10**6 + len(facts.cases), period.last_day), nature="PE"))


def _case(fact: CaseFact, facts: FakeFacts, organisations: Sequence[str]) -> Case:
    """The codes of one case in every dimension of the plan."""
    talks = {talk.registered_on for talk in facts.talks if talk.case == fact.case}
    done = {book().rollup(step.code) for step in facts.steps if step.case == fact.case}
    steps = (*book().rollups("ACTION"), *book().rollups("REFERRAL"))
    owner = str(fact.organisation)
    return {
        "O": owner if owner in organisations else "rest",
        "Q": _quarter(fact.registered_on) if fact.registered_on.year == YEAR else "earlier",
        "C": _closed(fact.counted_closed_on),
        "W": _first_of(fact, facts),
        f"P{YEAR}": "".join(str(int(f"{YEAR}Q{n}" in map(_quarter, talks))) for n in (1, 2, 3, 4)),
        **{table: _code(book(), table, getattr(fact, field), missing) for table, (field, missing) in _FIELDS.items()},
        **{step: "yes" if step in done else "no" for step in steps},
    }


def _quarter(day: date) -> str:
    return f"{day.year}Q{(day.month + 2) // 3}"


def _closed(day: date | None) -> str:
    return _quarter(day) if day and day.year == YEAR else "other"


def _code(codebook: Codebook, table: str, code: str | None, missing: str) -> str:
    if code is None or table == "T13c":
        return code or missing
    return codebook.rollup(code)


def _first_of(fact: CaseFact, facts: FakeFacts) -> str:
    """Of the year, the half-year or the quarter the person's first case at that organisation, or a further one."""
    before = [
        one.registered_on
        for one in facts.cases
        if (one.person, one.organisation) == (fact.person, fact.organisation)
        and (one.registered_on, one.case) < (fact.registered_on, fact.case)
        and one.registered_on.year == fact.registered_on.year == YEAR
    ]
    spans = {"Y": 12, "H": 6, "Q": 3}
    month = fact.registered_on.month - 1
    return next(
        (
            level
            for level, months in spans.items()
            if all((day.month - 1) // months != month // months for day in before)
        ),
        "A",
    )
