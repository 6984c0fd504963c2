"""What was destroyed in the vault leaves its backups: each is built anew without it, verified, and takes the old
name.

A copy that cannot be opened (it is under an earlier key, or damaged) cannot be cleared. If it is one the vault
remembers, and anything was destroyed since the day it was made, it is removed, and at the latest after the purge
limit; a newer, verified and cleared one is always there first. A vault that was put aside for a restored one gets the
full term: it may be all there is of something. A file that nobody knows and that cannot be looked into is left alone
and told.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from counsellor_desk.casework.backups import BackupNotWhole, NotCleared
from counsellor_desk.casework.progress import Progress
from counsellor_desk.vault.backups import copying, recognising
from counsellor_desk.vault.backups.beside import Beside, make_cancellable
from counsellor_desk.vault.backups.inventory import Inventory
from counsellor_desk.vault.backups.memory import Known, MemoryStore
from counsellor_desk.vault.backups.owner import Owner
from counsellor_desk.vault.backups.place import FolderEntry, discard
from counsellor_desk.vault.backups.subject import BackupSubject
from counsellor_desk.vault.companions import remove
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.erasing import Forgotten, catch_up, forgotten, position, reached
from counsellor_desk.vault.faults import (
    DiskFull,
    NotAVault,
    VaultDamaged,
    VaultIoFailed,
    VaultMissing,
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
    """A file that may hold what was destroyed; ``at`` is the ISO moment it was made. ``term`` in days is how long it
    may stay when it cannot be read. Without one, it must be what is remembered of it as ``known``, or under one of
    the earlier keys with these ``seals``, to go at all."""

    path: Path
    at: str
    term: int = 0
    known: Known | None = None
    seals: frozenset[str] = frozenset()


Rounds = Mapping[str, list[Candidate]]
"""What there may be to clear, by folder."""
Cleared = tuple[list[str], tuple[str, str, Known | None] | None]
"""Folders with nothing left to clear; folder and name of the file that was, with what is to be remembered of it."""


class Clearer:
    """Works through every folder that ever got a backup, one file at a time, as far as it is within reach."""

    def __init__(self, subject: BackupSubject, owner: Owner, store: MemoryStore, inventory: Inventory) -> None:
        self._subject = subject
        self._owner = owner
        self._store = store
        self._inventory = inventory
        self.not_looked_into = 0  # files since that was last told
        self._begun_at = self._beside_at = 0  # places in the log

    def waits(self) -> bool:
        """Whether there is something to clear that can be."""
        place = self.place()
        within_reach = any(self._subject.place(folder).is_there() for folder in self.behind())
        return self._owner.ask(is_due) or (place > 0 and (within_reach or self._beside_at < place))

    def behind(self) -> list[str]:
        """Folders with a backup from before something was destroyed, and those given up that have turned up."""
        place = self.place()
        left = {folder for folder, reached in self._store.memory.reached.items() if reached < place}
        return sorted(left | self._turned_up())

    def give_up(self, folder: str, today: date) -> None:
        """It is gone for good, unless it is there."""
        if folder in self._store.memory.reached and not self._subject.place(folder).is_there():
            self._store.revise(
                lambda memory: replace(
                    memory,
                    reached={other: place for other, place in memory.reached.items() if other != folder},
                    given_up={**memory.given_up, folder: today.isoformat()},
                )
            )

    def _turned_up(self) -> set[str]:
        """Folders given up that are there, with backups of that time: another drive may have taken the name."""
        return {
            folder
            for folder, day in self._store.memory.given_up.items()
            if self._subject.place(folder).is_there()
            and any(copy.at.date().isoformat() <= day for copy in self._inventory.copies_in(folder))
        }

    def place(self) -> int:
        """How much was destroyed so far: the place in the log."""
        return self._owner.ask(position)

    def begin(self, place: int) -> None:
        """There is a backup now without anything that was destroyed up to that place."""
        self._begun_at = place

    def next(self, today: date, beside: Beside, progress: Progress) -> bool:
        """Clears one file, the vault itself first; False when a fresh backup is needed before any other.

        Raises: NotCleared when a file can be neither rewritten nor removed; Cancelled.
        """
        known = self._owner.ask(forgotten)
        try:
            if self._owner.ask(is_due):
                self._owner.ask_when_quiet(self._sweep, progress)
                return True
            if self._begun_at < known.position:
                return False
            behind = self.behind()
            rounds = {folder: self._candidates(folder) for folder in behind if self._subject.place(folder).is_there()}
            clean, changed = beside.run(lambda told: self._clear_one(rounds, known, today, told), progress)
        except (DiskFull, VaultReadOnly, VaultIoFailed) as trouble:
            raise NotCleared() from trouble
        if changed is not None:
            self._inventory.keep(*changed)
        for folder in clean:
            self._on_cleared(folder, known.position)
        return True

    def _sweep(self, progress: Progress) -> None:
        """On the vault's own thread, as nothing may be written meanwhile."""
        progress(0, 0)
        with translated(), contextlib.closing(connect(self._subject.path, self._subject.key)) as connection:
            make_cancellable(connection, progress)
            sweep(Session(connection))

    def _clear_one(self, rounds: Rounds, known: Forgotten, today: date, progress: Progress) -> Cleared:
        """The folders in which nothing is left to clear, up to the file that was, and what that is now."""
        clean: list[str] = []
        for folder, candidates in (*rounds.items(), ("", list(_beside(self._subject)))):
            for one in candidates:
                if clear(one, self._subject, known, today, progress):
                    return clean, _as_it_is_now(folder, one)
            clean.append(folder)
        return clean, None

    def _candidates(self, folder: str) -> list[Candidate]:
        with translated():
            seals = self._inventory.earlier_seals()
            return [_candidate(folder, entry, known, seals) for entry, known in self._inventory.to_clear(folder)]

    def _on_cleared(self, folder: str, place: int) -> None:
        if folder:
            found = self._turned_up() & {folder}
            self._inventory.forget_missing(folder)
            self._store.revise(
                lambda memory: replace(
                    memory,
                    reached={**memory.reached, folder: place},
                    given_up={other: day for other, day in memory.given_up.items() if other not in found},
                )
            )
            self.not_looked_into += self._inventory.out_of_sight(folder)
        else:
            discard(self._subject.path.parent.glob(self._subject.path.name + ".before-*[0-9]"))
            self._beside_at = place


