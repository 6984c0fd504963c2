"""What destroying takes out of a vault, and the log by which every copy of it learns what it still has to forget.

The log names records by number. Numbers of notes are given again after the newest note is gone, so the log is read in
order: a copy forgets exactly the rows behind its own last one, and at that point the number means what it meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from counsellor_desk.casework.status import Status
from counsellor_desk.vault.session import Session

CASE, NOTE = "case", "note"

_NOTE = (
    "DELETE FROM draft WHERE slot = 'amend:' || :id",
    "DELETE FROM note WHERE id = :id",
)
# The shell that is left holds what figures count by (guard.facts_only) and nothing else: no text, no time of day, no
# name, no code that no table shows. Source: practice of the field, "coded shell kept as a tally".
_CASE = (
    "DELETE FROM draft WHERE slot IN (SELECT 'amend:' || id FROM note WHERE case_id = :id)",
    "DELETE FROM draft WHERE slot GLOB '*:' || :id AND NOT slot GLOB 'amend:*'",
    """
    DELETE FROM draft WHERE CASE WHEN json_valid(payload)
      THEN EXISTS (SELECT 1 FROM json_each(payload) WHERE key = 'case' AND value = :id) END
    """,
    "DELETE FROM note WHERE case_id = :id",
    "DELETE FROM follow_up WHERE case_id = :id",
    "DELETE FROM consent WHERE case_id = :id",
    "DELETE FROM disclosure_decision WHERE case_id = :id",
    "DELETE FROM hold WHERE case_id = :id",
    "DELETE FROM case_ground WHERE case_id = :id",
    "DELETE FROM case_nature WHERE case_id = :id AND position > 0",
    "DELETE FROM step WHERE case_id = :id AND done IS NOT 1",
    "UPDATE contact SET on_day = registered_on, at_time = NULL WHERE case_id = :id",
    """
    UPDATE case_file SET
      status = :status, destroyed_on = :on, revision = revision + 1,
      first_contact_on = registered_on, last_contact_on = NULL,
      production_id = NULL, wish = NULL, hold_until = NULL, hold_reason = NULL,
      channel = NULL, route = NULL, chain_client = NULL, chain_accused = NULL, direction = NULL, pattern = NULL,
      gender_band = NULL, age_band = NULL, group_size_band = NULL, reason_no_formal = NULL,
      ongoing = 'unknown', acute_danger = 'unknown', possible_offence = 'unknown', minor_involved = 'unknown',
      absence = 'unknown'
    WHERE id = :id
    """,
    "DELETE FROM case_person WHERE case_id = :id",
    """
    DELETE FROM identity WHERE person_id NOT IN (
      SELECT person_id FROM case_file WHERE destroyed_on IS NULL UNION SELECT person_id FROM case_person
    )
    """,
    "DELETE FROM person WHERE id NOT IN (SELECT person_id FROM case_file UNION SELECT person_id FROM case_person)",
    """
    DELETE FROM production WHERE id NOT IN (
      SELECT production_id FROM case_file WHERE production_id IS NOT NULL
    )
    """,
)
_STATEMENTS = {CASE: _CASE, NOTE: _NOTE}
_CERTIFICATES = """
SELECT id, case_number, on_day, ground, scope FROM destruction WHERE id > (:from) ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Erased:
    """A row of the log; its id is its place in it."""

    id: int
    kind: str
    record: int
    on: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """All a vault has destroyed: the log, and the certificates that say so to people."""

    log: tuple[Erased, ...]
    certificates: tuple[tuple[Any, ...], ...]

    @property
    def position(self) -> int:
        """The place of the last row; 0 when nothing was ever destroyed."""
        return self.log[-1].id if self.log else 0


def erase(session: Session, kind: str, record: int, on: date) -> None:
    """Take the record out and say so in the log, inside a transaction of the caller."""
    _apply(session, Erased(position(session) + 1, kind, record, on.isoformat()))


def position(session: Session) -> int:
    """The place of the last row of the log."""
    return int(session.value("SELECT coalesce(max(id), 0) FROM erased"))


def reached(session: Session) -> int:
    """The same of any copy; -1 in one from before there was a log."""
    has_log = session.value("SELECT count(*) FROM sqlite_schema WHERE name = 'erased'")
    return position(session) if has_log else -1


def forgotten(session: Session) -> Forgotten:
    """All that was destroyed in this vault."""
    rows = session.rows("SELECT id, kind, record_id, on_day FROM erased ORDER BY id")
    return Forgotten(tuple(Erased(*row) for row in rows), tuple(session.rows(_CERTIFICATES, {"from": 0})))


def catch_up(session: Session, known: Forgotten) -> int:
    """How many records a copy still held and now has forgotten, in one transaction."""
    with session.transaction():
        behind = _behind(known.log, position(session))
        for row in behind:
            _apply(session, row)
        last = int(session.value("SELECT coalesce(max(id), 0) FROM destruction"))
        session.change_each(
            "INSERT INTO destruction (id, case_number, on_day, ground, scope) VALUES (?, ?, ?, ?, ?)",
            [certificate for certificate in known.certificates if certificate[0] > last],
        )
    return len(behind)


def _behind(log: Sequence[Erased], place: int) -> list[Erased]:
    return [row for row in log if row.id > place]


def _apply(session: Session, row: Erased) -> None:
    values = {"id": row.record, "on": row.on, "status": Status.DESTROYED.value}
    for statement in _STATEMENTS[row.kind]:
        session.change(statement, {name: value for name, value in values.items() if ":" + name in statement})
    session.change(
        "INSERT INTO erased (id, kind, record_id, on_day) VALUES (:place, :kind, :record, :on)",
        {"place": row.id, "kind": row.kind, "record": row.record, "on": row.on},
    )
