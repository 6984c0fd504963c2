"""What is backed up."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from counsellor_desk.casework.backups import PURGE_DAYS
from counsellor_desk.vault.backups.place import Place
from counsellor_desk.vault.connection import salt_of
from counsellor_desk.vault.migrate import MIGRATIONS

_MARK_LETTERS = 8


@dataclass(frozen=True, slots=True)
class BackupSubject:
    """The vault at ``path``, open for the ``generation``-th time; ``home`` is where its backups go by default.

    ``migrations`` are the schema steps this program knows: an older copy takes them before it is worked with.
    """

    path: Path
    key: bytes = field(repr=False)
    vault_id: str
    generation: int
    home: Path
    migrations: Path = MIGRATIONS
    purge_days: int = PURGE_DAYS

    @property
    def staged(self) -> Path:
        """Where a copy is built before it travels."""
        return self.path.with_name(self.path.name + ".copy")

    @property
    def trial(self) -> Path:
        """The same for one that is tried out, restored or cleared: a drive may keep that waiting for ever."""
        return self.path.with_name(self.path.name + ".trial")

    @property
    def seal(self) -> str:
        """The fingerprint of its key, with which its file begins."""
        return salt_of(self.key).hex()

    def place(self, folder: str) -> Place:
        """The backups of this vault in ``folder``; empty is ``home``."""
        return Place(Path(folder) if folder else self.home, self.vault_id[:_MARK_LETTERS])
