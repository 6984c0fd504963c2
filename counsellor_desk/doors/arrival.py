"""Bringing a vault to a computer that has none, or a damaged one, with nothing but its file and recovery sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from counsellor_desk.casework.backups import Contents
from counsellor_desk.casework.progress import Progress
from counsellor_desk.custody import sheet
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import SheetForAnotherVault
from counsellor_desk.custody.presence import Presence
from counsellor_desk.custody.seal import check_passphrase
from counsellor_desk.office import Office
from counsellor_desk.vault.arriving import bring_in, is_damaged, look_into, written_at
from counsellor_desk.vault.faults import WrongKey
from counsellor_desk.vault.rekey import has_key


class RealArrival:
    """``refuse_without`` says whether there must be a passphrase; ``open_with_sheet`` opens what is in its place."""

    def __init__(
        self,
        vault: Path,
        backups: Path,
        custodian: Custodian,
        refuse_without: Callable[[str | None], None],
        open_with_sheet: Callable[[Sequence[str], str | None], Office],
    ) -> None:
        self._vault = vault
        self._backups = backups
        self._custodian = custodian
        self._refuse_without = refuse_without
        self._open_with_sheet = open_with_sheet

    def backups(self) -> str:
        """Where backups of this computer go by default; empty when there is no such folder."""
        return str(self._backups) if self._backups.is_dir() else ""

    def written_at(self, file: str) -> datetime:
        """When it was made."""
        return written_at(Path(file))

    def group_may_be(self, number: int, typed: str) -> bool:
        """Whether the group carries its check sign."""
        return sheet.check_group(number, typed)

    def contents(self, file: str, typed: Sequence[str], progress: Progress) -> Contents:
        """What is in it. Nothing stays behind."""
        try:
            return look_into(Path(file), self._vault, sheet.decode(typed), progress)
        except WrongKey as refusal:
            raise SheetForAnotherVault() from refusal

    def bring(self, file: str, typed: Sequence[str], passphrase: str | None, progress: Progress) -> Office:
        """The vault first, then its key to the keyring: cut short between the two, the sheet opens it."""
        self._refuse_without(passphrase)
        if passphrase is not None:
            check_passphrase(passphrase)
        self._custodian.check_place()
        key = sheet.decode(typed)
        if self._custodian.presence() is Presence.HEADER_WITHOUT_VAULT or is_damaged(self._vault, key):
            self._custodian.key_from_sheet(typed, lambda key: has_key(Path(file), key))
        else:
            self._custodian.make_way()
        try:
            bring_in(Path(file), self._vault, key, progress, datetime.now)
        except WrongKey as refusal:
            raise SheetForAnotherVault() from refusal
        return self._open_with_sheet(typed, passphrase)
