"""What was destroyed in the vault leaves its backups: each is built anew without it, verified, and takes the old
name.

A copy that cannot be opened (it is under an earlier key, or damaged) cannot be cleared. If anything was destroyed
since the day it was made it is removed, and at the latest after the purge limit; a newer, verified and cleared one is
always there first. A vault that was put aside for a restored one gets the full term: it may be all there is of
something.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from counsellor_desk.casework.safekeeping import BackupNotWhole, NotCleared, Progress
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.backups.beside import Beside, heed
from counsellor_desk.vault.backups.memory import Notebook
from counsellor_desk.vault.backups.place import discard
from counsellor_desk.vault.backups.subject import Subject
from counsellor_desk.vault.companions import remove
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.erasing import Forgotten, catch_up, forgotten, position, reached
from counsellor_desk.vault.faults import (
    DiskFull,
    NotAVault,
    VaultDamaged,
    VaultIoFailed,
    VaultReadOnly,
    WrongKey,
    translated,
)
from counsellor_desk.vault.migrate import migrate
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.sweeping import is_due, sweep

_UNREADABLE = (WrongKey, NotAVault, VaultDamaged, BackupNotWhole)
_PUT_ASIDE = re.compile(r"\w+\.(?:kept|restored)-(\d{8})-\d{6}\.\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may hold what was destroyed. ``term`` in days is how long it may stay when it cannot be read."""

    path: Path
    on: date
    term: int = 0


class Clearer:
    """Works through every folder that ever got a backup, one file at a time, as far as it is within reach."""

    def __init__(self, subject: Subject, session: Session, notebook: Notebook) -> None:
        self._subject = subject
        self._session = session
        self._notebook = notebook
        self._begun_at = self._beside_at = 0  # places in the log

    def waits(self) -> bool:
        """Whether there is something to clear that can be."""
        place = position(self._session)
        within_reach = any(self._subject.place(folder).is_there() for folder in self.behind())
        return is_due(self._session) or (place > 0 and (within_reach or self._beside_at < place))

    def behind(self) -> list[str]:
        """Folders with a backup from before something was destroyed, and those given up that have turned up."""
        place = position(self._session)
        left = {folder for folder, reached in self._notebook.memory.reached.items() if reached < place}
        return sorted(left | self._turned_up())

    def give_up(self, folder: str, today: date) -> None:
        """It is gone for good, unless it is there."""
        memory = self._notebook.memory
        if folder in memory.reached and not self._subject.place(folder).is_there():
            self._notebook.remember(
                reached={other: place for other, place in memory.reached.items() if other != folder},
                given_up={**memory.given_up, folder: today.isoformat()},
            )

    def _turned_up(self) -> set[str]:
        """Folders given up that are there, with backups of that time: another drive may have taken the name."""
        places = ((self._subject.place(folder), day) for folder, day in self._notebook.memory.given_up.items())
        return {
            str(place.folder)
            for place, day in places
            if place.is_there() and any(copy.at.date().isoformat() <= day for copy in place.copies())
        }

    def begin(self) -> None:
        """There is a backup now without anything that was destroyed so far."""
        self._begun_at = position(self._session)

    def next(self, today: date, beside: Beside, progress: Progress) -> bool:
        """Clears one file, the vault itself first; False when a fresh backup is needed before any other.

        Raises: NotCleared when a file can be neither rewritten nor removed; Stopped.
        """
        known = forgotten(self._session)
        try:
            if is_due(self._session):
                beside.run(self._sweep, progress)
                return True
            if self._begun_at < known.position:
                return False
            behind = self.behind()
            clean = beside.run(lambda told: self._clear_one(behind, known, today, told), progress)
        except (DiskFull, VaultReadOnly, VaultIoFailed) as trouble:
            raise NotCleared() from trouble
        for folder in clean:
            self._on_cleared(folder, known.position)
        return True

    def _sweep(self, progress: Progress) -> None:
        with translated(), contextlib.closing(connect(self._subject.path, self._subject.key)) as connection:
            heed(connection, progress)
            sweep(Session(connection))

    def _clear_one(self, behind: list[str], known: Forgotten, today: date, progress: Progress) -> list[str]:
        """The folders in which nothing is left to clear, up to the file that was."""
        clean = []
        for folder, candidates in self._rounds(behind):
            if any(clear(one, self._subject, known, today, progress) for one in candidates):
                break
            clean.append(folder)
        return clean

    def _rounds(self, behind: list[str]) -> Iterator[tuple[str, list[Candidate]]]:
        for folder in behind:
            place = self._subject.place(folder)
            if place.is_there():
                yield folder, [Candidate(place.folder / one.name, one.at.date()) for one in place.copies()]
        yield "", list(_beside(self._subject))

    def _on_cleared(self, folder: str, place: int) -> None:
        if folder:
            memory, found = self._notebook.memory, self._turned_up()
            still = {other: day for other, day in memory.given_up.items() if other != folder or folder not in found}
            self._notebook.remember(reached={**memory.reached, folder: place}, given_up=still)
        else:
            discard(self._subject.path.parent.glob(self._subject.path.name + ".before-*[0-9]"))
            self._beside_at = place


def _beside(subject: Subject) -> Iterator[Candidate]:
    """Whole copies in the vault's own folder: put aside for a restored one, restored and not yet in use."""
    for file in sorted(subject.path.parent.iterdir()):
        found = _PUT_ASIDE.fullmatch(file.name)
        if found is not None:
            yield Candidate(file, date.fromisoformat(found[1]), subject.purge_days)


def clear(candidate: Candidate, subject: Subject, known: Forgotten, today: date, progress: Progress) -> bool:
    """Whether it had to be rewritten or removed. A file that is not there any more is cleared."""
    try:
        with translated():
            return _rewritten(candidate.path, subject, known, progress)
    except _UNREADABLE:
        if _must_go(candidate, known, today, subject.purge_days):
            candidate.path.unlink(missing_ok=True)
            return True
        return False
    finally:
        remove(subject.staged)


def forget(target: Any, known: Forgotten, migrations: Path) -> None:
    """Brings a copy up to today's schema and to where the vault is in the log."""
    migrate(target, migrations)
    catch_up(Session(target), known)


def _rewritten(path: Path, subject: Subject, known: Forgotten, progress: Progress) -> bool:
    with copying.reading(path, subject.key, progress) as source:
        copy = Session(source)
        if reached(copy) >= known.position and not is_due(copy):
            return False
        rows = copying.stage(
            source, subject.staged, subject.key, progress, lambda target: forget(target, known, subject.migrations)
        )
    copying.carry(subject.staged, path, subject.key, rows, progress)
    return True


def _must_go(candidate: Candidate, known: Forgotten, today: date, purge_days: int) -> bool:
    since = any(row.on >= candidate.on.isoformat() for row in known.log)
    too_old = candidate.on + timedelta(days=purge_days) < today
    return too_old or (since and not candidate.term)
