"""All claims about the same cases, proven together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counsellor_desk.disclosure.certificate import Proof, prove
from counsellor_desk.disclosure.errors import NotLinkable, NotProven
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Row
from counsellor_desk.verifier.claim import Claim
from counsellor_desk.verifier.errors import NotVerified


@dataclass(frozen=True, slots=True)
class Joint:
    """The proof over all ``promises`` of some claims, each row once."""

    promises: tuple[Promise, ...]
    proof: Proof


def prove_together(claims: Sequence[Claim], link: Callable[[Sequence[Row]], System], seconds: float) -> Joint:
    """The certificate over everything that ``claims`` promised, computed anew from the figures; the newest packet's
    own certificate must claim no more than that.

    What held for all holds for the first few: earlier certificates follow from the newest.
    Raises: NotVerified.
    """
    newest = claims[-1].packet
    if len({claim.packet.certificate.base for claim in claims}) > 1:
        raise NotVerified(reason="base", number=newest.number)
    try:
        system = link([promise.row for claim in claims for promise in claim.promises])
    except NotLinkable as error:
        raise NotVerified(reason="too_large", number=newest.number) from error
    promises = _once(claims, system)
    try:
        proof = prove(system, promises, newest.certificate.base, seconds)
    except NotProven as error:
        raise NotVerified(reason=error.params["why"], number=newest.number) from error
    for claim in claims:
        if claim.packet.certificate.rho > proof.rho:
            raise NotVerified(reason="rho", number=claim.packet.number)
    return Joint(promises, proof)


def _once(claims: Sequence[Claim], system: System) -> tuple[Promise, ...]:
    """Every row once: what was published before must come back as it was, and what is new keeps to its step."""
    known: dict[bytes, Promise] = {}
    for claim in claims:
        certificate, number = claim.packet.certificate, claim.packet.number
        fresh: dict[bytes, Promise] = {}
        for promise in claim.promises:
            key = system.key(promise.row)
            before = known.get(key) or fresh.setdefault(key, promise)
            if (before.figure, before.window) != (promise.figure, promise.window):
                raise NotVerified(reason="redrawn" if key in known else "unequal", number=number)
        if any(promise.window > certificate.ladder * certificate.base for promise in fresh.values()):
            raise NotVerified(reason="ladder", number=number)
        known |= fresh
    return tuple(known.values())
