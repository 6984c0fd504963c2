"""What SQLite may put beside a file: its journals and their index. They share its name, and its fate."""

from __future__ import annotations

from pathlib import Path

ENDS = ("-wal", "-shm", "-journal")


def companions(path: Path) -> tuple[Path, ...]:
    """The paths of the files that SQLite may keep beside the database ``path``."""
    return tuple(path.with_name(path.name + end) for end in ENDS)


def remove(path: Path) -> None:
    """Take a file away with all of them, as far as they are there. Raises: OSError."""
    for one in (path, *companions(path)):
        one.unlink(missing_ok=True)
