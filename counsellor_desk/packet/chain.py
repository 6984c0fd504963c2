"""Packets put in order: the whole, unchanged history of one office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from counsellor_desk.packet.envelope import Packet
from counsellor_desk.packet.errors import ChainBroken
from counsellor_desk.packet.signature import SignatureCheck

_NAMED = 20  # missing numbers that are named at most


def follow(packets: Iterable[Packet], signed: SignatureCheck) -> tuple[Packet, ...]:
    """The packets by their numbers, whatever order they came in; the same packet twice counts once.

    Raises: ChainBroken unless they are numbers 1, 2, 3 … of one office, each as it was signed and each naming the
    one before.
    """
    chain: dict[int, Packet] = {}
    for packet in packets:
        _refuse_altered(packet, signed)
        other = chain.setdefault(packet.number, packet)
        if other != packet:
            same_office = other.signature.key == packet.signature.key
            raise ChainBroken(reason="twice" if same_office else "foreign", number=packet.number)
    _refuse_foreign(chain)
    _refuse_gaps(chain)
    before = ""
    for number in sorted(chain):
        if chain[number].previous != before:
            raise ChainBroken(reason="order", number=number)
        before = chain[number].digest
    return tuple(chain[number] for number in sorted(chain))


def _refuse_altered(packet: Packet, signed: SignatureCheck) -> None:
    if not packet.fits:
        raise ChainBroken(reason="changed", number=packet.number)
    if not signed(packet.signature.key, packet.signed_text.encode(), packet.signature.value):
        raise ChainBroken(reason="signature", number=packet.number)


def _refuse_foreign(chain: Mapping[int, Packet]) -> None:
    """All must be of the office whose packet is the newest."""
    for number in sorted(chain):
        if chain[number].signature.key != chain[max(chain)].signature.key:
            raise ChainBroken(reason="foreign", number=number)


def _refuse_gaps(chain: Mapping[int, Packet]) -> None:
    every = range(1, max(chain, default=0) + 1)
    missing = tuple(islice((number for number in every if number not in chain), _NAMED))
    if missing:
        more = ", …" if len(every) - len(chain) > len(missing) else ""
        raise ChainBroken(reason="missing", number=missing[0], missing=", ".join(map(str, missing)) + more)
