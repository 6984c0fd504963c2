"""A desk on one machine: vault, header and a keyring of files; doing an operation, and looking at what is there."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    CaseFile,
    NoteId,
    Organisation,
    OrganisationId,
)
from counsellor_desk.custody import files
from counsellor_desk.custody.custodian import VAULT_FILE, Custodian
from counsellor_desk.custody.errors import KeyAbsent
from counsellor_desk.custody.seal import Cost
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.migrate import MIGRATIONS, steps, version
from counsellor_desk.vault.vault import OpenVault, create_vault, open_vault
from tests.campaigns._model import Kind, Model, Operation, body
from tests.vault.conftest import add_case, contact_of, note_of

KEY = bytes(range(7, 39))
VAULT_ID = "5eed" * 8
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 14, 3)
STEP_ROWS = 400

_BASE = len(steps())
_STEP = """
CREATE TABLE step_{number} (id INTEGER PRIMARY KEY, body TEXT) STRICT;
INSERT INTO step_{number} (body)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) SELECT 'rij ' || i || hex(i) FROM n;
"""


class FileKeyring:
    """A keyring that outlives its user's processes, as a real one does: each item is written whole or not at all."""

    backend = "tests.FileKeyring"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> str:
        """Raises: KeyAbsent."""
        text = files.read_text(self._path(name))
        if text is None:
            raise KeyAbsent()
        return text

    def put(self, name: str, secret: str) -> None:
        """Keep it."""
        files.private_folder(self._folder)
        files.write_text(self._path(name), secret)

    def delete(self, name: str) -> None:
        """Drop it."""
        files.remove(self._path(name))

    def _path(self, name: str) -> Path:
        return self._folder / name.replace("/", ".")


class Machine:
    """``home`` holds all that a power cut can hit; ``bench`` beside it holds the program's own schema steps."""

    def __init__(self, home: Path, bench: Path) -> None:
        self.home = home
        self.folder = home / "practice"
        self.vault = self.folder / VAULT_FILE
        self._bench = bench

    def custodian(self) -> Custodian:
        """Keeps the key under a passphrase that is quick to try."""
        return Custodian(
            self.folder,
            FileKeyring(self.home / "keyring"),
            clock=lambda: time.time() * 1e6,  # no pause after a wrong passphrase is ever left
            cost=lambda: Cost(log_n=4, passes=1),
        )

    def program(self, more: int) -> Path:
        """The schema steps of a program that knows ``more`` than today's."""
        folder = self._bench / f"steps-{more}"
        if not folder.exists():
            made = self._bench / f"steps-{more}.new"
            shutil.rmtree(made, ignore_errors=True)
            shutil.copytree(MIGRATIONS, made)
            for number in range(1, more + 1):
                name = f"{_BASE + number:04}_more.sql"
                (made / name).write_text(_STEP.format(number=number, rows=STEP_ROWS), "utf-8")
            made.rename(folder)
        return folder

    def found(self) -> None:
        """The first run: key, vault, and a first case."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.custodian().establish(KEY, VAULT_ID, passphrase(0), TODAY)
        vault = create_vault(self.vault, KEY, practice=False, today=TODAY, vault_id=VAULT_ID)
        self.custodian().settle()
        with vault.book.transaction():
            add_case(vault.book, vault.book.add_organisation(Organisation(OrganisationId(0), "O", "K.OMR", "W.250")))
        vault.close()

    def steps_taken(self, key: bytes) -> int:
        """How many steps beyond today's the vault has taken; it stays as it is."""
        with contextlib.closing(connect(self.vault, key)) as connection:
            return version(connection) - _BASE

    def open(self, key: bytes, more: int) -> OpenVault:
        """The vault, opened by a program that knows ``more`` steps than today's."""
        return open_vault(self.vault, key, practice=False, migrations=self.program(more))


def passphrase(number: int) -> str:
    """The passphrase operation ``number`` sets."""
    return f"stille wateren {number}"


class AtWork:
    """Somebody at the desk of ``machine``. The vault is open between operations."""

    def __init__(self, machine: Machine, model: Model) -> None:
        self._machine = machine
        self._steps = model.steps
        self._passphrase = model.passphrase
        self._vault = self._opened()

    def do(self, operation: Operation) -> None:
        """Returns when the program would say that it is done. Raises: DeskError when it refuses."""
        number = operation.number
        match operation.kind:
            case Kind.NOTE | Kind.LONG:
                self._write(number, long=operation.kind is Kind.LONG)
            case Kind.AMEND:
                note, revision = self._note(operation.on)
                self._vault.book.amend_note(note, revision, body(operation.on, number), NOW)
            case Kind.SETTING:
                self._vault.book.save_setting("setting", str(number))
            case Kind.REMOVE:
                self._vault.book.remove_activity(self._activity(operation.on))
            case Kind.LOCK:
                self._vault.close()
                self._vault = self._opened()
            case Kind.PASSPHRASE:
                old, new = passphrase(self._passphrase), passphrase(number)
                self._machine.custodian().change_passphrase(old, new)
                self._passphrase = number
            case Kind.MIGRATE:
                self._vault.close()
                self._steps += 1
                self._vault = self._opened()

    def close(self) -> None:
        """Lock."""
        self._vault.close()

    def _opened(self) -> OpenVault:
        key = self._machine.custodian().unlock(passphrase(self._passphrase))
        return self._machine.open(key, self._steps)

    def _write(self, number: int, *, long: bool) -> None:
        book = self._vault.book
        case = self._case()
        with book.transaction():
            contact = book.add_contact(contact_of(case))
            book.add_note(note_of(case, body(number, number, long=long), contact=contact.id))
            book.add_activity(Activity(ActivityId(0), "V.VOO", TODAY, 60, None, remark=str(number)))
            book.save_draft("contact", str(number), NOW)

    def _case(self) -> CaseFile:
        case = self._vault.book.case_by_number("26-001")
        assert case is not None
        return case

    def _note(self, number: int) -> tuple[NoteId, int]:
        rows = self._vault.session.rows("SELECT id, revision, body FROM note")
        return next((NoteId(note), revision) for note, revision, text in rows if text.split()[0] == str(number))

    def _activity(self, number: int) -> ActivityId:
        return next(one.id for one in self._vault.book.activities(TODAY, TODAY) if one.remark == str(number))


def observed(vault: OpenVault, *, steps_taken: int, passphrase_number: int) -> Model:
    """What is in the vault. Raises: ValueError for a text no operation wrote."""
    session = vault.session
    wordings: dict[int, list[int]] = {}
    for text in _wordings(vault):
        note, number = (int(part) for part in text.split(maxsplit=2)[:2])
        if text not in (body(note, number), body(note, number, long=True)):
            raise ValueError("a wording nobody wrote")
        wordings.setdefault(note, []).append(number)
    if session.value("SELECT count(*) FROM contact") != len(wordings):
        raise ValueError("a contact without its note, or the reverse")
    return Model(
        notes={note: tuple(numbers) for note, numbers in wordings.items()},
        activities=frozenset(int(one.remark) for one in vault.book.activities(TODAY, TODAY)),
        draft=int(vault.book.draft("contact") or 0),
        setting=int(vault.book.setting("setting") or 0),
        passphrase=passphrase_number,
        steps=steps_taken,
    )


def _wordings(vault: OpenVault) -> Iterator[str]:
    """Every wording there is, of each note the oldest first."""
    yield from (text for (text,) in vault.session.rows("SELECT body FROM note_revision ORDER BY note_id, revision"))
    yield from (text for (text,) in vault.session.rows("SELECT body FROM note ORDER BY id"))
