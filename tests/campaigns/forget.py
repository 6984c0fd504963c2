"""Destroys cases, deletes notes and lets memory aids expire, then looks for their words in every decrypted page.

Each try is an office of some days with backups beside the vault and on a stick, one of them restored; the stick is in
a drawer while things are destroyed. Pages are decrypted from the published file format, not by SQLCipher. Words of
what stays must be found: so the search is known to see.
"""

from __future__ import annotations

import contextlib
import secrets
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from string import ascii_lowercase
from typing import Any
from unittest.mock import patch

from counsellor_desk.casework.destroying import Ground, delete_note, destroy_case, expire_memory_aids
from counsellor_desk.casework.model import (
    CaseFile,
    Consent,
    ConsentId,
    FollowUp,
    FollowUpId,
    Identity,
    NoteClass,
    NoteId,
    Organisation,
    OrganisationId,
)
from counsellor_desk.vault import connection, sweeping
from counsellor_desk.vault.backups import clearing
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.campaigns._report import Length, Report, length
from tests.support import FakeClock
from tests.vault.conftest import add_case, contact_of, note_of
from tests.vault.reader import decrypted

KEPT_PAGES, UNCLEARED = "pages keep what was deleted", "backups are not cleared"  # faults it must find
HITS, JOURNAL, BLIND = "words found again", "journals not empty", "words that stay and were not found"
CASES = 6
START = datetime(2026, 11, 2, 9)


