"""Whether every page of a vault is as it was written."""

from __future__ import annotations

from typing import Protocol

from counsellor_desk.casework.backups import Health
from counsellor_desk.vault.faults import VaultDamaged
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
    return findings(vault.session)


def findings(session: Session) -> Health:
    """As ``health``, of a file that has everything in it."""
    pages = session.rows("PRAGMA cipher_integrity_check")
    try:
        found = [text for (text,) in session.rows("PRAGMA quick_check")]
    except VaultDamaged:
        return Health(len(pages), disorder=1)
    return Health(len(pages), disorder=0 if found == ["ok"] else len(found))
