"""Opening a vault and saving a contact, against the least that SQLCipher itself needs for the same."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.casework.model import CaseFile, CaseId, FollowUp, FollowUpId, Organisation, OrganisationId
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.vault import create_vault, open_vault
from tests.bench.bench_search import bodies
from tests.bench.frame import Ratio, paired_medians_ms
from tests.vault.conftest import add_case, contact_of, note_of

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 14, 3)
NOTES = 5_000

_CONTACT = """
INSERT INTO contact (case_id, on_day, at_time, minutes, mode, with_whom, incoming, registered_on)
VALUES (?, '2026-11-23', NULL, 20, 'M.TEL', 'R.DOE', 1, '2026-11-23')
"""
_NOTE = """
INSERT INTO note (case_id, note_class, body, written_at, changed_at, revision, contact_id)
VALUES (?, 'FILE', ?, '2026-11-23T14:03:00', '2026-11-23T14:03:00', 0, ?)
"""
_FOLLOW_UP = """
INSERT INTO follow_up (case_id, due_on, text, kind) VALUES (?, '2026-12-07', 'bellen', 'call')
"""


def run() -> list[Ratio]:
    """Opening, and a durable save of a contact with its codes, note, search words and follow-up."""
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "desk.vault", secrets.token_bytes(32)
        case = _make(path, key)
        twin = Path(folder) / "twin.vault"
        shutil.copy(path, twin)
        opening = paired_medians_ms(
            lambda: open_vault(path, key, practice=False).close(), lambda: _bare_open(twin, key)
        )
        vault, bare = open_vault(path, key, practice=False), _bare(twin, key)
        texts = list(bodies(200))
        turn, other = count(), count()
        saving = paired_medians_ms(
            lambda: _save(vault.book, case, texts[next(turn) % 200]),
            lambda: _bare_save(bare, case.id, texts[next(other) % 200]),
            times=101,
        )
        vault.close()
        bare.close()
    return [
        Ratio("open and close with the raw key", *opening, "ms", 2.5, 3.0),
        Ratio("durable save of a contact", *saving, "ms", 1.3, 2.0),
    ]


def _make(path: Path, key: bytes) -> CaseFile:
    vault = create_vault(path, key, practice=False, today=TODAY)
    book = vault.book
    with book.transaction():
        case = add_case(book, book.add_organisation(Organisation(OrganisationId(0), "Omroep", "K.OMR", "W.250")))
        for text in bodies(NOTES):
            book.add_note(note_of(case, text))
    vault.close()
    return case


def _save(book: Book, case: CaseFile, text: str) -> None:
    with book.transaction():
        contact = book.add_contact(contact_of(case, codes=("SI.VER", "H.LUI")))
        book.add_note(note_of(case, text, contact=contact.id))
        book.add_follow_up(FollowUp(FollowUpId(0), case.id, date(2026, 12, 7), None, "bellen"))


def _bare(path: Path, key: bytes) -> Any:
    """A connection with the same durability and nothing else of ours."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.set_key(b"x'" + key.hex().encode() + b"'")
    for setting in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
        "cache_size=-64000",
    ):
        connection.execute("PRAGMA " + setting)
    return connection


def _bare_open(path: Path, key: bytes) -> None:
    """Open, read one row, commit one durable change, close."""
    connection = _bare(path, key)
    connection.execute("SELECT marker FROM vault").fetchone()
    connection.execute("UPDATE vault SET generation = generation + 1")
    connection.close()


def _bare_save(connection: Any, case: CaseId, text: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    contact = connection.execute(_CONTACT, (case,)).lastrowid
    connection.execute("INSERT INTO contact_code VALUES (?, 0, 'SI.VER')", (contact,))
    connection.execute("INSERT INTO contact_code VALUES (?, 1, 'H.LUI')", (contact,))
    connection.execute(_NOTE, (case, text, contact))
    connection.execute(_FOLLOW_UP, (case,))
    connection.execute("COMMIT")
