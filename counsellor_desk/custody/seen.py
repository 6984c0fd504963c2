"""What was last seen of a vault, kept in the keyring: an older copy of the file is told from the newest.

The keyring is written after the vault, so a crash between the two leaves a vault that is ahead, which is fine. One
that is behind, or has counted as far and is not the same file, is older in whole or in part. Somebody who can put
back both the file and the keyring is not found out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from counsellor_desk.custody.errors import KeyringFailed, VaultOlder
from counsellor_desk.custody.files import read_object
from counsellor_desk.custody.keystore import KeyStore

_VERSION = 1
_DIGEST = re.compile(r"(?:[0-9a-f]{64})?")


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a vault had counted, and the SHA-256 of its file; empty while it was open."""

    generation: int
    digest: str


class LastSeen:
    """Keeps one mark for each vault in ``store``, which should answer quickly: the desk waits for it when it locks.

    A keyring that does not answer hinders nobody: then nothing can be told, and what is remembered stays behind.
    """

    def __init__(self, store: KeyStore) -> None:
        self._store = store
        self._silent = False

    def refuse_older(self, vault_id: str, now: Mark) -> None:
        """Accept a vault that is as it was last seen, or further, or was never seen.

        Raises: VaultOlder.
        """
        seen = self._read(vault_id)
        if seen is None or now.generation > seen.generation:
            return
        if now.generation < seen.generation or seen.digest not in ("", now.digest):
            raise VaultOlder()

    def remember(self, vault_id: str, now: Mark) -> None:
        """Keep ``now`` in place of what was seen before; after a keyring fell silent, only what is final."""
        if self._silent and not now.digest:
            return
        try:
            self._store.put(_name(vault_id), _write(now))
        except KeyringFailed:
            self._silent = True

    def _read(self, vault_id: str) -> Mark | None:
        try:
            return _parse(self._store.get(_name(vault_id)))
        except KeyringFailed:
            return None


def _name(vault_id: str) -> str:
    return f"{vault_id}/seen"


def _write(mark: Mark) -> str:
    fields = {"version": _VERSION, "generation": mark.generation, "digest": mark.digest}
    return json.dumps(fields, separators=(",", ":"))


def _parse(text: str) -> Mark | None:
    """The mark, or None where there is none that we understand."""
    try:
        fields = read_object(text)
    except ValueError:
        return None
    generation, digest = fields.get("generation"), fields.get("digest")
    if fields.get("version") != _VERSION or type(generation) is not int or not isinstance(digest, str):
        return None
    return Mark(generation, digest) if _DIGEST.fullmatch(digest) else None
