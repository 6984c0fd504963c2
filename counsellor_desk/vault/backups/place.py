"""A folder with the backups of one vault. It may hold those of others, and anything else: they are left alone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from counsellor_desk.casework.clock import Judgement, judge_clock
from counsellor_desk.casework.safekeeping import Copy, FolderUnfit
from counsellor_desk.vault.backups import rotation


class Place:
    """``mark`` tells the backups of this vault from others in the same folder."""

    def __init__(self, folder: Path, mark: str) -> None:
        self.folder = folder
        self._mark = mark

    def is_there(self) -> bool:
        """Whether the folder can be looked into. One that is not there is never made: a drive may be missing."""
        return self.folder.is_dir() and os.access(self.folder, os.R_OK | os.X_OK)

    def copies(self) -> tuple[Copy, ...]:
        """The backups, newest first."""
        found = ((rotation.moment_of(file.name, self._mark), file.name) for file in self.folder.iterdir())
        copies = (Copy(str(self.folder), name, at) for at, name in found if at is not None)
        return tuple(sorted(copies, key=lambda copy: copy.at, reverse=True))

    def free_name(self, at: datetime) -> Path:
        """Where a backup of now goes: never over one that is there, and the newest by its name as well, but for those
        that a wrong clock has named after a day to come."""
        earlier = (copy.at + timedelta(seconds=1) for copy in self.copies() if not is_to_come(copy, at))
        moment = max([at.replace(microsecond=0), *earlier])
        return self.folder / rotation.name_of(self._mark, moment)

    def let_go(self, at: datetime) -> None:
        """Remove what the rotation of now does not keep, and what a killed process left: it never had a name of its
        own. A backup named after a day to come takes no place and stays."""
        copies = [copy for copy in self.copies() if not is_to_come(copy, at)]
        staying = rotation.kept(copy.at for copy in copies)
        discard(self.folder / copy.name for copy in copies if copy.at not in staying)
        discard(self.folder.glob(f"desk-{self._mark}-*.new"))

    def prove(self) -> None:
        """That files can be made here and taken away. Raises: FolderUnfit."""
        trial = self.folder / f"desk-{self._mark}-trial.new"
        try:
            trial.write_bytes(b"")
            trial.unlink()
        except OSError as error:
            raise FolderUnfit() from error


def is_to_come(copy: Copy, now: datetime) -> bool:
    """Whether its name speaks of a moment that has not been yet."""
    return judge_clock(copy.at, now) is Judgement.BEHIND


def discard(files: Iterable[Path]) -> None:
    """Remove files; one that is gone already is no matter."""
    for file in files:
        file.unlink(missing_ok=True)
