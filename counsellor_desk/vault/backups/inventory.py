"""Which files are backups of this vault: those it remembers, as long as they are what it remembers, and those that
were opened and found to be one. A name proves nothing.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from counsellor_desk.casework.backups import Copy, Stranger, WhyStranger
from counsellor_desk.casework.progress import Cancelled, Progress
from counsellor_desk.vault.backups import recognising
from counsellor_desk.vault.backups.beside import Beside
from counsellor_desk.vault.backups.memory import Known, MemoryStore
from counsellor_desk.vault.backups.place import FolderEntry, is_to_come
from counsellor_desk.vault.backups.subject import BackupSubject

PATIENCE_SECONDS = 10.0  # so long a file may take to answer at all
_SLOWEST = 1 << 19  # bytes a second, of an old stick
_PIECE_SECONDS = 0.5  # after that other work with the vault comes in between

Files = Mapping[str, Known]
"""Those of a folder by name."""


class Inventory:
    """Works on any thread, with one piece of work at a time that learns something."""

    def __init__(self, subject: BackupSubject, store: MemoryStore) -> None:
        self._subject = subject
        self._store = store
        self._looked_at: dict[tuple[str, str], tuple[FolderEntry, WhyStranger]] = {}  # since the vault was opened
        self._beside = Beside()

    # what there is

    def own(self, folder: str) -> Mapping[str, Known]:
        """The backups in ``folder`` by name, as they are remembered: nothing else may take a slot or be let go."""
        return {name: one for name, one in self.remembered(folder).items() if one.sound}

    def remembered(self, folder: str) -> Mapping[str, Known]:
        """The same with those that a trial could not bring back."""
        return self._store.memory.known.get(folder, {})

    def copies(self, now: datetime) -> list[Copy]:
        """The backups within reach, newest first; those of a day to come last: nobody knows when they were made."""
        return _newest_first((copy for folder in self._folders() for copy in self.copies_in(folder)), now)

    def copies_in(self, folder: str) -> list[Copy]:
        """Those in one folder that is within reach."""
        return [
            Copy(folder, entry.name, what.moment)
            for entry, what in self._sorted_out(folder)
            if isinstance(what, Known)
        ]

    def earlier_seals(self) -> frozenset[str]:
        """The fingerprints of the keys that backups were made under, without that of today."""
        memory = self._store.memory
        return frozenset({memory.seal, *memory.seals}) - {"", self._subject.seal}

    def newest(self, now: datetime) -> Copy | None:
        """The newest backup that is remembered and has a file under its name, whatever that is now."""
        found = (
            Copy(folder, entry.name, known.moment)
            for folder in self._folders()
            for entry in self._subject.place(folder).entries()
            if entry.is_file and (known := self.own(folder).get(entry.name)) is not None
        )
        return next(iter(_newest_first(found, now)), None)

    def unchecked(self) -> list[Copy]:
        """Files that are named as a backup and were not opened yet."""
        return [copy for folder in self._folders() for copy in self._unchecked_in(folder)]

    def strangers(self) -> list[Stranger]:
        """Files that are named like a backup and are not counted as one."""
        return [one for folder in self._folders() for one in self._strangers_in(folder)]

    def to_clear(self, folder: str) -> list[tuple[FolderEntry, Known | None]]:
        """All that may be a backup, with what is remembered of that very file; none that did not answer."""
        remembered = self.remembered(folder)
        return [
            (entry, known if (known := remembered.get(entry.name)) and known.size == entry.size else None)
            for entry, what in self._sorted_out(folder)
            if what not in (WhyStranger.NO_FILE, WhyStranger.EMPTY, WhyStranger.UNREADABLE)
        ]

    def out_of_sight(self, folder: str) -> int:
        """How many files there could not be looked into and may hold anything."""
        closed = [one for one in self._strangers_in(folder) if one.why.may_hold_more]
        return len(closed) + len(self._unchecked_in(folder))

    # what is learned

    def keep(self, folder: str, name: str, one: Known | None) -> None:
        """Remember what lies there now; None for nothing."""
        news = {} if one is None else {name: one}
        self._revise(folder, lambda files: {**_without({name}, files), **news})

    def forget(self, folder: str, names: Iterable[str]) -> None:
        """They are not there any more."""
        gone = set(names)
        self._revise(folder, lambda files: _without(gone, files))

    def doubt(self, folder: str, name: str) -> None:
        """It could not be brought back, or is something else now: it counts no more until it was looked at anew."""
        if (one := self.remembered(folder).get(name)) is not None:
            self.keep(folder, name, replace(one, sound=False))

    def forget_missing(self, folder: str) -> None:
        """One that is not there is looked at anew if it ever comes back."""
        there = {entry.name for entry in self._subject.place(folder).entries()}
        self.forget(folder, self.remembered(folder).keys() - there)

    def waits(self) -> bool:
        """Whether there is a file to look at."""
        return next(self._waiting(), None) is not None

    def look(self, progress: Progress) -> None:
        """Looks at what is not known yet, up to the next backup among it, or until others have waited long enough.

        Raises: Cancelled.
        """
        end = time.monotonic() + _PIECE_SECONDS
        for folder, entry in list(self._waiting()):
            found = self._patiently(partial(self._look_at, folder, entry), entry.size, progress)
            if isinstance(found, Known) and entry.at is not None:
                self._take_up(folder, entry.name, found)
                return
            why = WhyStranger.NAMED_OTHERWISE if isinstance(found, Known) else found
            if why is WhyStranger.EARLIER_KEY and entry.at is None:  # of no day, so nobody can say what it holds
                why = WhyStranger.OTHER
            self._looked_at[folder, entry.name] = entry, why
            if entry.name in self.own(folder):
                self.doubt(folder, entry.name)
                self._store.remember(covered=0)  # what it held may be in no backup any more
            if time.monotonic() > end:
                return

    def more_strangers(self) -> int:
        """How many there are, if in some folder there are more than at the last call; otherwise 0. Those of an
        earlier key are no surprise."""
        told = self._store.memory.strangers
        found = {
            folder: sum(one.why is not WhyStranger.EARLIER_KEY for one in self._strangers_in(folder))
            for folder in self._folders()
        }
        self._store.remember(strangers={**told, **found})
        more = any(number > told.get(folder, 0) for folder, number in found.items())
        return sum(found.values()) if more else 0

    # inside

    def _revise(self, folder: str, change: Callable[[Files], Files]) -> None:
        self._store.revise(
            lambda memory: replace(memory, known={**memory.known, folder: dict(change(memory.known.get(folder, {})))})
        )

    def _take_up(self, folder: str, name: str, found: Known) -> None:
        """It counts from now on. One that was not counted before may have been away, or closed to us, when others
        were cleared, so the folder is not clear of what was destroyed."""
        if name not in self.own(folder) and folder in self._store.memory.reached:
            self._store.revise(lambda memory: replace(memory, reached={**memory.reached, folder: 0}))
        self.keep(folder, name, self._dated(folder, found))

    def _unchecked_in(self, folder: str) -> list[Copy]:
        return [
            Copy(folder, entry.name, entry.at)
            for entry, what in self._sorted_out(folder)
            if what is None and entry.at is not None
        ]

    def _strangers_in(self, folder: str) -> list[Stranger]:
        return [
            Stranger(folder, entry.name, what)
            for entry, what in self._sorted_out(folder)
            if isinstance(what, WhyStranger)
        ]

    def _folders(self) -> Iterator[str]:
        memory = self._store.memory
        known = {memory.folder or str(self._subject.home), *memory.reached}
        return (folder for folder in sorted(known) if self._subject.place(folder).is_there())

    def _sorted_out(self, folder: str) -> Iterator[tuple[FolderEntry, Known | WhyStranger | None]]:
        """Each file with what it is; None is not known yet. No file is opened for that."""
        known = self.remembered(folder)
        for entry in self._subject.place(folder).entries():
            yield entry, self._what(folder, entry, known.get(entry.name))

    def _what(self, folder: str, entry: FolderEntry, known: Known | None) -> Known | WhyStranger | None:
        if not entry.is_file:
            return WhyStranger.NO_FILE
        if not entry.size:
            return WhyStranger.EMPTY
        if known is not None and known.sound and known.size == entry.size:
            return known
        seen, why = self._looked_at.get((folder, entry.name), (None, None))
        return why if seen == entry else None

    def _waiting(self) -> Iterator[tuple[str, FolderEntry]]:
        """Also in a folder that was given up and has turned up: what is in it decides whether it is the same."""
        given_up = (folder for folder in self._store.memory.given_up if self._subject.place(folder).is_there())
        for folder in sorted({*self._folders(), *given_up}):
            with contextlib.suppress(OSError):  # one that cannot be listed is told by others
                for entry, what in self._sorted_out(folder):
                    if what is None or (isinstance(what, Known) and what.changed != entry.changed):
                        yield folder, entry

    def _dated(self, folder: str, found: Known) -> Known:
        """The same file under two names is one backup, whatever the second name says."""
        twin = next((one for one in self.remembered(folder).values() if one.is_like(found)), found)
        return replace(found, at=twin.at)

    def _look_at(self, folder: str, entry: FolderEntry, progress: Progress) -> Known | WhyStranger:
        before = self.remembered(folder).get(entry.name)
        at = entry.at.isoformat() if entry.at else ""
        return recognising.look(Path(folder, entry.name), at, before, self._subject, self.earlier_seals(), progress)

    def _patiently(
        self, work: Callable[[Progress], Known | WhyStranger], size: int, progress: Progress
    ) -> Known | WhyStranger:
        """What ``work`` gives, unless the drive does not answer: then it is left behind."""
        end = time.monotonic() + PATIENCE_SECONDS + size / _SLOWEST

        def in_time(done: int, whole: int) -> None:
            progress(done, whole)
            if time.monotonic() > end:
                raise Cancelled()

        try:
            return self._beside.run(work, in_time)
        except Cancelled:
            progress(0, 0)  # raises when it was not for the time
            self._beside = Beside()
            return WhyStranger.UNREADABLE


def _without(names: Collection[str], files: Files) -> Files:
    return {name: one for name, one in files.items() if name not in names}


def _newest_first(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    return sorted(copies, key=lambda copy: (not is_to_come(copy.at, now), copy.at), reverse=True)
