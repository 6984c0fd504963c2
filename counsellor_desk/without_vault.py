"""The work that needs no vault, no key and no window: checking packets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import load
from counsellor_desk.custody.office_key import is_signed
from counsellor_desk.desk.catalogue import system_language
from counsellor_desk.desk.verdict import not_proven, paragraph
from counsellor_desk.packet.canonical import MOST_BYTES
from counsellor_desk.packet.envelope import Packet, open_packet
from counsellor_desk.packet.errors import PacketUnreadable

__all__ = ["PacketUnreadable", "not_proven", "system_language", "verify"]


def verify(files: Sequence[Path], language: str) -> str:
    """What is proven about the packets in ``files``, in one paragraph.

    Raises: PacketUnreadable, ChainBroken, NotVerified.
    """
    packets = [_read(file) for file in files]
    from counsellor_desk.verifier.verify import verify as check  # the solver, for packets that can be read only

    return paragraph(check(packets, is_signed, load(resource("codebook"))), language)


def _read(file: Path) -> Packet:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise PacketUnreadable(reason="no_file", file=file.name) from error
    try:
        return open_packet(data)
    except PacketUnreadable as error:
        raise PacketUnreadable(**error.params, file=file.name) from error
