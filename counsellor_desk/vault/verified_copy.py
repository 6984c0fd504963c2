"""A copy of the whole vault beside it, verified before anything relies on it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

from counsellor_desk.folders import keep_names
from counsellor_desk.vault.companions import remove
from counsellor_desk.vault.connection import connect, refuse_unsealed
from counsellor_desk.vault.faults import VaultDamaged

_IDENTITY = "SELECT vault_id, generation FROM vault"


def copy_before_migration(connection: Any, path: Path, key: bytes, version: int) -> Path:
    """The copy's path: ``desk.vault.before-0002`` for a vault at schema version 1, under the same key.

    A copy from an earlier attempt is replaced only by one that was verified.
    Raises: VaultDamaged when the copy is not whole; nothing is migrated then.
    """
    copy = path.with_name(path.name + ".before-" + format(version + 1, "04d"))
    new = copy.with_name(copy.name + ".new")
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with contextlib.closing(connect(new, key, new=True)) as target:
            connection.backup(target)
            verify_copy(target, connection)
        with new.open("rb") as file:
            os.fsync(file.fileno())
        new.replace(copy)
    finally:
        remove(new)
    keep_names(path.parent)
    return copy


def verify_copy(copy: Any, source: Any) -> None:
    """Raises: VaultDamaged when ``copy``, just made of ``source``, is not whole or not the same vault, or when a page
    of ``source`` was damaged."""
    refuse_unsealed(source)
    copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    damaged = copy.execute("PRAGMA cipher_integrity_check").fetchall()
    structure = copy.execute("PRAGMA quick_check").fetchall()
    same = copy.execute(_IDENTITY).fetchall() == source.execute(_IDENTITY).fetchall()
    if damaged or structure != [("ok",)] or not same:
        raise VaultDamaged()
