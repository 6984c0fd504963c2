"""Whether a group somebody types stands on the recovery sheet, while the vault is open and the sheet is at home.

What is kept is a mark of each group under a key of this process. A group has twenty bits, so whoever reads this
memory can find the groups by trying; but the same reader finds the key of the open vault in it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from counsellor_desk.custody import sheet


class SpotCheck:
    """Knows the groups of the sheet of ``key`` again; the key itself is not kept."""

    def __init__(self, key: bytes) -> None:
        self._salt = secrets.token_bytes(32)
        self._marks = tuple(self._mark(group) for group in sheet.encode(key))

    def is_right(self, number: int, typed: str) -> bool:
        """Whether ``typed``, however it is typed, is group ``number`` (the first is 1)."""
        return hmac.compare_digest(self._marks[number - 1], self._mark(sheet.normalised(typed)))

    def _mark(self, group: str) -> bytes:
        return hmac.digest(self._salt, group.encode(), hashlib.sha256)
