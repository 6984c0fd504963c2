"""All claims about the same cases, proven together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from counsellor_desk.disclosure.certificate import Proof, prove, slack
from counsellor_desk.disclosure.errors import NotLinkable, NotProven
from counsellor_desk.disclosure.revision import supersede
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.figures.plan import HALF_STEPS
from counsellor_desk.packet.envelope import Packet
from counsellor_desk.verifier.claim import Cases, Claim
from counsellor_desk.verifier.errors import NotVerified


@dataclass(frozen=True, slots=True)
class Joint:
    """The proof over all ``promises`` of some claims, each row once, and again where it was corrected."""

    promises: tuple[Promise, ...]
    proof: Proof


def prove_together(cases: Cases, seconds: float) -> Joint:
    """The certificate over everything that was claimed, computed anew from the figures; no packet's own certificate
    may claim more than was so when it left.

    What holds for all holds for the first few: earlier certificates follow from the newest, and those from before a
    correction from what was out until then. Where a certificate claims more than that, it is held against the claims
    up to its own: fewer figures often leave more possible.
    Raises: NotVerified.
    """
    claims = cases.claims
    if len({claim.certificate.base for claim in claims}) > 1:
        raise NotVerified(reason="base", number=claims[-1].packet.number)
    ends = [*(at for at, claim in enumerate(claims) if at and claim.corrected), len(claims)]
    parts = list(pairwise([0, *ends]))  # from one correction to the next
    share = seconds / sum(len({claim.certificate.rho for claim in claims[start:end]}) for start, end in parts)
    for start, end in parts:
        joint = _prove(cases, end, share)
        proven = joint.proof.rho
        for count in range(end, start, -1):
            claimed = claims[count - 1].certificate.rho
            if claimed > proven:
                _check_own(cases, count, claimed, share)
                proven = claimed  # of all before it as well, so each slack is searched for once
    return joint


def _check_own(cases: Cases, count: int, rho: int, seconds: float) -> None:
    """Refuses the last of the first ``count`` claims unless all of these together left a slack of ``rho``."""
    newest = cases.claims[count - 1].packet
    with _named(newest):
        system = cases.link(count)
        found = slack(system, _promised(cases.claims[:count], system), rho, seconds, least=rho)
    if found < rho:
        raise NotVerified(reason="rho", number=newest.number)


def _prove(cases: Cases, count: int, seconds: float) -> Joint:
    newest = cases.claims[count - 1].packet
    base = cases.claims[count - 1].certificate.base
    with _named(newest):
        system = cases.link(count)
        promises = _promised(cases.claims[:count], system)
        return Joint(promises, prove(system, promises, base, seconds))


@contextmanager
def _named(newest: Packet) -> Iterator[None]:
    """What cannot be proven up to ``newest``, as a reason."""
    try:
        yield
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
