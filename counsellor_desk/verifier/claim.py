"""What a packet claims about cases, and what holds for every claim whatever its plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counsellor_desk.disclosure.plan import BASES
from counsellor_desk.disclosure.protect import LADDER
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.packet.envelope import Packet
from counsellor_desk.verifier.errors import NotVerified


@dataclass(frozen=True, slots=True)
class Claim:
    """The promises of one packet about cases. ``practice``: they are about invented ones."""

    packet: Packet
    promises: tuple[Promise, ...]
    practice: bool


def check_certificate(packet: Packet) -> None:
    """A base there is, and a slack that reaches it.

    Raises: NotVerified.
    """
    if packet.certificate.base not in BASES:
        raise NotVerified(reason="base", number=packet.number)
    if packet.certificate.rho < packet.certificate.base:
        raise NotVerified(reason="rho", number=packet.number)


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
        if promise.window not in {step * base for step in LADDER}:
            raise NotVerified(reason="window", number=number)
        if promise.figure % base:
            raise NotVerified(reason="multiple", number=number)
