"""A practice in memory: facts that can be asked for, a ledger that can be added to."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook, load
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.figures.ports import (
    ActivityFact,
    CaseFact,
    ContactFact,
    LedgerEntry,
    OrganisationFact,
    StepFact,
)

# Mores.online 2023: sexual harassment 61, intimidation 34, bullying 22, discrimination 17, aggression 46, other 20.
MIX_2023 = {"SI": 61, "IN": 34, "PE": 22, "DI": 17, "AG": 46, "OV": 20}


def shipped_codebook() -> Codebook:
    return load(resource("codebook"))


@dataclass
class FakeFacts:
    cases: list[CaseFact] = field(default_factory=list)
    steps: list[StepFact] = field(default_factory=list)
    talks: list[ContactFact] = field(default_factory=list)
    work: list[ActivityFact] = field(default_factory=list)
    bands: dict[int, str] = field(default_factory=lambda: {1: "W.250", 2: "W.249", 3: "W.49"})

    def cases_registered(self, first: date, last: date) -> tuple[CaseFact, ...]:
        return tuple(case for case in self.cases if first <= case.registered_on <= last)

    def cases_closed(self, first: date, last: date) -> tuple[CaseFact, ...]:
        return tuple(c for c in self.cases if c.counted_closed_on and first <= c.counted_closed_on <= last)

    def steps_of_closed(self, first: date, last: date) -> tuple[StepFact, ...]:
        closed = {case.case for case in self.cases_closed(first, last)}
        return tuple(step for step in self.steps if step.case in closed)

    def contacts(self, first: date, last: date) -> tuple[ContactFact, ...]:
        return tuple(talk for talk in self.talks if first <= talk.registered_on <= last)

    def cases_with_contact(self, first: date, last: date) -> tuple[CaseFact, ...]:
        spoken = {talk.case for talk in self.contacts(first, last)}
        return tuple(case for case in self.cases if case.case in spoken)

    def activities(self, first: date, last: date) -> tuple[ActivityFact, ...]:
        return tuple(one for one in self.work if first <= one.on <= last)

    def organisations(self) -> tuple[OrganisationFact, ...]:
        return tuple(OrganisationFact(*one) for one in self.bands.items())

    def first_registration(self) -> date | None:
        return min((case.registered_on for case in self.cases), default=None)


@dataclass
class FakeLedger:
    secret: bytes = b"s" * 32
    practice: bool = False
    first_base: int = 5
    kept: list[LedgerEntry] = field(default_factory=list)

    @property
    def signer(self) -> OfficeKey:
        return OfficeKey(self.secret)

    def entries(self) -> tuple[LedgerEntry, ...]:
        return tuple(self.kept)

    def append(self, entry: LedgerEntry) -> None:
        self.kept.append(entry)


PLAIN = CaseFact(
    case=0,
    person=0,
    organisation=1,
    registered_on=date(2025, 1, 1),
    counted_closed_on=None,
    nature="SI.VER",
    client_role="R.DOE",
    client_status="C.ZZP",
    function_group=None,
    relation="A.LDG",
    same_link="S.ZLF",
    setting="L.SET",
    recency=None,
    outcome=None,
    aftercare=None,
    retaliation="unknown",
)


def some_case(number: int, day: date) -> CaseFact:
    """A plain case of a new person; ``replace`` what matters."""
    return replace(PLAIN, case=number, person=number, registered_on=day)


def office(
    yearly: int, seed: int, years: tuple[int, ...] = (2025,), codebook: Codebook | None = None, organisations: int = 3
) -> FakeFacts:
    """``yearly`` random cases a year, with contacts, steps and closings as in a real practice."""
    book = codebook or shipped_codebook()
    dice = random.Random(f"{yearly} {seed}")
    lists = {name: [code.code for code in book.codes(name)] for name in book.list_names()}
    natures, shares = list(MIX_2023), list(MIX_2023.values())
    facts = FakeFacts(bands={n: ("W.250", "W.249", "W.250")[n % 3] for n in range(1, organisations + 1)})
    number = 0
    for year in years:
        for _ in range(yearly):
            number += 1
            opened = date(year, 1, 1) + timedelta(days=dice.randrange(365))
            closed = opened + timedelta(days=int(dice.expovariate(1 / 80))) if dice.random() < 0.85 else None
            returning = number > 1 and dice.random() < 0.07
            facts.cases.append(
                replace(
                    some_case(number, opened),
                    person=facts.cases[-dice.randrange(1, min(number, 20))].person if returning else number,
                    organisation=dice.randrange(1, organisations + 1),
                    counted_closed_on=closed,
                    nature=dice.choices(natures, shares)[0],
                    client_role=dice.choices(["R.DOE", "R.GET", "R.LEI", None], [75, 12, 10, 3])[0],
                    client_status=dice.choice([*lists["CLIENT_STATUS"][:6], None]),
                    relation=dice.choice(lists["RELATION"]),
                    same_link=dice.choice(["S.ZLF", "S.ZLF", "S.AND", None]),
                    setting=dice.choice([*lists["SETTING"][:6], None]),
                    outcome=dice.choice(lists["OUTCOME"]),
                    aftercare=dice.choice([*lists["AFTERCARE"], None]),
                    retaliation=dice.choices(["yes", "no", "unknown"], [10, 60, 30])[0],
                )
            )
            for _ in range(dice.randrange(1, 7)):
                facts.talks.append(ContactFact(number, opened + timedelta(days=int(dice.expovariate(1 / 40)))))
            for code in dice.sample(lists["ACTION"], 2) + dice.sample(lists["REFERRAL"], dice.randrange(2)):
                facts.steps.append(StepFact(number, code))
        for month in range(1, 13):
            facts.work.append(ActivityFact(None, dice.choice(lists["ACTIVITY"]), date(year, month, 9), 50, None))
    return facts