def _beside(subject: BackupSubject) -> Iterator[Candidate]:
    """Whole copies in the vault's own folder: put aside for a restored one, restored and not yet in use."""
    for file in sorted(subject.path.parent.iterdir()):
        found = _PUT_ASIDE.fullmatch(file.name)
        if found is not None and recognising.is_file(file):
            yield Candidate(file, found[1], subject.purge_days)


def _candidate(folder: str, entry: FolderEntry, known: Known | None, seals: frozenset[str]) -> Candidate:
    path = Path(folder, entry.name)
    if known is not None:
        return Candidate(path, known.at, known=known, seals=seals)
    return Candidate(path, entry.at.isoformat(), seals=seals) if entry.at is not None else Candidate(path, "")


def _as_it_is_now(folder: str, cleared: Candidate) -> tuple[str, str, Known | None] | None:
    """What is to be remembered of it; None for one that never is."""
    if cleared.term or not cleared.at:
        return None
    there = recognising.is_file(cleared.path)
    return folder, cleared.path.name, recognising.known_by(cleared.path, cleared.at) if there else None


def clear(candidate: Candidate, subject: BackupSubject, known: Forgotten, today: date, progress: Progress) -> bool:
    """Whether it had to be rewritten or removed. A file that is not there any more is cleared, and one that is
    unknown and cannot be read is left alone."""
    is_ours = False
    try:
        with translated():
            page = _page_of(candidate)
            is_ours = (
                candidate.term > 0 or _is_remembered(candidate) or recognising.is_sealed_by(page, candidate.seals)
            )
            if not is_ours and not recognising.is_under(page, subject.key):
                return False
            return _rewritten(candidate.path, subject, known, progress)
    except VaultMissing:
        return False
    except _UNREADABLE:
        if is_ours and _must_go(candidate, known, today, subject.purge_days):
            candidate.path.unlink(missing_ok=True)
            return True
        return False
    finally:
        remove(subject.trial)


def forget(target: Any, known: Forgotten, migrations: Path) -> None:
    """Brings a copy up to today's schema and to where the vault is in the log."""
    migrate(target, migrations)
    catch_up(Session(target), known)


def _is_remembered(candidate: Candidate) -> bool:
    known = candidate.known
    return known is not None and recognising.known_by(candidate.path, known.at).is_like(known)


def _page_of(candidate: Candidate) -> bytes:
    """How it begins; nothing of an unknown file that cannot be read. Raises: OSError for others."""
    try:
        return recognising.first_page(candidate.path)
    except OSError:
        if candidate.term or candidate.known is not None:
            raise
        return b""


def _rewritten(path: Path, subject: BackupSubject, known: Forgotten, progress: Progress) -> bool:
    with copying.reading(path, subject.key, progress) as source:
        if not recognising.is_of(source, subject.vault_id):
            raise NotAVault()
        copy = Session(source)
        if reached(copy) >= known.position and not is_due(copy):
            return False
        rows = copying.stage(
            source, subject.trial, subject.key, progress, lambda target: forget(target, known, subject.migrations)
        )
    copying.carry(subject.trial, path, subject.key, rows, progress)
    return True


def _must_go(candidate: Candidate, known: Forgotten, today: date, purge_days: int) -> bool:
    on = datetime.fromisoformat(candidate.at).date()
    since = any(row.on >= on.isoformat() for row in known.log)
    too_old = on + timedelta(days=purge_days) < today
    return too_old or (since and not candidate.term)
