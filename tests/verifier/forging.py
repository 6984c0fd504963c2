"""An office that publishes what it should not: packets changed and signed anew with its own key."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.packet.envelope import Packet, seal
from tests.figures.fakes import FakeLedger

OFFICE_KEY = OfficeKey(FakeLedger().secret)

Change = Callable[[dict[str, Any]], None]


def forged(
    packets: Sequence[Packet],
    number: int,
    change: Change = lambda _: None,
    *,
    key: OfficeKey = OFFICE_KEY,
    **certificate: object,
) -> list[Packet]:
    """``packets`` with the release of ``number`` changed, the chain mended and everything signed anew."""
    made: list[Packet] = []
    for packet in packets:
        release, proof = copy.deepcopy(dict(packet.release)), packet.certificate
        if packet.number == number:
            change(release)
            proof = replace(proof, **certificate)
        previous = made[-1].digest if made else ""
        made.append(seal(packet.kind, packet.number, previous, packet.plan, proof, release, key))
    return made


def table(release: dict[str, Any], name: str) -> dict[str, Any]:
    """The table of a desk's release."""
    return next(one for one in release["tables"] if one["id"] == name)
