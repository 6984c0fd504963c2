"""What the desk asks of the world behind it: who opens the vault, what an open vault offers, what leaves.

All of it runs on the one vault thread, never on Qt's; what says that it needs nothing of the vault may run beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from counsellor_desk.casework.backups import Backups, Contents
    from counsellor_desk.casework.clock import Timekeeper
    from counsellor_desk.casework.ports import Casebook
    from counsellor_desk.casework.progress import Progress
    from counsellor_desk.figures.ports import FactSource, LedgerStore
    from counsellor_desk.figures.release import Release


class AlreadyOpen(DeskError):
    """The desk is open in another window, which stands in front now."""

    code = "desk.already_open"


class NoDisplay(DeskError):
    """There is no screen on which a window could be shown."""

    code = "desk.no_display"


class Situation(StrEnum):
    """What the desk finds when it starts. Decided by files alone, never by an answer of the keyring."""

    FIRST_RUN = "first_run"
    NEEDS_PASSPHRASE = "needs_passphrase"
    KEYRING_ONLY = "keyring_only"
    PRACTICE = "practice"
    NEEDS_SHEET = "needs_sheet"  # a vault is there, and nothing that says where its key is
    HEADER_DAMAGED = "header_damaged"  # that small file cannot be understood
    HEADER_TOO_NEW = "header_too_new"  # or was written by a newer program
    VAULT_GONE = "vault_gone"  # all is there but the vault itself


class Office(Protocol):
    """An open vault."""

    @property
    def practice(self) -> bool: ...
    @property
    def book(self) -> Casebook: ...
    @property
    def facts(self) -> FactSource: ...
    @property
    def ledger(self) -> LedgerStore: ...
    @property
    def clock(self) -> Timekeeper:
        """Whether the clock of the computer is trusted."""
        ...

    @property
    def backups(self) -> Backups | None:
        """To be asked on any thread but the window's. None for a practice, which is gone when the desk is closed."""
        ...

    def check_pages(self, progress: Progress = ...) -> None:
        """Look at every page, which the opening does not. Takes seconds; on any thread, beside all other work.

        Raises: VaultDamaged; Cancelled, by ``progress`` or because the vault was closed.
        """
        ...

    def close(self, seconds: float = ...) -> None:
        """Checkpoint and close; safe to call twice. A backup that takes longer than ``seconds`` is left for later."""
        ...


@dataclass(frozen=True, slots=True)
class SetUp:
    """A key that exists only in memory until its sheet has been typed back."""

    groups: tuple[str, ...]
    fingerprint: str
    token: object


@dataclass(frozen=True, slots=True)
class SheetMark:
    """What stands below the groups of a recovery sheet: the fingerprint of its key and the day it was made."""

    fingerprint: str
    made_on: date


@dataclass(frozen=True, slots=True)
class SheetCheck:
    """``is_right(number, typed)``, the first group is 1, tells whether it stands so on the sheet made on that day."""

    made_on: date
    is_right: Callable[[int, str], bool]


class Arrival(Protocol):
    """Brings a vault to a computer that has none, or a damaged one: from a backup, or from the file of another
    computer."""

    def backups(self) -> str:
        """The folder in which backups of this computer lie, if nobody chose another; empty for none. Quick."""
        ...

    def written_at(self, file: str) -> datetime:
        """When it was made. Raises: BackupMissing, NotAVault, VaultDamaged."""
        ...

    def group_may_be(self, number: int, typed: str) -> bool:
        """Whether ``typed`` can be group ``number`` (the first is 1) of any sheet. Quick; on any thread."""
        ...

    def contents(self, file: str, typed: tuple[str, ...], progress: Progress) -> Contents:
        """All that is in it. Takes seconds. Raises: Cancelled, SheetForAnotherVault, VaultDamaged …"""
        ...

    def bring(self, file: str, typed: tuple[str, ...], passphrase: str | None, progress: Progress) -> Office:
        """A copy of it, open in the vault's place, its key in the keyring under ``passphrase``. Takes seconds.

        A damaged vault is kept beside it, as it is. Raises: as ``contents``, and AlreadyEstablished where a vault is.
        """
        ...


class Door(Protocol):
    """Who may open the vault. Raises the named states of custody and vault as ``DeskError``."""

    @property
    def passphrase_required(self) -> bool:
        """Whether the organisation does not let one do without a passphrase."""
        ...

    def situation(self) -> Situation: ...
    def unlock(self, passphrase: str, accepted: str = "") -> Office:
        """``accepted`` is the code of a refusal that was read and decided about: it does not refuse this time."""
        ...

    def prepare_set_up(self) -> None:
        """Prove that a vault can be kept here, before anything is asked."""
        ...

    def begin_set_up(self) -> SetUp: ...
    def finish_set_up(self, set_up: SetUp, passphrase: str | None, typed: tuple[str, ...]) -> Office: ...
    def check_group(self, set_up: SetUp, number: int, typed: str) -> bool:
        """Whether ``typed`` is group ``number`` (the first is 1) of this sheet. Quick; may be asked on any thread."""
        ...

    def check_passphrase(self, passphrase: str | None) -> None:
        """Refuse a passphrase that is not the one of today. Takes a second and needs nothing of the vault."""
        ...

    def change_passphrase(self, old: str | None, new: str | None) -> None:
        """None is the choice "keyring only", before or after. Takes seconds and needs nothing of the vault; cut short
        at any moment, one of the two opens it."""
        ...

    def begin_key_change(self, passphrase: str | None) -> SetUp:
        """A new key with its sheet, for somebody who knows the passphrase of today. Writes nothing, and needs nothing
        of the vault. Takes a second."""
        ...

    def change_key(self, office: Office, set_up: SetUp, passphrase: str | None, typed: tuple[str, ...]) -> None:
        """Close the vault and give it the new key. It stays closed, whatever comes of it."""
        ...

    def arrival(self) -> Arrival | None:
        """None where no vault can be brought: in a practice."""
        ...

    def open_with_sheet(self, typed: tuple[str, ...], passphrase: str | None) -> Office: ...

    def remark(self) -> DeskError | None:
        """What the last opening leaves to say, though it went well."""
        ...

    def sheet_check(self) -> SheetCheck | None:
        """The sheet of the vault that is open, to ask for some of its groups; None where there is none."""
        ...

    def sheet_mark(self) -> SheetMark | None:
        """What to know the recovery sheet of this vault by; None where there is none to show."""
        ...


class Printer(Protocol):
    """Turns a release into the bytes and files that leave."""

    def pdf(self, release: Release, language: str) -> bytes: ...
    def export(self, release: Release, language: str, folder: str) -> tuple[str, ...]: ...
