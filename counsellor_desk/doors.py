"""The two doors into a vault: the real one, with its key in the keyring, and the one into the practice vault.

Custody and vault do not know each other; here they are brought together. The vault is loaded when it is opened: the
first picture of the window does not need it.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook
from counsellor_desk.custody import sheet
from counsellor_desk.custody.custodian import VAULT_FILE, Custodian, Presence
from counsellor_desk.custody.errors import FolderFailed, KeyringFailed, NotRemembered, SheetForAnotherVault
from counsellor_desk.desk.ports import Office, SetUp, Situation
from counsellor_desk.errors import DeskError

_KEY_BYTES = 32

_SITUATIONS = {
    Presence.NONE: Situation.FIRST_RUN,
    Presence.SEALED: Situation.NEEDS_PASSPHRASE,
    Presence.KEYRING_ONLY: Situation.KEYRING_ONLY,
    Presence.VAULT_WITHOUT_HEADER: Situation.NEEDS_SHEET,
    Presence.HEADER_UNREADABLE: Situation.NEEDS_SHEET,
    Presence.HEADER_WITHOUT_VAULT: Situation.VAULT_GONE,
}


class RealDoor:
    """The door to the vault in ``folder``. Every refusal is a named state; none of them writes to the vault."""

    def __init__(self, folder: Path, custodian: Custodian, today: Callable[[], date]) -> None:
        self._vault = folder / VAULT_FILE
        self._custodian = custodian
        self._today = today
        self._remark: DeskError | None = None

    def situation(self) -> Situation:
        """What lies in the folder, by its files alone."""
        return _SITUATIONS[self._custodian.presence()]

    def unlock(self, passphrase: str) -> Office:
        """The open vault; an empty passphrase is for the choice "keyring only"."""
        from counsellor_desk.vault.vault import open_vault

        key = self._custodian.unlock(passphrase or None)
        return open_vault(self._vault, key, practice=False)

    def begin_set_up(self) -> SetUp:
        """A new key with its sheet. Nothing is written."""
        key = secrets.token_bytes(_KEY_BYTES)
        return SetUp(sheet.encode(key), sheet.fingerprint(key), token=key)

    def check_group(self, set_up: SetUp, number: int, typed: str) -> bool:
        """Whether ``typed`` is group ``number`` (the first is 1) of this very sheet."""
        return sheet.plain(typed) == set_up.groups[number - 1]

    def finish_set_up(self, set_up: SetUp, passphrase: str | None, typed: Sequence[str]) -> Office:
        """Key to the keyring, then the vault, then done: in this order a crash leaves nothing or a whole vault."""
        from counsellor_desk.vault.vault import create_vault

        key = sheet.decode(typed)
        if key != set_up.token:
            raise SheetForAnotherVault()
        vault_id = secrets.token_hex(16)
        self._custodian.establish(key, vault_id, passphrase, self._today())
        office = create_vault(self._vault, key, practice=False, today=self._today(), vault_id=vault_id)
        self._custodian.settle()
        return office

    def leave(self) -> None:
        """Nothing to clear away."""

    def open_with_sheet(self, typed: Sequence[str], passphrase: str | None) -> Office:
        """The vault opened by its sheet alone; then a new keyring item is made under ``passphrase``.

        Without a keyring that keeps it the vault is open all the same, until it is locked; ``remark`` says so.
        """
        from counsellor_desk.vault.vault import open_vault

        key = self._custodian.key_from_sheet(typed)
        office = open_vault(self._vault, key, practice=False)
        self._remark = None
        try:
            self._custodian.reinstate(key, passphrase, self._today(), vault_id=office.vault_id)
        except (KeyringFailed, FolderFailed):
            self._remark = NotRemembered()
        except BaseException:
            office.close()
            raise
        return office

    def remark(self) -> DeskError | None:
        """That the key could not be remembered, when the sheet opened the vault."""
        return self._remark

    def sheet_mark(self) -> str:
        """The fingerprint in the header; empty when no header can be read."""
        try:
            return self._custodian.describe().fingerprint
        except DeskError:
            return ""


class PracticeDoor:
    """The door to a practice vault: made afresh each time, its key in memory only, its folder gone at the end."""

    def __init__(
        self,
        folder: Path,
        codebook: Callable[[], Codebook],
        today: Callable[[], date],
        *,
        locked: bool = False,
        prepare: Callable[[Office], None] | None = None,
    ) -> None:
        self._folder = folder
        self._codebook = codebook
        self._today = today
        self._locked = locked
        self._prepare = prepare
        self._mine: Path | None = None

    def situation(self) -> Situation:
        """Practice, which opens at once; after a lock it waits for a hand, as a vault without passphrase does."""
        return Situation.KEYRING_ONLY if self._locked else Situation.PRACTICE

    def unlock(self, passphrase: str = "") -> Office:
        """A new practice vault, filled; no passphrase is asked."""
        del passphrase
        return self._fresh()

    def begin_set_up(self) -> SetUp:
        """A sheet to practise with; it opens nothing."""
        key = secrets.token_bytes(_KEY_BYTES)
        return SetUp(sheet.encode(key), sheet.fingerprint(key), token=key)

    def check_group(self, set_up: SetUp, number: int, typed: str) -> bool:
        """Whether ``typed`` is group ``number`` (the first is 1) of this sheet."""
        return sheet.plain(typed) == set_up.groups[number - 1]

    def finish_set_up(self, set_up: SetUp, passphrase: str | None, typed: Sequence[str]) -> Office:
        """A new practice vault; what was typed opens nothing."""
        del set_up, passphrase, typed
        return self._fresh()

    def open_with_sheet(self, typed: Sequence[str], passphrase: str | None) -> Office:
        """A new practice vault; what was typed opens nothing."""
        del passphrase, typed
        return self._fresh()

    def remark(self) -> DeskError | None:
        """Nothing."""
        return None

    def sheet_mark(self) -> str:
        """None: its key is on no paper."""
        return ""

    def leave(self) -> None:
        """Remove what this process made; the key dies with the process."""
        if self._mine is not None:
            shutil.rmtree(self._mine, ignore_errors=True)

    def _fresh(self) -> Office:
        from counsellor_desk.practice.fill import fill
        from counsellor_desk.vault.vault import create_vault

        for left in self._folder.glob("practice-*"):
            _remove_if_forsaken(left)
        self._mine = self._folder / f"practice-{secrets.token_hex(8)}"
        office = create_vault(
            self._mine / VAULT_FILE, secrets.token_bytes(_KEY_BYTES), practice=True, today=self._today()
        )
        fill(office.book, self._codebook(), resource("practice", "notes.toml"), self._today())
        if self._prepare is not None:
            self._prepare(office)
        return office


def _remove_if_forsaken(folder: Path) -> None:
    """Remove a practice vault that nobody holds open: its key died with its process, it is only noise."""
    from counsellor_desk.vault.faults import VaultBusy
    from counsellor_desk.vault.vault import open_vault

    try:
        open_vault(folder / VAULT_FILE, secrets.token_bytes(_KEY_BYTES), practice=True).close()
    except VaultBusy:
        return
    except DeskError:
        shutil.rmtree(folder, ignore_errors=True)
