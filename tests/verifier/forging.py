"""An office that publishes what it should not: packets changed and signed anew with its own key."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.packet.envelope import Packet, seal
from tests.figures.fakes import FakeLedger

OFFICE_KEY = OfficeKey(FakeLedger().secret)

Way = tuple[str | int, ...]
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


def ways(value: object, way: Way = ()) -> Iterator[Way]:
    """The way to every value within ``value``."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*way, key)
        yield from ways(one, (*way, key))


def changed(found: Any, way: Way, other: object) -> Any:
    """A copy in which the value at ``way`` is ``other``."""
    made = copy.deepcopy(found)
    place = made
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = other
    return made
