"""Releases in which small counts are withheld, about the same cases, proven together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counsellor_desk.disclosure.errors import NotLinkable, NotProven
from counsellor_desk.disclosure.plan import Plan
from counsellor_desk.disclosure.suppression.audit import audit
from counsellor_desk.disclosure.suppression.grid import Statement
from counsellor_desk.disclosure.table import Row
from counsellor_desk.packet.envelope import Packet, Withholding
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.workbench.errors import PlanChanged
from counsellor_desk.workbench.release import Method, PlanRelease
from counsellor_desk.workbench.withholding import refuse_lost_dimensions


@dataclass(frozen=True, slots=True)
class WithheldChain:
    """All releases about the same cases, in order, with their packets."""

    packets: tuple[Packet, ...]
    releases: tuple[PlanRelease, ...]


def prove_withheld(group: WithheldChain, seconds: float) -> Withholding:
    """The newest certificate, computed anew: what every packet says about its withheld cells is what follows from the
    published counts and from all that was said before, and no withheld cell is shown to be small.

    That no small count is among the published ones is seen at once; that the withheld ones are the right ones is not.
    Raises: NotVerified.
    """
    told: tuple[Statement, ...] = ()
    exact: dict[Row, int] = {}
    share = seconds / len(group.releases)
    proven = Withholding(base=0, wide=0, narrow=0, rows=0, releases=0)
    for count, (packet, release) in enumerate(zip(group.packets, group.releases, strict=True), start=1):
        _refuse(packet, release, group.releases[:count], exact)
        try:
            withheld, proof = audit(release.plan, release.promises, release.plan.base, told, share)
        except NotLinkable as error:
            raise NotVerified(reason="too_large", number=packet.number) from error
        except NotProven as error:
            why = str(error.params["why"])
            raise NotVerified(reason=_NAMES.get(why, why), number=packet.number) from error
        own = {cell.row for cell in release.cells}
        if {one for one in withheld if one.row in own} != set(release.withheld):
            raise NotVerified(reason="interval", number=packet.number)
        rows = len({one.row for one in release.promises})
        proven = Withholding(release.plan.base, proof.wide, proof.narrow, rows, count)
        if packet.certificate != proven:
            raise NotVerified(reason="rho", number=packet.number)
        told = (*told, *release.promises, *withheld)
        exact |= {one.row: one.figure for one in release.promises}
    return proven


_NAMES = {"history": "witness"}


def _refuse(packet: Packet, release: PlanRelease, releases: Sequence[PlanRelease], exact: dict[Row, int]) -> None:
    """What is wrong with a release at first sight."""
    number, base = packet.number, release.plan.base
    _refuse_plans([one.plan for one in releases], number)
    if release.method is not Method.SUPPRESSION:
        raise NotVerified(reason="method", number=number)
    if release.corrected:
        raise NotVerified(reason="redrawn", number=number)
    for promise in release.promises:
        if promise.window:
            raise NotVerified(reason="window", number=number)
        if promise.figure < 0:
            raise NotVerified(reason="negative", number=number)
        if 0 < promise.figure < base:
            raise NotVerified(reason="small", number=number)
        if exact.get(promise.row, promise.figure) != promise.figure:
            raise NotVerified(reason="redrawn", number=number)


def _refuse_plans(plans: Sequence[Plan], number: int) -> None:
    try:
        refuse_lost_dimensions(plans)
    except PlanChanged as error:
        raise NotVerified(reason="plan", number=number) from error
