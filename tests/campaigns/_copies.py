"""The copies beside a vault: its backups, restored files, vaults put aside, and those before a schema step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.errors import DeskError
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.companions import remove
from counsellor_desk.vault.rekey import has_key
from tests.campaigns._desk import Machine, key_of
from tests.campaigns._model import word
from tests.vault.reader import decrypted

_FIXED_LETTERS = 12  # of a word, which stand on a page as they are


class Copies:
    """Those of ``machine``, each under the key of one of the operations ``keys``."""

    def __init__(self, machine: Machine, keys: Sequence[int]) -> None:
        self._machine = machine
        self._keys = [key_of(number) for number in keys]

    def broken(self) -> str:
        """The name of one that is not whole, or nothing."""
        return next((copy.name for copy in self._all() if not self._is_whole(copy)), "")

    def backups(self) -> int:
        """How many backups there are."""
        return len(list(self._machine.backups.glob("*.backup")))

    def holding(self, gone: Collection[int]) -> str:
        """The name of one, or of the vault, that holds a word of an operation in ``gone``; or nothing.

        What was put aside under an earlier key cannot be rewritten and stays for its term (decision 0030).
        """
        words = [word(number)[-_FIXED_LETTERS:].encode() for number in gone]
        for copy in [self._machine.vault, *self._all()] if words else []:
            key = self._key_of(copy)
            if key != self._keys[-1] and copy in self._put_aside():
                continue
            pages = decrypted(copy, key)
            if any(one in pages for one in words):
                return copy.name
        return ""

    def throw_away(self) -> None:
        """All but the backups."""
        for copy in [*self._before_steps(), *self._put_aside()]:
            remove(copy)

    def _all(self) -> Iterator[Path]:
        yield from self._machine.backups.glob("*.backup")
        yield from self._before_steps()
        yield from self._put_aside()

    def _before_steps(self) -> Iterator[Path]:
        yield from self._machine.folder.glob("*.before-[0-9][0-9][0-9][0-9]")

    def _put_aside(self) -> Iterator[Path]:
        yield from self._machine.folder.glob("desk.restored-*.vault")
        yield from self._machine.folder.glob("desk.kept-*.vault")

    def _key_of(self, copy: Path) -> bytes:
        return next((key for key in self._keys if has_key(copy, key)), self._keys[-1])

    def _is_whole(self, copy: Path) -> bool:
        key = self._key_of(copy)
        try:
            with copying.reading(copy, key) as source:
                rows = copying.counts(source)
            copying.verify_backup(copy, key, rows)
        except (DeskError, sqlcipher.Error):
            return False
        return True
