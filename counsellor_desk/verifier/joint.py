"""All claims about the same cases, proven together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counsellor_desk.disclosure.certificate import Proof, prove
from counsellor_desk.disclosure.errors import NotLinkable, NotProven
from counsellor_desk.disclosure.revision import supersede
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.figures.plan import HALF_STEPS
from counsellor_desk.verifier.claim import Cases, Claim
from counsellor_desk.verifier.errors import NotVerified


@dataclass(frozen=True, slots=True)
class Joint:
    """The proof over all ``promises`` of some claims, each row once, and again where it was corrected."""

    promises: tuple[Promise, ...]
    proof: Proof


def prove_together(cases: Cases, seconds: float) -> Joint:
    """The certificate over everything that was claimed, computed anew from the figures; no packet's own certificate
    may claim more than is so.

    What holds for all holds for the first few: earlier certificates follow from the newest, and those from before a
    correction from what was out until then.
    Raises: NotVerified.
    """
    if len({claim.certificate.base for claim in cases.claims}) > 1:
        raise NotVerified(reason="base", number=cases.claims[-1].packet.number)
    proofs = 1 + sum(1 for claim in cases.claims[1:] if claim.corrected)
    proven = 0
    for count, claim in enumerate((*cases.claims[1:], None), start=1):
        if claim is None or claim.corrected:
            joint = _prove(cases, count, seconds / proofs)
            for one in cases.claims[proven:count]:
                if one.certificate.rho > joint.proof.rho:
                    raise NotVerified(reason="rho", number=one.packet.number)
            proven = count
    return joint


def _prove(cases: Cases, count: int, seconds: float) -> Joint:
    newest = cases.claims[count - 1].packet
    base = cases.claims[count - 1].certificate.base
    try:
        system = cases.link(count)
        promises = _promised(cases.claims[:count], system)
        return Joint(promises, prove(system, promises, base, seconds))
    except NotLinkable as error:
        raise NotVerified(reason="too_large", number=newest.number) from error
    except NotProven as error:
        raise NotVerified(reason=error.params["why"], number=newest.number) from error


def _promised(claims: Sequence[Claim], system: System) -> tuple[Promise, ...]:
    """Every row once: what was published before must come back as it was, unless it was corrected, what is new
    keeps to its step, and the certificate is about all of them."""
    promises: tuple[Promise, ...] = ()
    for claim in claims:
        if claim.corrected:
            promises = supersede(system, promises, (promise.row for promise in claim.promises), claim.corrected)
        known = {system.key(promise.row): promise for promise in promises if promise.stands}
        fresh: dict[bytes, Promise] = {}
        for promise in claim.promises:
            key = system.key(promise.row)
            before = known.get(key) or fresh.setdefault(key, promise)
            if (before.figure, before.window) != (promise.figure, promise.window):
                reason = "redrawn" if key in known else "unequal"
                raise NotVerified(reason=reason, number=claim.packet.number)
        certificate = claim.certificate
        for promise in fresh.values():
            steps = max(certificate.ladder, HALF_STEPS if promise.row in claim.wide else 1)
            if promise.window != steps * certificate.base * promise.row.most:
                raise NotVerified(reason="ladder", number=claim.packet.number)
        promises = (*promises, *fresh.values())
        if certificate.rows != len(promises):
            raise NotVerified(reason="rows", number=claim.packet.number)
    return promises
