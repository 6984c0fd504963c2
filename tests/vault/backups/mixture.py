"""Files that are no backups of the vault, each under a name as a backup has it, and what they are afterwards."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from counsellor_desk.casework.backups import WhyStranger
from counsellor_desk.vault.backups.rotation import name_of

PAGE = 4096
HUGE = 1 << 42
"""A hole of 4 TB: whoever reads it to its end does not come back."""

Maker = Callable[[Path, bytes, bytes], None]


def _foreign(path: Path, _real: bytes, foreign: bytes) -> None:
    path.write_bytes(foreign)


def _huge(path: Path, real: bytes, _foreign: bytes) -> None:
    path.write_bytes(real)
    os.truncate(path, HUGE)


def _sparse(path: Path, _real: bytes, _foreign: bytes) -> None:
    path.touch()
    os.truncate(path, HUGE)


def _link(path: Path, real: bytes, _foreign: bytes) -> None:
    beside = path.with_name("aside.bin")
    beside.write_bytes(real)
    path.symlink_to(beside)


KINDS: Mapping[str, tuple[WhyStranger, Maker]] = {
    "empty": (WhyStranger.EMPTY, lambda path, _real, _foreign: path.touch()),
    "another vault's": (WhyStranger.OTHER, _foreign),
    "random": (WhyStranger.OTHER, lambda path, _real, _foreign: path.write_bytes(secrets.token_bytes(PAGE * 8))),
    "words": (WhyStranger.OTHER, lambda path, _real, _foreign: path.write_text("boodschappen\n")),
    "three bytes of ours": (WhyStranger.OTHER, lambda path, real, _foreign: path.write_bytes(real[:3])),
    "truncated": (WhyStranger.DAMAGED, lambda path, real, _foreign: path.write_bytes(real[: PAGE * 9])),
    "cut within a page": (WhyStranger.DAMAGED, lambda path, real, _foreign: path.write_bytes(real[: PAGE + 77])),
    "too long": (WhyStranger.DAMAGED, lambda path, real, _foreign: path.write_bytes(real + real[:PAGE])),
    "a changed page": (WhyStranger.DAMAGED, lambda path, real, _foreign: path.write_bytes(_flipped(real))),
    "huge": (WhyStranger.DAMAGED, _huge),
    "sparse": (WhyStranger.OTHER, _sparse),
    "folder": (WhyStranger.NO_FILE, lambda path, _real, _foreign: path.mkdir()),
    "pipe": (WhyStranger.NO_FILE, lambda path, _real, _foreign: os.mkfifo(path)),
    "link": (WhyStranger.NO_FILE, _link),
    "dangling link": (WhyStranger.NO_FILE, lambda path, _real, _foreign: path.symlink_to("nowhere")),
}


def put(kind: str, path: Path, real: bytes, foreign: bytes) -> None:
    """A stranger of that kind at ``path``; ``real`` is a backup of the vault, ``foreign`` one of another."""
    KINDS[kind][1](path, real, foreign)


def as_it_is(path: Path) -> tuple[object, ...]:
    """What a file is, byte for byte, without waiting for one that never ends."""
    status = path.lstat()
    kind = stat.S_IFMT(status.st_mode)
    if stat.S_ISLNK(status.st_mode):
        return kind, path.readlink()
    if not stat.S_ISREG(status.st_mode):
        return (kind,)
    with path.open("rb") as file:
        return kind, status.st_size, status.st_mtime_ns, hashlib.sha256(file.read(1 << 22)).hexdigest()


def in_capitals(name: str) -> str:
    """The same name for somebody who does not look closely."""
    return name.upper().replace("DESK", "Desk")


__all__ = ["HUGE", "KINDS", "PAGE", "as_it_is", "in_capitals", "name_of", "put"]


def _flipped(data: bytes) -> bytes:
    changed = bytearray(data)
    changed[PAGE * 12 + 77] ^= 1
    return bytes(changed)
