"""Brings a vault's schema up to date: numbered steps, forwards only, each whole or absent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.vault.faults import VaultTooNew, translated

MIGRATIONS = Path(__file__).with_name("migrations")

# what FTS5 makes for itself follows from its declaration
_SCHEMA = """
SELECT sql FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT GLOB 'note_text_*'
ORDER BY type = 'table' DESC, type = 'view', type = 'trigger', tbl_name, type, name
"""


def steps(folder: Path = MIGRATIONS) -> tuple[Path, ...]:
    """The steps in order; the n-th leads to schema version n."""
    found = tuple(sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql")))
    if [int(path.name[:4]) for path in found] != list(range(1, len(found) + 1)):
        raise ValueError("migrations are numbered 0001, 0002, … without a gap")
    return found


def version(connection: Any) -> int:
    """The schema version of the vault behind ``connection``; 0 = new."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def pending(connection: Any, folder: Path = MIGRATIONS) -> tuple[Path, ...]:
    """The steps this vault still has to take.

    Raises: VaultTooNew when the vault is ahead of this program.
    """
    known = steps(folder)
    found = version(connection)
    if found > len(known):
        raise VaultTooNew(found=found, known=len(known))
    return known[found:]


def migrate(connection: Any, folder: Path = MIGRATIONS) -> None:
    """Take the pending steps. One that fails leaves the vault at the step before it.

    Each step carries its own transaction, because ``executescript`` commits an open one first.
    Raises: VaultTooNew, and what ``translated`` names.
    """
    for path in pending(connection, folder):
        script = "\n".join(
            ("BEGIN IMMEDIATE;", path.read_text("utf-8"), "PRAGMA user_version = " + path.name[:4] + ";", "COMMIT;")
        )
        with translated():
            try:
                connection.executescript(script)
            except sqlcipher.Error:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def schema(connection: Any) -> str:
    """The whole schema as SQL text, in a fixed order."""
    statements = [str(sql) for (sql,) in connection.execute(_SCHEMA).fetchall()]
    return "".join(statement.rstrip() + ";\n\n" for statement in statements).rstrip("\n") + "\n"
