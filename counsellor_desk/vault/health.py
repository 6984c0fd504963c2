"""Whether every page of a vault is as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from counsellor_desk.casework.backups import Health
from counsellor_desk.vault.connection import damaged_pages
from counsellor_desk.vault.faults import VaultDamaged
from counsellor_desk.vault.journal import pages_in_journal
from counsellor_desk.vault.session import Session


class Open(Protocol):
    """An open vault, or whoever works with its connection."""

    @property
    def session(self) -> Session: ...


def health(vault: Open) -> Health:
    """What two independent checks find: SQLCipher's of every page's seal, SQLite's of the tables and indexes.

    The first reads the file only, so what waits in the journal is written into it before.
    Half a second for a vault of 200 MB, twice that for the tables.
    """
    vault.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = vault.session.rows("PRAGMA cipher_integrity_check")
    return Health(len(pages), _disorder(vault.session))


def health_of_live(connection: Any, path: Path) -> Health:
    """As ``health``, of the vault at ``path`` while others write it; ``connection`` is one that only reads.

    What stands in the journal is not looked at in the file: it may be on its way there. As long as somebody reads,
    the journal keeps all that is written back. Source: SQLite, "Write-Ahead Logging", checkpointing and concurrency.
    """
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    try:
        pages = damaged_pages(connection)
        written_back = pages_in_journal(path)
        return Health(len([page for page in pages if page not in written_back]), _disorder(Session(connection)))
    finally:
        connection.execute("ROLLBACK")


def _disorder(session: Session) -> int:
    try:
        found = [text for (text,) in session.rows("PRAGMA quick_check")]
    except VaultDamaged:
        return 1
    return 0 if found == ["ok"] else len(found)
