"""A small plan and its counts."""

from __future__ import annotations

import random

from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.disclosure.plan import Hierarchy, Plan
from counsellor_desk.packet.envelope import Packet
from counsellor_desk.workbench.counts import Counts
from counsellor_desk.workbench.ledger import PlanLedger
from counsellor_desk.workbench.protecting import publish
from counsellor_desk.workbench.release import Method, release_of

KIND = Hierarchy("kind", ("a1", "a2", "b"), {"a1": "a", "a2": "a"})
QUARTER = Hierarchy("quarter", ("1", "2", "3", "4"))
PLACE = Hierarchy("place", ("north", "south"))
PLAN = Plan("reports", "1", 5, (KIND, QUARTER), (("kind", "quarter"),))
WIDER = Plan("reports", "2", 5, (KIND, QUARTER, PLACE), (("kind", "quarter"), ("kind", "place")))
SECRET = b"a secret of an office".ljust(32)


def some(plan: Plan, cases: int, seed: int = 1) -> Counts:
    """So many random cases."""
    dice = random.Random(f"{plan.label} {cases} {seed}")
    counts: dict[tuple[str, ...], int] = {}
    for _ in range(cases):
        codes = tuple(dice.choice(one.codes) for one in plan.dimensions)
        counts[codes] = counts.get(codes, 0) + 1
    return counts


def published(
    plan: Plan, counts: Counts, ledger: PlanLedger | None = None, method: Method = Method.ROUNDING
) -> tuple[Packet, PlanLedger]:
    """The packet, and the ledger with it."""
    before = ledger or PlanLedger(SECRET)
    made = publish(plan, counts, before, OfficeKey(before.secret), method)
    assert release_of(made.packet) == made.release
    return made.packet, made.ledger
