"""What lies on the disk: unreadable without the key, and open to anybody's tools with it."""

from __future__ import annotations

import base64
import math
import shutil
import sqlite3
import subprocess
from collections import Counter
from datetime import time
from pathlib import Path

import pytest

from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    Consent,
    ConsentId,
    FollowUp,
    FollowUpId,
    Identity,
    Organisation,
    OrganisationId,
    Signal,
    SignalId,
)
from counsellor_desk.vault.vault import OpenVault
from tests.vault.conftest import NOW, TODAY, add_case, contact_of, note_of
from tests.vault.reader import decrypted

CANARY = "Kanarievogel7Geel"


def plant(vault: OpenVault) -> int:
    """The canary in every text a counsellor can write; gives the id of a note."""
    book = vault.book
    with book.transaction():
        organisation = book.add_organisation(Organisation(OrganisationId(0), CANARY, "K.OMR", "W.250"))
        case = add_case(book, organisation, wish=CANARY, production=CANARY, hold_reason=CANARY)
        book.save_identity(Identity(case.person, CANARY, CANARY, CANARY))
        contact = book.add_contact(contact_of(case, at=time(9)))
        note = book.add_note(note_of(case, CANARY + " " + CANARY * 900, contact=contact.id))
        book.amend_note(note.id, 0, CANARY + " " + CANARY * 901, NOW)
        book.add_follow_up(FollowUp(FollowUpId(0), case.id, TODAY, None, CANARY))
        book.add_consent(Consent(ConsentId(0), case.id, "share", True, TODAY, "", CANARY))
        book.add_activity(Activity(ActivityId(0), "V.VOO", TODAY, 60, None, None, CANARY))
        book.add_signal(Signal(SignalId(0), None, TODAY, CANARY, 6, consented=True))
        book.save_draft("contact", CANARY, NOW)
        book.save_setting("own", CANARY)
    return note.id


def hits(folder: Path) -> Counter[str]:
    """How often the canary, in any dress, stands in the files of ``folder``."""
    plain = CANARY.encode()
    dresses = (plain, plain.lower(), plain.upper(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"))
    coded = (plain.hex().encode(), *(base64.b64encode(plain[shift:])[4:-4] for shift in range(3)))
    return Counter(
        file.name
        for file in folder.rglob("*")
        if file.is_file()
        for dress in dresses + coded
        if dress in file.read_bytes()
    )


def test_no_word_is_readable_in_any_file_open_or_closed(vault: OpenVault, path: Path) -> None:
    plant(vault)
    assert {file.name for file in path.parent.iterdir()} >= {"desk.vault", "desk.vault-wal", "desk.vault-shm"}
    assert hits(path.parent) == Counter()

    vault.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    assert hits(path.parent) == Counter()

    vault.close()
    assert hits(path.parent) == Counter()
    assert b"SQLite format 3" not in path.read_bytes()


def test_no_word_is_readable_while_a_large_transaction_runs(vault: OpenVault, path: Path, tmp_path: Path) -> None:
    with vault.book.transaction():
        organisation = vault.book.add_organisation(Organisation(OrganisationId(0), CANARY, "K.OMR", "W.250"))
        case = add_case(vault.book, organisation)
        for _ in range(20):
            vault.book.add_note(note_of(case, CANARY * 10_000))
        vault.session.rows("SELECT body FROM note ORDER BY body")

        assert hits(tmp_path) == Counter()


def test_the_bytes_of_a_vault_look_like_chance(closed: Path) -> None:
    counted = Counter(closed.read_bytes())
    whole = sum(counted.values())

    assert -sum(n / whole * math.log2(n / whole) for n in counted.values()) > 7.99


def test_the_key_is_in_no_file(vault: OpenVault, path: Path, key: bytes) -> None:
    plant(vault)
    vault.close()

    for file in path.parent.iterdir():
        assert key not in file.read_bytes()
        assert key.hex().encode() not in file.read_bytes().lower()


def test_with_the_key_the_published_format_opens_without_our_program(
    vault: OpenVault, path: Path, key: bytes, tmp_path: Path
) -> None:
    note = plant(vault)
    body = vault.book.note(note).body
    vault.close()
    plain = tmp_path / "plain.db"
    plain.write_bytes(decrypted(path, key))
    database = sqlite3.connect(plain)
    database.execute("PRAGMA journal_mode=DELETE")

    assert database.execute("SELECT body FROM note WHERE id = ?", (note,)).fetchone() == (body,)
    database.close()


def test_a_stock_sqlcipher_4_shell_opens_it_with_the_key(vault: OpenVault, path: Path, key: bytes) -> None:
    shell = shutil.which("sqlcipher") or ""
    version = subprocess.run([shell, "--version"], capture_output=True, text=True).stdout if shell else ""
    if "SQLCipher 4" not in version:
        pytest.skip(
            "only on machines with the shell of SQLCipher 4; Debian 12 has that of 3, which reads no file of today"
        )
    plant(vault)
    vault.close()
    asked = "PRAGMA key = \"x'" + key.hex() + "'\";\nSELECT body FROM note;\n"

    said = subprocess.run([shell, str(path)], input=asked, capture_output=True, text=True)

    assert CANARY in said.stdout


def test_a_deleted_text_is_gone_from_every_page_once_committed(
    vault: OpenVault, path: Path, key: bytes, tmp_path: Path
) -> None:
    case = add_case(vault.book, vault.book.add_organisation(Organisation(OrganisationId(0), "O", "K.OMR", "W.250")))
    kept = vault.book.add_note(note_of(case, "blijft " * 50))
    short = vault.book.add_note(note_of(case, "eerst " + CANARY + " dan"))
    long = vault.book.add_note(note_of(case, (CANARY + " ") * 3000))
    vault.book.amend_note(long.id, 0, (CANARY + "anders ") * 3000, NOW)
    vault.book.save_draft("contact", CANARY, NOW)
    vault.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    assert CANARY.encode() in decrypted(path, key)

    with vault.book.transaction():
        for note in (short, long):
            vault.session.change("DELETE FROM note WHERE id = :id", {"id": note.id})
        vault.book.drop_draft("contact")
    vault.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    pages = decrypted(path, key)
    assert CANARY.encode() not in pages
    assert CANARY.lower().encode() not in pages  # a word of the search index
    assert CANARY.lower()[4:].encode() not in pages  # the index shares the beginnings of words
    assert vault.book.note(kept.id).body.encode() in pages
