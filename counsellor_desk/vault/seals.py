"""Whether every page of a vault carries the seal it was written with, looked at beside its opening.

SQLCipher looks at the seal of a page whenever it reads that page, so nothing of a damaged one is ever shown. Here all
are looked at, also those that nobody reads: from the file alone, without a lock on it, and in small parts, so that it
holds up neither a save nor a lock. SQLCipher's own check, ``PRAGMA cipher_integrity_check``, cannot be stopped.
Source: SQLCipher 4, design: a page of 4096 bytes ends in 16 bytes of an initialisation vector and an HMAC-SHA512 over
the ciphertext, the vector and the number of the page; its key is two rounds of PBKDF2 of the raw one, salt XOR 0x3a.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from pathlib import Path
from threading import Lock

from counsellor_desk.casework.progress import Cancelled, Progress, no_progress
from counsellor_desk.vault.connection import PAGE, SALT_BYTES
from counsellor_desk.vault.faults import VaultDamaged

_SEAL_BYTES = 64
_PAGES_A_STEP = 64
_LOCKS_AT = 1 << 30  # the page there carries SQLite's locks on the file, and nothing else
_LOOKS, _PAUSE_SECONDS = 3, 0.02  # a page that is being written right now is whole at the next look


class Seals:
    """Of the open vault at ``path``. Any thread may use it.

    Its file is held open until ``close``, after the connections were closed: to close any handle on a file drops all
    locks that the process has on it, those of SQLite too.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._file = path.open("rb", buffering=0)
        self._key = key
        self._turn = Lock()

    def check(self, progress: Progress = no_progress) -> None:
        """Look at every page. A second for 200 MB.

        Raises: VaultDamaged at the first page that cannot be read or is not as it was written; Cancelled, by
            ``progress`` or because of ``close``.
        """
        key = seal_key(self._read(0, 1)[:SALT_BYTES], self._key)
        number = 0
        while data := self._read(number, _PAGES_A_STEP):
            for at in range(0, len(data), PAGE):
                number += 1
                if not (is_sealed(data[at : at + PAGE], number, key) or self._is_sealed_now(number, key)):
                    raise VaultDamaged()
            progress(0, 0)

    def close(self) -> None:
        """A check that is under way stops within a moment."""
        with self._turn:
            self._file.close()

    def _is_sealed_now(self, number: int, key: bytes) -> bool:
        """Whether it was only being written when it was read, or is gone from a file that became shorter."""
        for _ in range(_LOOKS):
            time.sleep(_PAUSE_SECONDS)
            page = self._read(number - 1, 1)
            if not page or is_sealed(page, number, key):
                return True
        return False

    def _read(self, before: int, pages: int) -> bytes:
        """So many pages behind the first ``before``, fewer at the end of the file; one without a seal for what cannot
        be read."""
        with self._turn:
            if self._file.closed:
                raise Cancelled()
            try:
                self._file.seek(before * PAGE)
                return self._file.read(pages * PAGE) or b""
            except OSError:
                return bytes(PAGE)


def seal_key(salt: bytes, key: bytes) -> bytes:
    """What the seals of a vault of this key are made with, whose file begins with ``salt``."""
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, len(key))


def is_sealed(page: bytes, number: int, key: bytes) -> bool:
    """Whether the page of that number, counted from 1, is whole under this ``seal_key``."""
    if (number - 1) * PAGE == _LOCKS_AT:
        return True
    begin = SALT_BYTES if number == 1 else 0
    said = hmac.digest(key, page[begin:-_SEAL_BYTES] + number.to_bytes(4, "little"), "sha512")
    return len(page) == PAGE and hmac.compare_digest(said, page[-_SEAL_BYTES:])
