"""Protection against rollback: what tells an older copy of a vault file from the newest.

A file is known by how far it counted, and by the bytes it has while it is closed.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

_INDEX_FRAMES = slice(16, 20)  # mxFrame of the WAL index. Source: SQLite, "WAL-mode File Format", section 2.1


@dataclass(frozen=True, slots=True)
class FileState:
    """``generation`` grows at every opening and now and then in between. ``digest`` is the SHA-256 of the file when
    all of the vault is in it; empty while some of it is in the journal."""

    vault_id: str
    generation: int
    digest: str = ""


class RollbackCheck(Protocol):
    """Remembers, outside the file, where it stood last."""

    def check(self, state: FileState) -> None:
        """Accept a vault that is about to be opened, or say by a ``DeskError`` why not. Nothing was written yet."""
        ...

    def remember(self, state: FileState) -> None:
        """Keep this as the newest. Takes a second at most and never fails."""
        ...


def file_state_of(connection: Any, path: Path) -> FileState:
    """What ``connection`` finds, which must be the only one, and must not have written anything."""
    vault_id, generation = connection.execute("SELECT vault_id, generation FROM vault").fetchone()
    return FileState(vault_id, generation, "" if is_in_journal(path) else digest_of(path))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits. A second for half a gigabyte."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_in_journal(path: Path) -> bool:
    """Whether anything committed is in the journal only. The index, which SQLite has just made anew, counts it."""
    index = path.with_name(path.name + "-shm")
    with index.open("rb") as file:
        return int.from_bytes(file.read(_INDEX_FRAMES.stop)[_INDEX_FRAMES], sys.byteorder) > 0
