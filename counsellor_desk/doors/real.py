"""The door into the real vault, with its key in the keyring.

The vault is loaded when it is opened: the first picture of the window does not need it.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from counsellor_desk.custody import sheet
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import (
    FolderFailed,
    FolderRemote,
    FolderSynced,
    KeyringFailed,
    NotRemembered,
    PassphraseTooShort,
    SheetForAnotherVault,
    VaultOlder,
)
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.custody.seal import LEAST_CHARACTERS
from counsellor_desk.custody.seen import LastSeen, Mark
from counsellor_desk.custody.sheet import KEY_BYTES
from counsellor_desk.custody.spot import SpotCheck
from counsellor_desk.doors.situation import situation_in
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Office, SetUp, SheetCheck, SheetMark, Situation
from counsellor_desk.policy import OWN, Policy

if TYPE_CHECKING:
    from counsellor_desk.doors.arrival import RealArrival
    from counsellor_desk.vault.rollback import FileState
    from counsellor_desk.vault.vault import OpenVault


class RealDoor:
    """The door to the vault in ``folder``. Every refusal is a named state; none of them writes to the vault."""

    def __init__(
        self,
        folder: Path,
        custodian: Custodian,
        last_seen: LastSeen,
        today: Callable[[], date],
        policy: Policy = OWN,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._vault = folder / VAULT_FILE
        self._backups = folder / "backups"
        self._custodian = custodian
        self._last_seen = last_seen
        self._today = today
        self._policy = policy
        self._clock = clock
        self._remark: DeskError | None = None
        self._spot: SpotCheck | None = None

    @property
    def passphrase_required(self) -> bool:
        """Whether the policy leaves no choice but a passphrase. A vault set up without one before still opens."""
        return self._policy.require_passphrase

    def situation(self) -> Situation:
        """What lies in the folder, by its files alone."""
        return situation_in(self._vault.parent)

    def unlock(self, passphrase: str, accepted: str = "") -> Office:
        """The open vault; an empty passphrase is for the choice "keyring only".

        ``accepted`` is the code of a state that the counsellor has seen and decided to open the vault in; it is said
        once more as the remark.
        """
        self._remark = self._of_the_place(accepted)
        key = self._custodian.unlock(passphrase or None, self._fits)
        self._clear_copy()
        rollback_check = _KeyringCheck(self._last_seen, accept_older=accepted == VaultOlder.code)
        office = self._opened(key, rollback_check)
        self._remark = rollback_check.remark or self._remark
        return office

    def prepare_set_up(self) -> None:
        """Prove that a vault and its key can be kept here. Leaves nothing behind."""
        self._custodian.try_out()

    def begin_set_up(self) -> SetUp:
        """A new key with its sheet. Nothing is written."""
        key = secrets.token_bytes(KEY_BYTES)
        return SetUp(sheet.encode(key), sheet.fingerprint(key), token=key)

    def check_group(self, set_up: SetUp, number: int, typed: str) -> bool:
        """Whether ``typed`` is group ``number`` (the first is 1) of this very sheet."""
        return sheet.normalised(typed) == set_up.groups[number - 1]

    def finish_set_up(self, set_up: SetUp, passphrase: str | None, typed: Sequence[str]) -> Office:
        """Key to the keyring, then the vault, then done: in this order a crash leaves nothing or a whole vault."""
        from counsellor_desk.vault.vault import BackupPlan, create_vault

        key = sheet.decode(typed)
        if key != set_up.token:
            raise SheetForAnotherVault()
        self._refuse_without(passphrase)
        self._custodian.check_place()
        vault_id = secrets.token_hex(16)
        self._custodian.establish(key, vault_id, passphrase, self._today())
        office = create_vault(
            self._vault,
            key,
            practice=False,
            today=self._today(),
            vault_id=vault_id,
            office_key=OfficeKey,
            first_base=self._policy.base,
            rollback_check=_KeyringCheck(self._last_seen),
            backup_plan=BackupPlan(self._backups, self._clock, self._policy.purge_days),
        )
        self._custodian.settle()
        self._spot = SpotCheck(key)
        return office

    def check_passphrase(self, passphrase: str | None) -> None:
        """Refuse a passphrase that is not the one of today; a wrong one counts as a try."""
        self._custodian.unlock(passphrase, self._fits)

    def change_passphrase(self, old: str | None, new: str | None) -> None:
        """Seal the key under another passphrase; None is the keyring alone. The vault may be open."""
        self._refuse_without(new)
        self._custodian.change_passphrase(old, new)

    def begin_key_change(self, passphrase: str | None) -> SetUp:
        """A new key with its sheet, for somebody who knows the passphrase of today. Nothing is written."""
        self.check_passphrase(passphrase)
        return self.begin_set_up()

    def change_key(self, office: Office, set_up: SetUp, passphrase: str | None, typed: Sequence[str]) -> None:
        """Close the vault and give it the key of ``set_up``, whose sheet was typed back. It stays closed in any case.

        Cut short at any moment, one of the two keys opens it, and the next opening finds out which.
        """
        from counsellor_desk.vault.rekey import change_key

        with contextlib.closing(office):
            new = sheet.decode(typed)
            if new != set_up.token:
                raise SheetForAnotherVault()
            old = self._custodian.announce_key(passphrase, new, self._today())
        try:
            change_key(self._vault, old, new)
        except DeskError:
            if not self._fits(new):
                self._custodian.withdraw_key()
            if self._fits(old):  # a file that cannot be read says yes to both: then nothing is decided now
                raise
        self._custodian.complete_key()

    def leave(self) -> None:
        """Clear nothing away: a real vault stays when the desk is closed."""

    def arrival(self) -> RealArrival:
        """Bringing a vault here from elsewhere."""
        from counsellor_desk.doors.arrival import RealArrival

        return RealArrival(self._vault, self._backups, self._custodian, self._refuse_without, self.open_with_sheet)

    def open_with_sheet(self, typed: Sequence[str], passphrase: str | None) -> Office:
        """The vault opened by its sheet alone; then a new keyring item is made under ``passphrase``.

        The sheet opens what is there: that the folder is no place for a vault, that the vault is older than it was,
        or that no keyring keeps the key is said afterwards, by ``remark``.
        """
        self._refuse_without(passphrase)
        key = self._custodian.key_from_sheet(typed, self._fits)
        rollback_check = _KeyringCheck(self._last_seen, accept_older=True)
        office = self._opened(key, rollback_check)
        self._remark = rollback_check.remark or self._of_the_place(FolderSynced.code, FolderRemote.code)
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

    def sheet_check(self) -> SheetCheck | None:
        """The sheet of the key that opened the vault."""
        mark = self.sheet_mark()
        return None if mark is None or self._spot is None else SheetCheck(mark.made_on, self._spot.is_right)

    def sheet_mark(self) -> SheetMark | None:
        """What the header says of the sheet; None when no header can be read."""
        try:
            found = self._custodian.describe()
        except DeskError:
            return None
        return SheetMark(found.fingerprint, found.sheet_date)

    def _refuse_without(self, passphrase: str | None) -> None:
        if passphrase is None and self._policy.require_passphrase:
            raise PassphraseTooShort(least=LEAST_CHARACTERS)

    def _fits(self, key: bytes) -> bool:
        from counsellor_desk.vault.rekey import has_key

        return has_key(self._vault, key)

    def _clear_copy(self) -> None:
        from counsellor_desk.vault.rekey import forget_copy

        with contextlib.suppress(OSError):  # untidy, and under a key that is not used
            forget_copy(self._vault)

    def _opened(self, key: bytes, rollback_check: _KeyringCheck) -> OpenVault:
        from counsellor_desk.vault.vault import BackupPlan, open_vault

        vault = open_vault(
            self._vault,
            key,
            practice=False,
            office_key=OfficeKey,
            first_base=self._policy.base,
            rollback_check=rollback_check,
            backup_plan=BackupPlan(self._backups, self._clock, self._policy.purge_days),
        )
        self._spot = SpotCheck(key)
        return vault

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


class _KeyringCheck:
    """What the vault asks about its state, answered from the keyring.

    With ``accept_older`` an older vault is no refusal but a remark.
    """

    def __init__(self, last_seen: LastSeen, *, accept_older: bool = False) -> None:
        self._last_seen = last_seen
        self._accept_older = accept_older
        self.remark: DeskError | None = None

    def check(self, state: FileState) -> None:
        """Refuse a vault that is older than it was."""
        try:
            self._last_seen.refuse_older(state.vault_id, Mark(state.generation, state.digest))
        except VaultOlder as older:
            if not self._accept_older:
                raise
            self.remark = older

    def remember(self, state: FileState) -> None:
        """Keep this as the newest."""
        self._last_seen.remember(state.vault_id, Mark(state.generation, state.digest))
