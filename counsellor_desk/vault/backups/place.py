"""A folder with the backups of one vault. It may hold those of others, and anything else: they are left alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from counsellor_desk.casework.backups import FolderUnfit
from counsellor_desk.casework.clock import Judgement, judge_clock
from counsellor_desk.vault.backups import recognising, rotation
from counsellor_desk.vault.backups.memory import Known


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """What has a name like a backup of this vault; whether it is one, only opening it can say.

    ``at`` is the moment in its name, None when that is not written as the desk writes it. ``changed`` is in
    nanoseconds; ``is_file`` is False for a folder, a link or a pipe.
    """

    name: str
    at: datetime | None
    is_file: bool
    size: int
    changed: int


class Place:
    """``mark`` tells the backups of this vault from others in the same folder."""

    def __init__(self, folder: Path, mark: str) -> None:
        self.folder = folder
        self._mark = mark

    def is_there(self) -> bool:
        """Whether the folder can be looked into. One that is not there is never made: a drive may be missing."""
        return self.folder.is_dir() and os.access(self.folder, os.R_OK | os.X_OK)

    def entries(self) -> tuple[FolderEntry, ...]:
        """Everything that is named like a backup, the newest name first. Nothing is opened."""
        with os.scandir(self.folder) as found:
            ours = [one for one in found if rotation.reads_like(one.name, self._mark)]
        entries = [entry for one in ours if (entry := self._entry(one.name)) is not None]
        return tuple(sorted(entries, key=lambda entry: entry.at.isoformat() if entry.at else "", reverse=True))

    def _entry(self, name: str) -> FolderEntry | None:
        try:
            status = (self.folder / name).lstat()
        except FileNotFoundError:  # taken away since
            return None
        at = rotation.moment_of(name, self._mark)
        return FolderEntry(name, at, stat.S_ISREG(status.st_mode), status.st_size, status.st_mtime_ns)

    def free_name(self, at: datetime, own: Iterable[Known]) -> tuple[Path, datetime]:
        """Where a backup of now goes, and the moment in that name: never over anything that is there, and the newest
        by its name as well, but for those that a wrong clock has named after a day to come."""
        earlier = (one.moment + timedelta(seconds=1) for one in own if not is_to_come(one.moment, at))
        moment = max([at.replace(microsecond=0), *earlier])
        taken = {file.name.lower().removesuffix(".new") for file in self.folder.iterdir()}
        while (name := rotation.name_of(self._mark, moment)).lower() in taken:
            moment += timedelta(seconds=1)
        return self.folder / name, moment

    def let_go(self, own: Mapping[str, Known], at: datetime) -> frozenset[str]:
        """Removes those of ``own`` that the rotation of now does not keep, and what a killed process left: it never
        had a name of its own. Gives the names that need not be remembered any more.

        A file that is not what is remembered under its name is no backup here: it takes no slot and is left alone. A
        backup of a day to come takes none either, and stays.
        """
        past = {name: one for name, one in own.items() if not is_to_come(one.moment, at)}
        there = {name: one for name, one in past.items() if recognising.is_still(self.folder / name, one)}
        staying = rotation.kept(one.moment for one in there.values())
        going = {name for name, one in there.items() if one.moment not in staying}
        discard(self.folder / name for name in going)
        discard(file for file in self.folder.iterdir() if rotation.is_left_over(file.name, self._mark))
        worth = rotation.kept(one.moment for one in past.values())  # one that was moved away may come back
        return frozenset(going | {name for name in past.keys() - there if past[name].moment not in worth})

    def prove(self) -> None:
        """That files can be made here and taken away. Raises: FolderUnfit."""
        trial = self.folder / f"desk-{self._mark}-trial.new"
        try:
            discard([trial])
            os.close(os.open(trial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            trial.unlink()
        except OSError as error:
            raise FolderUnfit() from error


def is_to_come(moment: datetime, now: datetime) -> bool:
    """Whether a wrong clock has dated a backup: the moment has not been yet."""
    return judge_clock(moment, now) is Judgement.BEHIND


def discard(files: Iterable[Path]) -> None:
    """Remove files; one that is gone already is no matter, and what is no file stays."""
    for file in files:
        if recognising.is_file(file):
            file.unlink(missing_ok=True)
