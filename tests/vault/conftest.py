"""A real vault, encrypted with a random key, in a folder of its own."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from counsellor_desk.casework.model import (
    Answer,
    CaseFile,
    CaseId,
    Contact,
    ContactId,
    Note,
    NoteClass,
    NoteId,
    Organisation,
    OrganisationId,
    PersonId,
)
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.connection import PAGE
from counsellor_desk.vault.faults import VaultDamaged
from counsellor_desk.vault.vault import OpenVault, create_vault

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 14, 3)
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('vault', 'note_text')"


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "desk.vault"


@pytest.fixture
def vault(path: Path, key: bytes) -> Iterator[OpenVault]:
    opened = create_vault(path, key, practice=False, today=TODAY)
    yield opened
    opened.close()


@pytest.fixture
def closed(vault: OpenVault, path: Path) -> Path:
    """The path of a vault with a few cases, closed."""
    fill(vault.book)
    vault.close()
    return path


@pytest.fixture
def book(vault: OpenVault) -> Book:
    return vault.book


@pytest.fixture
def organisation(book: Book) -> Organisation:
    return book.add_organisation(Organisation(OrganisationId(0), "Omroep Proef", "K.OMR", "W.250"))


@pytest.fixture
def new_case(book: Book, organisation: Organisation) -> Callable[..., CaseFile]:
    """Makes a case; keyword arguments are its fields."""

    def make(**fields: object) -> CaseFile:
        return add_case(book, organisation, **fields)

    return make


@pytest.fixture
def case(new_case: Callable[..., CaseFile]) -> CaseFile:
    return new_case()


def add_case(book: Book, _organisation: Organisation, /, **fields: object) -> CaseFile:
    plain = CaseFile(
        id=CaseId(0),
        number=book.next_case_number(2026),
        organisation=_organisation.id,
        status="B.NIE",
        registered_on=TODAY,
        first_contact_on=TODAY,
        person=PersonId(0),
        consent_to_count=Answer.YES,
    )
    wanted = replace(plain, **fields)
    return book.add_case(wanted if wanted.person else replace(wanted, person=book.add_person()))


def contact_of(case: CaseFile, **fields: object) -> Contact:
    plain = Contact(ContactId(0), case.id, TODAY, None, 20, "M.TEL", "R.DOE", True, (), None, TODAY)
    return replace(plain, **fields)


def note_of(case: CaseFile, body: str, **fields: object) -> Note:
    plain = Note(NoteId(0), case.id, NoteClass.FILE, body, NOW, NOW, 0)
    return replace(plain, **fields)


def fill(book: Book, words: str = "een gesprek over de sfeer op de set", notes: int = 40) -> None:
    """An organisation, a case and enough notes to fill some pages."""
    with book.transaction():
        organisation = book.add_organisation(Organisation(OrganisationId(0), "Omroep Proef", "K.OMR", "W.250"))
        case = add_case(book, organisation)
        for number in range(notes):
            contact = book.add_contact(contact_of(case))
            book.add_note(note_of(case, " ".join((words, str(number), "en verder " * 60)), contact=contact.id))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def listing(folder: Path) -> dict[str, str]:
    """Name -> SHA-256 of every file."""
    return {file.name: digest(file) for file in sorted(folder.iterdir())}


def flip(path: Path, page: int, bit: int = PAGE * 4) -> None:
    """Turn one bit of the page of that number, in place."""
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + bit // 8)
        (byte,) = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1 << bit % 8]))


def pages(path: Path) -> range:
    """The numbers of the pages of the file."""
    return range(1, path.stat().st_size // PAGE + 1)


def rows_of(vault: OpenVault) -> Iterator[tuple[object, ...]]:
    """Every row of every table but the founding one, which counts; of a table that cannot be read, nothing."""
    tables = [name for (name,) in vault.session.rows(_TABLES)]
    assert {"note", "note_text_data", "setting"} < set(tables)
    for table in tables:
        with contextlib.suppress(VaultDamaged):
            yield from ((table, *row) for row in vault.session.rows(" ".join(("SELECT * FROM", table))))
