"""Another key for a closed vault: a whole, verified copy under the new key takes its place, by one rename.

At every moment the file in its place is whole, under the one key or under the other; which, its first bytes say.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from counsellor_desk.folders import keep_names
from counsellor_desk.vault.companions import remove
from counsellor_desk.vault.connection import connect, is_salted_by
from counsellor_desk.vault.faults import VaultBusy, VaultMissing, translated
from counsellor_desk.vault.lock import VaultLock
from counsellor_desk.vault.verified_copy import verify_copy


def change_key(path: Path, old: bytes, new: bytes) -> None:
    """Give the vault at ``path``, which nobody has open, the key ``new``. Twice its size is needed for a moment.

    Raises: WrongKey, VaultMissing, VaultDamaged, VaultBusy, DiskFull, VaultIoFailed. Each leaves the vault as it was.
    """
    with translated():
        path = path.resolve()
        if not path.exists():
            raise VaultMissing()
        lock = VaultLock(path)
    with contextlib.ExitStack() as last, translated():
        last.callback(lock.release)
        copy = _copy_of(path)
        forget_copy(path)
        try:
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with contextlib.closing(connect(path, old)) as source:
                source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                with contextlib.closing(connect(copy, new, new=True)) as target:
                    source.backup(target)
                    verify_copy(target, source)
                    target.execute("UPDATE vault SET generation = generation + 1")  # another file than the last seen
                    target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            with copy.open("rb") as file:
                os.fsync(file.fileno())
            if path.with_name(path.name + "-wal").exists():  # of another key: it must never lie beside the new file
                raise VaultBusy()
            copy.replace(path)
        finally:
            forget_copy(path)
        keep_names(path.parent)


def has_key(path: Path, key: bytes) -> bool:
    """Whether the file says that this is its key. A file that says nothing is for the vault to judge: True."""
    try:
        with path.open("rb") as file:
            return is_salted_by(file.read(16), key)
    except OSError:
        return True


def forget_copy(path: Path) -> None:
    """Remove what a change of key that was cut short left beside the vault.

    Raises: OSError.
    """
    remove(_copy_of(path))


def _copy_of(path: Path) -> Path:
    return path.with_name(path.name + ".rekeyed")
