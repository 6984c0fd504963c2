"""Who can open the vault: the whole story of its key, from set-up to the recovery sheet."""

from __future__ import annotations

import contextlib
import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from counsellor_desk.custody import files, header, rotation, seal, sheet
from counsellor_desk.custody.errors import (
    AlreadyEstablished,
    BackendChanged,
    FolderFailed,
    HeaderDamaged,
    HeaderMissing,
    KeyAbsent,
    KeyForAnotherVault,
    SealDamaged,
    SheetForAnotherVault,
    SheetNotInUse,
    SheetOld,
)
from counsellor_desk.custody.header import Header, KeySheet, Mode, Slot
from counsellor_desk.custody.items import Items
from counsellor_desk.custody.keystore import KeyStore, try_out
from counsellor_desk.custody.place import refuse_shared
from counsellor_desk.custody.presence import HEADER_FILE, VAULT_FILE, Presence, presence_in
from counsellor_desk.custody.tries import Tries

TRIES_FILE = "desk.tries"

_VAULT_ID = re.compile(r"[0-9a-f]{32}")


Fits = Callable[[bytes], bool]  # whether the vault in the folder has this key


def anything(_key: bytes) -> bool:
    """Every key fits a vault that nobody asked."""
    return True


class Custodian:
    """Keeps the key of the one vault in ``folder``, in ``store``, and hands it out.

    A new item is written beside the old one, read back and opened before the header names it; the old one goes last.
    Whatever happens between, one of them opens the vault. ``clock`` gives seconds that go on over restarts; ``cost``
    is asked when a passphrase is set. No method touches the vault file.
    """

    def __init__(
        self,
        folder: Path,
        store: KeyStore,
        *,
        clock: Callable[[], float] = time.time,
        entropy: Callable[[int], bytes] = secrets.token_bytes,
        cost: Callable[[], seal.Cost] = seal.calibrate,
    ) -> None:
        self._folder = folder
        self._vault = folder / VAULT_FILE
        self._header = folder / HEADER_FILE
        self._tries = Tries(folder / TRIES_FILE, clock)
        self._store = store
        self._items = Items(store, self._tries, entropy, cost)

    def presence(self) -> Presence:
        """What lies in the folder. The trace of a set-up that never made its vault is nothing.

        Raises: FolderFailed when the folder does not let us look.
        """
        return presence_in(self._folder)

    def check_place(self) -> None:
        """Accept the folder as a place for a vault, or say why not.

        Raises: FolderSynced, FolderRemote, FolderFailed.
        """
        refuse_shared(self._folder)

    def try_out(self) -> None:
        """Prove, before anything is made, that folder and keyring can keep a vault and its key.

        Raises: FolderSynced, FolderRemote, FolderFailed, KeyringForgets, KeyringFailed and its special cases.
        """
        self.check_place()
        try_out(self._store)

    def describe(self) -> Header:
        """The header, to show the fingerprint and the date of the sheet.

        Raises: HeaderMissing, HeaderDamaged, HeaderTooNew, FolderFailed.
        """
        return header.read(self._header)

    def establish(self, key: bytes, vault_id: str, passphrase: str | None, today: date) -> None:
        """Put a new vault's key where it can be had again; the vault itself is made after this, then ``settle()``.

        ``passphrase`` None is the choice "keyring only".

        Raises: AlreadyEstablished, PassphraseTooShort, KeyringFailed and its special cases, FolderFailed.
        """
        self.make_way()
        files.private_folder(self._header.parent)
        self._install(key, vault_id, passphrase, today, Slot.A)

    def make_way(self) -> None:
        """Clear the trace of a set-up that never made its vault; if the keyring will not, that key opens nothing.

        Raises: AlreadyEstablished, FolderFailed.
        """
        if self.presence() is not Presence.NONE:
            raise AlreadyEstablished()
        found = self._readable_header()
        if found is not None:
            self._items.drop(found.vault_id, found.slot)
            files.remove(self._header)

    def settle(self) -> None:
        """The vault file was made: from now on its absence is a loss and no longer an unfinished set-up.

        Raises: HeaderMissing, HeaderDamaged, HeaderTooNew, FolderFailed.
        """
        header.write(self._header, replace(header.read(self._header), settled=True))

    def unlock(self, passphrase: str | None, fits: Fits = anything) -> bytes:
        """The key of the vault. ``fits`` is asked only when a change of key was cut short.

        Raises: HeaderMissing, HeaderDamaged, HeaderTooNew, FolderFailed, BackendChanged, KeyForAnotherVault,
            KeyringFailed and its special cases, SealDamaged, SealTooNew, PassphraseNeeded, WrongPassphrase,
            TooManyTries.
        """
        found = header.read(self._header)
        if found.backend != self._items.backend:
            raise BackendChanged()
        key = self._items.key_in(found.vault_id, found.slot, passphrase, found.fingerprint)
        if found.coming is not None:
            found, key = self._resolved(found, found.coming, key, passphrase, fits)
        with contextlib.suppress(FolderFailed):  # an untidy header keeps nobody out
            self._tidy(found)
        return key

    def change_passphrase(self, old: str | None, new: str | None) -> None:
        """Seal the key under another passphrase; None is "keyring only", before or after.

        Raises: what ``unlock`` raises for ``old``, PassphraseTooShort for ``new``.
        """
        _check(new)
        key = self.unlock(old)
        found = header.read(self._header)
        self._install(key, found.vault_id, new, found.sheet_date, found.slot.other, found.former)

    def announce_key(self, passphrase: str | None, key: bytes, today: date) -> bytes:
        """The key of the vault as it is, with ``key`` proven in the keyring as the one to come, under ``passphrase``.

        The vault is given its new key after this; then ``complete_key``, or ``withdraw_key`` if it was not.

        Raises: what ``unlock`` raises, KeyringForgets.
        """
        current = self.unlock(passphrase)
        found = header.read(self._header)
        _check(passphrase)
        self._put_proven(key, found.vault_id, passphrase, found.slot.other, found)
        header.write(self._header, rotation.announced(found, sheet.fingerprint(key), today))
        return current

    def complete_key(self) -> None:
        """The vault has the key that was announced: from now on it is the key, and the one before goes.

        Raises: HeaderMissing, HeaderDamaged, HeaderTooNew, FolderFailed.
        """
        self._settle_key(rotation.completed(header.read(self._header)))

    def withdraw_key(self) -> None:
        """The vault has the key it had: the one that was announced goes.

        Raises: HeaderMissing, HeaderDamaged, HeaderTooNew, FolderFailed.
        """
        self._settle_key(rotation.withdrawn(header.read(self._header)))

    def key_from_sheet(self, groups: Sequence[str], fits: Fits = anything) -> bytes:
        """The key on the recovery sheet, checked against the header if one can be read. Asks no keyring.

        A sheet of an earlier key is taken when the vault there ``fits`` it, such as a backup that was put back.

        Raises: SheetIncomplete, SheetGroupWrong, SheetForAnotherVault, SheetOld, SheetNotInUse, HeaderTooNew,
            FolderFailed.
        """
        key = sheet.decode(groups)
        found = self._readable_header()
        if found is None:
            return key
        typed = rotation.known(found, sheet.fingerprint(key))
        if typed is None:
            raise SheetForAnotherVault()
        if fits(key) or (typed == found.sheet and found.coming is None):
            return key
        if typed == found.coming:
            raise SheetNotInUse(made=_on_paper(found.sheet_date))
        raise SheetOld(made=_on_paper(typed.made_on), until=_on_paper(rotation.given_up_on(found, typed)))

    def reinstate(self, key: bytes, passphrase: str | None, today: date, vault_id: str | None = None) -> None:
        """Put the key of the sheet into this machine's keyring, under a new passphrase.

        Call it after the key has opened the vault. ``vault_id``, as the vault itself knows it, is needed only where
        no header can be read; an unreadable header is renamed, not overwritten. The day of the sheet stays known.

        Raises: SheetForAnotherVault, HeaderMissing, HeaderTooNew, PassphraseTooShort, KeyringFailed and its special
            cases, FolderFailed.
        """
        found = self._readable_header()
        if found is not None:
            typed = rotation.known(found, sheet.fingerprint(key))
            if typed is None:
                raise SheetForAnotherVault()
            _check(passphrase)
            if found.coming is not None:
                found = rotation.completed(found) if typed == found.coming else rotation.withdrawn(found)
                header.write(self._header, found)
            owned = rotation.owned_by(found, typed)
            self._install(key, found.vault_id, passphrase, typed.made_on, found.slot.other, owned.former)
        elif vault_id is not None:
            self._install(key, vault_id, passphrase, today, Slot.A)
        else:
            raise HeaderMissing()
        self._tries.forget()

    def _install(
        self,
        key: bytes,
        vault_id: str,
        passphrase: str | None,
        sheet_date: date,
        slot: Slot,
        former: tuple[KeySheet, ...] = (),
    ) -> None:
        """Write the item, read it back, open it; only then name it in the header, and then retire the other."""
        if _VAULT_ID.fullmatch(vault_id) is None:
            raise ValueError("a vault id is 32 hexadecimal digits")
        _check(passphrase)
        before = self._readable_header()
        self._put_proven(key, vault_id, passphrase, slot, before)
        named = Header(
            vault_id=vault_id,
            backend=self._items.backend,
            mode=Mode.KEYRING if passphrase is None else Mode.PASSPHRASE,
            slot=slot,
            fingerprint=sheet.fingerprint(key),
            sheet_date=sheet_date,
            retire=True,
            settled=before is not None and before.settled,
            former=former,
        )
        if before is None and files.is_there(self._header):
            files.set_aside(self._header)
        header.write(self._header, named)
        with contextlib.suppress(FolderFailed):  # the new one is in force: what is left over goes at the next unlock
            self._tidy(named)

    def _put_proven(
        self, key: bytes, vault_id: str, passphrase: str | None, slot: Slot, before: Header | None
    ) -> None:
        """Put the key into ``slot``, read it back and open it.

        A header that is there says so first: if this is cut short, the next unlock deletes what is in the slot.
        """
        text = self._items.text_of(key, vault_id, passphrase)
        if before is not None:
            header.write(self._header, replace(before, retire=True))
        self._items.put(text, key, vault_id, slot, passphrase)

    def _resolved(
        self, found: Header, announced: KeySheet, key: bytes, passphrase: str | None, fits: Fits
    ) -> tuple[Header, bytes]:
        """After a change of key that was cut short: which key the vault has, and the header that says so.

        When neither fits, nothing is decided: then the vault itself says what is the matter with it.
        """
        with contextlib.suppress(KeyAbsent, SealDamaged, KeyForAnotherVault):
            coming = self._items.key_in(found.vault_id, found.slot.other, passphrase, announced.fingerprint)
            if fits(coming):
                return self._written(rotation.completed(found)), coming
        return (self._written(rotation.withdrawn(found)) if fits(key) else found), key

    def _written(self, found: Header) -> Header:
        with contextlib.suppress(FolderFailed):  # an untidy header keeps nobody out; the next unlock finds the same
            header.write(self._header, found)
        return found

    def _settle_key(self, found: Header) -> None:
        header.write(self._header, found)
        self._tidy(found)

    def _tidy(self, found: Header) -> None:
        """Delete the item in the other slot, note that the vault was made; what fails waits for the next unlock."""
        settled = found.settled or files.is_there(self._vault)
        retire = found.retire and not self._items.drop(found.vault_id, found.slot.other)
        if (settled, retire) != (found.settled, found.retire):
            header.write(self._header, replace(found, settled=settled, retire=retire))

    def _readable_header(self) -> Header | None:
        try:
            return header.read(self._header)
        except (HeaderMissing, HeaderDamaged):
            return None


def _on_paper(day: date) -> str:
    """The day as the recovery sheet writes it: 23-11-2026."""
    return f"{day:%d-%m-%Y}"


def _check(passphrase: str | None) -> None:
    if passphrase is not None:
        seal.check_passphrase(passphrase)
