"""Corrections: a figure that takes the place of a published one, attacked by readers who have both, and who know what
was corrected."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.revision import revise
from counsellor_desk.disclosure.table import Wanted, row
from tests.campaigns._findings import Findings
from tests.campaigns._micro import BASE, CODES, MicroAttacker, small_office
from tests.campaigns._offices import counted

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
    as_now = [replace(p, figure=p.figure + counted([new], p.row) - counted([old], p.row)) for p in promises]
    reader = MicroAttacker(CODES, (*as_now, *done.promises))
    others = [case for case in now if case is not new]
    for number in range(attacks):
        known = [new, *dice.sample(others, min(number % 3, len(others)))]
        group = row(**{name: dice.sample(CODES[name], dice.randint(1, len(CODES[name]))) for name in ("Q", "B", "R")})
        found.attacks["after a correction"] += 1
        where = f"small office {seed} corrected, {group.name}"
        found.see(len(known), reader.bounds(group, known), done.proof.rho, counted(now, group), where)
    return found
