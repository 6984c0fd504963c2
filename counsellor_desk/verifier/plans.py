"""The packets of plans of one's own, held against the plan that each of them carries."""

from __future__ import annotations

from collections.abc import Sequence

from counsellor_desk.disclosure.plan import Plan
from counsellor_desk.disclosure.system import System
from counsellor_desk.packet.envelope import Packet, PacketKind, Withholding
from counsellor_desk.verifier.claim import Cases, Claim, check_certificate, check_promises
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.withheld import WithheldChain
from counsellor_desk.workbench.cases import link
from counsellor_desk.workbench.errors import PlanChanged
from counsellor_desk.workbench.plan_file import MOST_DIMENSIONS, MOST_TABLES
from counsellor_desk.workbench.release import Method, PlanRelease, plan_stands, release_of

MOST_CELLS = 500_000  # published about the same cases


def groups(packets: Sequence[Packet]) -> tuple[Cases | WithheldChain, ...]:
    """What packets of plans claim: plans of one name are about the same cases. Those of the newest packet come last.

    Raises: PacketUnreadable, NotVerified.
    """
    releases = {packet.number: _release(packet) for packet in packets}
    same: dict[str, list[Packet]] = {}
    for packet in packets:
        same.setdefault(releases[packet.number].plan.name, []).append(packet)
    newest = releases[packets[-1].number].plan.name
    return tuple(
        _group(same[name], [releases[packet.number] for packet in same[name]])
        for name in sorted(same, key=lambda name: name == newest)
    )


def _release(packet: Packet) -> PlanRelease:
    if packet.kind is not PacketKind.PLAN:
        raise NotVerified(reason="plan", number=packet.number)
    release = release_of(packet)
    if not plan_stands(packet, release) or release.plan.base != packet.certificate.base:
        raise NotVerified(reason="plan", number=packet.number)
    return release


def _group(packets: Sequence[Packet], releases: Sequence[PlanRelease]) -> Cases | WithheldChain:
    _check_size(packets[-1].number, releases)
    if isinstance(packets[-1].certificate, Withholding):
        return WithheldChain(tuple(packets), tuple(releases))
    claims: list[Claim] = []
    for packet, release in zip(packets, releases, strict=True):
        corrected = bool(release.corrected) or any(claim.corrected for claim in claims)
        certificate = check_certificate(packet, releases=len(claims) + 1, corrected=corrected)
        if release.method is not Method.ROUNDING:
            raise NotVerified(reason="method", number=packet.number)
        check_promises(packet, release.promises)
        claims.append(Claim(packet, certificate, release.promises, release.corrected))
    plans = [release.plan for release in releases]

    def linked(count: int) -> System:
        try:
            return link(plans[:count])
        except PlanChanged as error:
            raise NotVerified(reason="plan", number=packets[count - 1].number) from error

    return Cases(tuple(claims), linked)


def _check_size(number: int, releases: Sequence[PlanRelease]) -> None:
    """Before anything is laid out: plans of one name, each of them small, can be many."""
    plans: list[Plan] = [release.plan for release in releases]
    dimensions = {one.name for plan in plans for one in plan.dimensions}
    tables = {table for plan in plans for table in plan.tables}
    cells = sum(len(release.cells) for release in releases)
    if len(dimensions) > MOST_DIMENSIONS or len(tables) > MOST_TABLES or cells > MOST_CELLS:
        raise NotVerified(reason="too_large", number=number)