class Office:
    """One vault, its backups, and the words written into it by case."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder = folder
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.chance = chance
        self.clock = FakeClock(START)
        self.key = secrets.token_bytes(32)
        self.plan = BackupPlan(folder / "backups", self.clock.now)
        self.vault = create_vault(
            folder / "desk.vault", self.key, practice=False, today=self.today, backup_plan=self.plan
        )
        self.organisation = self.vault.book.add_organisation(Organisation(OrganisationId(0), "O", "K.OMR", "W.250"))
        self.gone: set[str] = set()
        self.staying: set[str] = set()

    @property
    def today(self) -> date:
        """The day on the wall."""
        return self.clock.today()

    def word(self) -> str:
        """A word that is nowhere else."""
        return "".join(self.chance.choices(ascii_lowercase, k=16))

    def write_case(self) -> tuple[CaseFile, set[str], NoteId, str, str]:
        """A closed case with words in every text; its words, a note of its own with its word, a memory aid's word."""
        book = self.vault.book
        words = {self.word() for _ in range(9)}
        wish, production, name, talk, later, follow, recipient, draft, amended = words
        note_word, aid_word = self.word(), self.word()
        with book.transaction():
            case = add_case(book, self.organisation, wish=wish, production=production, closed_on=self.today)
            book.save_identity(Identity(case.person, name, name, name))
            contact = book.add_contact(contact_of(case, at=time(9)))
            note = book.add_note(note_of(case, (talk + " ") * self.chance.randrange(1, 900), contact=contact.id))
            book.amend_note(note.id, 0, f"{later} {amended} " * 40, self.clock.now())
            book.add_follow_up(FollowUp(FollowUpId(0), case.id, self.today, None, follow))
            book.add_consent(Consent(ConsentId(0), case.id, "share", True, self.today, "", recipient))
            book.save_draft(f"note:{case.id}", '{"text": "' + draft + '"}', self.clock.now())
            single = book.add_note(note_of(case, note_word + " los"))
            aid = note_of(case, aid_word, note_class=NoteClass.AID, expires_on=self.today + timedelta(days=1))
            book.add_note(aid)
        return case, words, single.id, note_word, aid_word

    def pass_days(self, days: int) -> None:
        """Lock each evening, open each morning."""
        for _ in range(days):
            self.clock.advance(days=1)
            self.vault.close()
            self.vault = self.opened()

    def opened(self) -> OpenVault:
        """The vault, with everything done that waits after opening."""
        vault = open_vault(self.folder / "desk.vault", self.key, practice=False, backup_plan=self.plan)
        work_off(vault)
        return vault

    def files(self) -> Iterator[Path]:
        """Every copy of the vault there is."""
        yield from sorted(self.folder.glob("desk*.vault"))
        for folder in (self.plan.home, self.stick):
            yield from sorted(folder.glob("*.backup"))


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing was found again."""
    return run(length(__doc__, arguments, short=2, long=40)).finish()


def run(asked: Length, *, fault: str = "") -> Report:
    """The figures of ``asked.count`` offices."""
    report = Report(
        "forget", {"offices": 0, "words destroyed": 0, "copies searched": 0, HITS: 0, JOURNAL: 0, BLIND: 0}
    )
    chance = Random(asked.seed)
    for number in range(1, asked.count + 1):
        with tempfile.TemporaryDirectory() as folder, _broken(fault):
            office = Office(Path(folder), chance)
            _live(office, report)
            _search(office, report, f"office {number} of seed {asked.seed}")
        report.count("offices")
    return report


def work_off(vault: OpenVault) -> None:
    """All that waits with backups."""
    assert vault.backups is not None
    for _ in iter(vault.backups.chore, None):
        pass


def _live(office: Office, report: Report) -> None:
    cases = [office.write_case() for _ in range(CASES)]
    backups = office.vault.backups
    assert backups is not None
    backups.choose_folder(str(office.stick))
    expire_memory_aids(office.vault.book, office.today)
    office.pass_days(2)
    backups = office.vault.backups
    assert backups is not None
    backups.restore(backups.overview().copies[-1], lambda _done, _whole: None)
    drawer = office.stick.rename(office.folder / "drawer")
    book = office.vault.book
    for number, (case, words, note, note_word, aid_word) in enumerate(cases):
        office.gone |= {aid_word}
        if number % 3 == 0:
            destroy_case(book, case.id, Ground.TERM, office.today)
            office.gone |= words | {note_word}
        elif number % 3 == 1:
            delete_note(book, note, office.today)
            office.gone |= {note_word}
            office.staying |= words
        else:
            office.staying |= words | {note_word}
    expire_memory_aids(book, office.today)
    report.count("words destroyed", len(office.gone))
    if (office.folder / "desk.vault-wal").stat().st_size:
        report.count(JOURNAL)
        report.wrong.append("something waits in the journal after destroying")
    work_off(office.vault)
    office.pass_days(1)
    drawer.rename(office.stick)
    office.pass_days(1)
    office.vault.close()


def _search(office: Office, report: Report, where: str) -> None:
    seen: set[str] = set()
    for file in office.files():
        pages = decrypted(file, office.key)
        report.count("copies searched")
        for word in office.gone:
            if _stands_in(word, pages):
                report.count(HITS)
                report.wrong.append(f"{where}: a destroyed word in {file.parent.name}/{file.suffix}")
        seen |= {word for word in office.staying if _stands_in(word, pages)}
    report.count(BLIND, len(office.staying - seen))
    if office.staying - seen:
        report.wrong.append(f"{where}: what stays was not found, so the search is blind")


def _stands_in(word: str, pages: bytes) -> bool:
    """As text in two encodings, or in the index, which leaves out the beginning that words share."""
    rest = word[3:]
    return any(dress in pages for dress in (rest.encode(), rest.upper().encode(), rest.encode("utf-16-le")))


@contextlib.contextmanager
def _broken(fault: str) -> Iterator[None]:
    """The program with a promise broken."""
    with contextlib.ExitStack() as broken:
        if fault == KEPT_PAGES:
            settings = tuple(one.replace("secure_delete=ON", "secure_delete=OFF") for one in connection._SETTINGS)
            profile: Any = dict(connection.PROFILE) | {"PRAGMA secure_delete": "0"}
            broken.enter_context(patch.object(connection, "_SETTINGS", settings))
            broken.enter_context(patch.object(connection, "PROFILE", tuple(profile.items())))
            for module in (sweeping, clearing):  # which would write every page anew
                broken.enter_context(patch.object(module, "is_due", lambda _session: False))
        if fault == UNCLEARED:
            broken.enter_context(patch.object(clearing, "clear", lambda *_anything: False))
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
