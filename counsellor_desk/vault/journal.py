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

from counsellor_desk.vault.connection import PAGE
from counsellor_desk.vault.faults import VaultDamaged

_HEADER, _FRAME = 32, 24
_MAGIC = 0x377F0682  # its last bit says how the numbers of the checksum are written
Sums = tuple[int, int]


def refuse_cut(vault: Path) -> None:
    """Looks at the journal beside ``vault``, if there is one; writes nothing.

    Raises: VaultDamaged.
    """
    try:
        journal = vault.with_name(vault.name + "-wal").read_bytes()
    except FileNotFoundError:
        return
    if lost_saves(journal) > 1:
        raise VaultDamaged()


def lost_saves(journal: bytes) -> int:
    """How many saves stand in ``journal`` behind the first frame that cannot be read, that one's own among them."""
    if len(journal) < _HEADER:
        return 0
    magic, _, page, _, salt_1, salt_2, *sums = struct.unpack(">8I", journal[:_HEADER])
    order = ">" if magic & 1 else "<"
    if magic & ~1 != _MAGIC or _sum(order, journal[:24], (0, 0)) != tuple(sums):
        return sum(1 for at in range(_HEADER, len(journal) - _FRAME, _FRAME + PAGE) if _is_save(journal, at))
    broken, lost = False, 0
    running: Sums = (sums[0], sums[1])
    for at in _frames(len(journal), page):
        number, size, one, two, *said = struct.unpack(">6I", journal[at : at + _FRAME])
        if (one, two) != (salt_1, salt_2):  # left over from an earlier journal in the same file, or spoilt
            broken = True
            continue
        if not broken:
            running = _sum(order, journal[at : at + 8], running)
            running = _sum(order, journal[at + _FRAME : at + _FRAME + page], running)
            broken = running != tuple(said) or number == 0
        lost += broken and size > 0
    return lost


def _frames(length: int, page: int) -> Iterator[int]:
    return iter(range(_HEADER, length - _FRAME - page + 1, _FRAME + page))


def _is_save(journal: bytes, at: int) -> bool:
    """Whether the frame at ``at`` ends a save: only then it tells the size of the vault."""
    return journal[at + 4 : at + 8] != bytes(4)


def _sum(order: str, data: bytes, begun: Sums) -> Sums:
    """SQLite's running checksum over ``data``, whose length is a multiple of 8."""
    one, two = begun
    numbers = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(numbers[::2], numbers[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
