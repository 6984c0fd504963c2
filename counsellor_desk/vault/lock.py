"""One window per vault: a lock the operating system drops by itself when the process ends, however it ends."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from counsellor_desk.process import take_lock
from counsellor_desk.vault.faults import VaultBusy


class VaultLock:
    """Held from the moment it is made until ``release``. An empty file beside the vault carries it.

    A file of its own, because closing any handle on the vault itself would drop SQLite's own locks.
    Raises: VaultBusy when somebody else holds it.
    """

    def __init__(self, vault: Path) -> None:
        self._path = vault.with_name(vault.name + ".lock")
        self._handle: int | None = None
        while self._handle is None:
            self._made = not self._path.exists()
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                take_lock(handle)
            except OSError as error:
                os.close(handle)
                raise VaultBusy() from error
            if self._is_current(handle):
                self._handle = handle
            else:  # its maker took the file away between our opening and locking it
                os.close(handle)

    def release(self, *, and_forget: bool = False) -> None:
        """Let go; ``and_forget`` also removes the file if this lock made it. Safe to call twice."""
        if self._handle is None:
            return
        if and_forget and self._made:
            with contextlib.suppress(OSError):  # Windows keeps a file that is open
                self._path.unlink()
        os.close(self._handle)
        self._handle = None

    def _is_current(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False
