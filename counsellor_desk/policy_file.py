"""Where an administrator puts the policy of a machine, and whether the file there is really one of theirs.

On Linux and macOS the file and every folder above it belong to root and may be written by nobody else. On Windows a
file that this user may open for writing is left aside. Windows and macOS were not tried on a real machine.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from counsellor_desk.policy import NONE, PolicyReading, WhyIgnored, parse, refused

PLACES = {
    "linux": Path("/etc/counsellor-desk/policy.toml"),
    "darwin": Path("/Library/Application Support/CounsellorDesk/policy.toml"),
    "win32": Path("C:/ProgramData/CounsellorDesk/policy.toml"),  # not from %ProgramData%: a user may set that
}
_MOST = 65_536  # bytes; ours has a few lines, and a foreign file must not fill the memory
_ROOT = 0


def read_policy(place: Path | None = None, *, owner: int = _ROOT, platform: str = sys.platform) -> PolicyReading:
    """What the file at ``place`` (by default that of this system) says; ``owner`` is whose it has to be."""
    path = place or PLACES.get(platform)
    if path is None:
        return NONE
    try:
        if not _is_protected(path, owner, platform):
            return refused(WhyIgnored.NOT_PROTECTED)
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
        return parse(content.decode("utf-8")) if len(content) <= _MOST else refused(WhyIgnored.UNREADABLE)
    except FileNotFoundError:
        return NONE
    except (OSError, UnicodeDecodeError):
        return refused(WhyIgnored.UNREADABLE)


def _is_protected(path: Path, owner: int, platform: str) -> bool:
    if platform == "win32":
        path.stat()
        return not _can_be_written(path)
    return stat.S_ISREG(path.lstat().st_mode) and all(_is_theirs(one.lstat(), owner) for one in _upwards(path))


def _upwards(path: Path) -> Iterator[Path]:
    yield path
    yield from path.parents


def _is_theirs(found: os.stat_result, owner: int) -> bool:
    """Whether it belongs to ``owner`` or root, and nobody else may change it. In a folder with the sticky bit others
    may add files, and neither take away nor rename those of somebody else."""
    kept = stat.S_ISDIR(found.st_mode) and found.st_mode & stat.S_ISVTX
    return found.st_uid in (owner, _ROOT) and (bool(kept) or not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def _can_be_written(path: Path) -> bool:
    """Asked of the system itself, which knows its access lists; nothing is written."""
    try:
        path.open("r+b").close()
    except PermissionError:
        return False
    return True
