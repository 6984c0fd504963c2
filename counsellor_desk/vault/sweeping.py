"""Writing a vault anew after something was destroyed, so that nothing of it is left between its records.

SQLite overwrites what is deleted, but when it moves records from one page to another it leaves their former bytes in
the free room of the first, where a later deletion does not look: of 10,787 records destroyed at random 8 could still
be read. ``VACUUM`` builds every page from the records that are there. It is one transaction: cut short, all is as it
was.
Source: file format and ``secure_delete`` in SQLite's documentation; the figures are our own (decision 0090).
"""

from __future__ import annotations

from counsellor_desk.vault.erasing import reached
from counsellor_desk.vault.session import Session

_SWEPT = "SELECT value FROM setting WHERE key = 'swept'"
_NOTE = "INSERT OR REPLACE INTO setting (key, value) VALUES ('swept', :place)"


def is_due(session: Session) -> bool:
    """Whether something was destroyed since the pages were written anew. Every copy of a vault knows it of itself."""
    return reached(session) > int(session.value(_SWEPT) or 0)


def sweep(session: Session) -> None:
    """Write all pages anew, if that is due. Outside a transaction; a statement that is stopped changes nothing."""
    if not is_due(session):
        return
    place = reached(session)
    session.rows("VACUUM")
    session.change(_NOTE, {"place": str(place)})
    session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
