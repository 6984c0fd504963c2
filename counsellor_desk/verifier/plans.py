"""The packets of plans of one's own, held against the plan that each of them carries."""

from __future__ import annotations

from collections.abc import Sequence

from counsellor_desk.disclosure.plan import Plan
from counsellor_desk.disclosure.system import System
from counsellor_desk.packet.envelope import Kind, Packet
from counsellor_desk.verifier.claim import Cases, Claim, check_certificate, check_promises
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.workbench.cases import link
from counsellor_desk.workbench.errors import PlanChanged
from counsellor_desk.workbench.plan_file import MOST_DIMENSIONS, MOST_TABLES
from counsellor_desk.workbench.release import PlanRelease, plan_stands, release_of

MOST_PROMISES = 500_000  # about the same cases


def cases(packets: Sequence[Packet]) -> tuple[Cases, ...]:
    """What packets of plans claim: plans of one name are about the same cases. Those of the newest packet come last.

    Raises: PacketUnreadable, NotVerified.
    """
    claims: dict[str, list[Claim]] = {}
    plans: dict[str, list[Plan]] = {}
    for packet in packets:
        release = _release(packet)
        before = claims.setdefault(release.plan.name, [])
        check_certificate(packet, releases=len(before) + 1, corrected=_corrected(before, release))
        check_promises(packet, release.promises)
        before.append(Claim(packet, release.promises, release.corrected))
        plans.setdefault(release.plan.name, []).append(release.plan)
        _check_size(packet, claims[release.plan.name], plans[release.plan.name])
    newest = _release(packets[-1]).plan.name
    return tuple(_cases(claims[name], plans[name]) for name in sorted(claims, key=lambda name: name == newest))


def _check_size(packet: Packet, claims: Sequence[Claim], plans: Sequence[Plan]) -> None:
    """Before anything is laid out: plans of one name, each of them small, can be many."""
    dimensions = {one.name for plan in plans for one in plan.dimensions}
    tables = {table for plan in plans for table in plan.tables}
    promises = sum(len(claim.promises) for claim in claims)
    if len(dimensions) > MOST_DIMENSIONS or len(tables) > MOST_TABLES or promises > MOST_PROMISES:
        raise NotVerified(reason="too_large", number=packet.number)


def _release(packet: Packet) -> PlanRelease:
    if packet.kind is not Kind.PLAN:
        raise NotVerified(reason="plan", number=packet.number)
    release = release_of(packet)
    if not plan_stands(packet, release) or release.plan.base != packet.certificate.base:
        raise NotVerified(reason="plan", number=packet.number)
    return release


def _corrected(before: Sequence[Claim], release: PlanRelease) -> bool:
    return bool(release.corrected) or any(claim.corrected for claim in before)


def _cases(claims: Sequence[Claim], plans: Sequence[Plan]) -> Cases:
    def linked(count: int) -> System:
        try:
            return link(plans[:count])
        except PlanChanged as error:
            raise NotVerified(reason="plan", number=claims[count - 1].packet.number) from error

    return Cases(tuple(claims), linked)
