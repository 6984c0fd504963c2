"""Somebody at a desk: does one operation after the other; and what is in the vault then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counsellor_desk.casework.destroying import Ground, delete_note, destroy_case
from counsellor_desk.casework.model import Activity, ActivityId, CaseFile, NoteId
from counsellor_desk.custody import sheet
from counsellor_desk.office import SetUp
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.rekey import has_key
from counsellor_desk.vault.vault import OpenVault
from tests.campaigns._desk import NOW, TODAY, Machine, hour, key_of, passphrase
from tests.campaigns._model import Kind, Model, Operation, body
from tests.vault.conftest import add_case, contact_of, note_of

_OF_CLOSED_CASES = "SELECT body FROM note JOIN case_file ON case_file.id = note.case_id WHERE closed_on IS NOT NULL"


class AtWork:
    """Somebody at the desk of ``machine``, until now at operation ``number``. The vault is open between operations;
    each takes an hour."""

    def __init__(self, machine: Machine, model: Model, number: int = 0) -> None:
        self._machine = machine
        self._steps = model.steps
        self._passphrase = model.passphrase
        self._now = hour(number)
        self._vault = self._opened()

    def do(self, operation: Operation) -> None:
        """Returns when the program would say that it is done. Raises: DeskError when it refuses."""
        number, on = operation.number, operation.on
        self._now = hour(number)
        book = self._vault.book
        match operation.kind:
            case Kind.NOTE | Kind.LONG:
                self._write(number, long=operation.kind is Kind.LONG)
            case Kind.AMEND:
                note, revision = self._note(on)
                book.amend_note(note, revision, body(on, number), NOW)
            case Kind.SETTING:
                book.save_setting("setting", str(number))
            case Kind.REMOVE:
                book.remove_activity(self._activity(on))
            case Kind.LOCK:
                self._reopen()
            case Kind.PASSPHRASE:
                old, new = passphrase(self._passphrase), passphrase(number)
                self._machine.custodian().change_passphrase(old, new)
                self._passphrase = number
            case Kind.MIGRATE:
                self._steps += 1
                self._reopen()
            case Kind.CASE:
                self._write_case(number)
            case Kind.DELETE:
                delete_note(book, self._note(on)[0], self._now.date())
            case Kind.DESTROY:
                destroy_case(book, book.note(self._note(on)[0]).case, Ground.TERM, self._now.date())
            case Kind.REKEY:
                self._change_key(key_of(number))
            case Kind.BACKUP:
                self._backups.make(_in_peace)
            case Kind.RESTORE:
                self._restore(-1)
            case Kind.RETURN:
                self._backups.make(_in_peace)
                self._backups.work_with(self._restore(0))
                self._reopen()
            case Kind.CLEAR:
                work_off(self._backups)

    def close(self) -> None:
        """Lock."""
        self._vault.close()

    @property
    def _backups(self) -> VaultBackups:
        assert self._vault.backups is not None
        return self._vault.backups

    def _opened(self) -> OpenVault:
        return self._machine.open(self._machine.key(self._passphrase), self._steps, lambda: self._now)

    def _reopen(self) -> None:
        self._vault.close()
        self._vault = self._opened()

    def _change_key(self, key: bytes) -> None:
        groups = sheet.encode(key)
        new = SetUp(groups, sheet.fingerprint(key), key)
        self._machine.door().change_key(self._vault, new, passphrase(self._passphrase), groups)
        self._vault = self._opened()

    def _restore(self, which: int) -> str:
        """The name of the new file: from the newest backup (0) or the oldest (-1) of those under the present key."""
        key = self._machine.key(self._passphrase)
        ours = [copy for copy in self._backups.overview().copies if has_key(Path(copy.folder, copy.name), key)]
        return self._backups.restore((ours or [self._backups.make(_in_peace)])[which], _in_peace)

    def _write(self, number: int, *, long: bool) -> None:
        book = self._vault.book
        case = self._case()
        with book.transaction():
            contact = book.add_contact(contact_of(case))
            book.add_note(note_of(case, body(number, number, long=long), contact=contact.id))
            book.add_activity(Activity(ActivityId(0), "V.VOO", TODAY, 60, None, remark=str(number)))
            book.save_draft("contact", str(number), NOW)

    def _write_case(self, number: int) -> None:
        book = self._vault.book
        with book.transaction():
            case = add_case(book, book.organisations()[0], status="B.DIC", closed_on=TODAY)
            book.add_note(note_of(case, body(number, number), contact=book.add_contact(contact_of(case)).id))

    def _case(self) -> CaseFile:
        case = self._vault.book.case_by_number("26-001")
        assert case is not None
        return case

    def _note(self, number: int) -> tuple[NoteId, int]:
        rows = self._vault.session.rows("SELECT id, revision, body FROM note")
        return next((NoteId(note), revision) for note, revision, text in rows if text.split()[0] == str(number))

    def _activity(self, number: int) -> ActivityId:
        return next(one.id for one in self._vault.book.activities(TODAY, TODAY) if one.remark == str(number))


def work_off(backups: VaultBackups) -> None:
    """All that waits to be done to the backups. Raises: DeskError for a piece that goes wrong."""
    for _piece in iter(backups.chore, None):
        pass


def _in_peace(_done: int, _whole: int) -> None:
    """Nobody waits."""


def observed(vault: OpenVault, *, steps_taken: int, passphrase_number: int, keys: tuple[int, ...]) -> Model:
    """What is in the vault, which was opened by the last of ``keys``. Raises: ValueError for a text nobody wrote."""
    session = vault.session
    wordings: dict[int, list[int]] = {}
    for text in _wordings(vault):
        note, number = (int(part) for part in text.split(maxsplit=2)[:2])
        if text not in (body(note, number), body(note, number, long=True)):
            raise ValueError("a wording nobody wrote")
        wordings.setdefault(note, []).append(number)
    erased = session.value("SELECT count(*) FROM erased")
    if session.value("SELECT count(*) FROM contact") != len(wordings) + erased:
        raise ValueError("a contact without its note, or the reverse")
    return Model(
        notes={note: tuple(numbers) for note, numbers in wordings.items()},
        activities=frozenset(int(one.remark) for one in vault.book.activities(TODAY, TODAY)),
        draft=int(vault.book.draft("contact") or 0),
        setting=int(vault.book.setting("setting") or 0),
        passphrase=passphrase_number,
        steps=steps_taken,
        cases=frozenset(int(text.split()[0]) for (text,) in session.rows(_OF_CLOSED_CASES)),
        keys=keys,
        erased=erased,
    )


def _wordings(vault: OpenVault) -> Iterator[str]:
    """Every wording there is, of each note the oldest first."""
    yield from (text for (text,) in vault.session.rows("SELECT body FROM note_revision ORDER BY note_id, revision"))
    yield from (text for (text,) in vault.session.rows("SELECT body FROM note ORDER BY id"))
