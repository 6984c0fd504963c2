"""The door into the real vault, with its key in the keyring.

The vault is loaded when it is opened: the first picture of the window does not need it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from counsellor_desk.custody import sheet
from counsellor_desk.custody.custodian import VAULT_FILE, Custodian, Presence
from counsellor_desk.custody.errors import (
    FolderFailed,
    FolderRemote,
    FolderSynced,
    KeyringFailed,
    NotRemembered,
    SheetForAnotherVault,
)
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.custody.sheet import KEY_BYTES
from counsellor_desk.desk.ports import Office, SetUp, Situation
from counsellor_desk.errors import DeskError

_SITUATIONS = {
    Presence.NONE: Situation.FIRST_RUN,
    Presence.SEALED: Situation.NEEDS_PASSPHRASE,
    Presence.KEYRING_ONLY: Situation.KEYRING_ONLY,
    Presence.VAULT_WITHOUT_HEADER: Situation.NEEDS_SHEET,
    Presence.HEADER_DAMAGED: Situation.HEADER_DAMAGED,
    Presence.HEADER_TOO_NEW: Situation.HEADER_TOO_NEW,
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

    def unlock(self, passphrase: str, accepted: str = "") -> Office:
        """The open vault; an empty passphrase is for the choice "keyring only".

        ``accepted`` is the code of a state that the counsellor has seen and decided to open the vault in; it is said
        once more as the remark.
        """
        from counsellor_desk.vault.vault import open_vault

        self._remark = self._of_the_place(accepted)
        key = self._custodian.unlock(passphrase or None)
        return open_vault(self._vault, key, practice=False, office_key=OfficeKey)

    def prepare_set_up(self) -> None:
        """Prove that a vault and its key can be kept here. Leaves nothing behind."""
        self._custodian.try_out()

    def begin_set_up(self) -> SetUp:
        """A new key with its sheet. Nothing is written."""
        key = secrets.token_bytes(KEY_BYTES)
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
        self._custodian.check_place()
        vault_id = secrets.token_hex(16)
        self._custodian.establish(key, vault_id, passphrase, self._today())
        office = create_vault(
            self._vault, key, practice=False, today=self._today(), vault_id=vault_id, office_key=OfficeKey
        )
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
        office = open_vault(self._vault, key, practice=False, office_key=OfficeKey)
        self._remark = self._of_the_place(FolderSynced.code, FolderRemote.code)
        try:
            self._custodian.reinstate(key, passphrase, self._today(), vault_id=office.vault_id)
        except (KeyringFailed, FolderFailed):
            self._remark = NotRemembered()
        except BaseException:
            office.close()
            raise
        return office

    def remark(self) -> DeskError | None:
        """What was accepted at the last opening, or that the key of the sheet could not be remembered."""
        return self._remark

    def sheet_mark(self) -> str:
        """The fingerprint in the header; empty when no header can be read."""
        try:
            return self._custodian.describe().fingerprint
        except DeskError:
            return ""

    def _of_the_place(self, *accepted: str) -> DeskError | None:
        """What is the matter with the folder, if that was accepted.

        Raises: FolderSynced, FolderRemote when it was not. A folder that tells nothing is for the vault to judge.
        """
        try:
            self._custodian.check_place()
        except FolderFailed:
            return None
        except (FolderSynced, FolderRemote) as trouble:
            if trouble.code not in accepted:
                raise
            return trouble
        return None
