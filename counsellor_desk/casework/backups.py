"""Backups as they are spoken of: what there is, what is in one, what went wrong. The vault keeps them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from counsellor_desk.casework.progress import Progress, no_progress
from counsellor_desk.errors import DeskError

PURGE_DAYS = 35
"""After so many days a backup stays only if what was destroyed is proven unreadable in it; the project's figure."""


class BackupFailed(DeskError):
    """The backup of the last lock could not be made."""

    code = "backup.failed"


class BackupNotWhole(DeskError):
    """A backup is not what was written into it."""

    code = "backup.not_whole"


class BackupMissing(DeskError):
    """There is no backup to read, or not any more."""

    code = "backup.missing"


class DrillFailed(DeskError):
    """The weekly trial could not bring the newest backup, of day ``made`` (ISO), back to life."""

    code = "backup.drill_failed"


class NotCleared(DeskError):
    """A backup could not be cleared of what was destroyed; it is tried again at the next opening."""

    code = "backup.not_cleared"


class StrangersFound(DeskError):
    """``number`` files among the backups are none of this vault's that could be used; they were left as they are."""

    code = "backup.strangers"


class NotLookedInto(DeskError):
    """``number`` files among the backups could not be looked into when something was destroyed."""

    code = "backup.not_looked_into"


class FolderAway(DeskError):
    """The chosen folder is not there; the last backup went into it on day ``last`` (ISO)."""

    code = "backup.folder_away"


class FolderUnfit(DeskError):
    """Nothing can be written into the folder that was chosen for backups."""

    code = "backup.folder_unfit"


class Chore(StrEnum):
    """Work with backups that is done by itself, one piece at a time."""

    DRILL = "drill"  # the weekly trial that the newest backup can be restored
    BACKUP = "backup"  # one that could not be made at the last lock
    LOOK = "look"  # opening a file among the backups that the vault does not know
    CLEARING = "clearing"  # taking what was destroyed out of one backup


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup: where it is and when it was made."""

    folder: str
    name: str
    at: datetime


class WhyStranger(StrEnum):
    """Why a file among the backups is not counted as one."""

    NO_FILE = "no_file"  # a folder, a link, a pipe
    EMPTY = "empty"
    NAMED_OTHERWISE = "named_otherwise"  # a whole backup under a name the desk does not give
    UNREADABLE = "unreadable"  # it may not be read, or does not answer
    EARLIER_KEY = "earlier_key"  # of this vault, and nobody knows whether it is whole
    OTHER = "other"  # another vault's, or something else
    DAMAGED = "damaged"

    @property
    def may_hold_more(self) -> bool:
        """Whether what was destroyed may be in it, as nobody could look."""
        return self in (WhyStranger.UNREADABLE, WhyStranger.OTHER, WhyStranger.DAMAGED)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A file that is named like a backup of this vault and is not counted as one."""

    folder: str
    name: str
    why: WhyStranger


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a backup, in numbers; ``last_on`` is the day of the last contact or note in it, ``reports`` how many
    were published."""

    cases: int
    notes: int
    last_on: date | None
    reports: int


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A folder with backups that is gone for good, as was said on that day."""

    folder: str
    on: date


@dataclass(frozen=True, slots=True)
class BackupOverview:
    """How it stands with the backups. ``folder`` is the chosen one, empty for the one beside the vault.

    ``copies`` are those within reach, newest first; ``unchecked`` are named like one and were not opened yet;
    ``strangers`` are known to be none. ``away`` are folders out of reach whose backups still hold something that was
    destroyed, without those ``given_up``. ``restored`` are files beside the vault that nobody works with yet.
    """

    folder: str
    copies: tuple[Copy, ...]
    away: tuple[str, ...]
    restored: tuple[str, ...]
    drilled_on: date | None
    given_up: tuple[GivenUp, ...]
    unchecked: tuple[Copy, ...] = ()
    strangers: tuple[Stranger, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """``damaged_pages`` do not carry the seal they were written with; ``disorder`` counts other findings."""

    damaged_pages: int
    disorder: int

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return self.damaged_pages == 0 and self.disorder == 0


class Backups(Protocol):
    """Backups of the open vault. All of it may be asked on any thread but the window's: a stick may take seconds to
    answer. Only what concerns the vault itself is done on the vault's own thread, and that is short.

    One piece of work is done at a time: what changes something waits for the piece under way. When the vault closes,
    work that is under way is cancelled within moments, and so is all that still waits. Raises then: Cancelled.
    """

    def reached_by(self, run_there: Callable[[Callable[[], None]], None], wishes: Callable[[], int]) -> None:
        """From now on this is asked on other threads than the vault's. ``run_there`` runs what it is handed on that
        thread, soon; ``wishes`` counts the jobs that others ever had for it: none of them waits for a long one."""
        ...

    def remark(self) -> DeskError | None:
        """What is to be said about backups right after opening, at once."""
        ...

    def chore(self, progress: Progress = no_progress) -> Chore | None:
        """Does the next piece of waiting work and names it; None when nothing waits. Takes seconds.

        Raises: what went wrong with it, Cancelled among them; the same piece is then left for the next opening.
            StrangersFound, NotLookedInto once, when nothing waits any more.
        """
        ...

    def overview(self) -> BackupOverview: ...
    def choose_folder(self, folder: str) -> None:
        """Backups go there from now on; empty is beside the vault. Raises: FolderUnfit."""
        ...

    def give_up(self, folder: str) -> None:
        """The backups in a folder out of reach are gone for good: they are asked for no more. If they turn up all the
        same, they are cleared. One that is within reach is not given up."""
        ...

    def make(self, progress: Progress) -> Copy:
        """A new, verified backup. Takes seconds. Raises: Cancelled, BackupNotWhole, DiskFull and other trouble."""
        ...

    def contents(self, copy: Copy, progress: Progress = no_progress) -> Contents:
        """What is in it. May take seconds. Raises: Cancelled, BackupMissing, WrongKey, VaultDamaged."""
        ...

    def restore(self, copy: Copy, progress: Progress) -> str:
        """The name of a new file beside the vault, verified. Takes seconds. Raises: as ``make`` and ``contents``."""
        ...

    def work_with(self, restored: str) -> None:
        """When this vault is closed, the restored file takes its place; this one is kept under another name."""
        ...

    def check(self, progress: Progress = no_progress) -> Health:
        """Every page of the vault looked at. Takes seconds. Raises: Cancelled."""
        ...
