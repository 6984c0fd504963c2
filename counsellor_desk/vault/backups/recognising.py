"""Whether a file is a backup of this vault: by its first page when it is known, by opening all of it when it is not.

Nothing here writes, follows a link, or waits for what is no file. A drive that does not answer it does wait for.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counsellor_desk.casework.backups import WhyStranger
from counsellor_desk.casework.progress import Progress
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.backups.memory import Known
from counsellor_desk.vault.connection import PAGE, is_salted_by
from counsellor_desk.vault.faults import (
    NotAVault,
    VaultDamaged,
    VaultIoFailed,
    VaultMissing,
    VaultReadOnly,
    WrongKey,
    translated,
)

if TYPE_CHECKING:
    from counsellor_desk.vault.backups.subject import BackupSubject

SALT_BYTES = 16
# of these some are of Unix only
_QUIETLY = ("O_CLOEXEC", "O_NONBLOCK", "O_NOFOLLOW", "O_BINARY")
_FLAGS = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in _QUIETLY)
_HEAD_DIGITS = 32


def is_file(path: Path) -> bool:
    """Whether there is a file itself, no link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def first_page(path: Path) -> bytes:
    """The first 4,096 bytes, or all there are. Raises: OSError, also for what is no file."""
    return _begin(path)[0]


def known_by(path: Path, at: str) -> Known:
    """What is remembered of a backup, made at that ISO moment, that lies there. Raises: OSError."""
    page, status = _begin(path)
    return Known(at, status.st_size, status.st_mtime_ns, hashlib.sha256(page).hexdigest()[:_HEAD_DIGITS])


def is_still(path: Path, known: Known) -> bool:
    """Whether what lies there is the backup that is remembered."""
    try:
        return known_by(path, known.at).is_like(known)
    except OSError:
        return False


def look(
    path: Path, at: str, before: Known | None, subject: BackupSubject, seals: Collection[str], progress: Progress
) -> Known | WhyStranger:
    """What is to be remembered of the backup that lies there, or why it is none; ``before`` is what was remembered
    under that name, ``seals`` are of earlier keys. Reads all of it, unless that one is still there.

    Raises: Cancelled, and what has nothing to do with the file.
    """
    try:
        known = known_by(path, at)
        if before is not None and before.sound and known.is_like(before):
            return replace(known, at=before.at)
        page = first_page(path)
    except OSError:
        return WhyStranger.UNREADABLE
    if not is_under(page, subject.key):
        return WhyStranger.EARLIER_KEY if is_sealed_by(page, seals) else WhyStranger.OTHER
    try:
        with translated(), copying.reading(path, subject.key, progress) as connection:
            if not is_of(connection, subject.vault_id):
                return WhyStranger.OTHER
            whole = _pages(connection) * PAGE == known.size and copying.is_whole(connection)
            progress(0, 0)  # a look that was cut short has found nothing
            return known if whole else WhyStranger.DAMAGED
    except (WrongKey, NotAVault):
        return WhyStranger.OTHER
    except VaultDamaged:
        return WhyStranger.DAMAGED
    except (VaultIoFailed, VaultReadOnly, VaultMissing):
        return WhyStranger.UNREADABLE


def is_under(page: bytes, key: bytes) -> bool:
    """Whether a file that begins with ``page`` says that this is its key."""
    return len(page) >= SALT_BYTES and is_salted_by(page[:SALT_BYTES], key)


def is_sealed_by(page: bytes, seals: Collection[str]) -> bool:
    """Whether a file that begins with ``page`` is under a key with one of these fingerprints."""
    return len(page) >= SALT_BYTES and page[:SALT_BYTES].hex() in seals


def is_of(connection: Any, vault_id: str) -> bool:
    """Whether the file behind ``connection`` is the vault of that name, or a copy of it."""
    tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'vault'"
    if connection.execute(tables).fetchone() != (1,):
        return False
    return bool(connection.execute("SELECT vault_id FROM vault").fetchone() == (vault_id,))


def _pages(connection: Any) -> int:
    return int(connection.execute("PRAGMA page_count").fetchone()[0])


def _begin(path: Path) -> tuple[bytes, os.stat_result]:
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        return file.read(PAGE), os.fstat(file.fileno())
