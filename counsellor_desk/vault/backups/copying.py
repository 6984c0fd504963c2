"""Copying a vault: built beside it, checked, carried to its folder, and checked there before it gets its name.

The copy is built by SQLite's backup on this computer, where SQLite's locks can be trusted; only finished bytes travel
to a stick or a network drive. There it is opened again, read-only and without any file beside it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from counsellor_desk.casework.backups import BackupNotWhole
from counsellor_desk.casework.progress import Progress, no_progress
from counsellor_desk.folders import keep_names
from counsellor_desk.vault.backups.beside import make_cancellable
from counsellor_desk.vault.companions import remove
from counsellor_desk.vault.connection import connect, refuse_unsealed
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.sweeping import sweep

_PAGES_A_STEP = 512  # 2 MB, between two looks at whether to stop
_BYTES_A_STEP = 1 << 21
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'note_text*' ORDER BY name"
# 1: against the notes themselves, not only within the index
_CHECK_INDEX = "INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)"

Counts = tuple[tuple[str, int], ...]
"""Rows by table."""


@contextlib.contextmanager
def reading(path: Path, key: bytes, progress: Progress = no_progress, *, live: bool = False) -> Iterator[Any]:
    """A connection that only reads; ``live`` while the vault at ``path`` is open, otherwise a finished file."""
    with contextlib.closing(connect(path, key, read_only=True, finished=not live)) as connection:
        make_cancellable(connection, progress)
        yield connection


def stage(source: Any, staged: Path, key: bytes, progress: Progress, change: Callable[[Any], None]) -> Counts:
    """Builds the copy at ``staged``, lets ``change`` alter it, sweeps it and checks its index; gives its rows.

    Raises: BackupNotWhole, VaultDamaged for a damaged source, what ``progress`` raises, and errors of the library.
    """
    remove(staged)
    os.close(os.open(staged, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with contextlib.closing(connect(staged, key, new=True)) as target:
        make_cancellable(target, progress)
        source.execute("BEGIN")
        before = counts(source)
        source.backup(target, pages=_PAGES_A_STEP, progress=_told(progress))
        refuse_unsealed(source)
        source.execute("COMMIT")
        if counts(target) != before:
            raise BackupNotWhole()
        change(target)
        sweep(Session(target))
        target.execute(_CHECK_INDEX)
        rows = counts(target)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return rows


def carry(
    staged: Path, goal: Path, key: bytes, rows: Counts, progress: Progress, refuse: Callable[[], None] | None = None
) -> None:
    """Puts the staged copy at ``goal``, verified there; what had that name is replaced only then, and not if
    ``refuse`` raises.

    Raises: BackupNotWhole, what ``progress`` and ``refuse`` raise, OSError.
    """
    travelling = goal.with_name(goal.name + ".new")
    travelling.unlink(missing_ok=True)
    try:
        write(staged, travelling, progress)
        verify_backup(travelling, key, rows, progress)
        if refuse is not None:
            refuse()
        progress(1, 1)
        travelling.replace(goal)
    finally:
        travelling.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # some network drives cannot do this; an older verified copy is still there
        keep_names(goal.parent)


def write(source: Path, goal: Path, progress: Progress) -> None:
    """The bytes of ``source`` in a new file, for its owner only, and on the disk.

    Raises: what ``progress`` raises, OSError.
    """
    whole = source.stat().st_size
    handle = os.open(goal, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with source.open("rb") as bytes_in, os.fdopen(handle, "wb") as bytes_out:
        while part := bytes_in.read(_BYTES_A_STEP):
            bytes_out.write(part)
            progress(bytes_in.tell(), whole)
        bytes_out.flush()
        os.fsync(bytes_out.fileno())


def verify_backup(path: Path, key: bytes, rows: Counts, progress: Progress = no_progress) -> None:
    """Opens the finished copy and looks at every page, every table, and its numbers.

    Raises: BackupNotWhole, and Cancelled.
    """
    with reading(path, key, progress) as connection:
        if not is_whole(connection) or counts(connection) != rows:
            progress(0, 0)  # a look that was cut short has found nothing
            raise BackupNotWhole()


def is_whole(connection: Any) -> bool:
    """Whether every page is as it was written, and every table in order."""
    damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return not damaged and connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def counts(connection: Any) -> Counts:
    """Rows by table."""
    tables = [name for (name,) in connection.execute(_TABLES).fetchall()]
    return tuple(
        (name, connection.execute(" ".join(("SELECT count(*) FROM", name))).fetchone()[0]) for name in tables
    )


def _told(progress: Progress) -> Callable[[int, int, int], None]:
    return lambda _status, remaining, total: progress(total - remaining, total)
