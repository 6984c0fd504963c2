"""What a packet claims about cases, and what holds for every claim whatever its plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counsellor_desk.disclosure.certificate import FLOOR
from counsellor_desk.disclosure.plan import BASES
from counsellor_desk.disclosure.protect import LADDER
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Row
from counsellor_desk.packet.envelope import Certificate, Packet
from counsellor_desk.verifier.errors import NotVerified


@dataclass(frozen=True, slots=True)
class Claim:
    """The promises of one packet about cases. ``corrected`` > 0: they take the place of what was published about the
    same rows, because up to so many cases were corrected. ``wide`` rows may have two steps where others have one."""

    packet: Packet
    certificate: Certificate
    promises: tuple[Promise, ...]
    corrected: int = 0
    wide: frozenset[Row] = frozenset()


@dataclass(frozen=True, slots=True)
class Cases:
    """All claims about the same cases, in order; ``link`` gives the system of the first so many of them."""

    claims: tuple[Claim, ...]
    link: Callable[[int], System]


def check_certificate(packet: Packet, *, releases: int, corrected: bool) -> Certificate:
    """The packet's certificate: a base and a step there are, a slack that reaches the base (after corrections: the
    floor), the right number of releases.

    Raises: NotVerified.
    """
    certificate = packet.certificate
    if not isinstance(certificate, Certificate):
        raise NotVerified(reason="method", number=packet.number)
    if certificate.base not in BASES:
        raise NotVerified(reason="base", number=packet.number)
    if certificate.ladder not in LADDER:
        raise NotVerified(reason="ladder", number=packet.number)
    if certificate.rho < (min(certificate.base, FLOOR) if corrected else certificate.base):
        raise NotVerified(reason="rho", number=packet.number)
    if certificate.releases != releases:
        raise NotVerified(reason="releases", number=packet.number)
    return certificate


def check_promises(packet: Packet, promises: Sequence[Promise]) -> None:
    """Every figure a multiple of the base, none negative, none exact, none with a window of no step.

    Raises: NotVerified.
    """
    base, number = packet.certificate.base, packet.number
    for promise in promises:
        if promise.figure < 0:
            raise NotVerified(reason="negative", number=number)
        if promise.window == 0:
            raise NotVerified(reason="exact", number=number)
        if promise.window not in {step * base * promise.row.most for step in LADDER}:
            raise NotVerified(reason="window", number=number)
        if promise.figure % base:
            raise NotVerified(reason="multiple", number=number)
