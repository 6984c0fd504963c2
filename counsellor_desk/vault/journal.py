"""Whether the journal beside a vault was cut short by more than a power cut can.

After a crash the journal holds saves that are not in the file yet. SQLite reads it up to the first frame whose
checksum is wrong and takes the rest for a save that was under way. With ``synchronous=FULL`` each save is on the disk
before the next one begins, so at most one can be incomplete: when more of them follow the wrong frame, they were
acknowledged, and something has damaged the journal. Without this they would be dropped in silence.
Source: SQLite, "WAL-mode File Format" (header of 32 bytes, frames of 24 + page size, salts, running checksum).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from counsellor_desk.vault.connection import PAGE
from counsellor_desk.vault.faults import VaultDamaged

_HEADER, _FRAME = 32, 24
_MAGIC = 0x377F0682  # its last bit says how the numbers of the checksum are written
Sums = tuple[int, int]


class WalFrame(NamedTuple):
    """A page in a journal. ``ends_save``: it completes a save. ``readable``: it and all before it are whole."""

    page: int
    ends_save: bool
    readable: bool


def refuse_cut(vault: Path) -> None:
    """Looks at the journal beside ``vault``, if there is one; writes nothing.

    Raises: VaultDamaged.
    """
    if lost_saves(_read(vault)) > 1:
        raise VaultDamaged()


def pages_in_journal(vault: Path) -> frozenset[int]:
    """The pages, counted from 1, that stand in the journal beside ``vault`` and so are not read from the file."""
    return frozenset(frame.page for frame in frames(_read(vault)) if frame.readable)


def lost_saves(journal: bytes) -> int:
    """How many saves stand in ``journal`` behind the first frame that cannot be read, that one's own among them."""
    return sum(frame.ends_save and not frame.readable for frame in frames(journal))


def frames(journal: bytes) -> Iterator[WalFrame]:
    """The frames of ``journal``, without those that an earlier journal left in the same file."""
    begun = _begun(journal)
    readable, running = begun is not None, begun or (0, 0)
    order = ">" if journal[3:4] and journal[3] & 1 else "<"
    for at in range(_HEADER, len(journal) - _FRAME - PAGE + 1, _FRAME + PAGE):
        number, size, *rest = struct.unpack(">6I", journal[at : at + _FRAME])
        if begun is not None and journal[at + 8 : at + 16] != journal[16:24]:
            readable = False  # the salts are another journal's, or spoilt
            continue
        if readable:
            running = _sum(order, journal[at : at + 8], running)
            running = _sum(order, journal[at + _FRAME : at + _FRAME + PAGE], running)
            readable = running == tuple(rest[2:])
        yield WalFrame(number, size > 0, readable)


def _begun(journal: bytes) -> Sums | None:
    """The checksum of the header, with which that of the frames goes on; None when it is wrong."""
    if len(journal) < _HEADER:
        return None
    magic, _, page, _, _, _, *said = struct.unpack(">8I", journal[:_HEADER])
    order = ">" if magic & 1 else "<"
    found = _sum(order, journal[:24], (0, 0))
    return found if magic & ~1 == _MAGIC and page == PAGE and found == tuple(said) else None


def _sum(order: str, data: bytes, begun: Sums) -> Sums:
    """SQLite's running checksum over ``data``, whose length is a multiple of 8."""
    one, two = begun
    numbers = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(numbers[::2], numbers[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _read(vault: Path) -> bytes:
    try:
        return vault.with_name(vault.name + "-wal").read_bytes()
    except FileNotFoundError:
        return b""
