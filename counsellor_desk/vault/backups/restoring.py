"""Bringing a backup back: always to a new file, and from there to the vault's place only when somebody wants that.

A restored vault is an older one. Three things it must not be old in: what was destroyed stays destroyed, what was
published stays published (the promises of the figures rest on it), and it counts its openings on, so that it is not
taken for a copy somebody slipped in.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from counsellor_desk.errors import DeskError
from counsellor_desk.folders import keep_names
from counsellor_desk.vault.backups.clearing import forget
from counsellor_desk.vault.backups.recognising import is_file
from counsellor_desk.vault.backups.subject import BackupSubject
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.erasing import Forgotten, forgotten
from counsellor_desk.vault.faults import LedgerForked, translated
from counsellor_desk.vault.session import Session

RESTORED, KEPT = "restored", "kept"

_LAST_RELEASE = "SELECT number, digest FROM release ORDER BY number DESC LIMIT 1"
_RELEASES = "SELECT number, published_on, public, private, previous, digest FROM release ORDER BY number"
_PUBLISH = """
INSERT INTO release (number, published_on, public, private, previous, digest) VALUES (?, ?, ?, ?, ?, ?)
"""
_MEMORY = "SELECT key, value FROM setting WHERE key IN ('backups', 'last used')"
_REMEMBER = "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Brings a restored copy up to what the present vault must not lose: the rows of all its releases, what it
    remembers of backups, and when it was last used."""

    known: Forgotten
    migrations: Path
    releases: tuple[tuple[Any, ...], ...]
    memory: tuple[tuple[Any, ...], ...]

    @classmethod
    def to(cls, session: Session, migrations: Path) -> Adjustment:
        """To the vault behind ``session`` as it is now."""
        releases, memory = session.rows(_RELEASES), session.rows(_MEMORY)
        return cls(forgotten(session), migrations, tuple(releases), tuple(memory))

    def __call__(self, target: Any) -> None:
        """Raises: LedgerForked when the copy and the vault have published different things."""
        forget(target, self.known, self.migrations)
        copy = Session(target)
        with copy.transaction():
            self._publish(copy)
            copy.change_each(_REMEMBER, self.memory)

    def _publish(self, copy: Session) -> None:
        number, digest = copy.row(_LAST_RELEASE) or (0, "")
        if any(row[0] == number and row[-1] != digest for row in self.releases):
            raise LedgerForked(number=number, last=number)
        copy.change_each(_PUBLISH, [row for row in self.releases if row[0] > number])


def free_name(vault: Path, kind: str, at: datetime) -> Path:
    """A name beside the vault that nothing has."""
    while os.path.lexists(path := vault.with_name(f"{vault.stem}.{kind}-{at:%Y%m%d-%H%M%S}{vault.suffix}")):
        at += timedelta(seconds=1)
    return path


def waiting(vault: Path) -> list[Path]:
    """Restored files nobody works with yet, oldest first."""
    return sorted(filter(is_file, vault.parent.glob(f"{vault.stem}.{RESTORED}-*{vault.suffix}")))


def take_place(restored: Path, subject: BackupSubject, generation: int, at: datetime) -> None:
    """The closed vault gets a second name, then the restored file gets its first: at every moment there is a vault.

    It counts on from ``generation``. What does not work is left as it was: locking never fails.
    """
    with contextlib.suppress(DeskError), translated():
        if _is_in_use(subject.path):
            return
        _count_on(restored, subject.key, generation)
        kept = free_name(subject.path, KEPT, at)
        try:
            os.link(subject.path, kept)
        except OSError:  # a file system without second names
            shutil.copyfile(subject.path, kept)
            kept.chmod(0o600)
        keep_names(kept.parent)
        restored.replace(subject.path)
        keep_names(kept.parent)


def _is_in_use(vault: Path) -> bool:
    """Whether something still waits in its journal."""
    journal = vault.with_name(vault.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0


def _count_on(restored: Path, key: bytes, generation: int) -> None:
    with contextlib.closing(connect(restored, key)) as connection:
        connection.execute("UPDATE vault SET generation = max(generation, :g)", {"g": generation})
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
