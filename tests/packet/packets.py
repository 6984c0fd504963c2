"""Small packets of offices that exist only here."""

from __future__ import annotations

from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.packet.envelope import Certificate, Packet, PacketKind, seal

OURS, THEIRS = OfficeKey(b"o" * 32), OfficeKey(b"t" * 32)
CERTIFICATE = Certificate(base=5, rho=5, ladder=1, rows=10, releases=1, witness="ab" * 32)


def chain(length: int, key: OfficeKey = OURS, words: str = "") -> list[Packet]:
    """Packets 1 to ``length`` of one office."""
    made: list[Packet] = []
    for number in range(1, length + 1):
        previous = made[-1].digest if made else ""
        release = {"words": f"{words}{number}"}
        made.append(seal(PacketKind.PLAN, number, previous, {"name": "p"}, CERTIFICATE, release, key))
    return made
