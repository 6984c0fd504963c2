"""The keyring's items that hold the key of a vault, sealed or laid open. There are two places for one, its slots."""

from __future__ import annotations

from collections.abc import Callable

from counsellor_desk.custody import seal, sheet
from counsellor_desk.custody.errors import KeyAbsent, KeyForAnotherVault, KeyringFailed, KeyringForgets
from counsellor_desk.custody.header import Slot
from counsellor_desk.custody.keystore import KeyStore
from counsellor_desk.custody.tries import Tries


class Items:
    """Those in ``store``. Each guess of a passphrase is counted by ``tries``; ``cost`` is asked when one is set."""

    def __init__(
        self, store: KeyStore, tries: Tries, entropy: Callable[[int], bytes], cost: Callable[[], seal.Cost]
    ) -> None:
        self._store = store
        self._tries = tries
        self._entropy = entropy
        self._cost = cost

    @property
    def backend(self) -> str:
        """The kind of keyring."""
        return self._store.backend

    def text_of(self, key: bytes, vault_id: str, passphrase: str | None) -> str:
        """What an item with ``key`` says. Nothing is kept yet."""
        if passphrase is None:
            return seal.leave_open(key, vault_id=vault_id)
        salt, nonce = self._entropy(seal.SALT_BYTES), self._entropy(seal.NONCE_BYTES)
        return seal.seal(key, passphrase, vault_id=vault_id, salt=salt, nonce=nonce, cost=self._cost())

    def put(self, text: str, key: bytes, vault_id: str, slot: Slot, passphrase: str | None) -> None:
        """Put ``text``, made of ``key``, into ``slot``, read it back and open it.

        Raises: KeyringForgets, KeyringFailed and its special cases.
        """
        self._store.put(_name(vault_id, slot), text)
        if self._kept(vault_id, slot) != text or seal.unseal(text, passphrase, vault_id=vault_id) != key:
            raise KeyringForgets()

    def key_in(self, vault_id: str, slot: Slot, passphrase: str | None, fingerprint: str) -> bytes:
        """The key in ``slot``, which must be the one of ``fingerprint``.

        Raises: KeyForAnotherVault, KeyringFailed and its special cases, SealDamaged, SealTooNew, PassphraseNeeded,
            WrongPassphrase, TooManyTries.
        """
        key = self._opened(self._store.get(_name(vault_id, slot)), passphrase, vault_id)
        if sheet.fingerprint(key) != fingerprint:
            raise KeyForAnotherVault()
        return key

    def drop(self, vault_id: str, slot: Slot) -> bool:
        """Whether the keyring let the item in ``slot`` go; nothing there is fine."""
        try:
            self._store.delete(_name(vault_id, slot))
        except KeyringFailed:
            return False
        return True

    def _kept(self, vault_id: str, slot: Slot) -> str | None:
        try:
            return self._store.get(_name(vault_id, slot))
        except KeyAbsent:
            return None

    def _opened(self, text: str, passphrase: str | None, vault_id: str) -> bytes:
        seal.refuse_foreign(text, vault_id=vault_id)
        guess = seal.is_sealed(text) and passphrase is not None
        if guess:
            self._tries.begin()
        key = seal.unseal(text, passphrase, vault_id=vault_id)
        if guess:
            self._tries.forget()
        return key


def _name(vault_id: str, slot: Slot) -> str:
    return f"{vault_id}/{slot}"
