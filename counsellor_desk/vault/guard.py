"""What an open connection may do: allow-lists that SQLite asks before it prepares a statement."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlcipher

OK: int = sqlcipher.SQLITE_OK
DENY: int = sqlcipher.SQLITE_DENY

_WORK = frozenset(
    {
        sqlcipher.SQLITE_SELECT,
        sqlcipher.SQLITE_READ,
        sqlcipher.SQLITE_INSERT,
        sqlcipher.SQLITE_UPDATE,
        sqlcipher.SQLITE_DELETE,
        sqlcipher.SQLITE_TRANSACTION,
    }
)
_WORK_FUNCTIONS = frozenset(
    {
        "coalesce",
        "count",
        "date",
        "glob",
        "json_each",
        "json_valid",
        "length",
        "match",
        "max",
        "min",
        "snippet",
        "substr",
        "sum",
    }
)
PATIENT, IMPATIENT = "PRAGMA busy_timeout=2000", "PRAGMA busy_timeout=0"
"""A statement waits two seconds for another connection, or not at all."""

# pragma -> the arguments it may have; data_version is asked by FTS5 itself
_WORK_PRAGMAS: dict[str, frozenset[str | None]] = {
    "busy_timeout": frozenset({"0", "2000"}),
    "cipher_integrity_check": frozenset({None}),
    "cipher_status": frozenset({None}),
    "data_version": frozenset({None}),
    "quick_check": frozenset({None}),
    "user_version": frozenset({None}),
    "wal_checkpoint": frozenset({"TRUNCATE"}),
}
_FOR_GOOD = frozenset({"destruction", "erased", "release"})


def working(action: int, first: str | None, second: str | None, _database: str | None, _via: str | None) -> int:
    """The working connection: rows may be read and written. No other database, no schema, no extension, no key.

    The ledger and what was destroyed can be added to, never changed.
    """
    if action == sqlcipher.SQLITE_FUNCTION:
        return OK if second in _WORK_FUNCTIONS else DENY
    if action == sqlcipher.SQLITE_PRAGMA:
        return OK if second in _WORK_PRAGMAS.get(first or "", ()) else DENY
    if action in (sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE) and first in _FOR_GOOD:
        return DENY
    if action in (sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE) and _of_sqlite(first):
        return DENY
    return OK if action in _WORK else DENY


FACT_COLUMNS: dict[str, frozenset[str]] = {
    "case_file": frozenset(
        {
            "id",
            "person_id",
            "organisation_id",
            "registered_on",
            "counted_closed_on",
            "client_role",
            "client_status",
            "function_group",
            "relation",
            "same_link",
            "setting",
            "recency",
            "outcome",
            "aftercare",
            "retaliation",
            "consent_to_count",
            "is_test",
            "duplicate_of",
        }
    ),
    "case_nature": frozenset({"case_id", "position", "code"}),
    "step": frozenset({"case_id", "code", "done"}),
    "contact": frozenset({"id", "case_id", "registered_on"}),
    "contact_code": frozenset({"contact_id", "code"}),
    "activity": frozenset({"organisation_id", "code", "on_day", "minutes", "reach_band"}),
    "organisation": frozenset({"id", "size_band"}),
}
FACT_VIEWS = frozenset({"v_case_fact", "v_step_fact", "v_contact_fact", "v_activity_fact", "v_organisation_fact"})
_FACT_FUNCTIONS = frozenset({"min", "glob"})


def facts_only(action: int, first: str | None, second: str | None, _database: str | None, via: str | None) -> int:
    """The figures' connection: nothing but the coded columns, and those only through the fact views.

    SQLite names the view a column is read through; a common table expression can borrow that name, so the
    columns themselves are listed too: even then no text, number or name can be read.
    """
    if action == sqlcipher.SQLITE_SELECT:
        return OK
    if action == sqlcipher.SQLITE_READ:
        if first in FACT_VIEWS:
            return OK
        return OK if via in FACT_VIEWS and second in FACT_COLUMNS.get(first or "", ()) else DENY
    if action == sqlcipher.SQLITE_FUNCTION:
        return OK if second in _FACT_FUNCTIONS else DENY
    return OK if (action, first, second) == (sqlcipher.SQLITE_PRAGMA, "cipher_status", None) else DENY


def _of_sqlite(table: str | None) -> bool:
    return (table or "").lower().startswith("sqlite_")
