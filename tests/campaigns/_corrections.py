"""Corrections: a figure that takes the place of a published one, attacked by readers who have both, and who know what
was corrected."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.revision import revise
from counsellor_desk.disclosure.table import Wanted, row
from counsellor_desk.figures.errors import CorrectionRefused
from counsellor_desk.figures.ledger import read
from counsellor_desk.figures.model import link
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR
from tests.campaigns._attacks import knows, targets
from tests.campaigns._findings import Findings
from tests.campaigns._micro import BASE, CODES, MicroAttacker, small_office
from tests.campaigns._offices import TODAY, YEAR, OfficeYear, book, cases_of, counted
from tests.figures import published
from tests.figures.fakes import MIX_2023, FakeLedger, office

REFUSED = "corrections refused for want of slack"
MADE = "corrections made"


def correct(seed: int, attacks: int) -> Findings:
    """``attacks`` attacks on a small office that corrected one case after everything was out.

    The reader knows the corrected case as it was and as it is, and up to two others: from the old figures he takes
    what the correction changed, and holds them beside the new ones.
    """
    dice, found = Random(f"correction {seed}"), Findings()
    system, promises, cases, secret = small_office(seed)
    old = dice.choice(cases)
    new = {**old, "B": dice.choice([code for code in CODES["B"] if code != old["B"]])}
    now = [new if case is old else case for case in cases]
    wanted = [Wanted(promise.row, counted(now, promise.row)) for promise in promises]
    try:
        done = revise(system, wanted, promises, Draw(secret, "small-1"), BASE, changed=1)
    except NotProven:
        found.events[REFUSED] += 1
        return found
    found.events[MADE] += 1
    as_now = [p._replace(figure=p.figure + counted([new], p.row) - counted([old], p.row)) for p in promises]
    reader = MicroAttacker(CODES, (*as_now, *done.promises))
    others = [case for case in now if case is not new]
    for number in range(attacks):
        known = [new, *dice.sample(others, min(number % 3, len(others)))]
        group = row(**{name: dice.sample(CODES[name], dice.randint(1, len(CODES[name]))) for name in ("Q", "B", "R")})
        found.attacks["after a correction"] += 1
        where = f"small office {seed} corrected, {group.name}"
        found.see(len(known), reader.bounds(group, known), done.proof.rho, counted(now, group), where)
    return found


def correct_report(seed: int, attacks: int) -> Findings:
    """``attacks`` attacks on an office that replaced the report of its first quarter, because one case had another
    nature than was thought. The reader knows that case as it was and as it is, and up to two other persons."""
    dice, found = Random(f"corrected report {seed}"), Findings()
    facts = office(dice.randint(20, 200), seed, (YEAR,), book())
    ledger, period = FakeLedger(secret=dice.randbytes(32)), Period.parse(f"{YEAR}Q1")
    first = published.publish(facts, ledger, book(), period, SECTOR, TODAY)
    once = [fact.person for fact in facts.cases]
    at = dice.choice(
        [
            n
            for n, one in enumerate(facts.cases)
            if one.registered_on <= period.last_day and once.count(one.person) == 1
        ]
    )
    before = cases_of(facts, [])[at]
    facts.cases[at] = replace(
        facts.cases[at], nature=dice.choice([code for code in MIX_2023 if code != before["T2"]])
    )
    try:
        done = published.correct(facts, ledger, book(), first.number, TODAY)
    except CorrectionRefused:
        found.events[REFUSED] += 1
        return found
    found.events[MADE] += 1
    now = cases_of(facts, [])
    new, persons = now[at], tuple((fact.person, fact.organisation) for fact in facts.cases)
    promises = tuple(
        p if p.stands else p._replace(figure=p.figure + counted([new], p.row) - counted([before], p.row), changed=0)
        for p in read(ledger).promises()
    )
    system = link([promise.row for promise in promises])
    corrected = OfficeYear(f"office {seed} corrected", now, persons, (first, done), promises, system)
    reader = Attacker(system, promises)
    for number, target in enumerate(islice(targets(corrected, dice), attacks)):
        known = [new, *(case for case in knows(corrected, number % 3, dice) if case is not new)]
        found.attacks["after a corrected report"] += 1
        where = f"{corrected.name}, {target.row.name}"
        found.see(len(known), reader.bounds(target.row, known), corrected.rho, counted(now, target.row), where)
    return found
