"""The named states of a vault that cannot be opened, read or written, and how library errors become them."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.casework.errors import RecordMissing
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.errors import DeskError


class VaultExists(DeskError):
    """Something is already there; a vault is never made over it."""

    code = "vault.exists"


class VaultMissing(DeskError):
    """There is no file where the vault should be."""

    code = "vault.missing"


class WrongKey(DeskError):
    """The file is whole as far as one can see, but this key does not open it."""

    code = "vault.wrong_key"


class NotAVault(DeskError):
    """The file is something else: an unencrypted database, a document, a folder."""

    code = "vault.not_a_vault"


class VaultDamaged(DeskError):
    """The key is right, and some of the file is not what was written."""

    code = "vault.damaged"


class VaultTooNew(DeskError):
    """A newer version of the program has written this vault. ``found`` and ``known`` are schema versions."""

    code = "vault.too_new"


class VaultReadOnly(DeskError):
    """The file or its folder may not be written."""

    code = "vault.read_only"


class VaultBusy(DeskError):
    """The vault is open in another window."""

    code = "vault.busy"


class DiskFull(DeskError):
    """There is no room left; what was acknowledged before is safe."""

    code = "vault.disk_full"


class VaultIoFailed(DeskError):
    """The disk or the network drive did not answer as it should."""

    code = "vault.io_failed"


class MemoryShort(DeskError):
    """The computer has no memory left for this; what was acknowledged before is safe."""

    code = "vault.memory_short"


class PracticeMismatch(DeskError):
    """A practice vault was opened as a real one, or the reverse."""

    code = "vault.practice_mismatch"


class ProfileRefused(DeskError):
    """The database library did not take a safety setting; ``setting`` names it. The vault stays closed."""

    code = "vault.profile_refused"


class LedgerForked(DeskError):
    """A release does not follow the last one in the ledger: somebody published in between."""

    code = "vault.ledger_forked"


_STATES: dict[int, type[DeskError]] = {
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_IOERR: VaultIoFailed,
    sqlcipher.SQLITE_CANTOPEN: VaultIoFailed,
    sqlcipher.SQLITE_READONLY: VaultReadOnly,
    sqlcipher.SQLITE_BUSY: VaultBusy,
    sqlcipher.SQLITE_LOCKED: VaultBusy,
    sqlcipher.SQLITE_CORRUPT: VaultDamaged,
    sqlcipher.SQLITE_NOTADB: VaultDamaged,
    sqlcipher.SQLITE_INTERRUPT: Cancelled,
}
# Extended codes that are not what their primary code says. Source: SQLite, result codes; a map of the shared index
# (SHMMAP) fails when the process may have no more memory, and disks that are full have a code of their own for it.
_IOERR_NOMEM, _IOERR_SHMMAP = sqlcipher.SQLITE_IOERR | 12 << 8, sqlcipher.SQLITE_IOERR | 21 << 8
_EXTENDED: dict[int, type[DeskError]] = {_IOERR_NOMEM: MemoryShort, _IOERR_SHMMAP: MemoryShort}
# What the library says where it gives no code, as its backup does not. Source: SQLite, sqlite3ErrStr.
_WORDS: dict[str, type[DeskError]] = {
    "database or disk is full": DiskFull,
    "disk I/O error": VaultIoFailed,
    "unable to open database file": VaultIoFailed,
    "attempt to write a readonly database": VaultReadOnly,
    "database is locked": VaultBusy,
    "database disk image is malformed": VaultDamaged,
    "file is not a database": VaultDamaged,
    "interrupted": Cancelled,
}
_NOT_BOUND = "Error binding parameter"  # every value is of a type it takes, so there was no memory for the copy
_NO_SUCH_RECORD = "FOREIGN KEY constraint failed"  # the library gives no code of its own for this
_FILE_STATES: dict[int, type[DeskError]] = {
    errno.ENOENT: VaultMissing,
    errno.ENOMEM: MemoryShort,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: VaultReadOnly,
    errno.EPERM: VaultReadOnly,
    errno.EROFS: VaultReadOnly,
    errno.EEXIST: VaultExists,
}


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turns what SQLCipher and the file system report into named states; anything else is a bug and passes."""
    try:
        yield
    except sqlcipher.Error as error:
        if str(error) == _NO_SUCH_RECORD:
            raise RecordMissing() from error
        state = _state(error)
        if state is None:
            raise
        raise state() from error
    except MemoryError as error:
        raise MemoryShort() from error
    except OSError as error:
        raise _FILE_STATES.get(error.errno or 0, VaultIoFailed)() from error


def _state(error: sqlcipher.Error) -> type[DeskError] | None:
    if isinstance(error, sqlcipher.InterfaceError) and str(error).startswith(_NOT_BOUND):
        return MemoryShort
    code = getattr(error, "sqlite_errorcode", 0)
    return (
        _EXTENDED.get(code) or _STATES.get(code & 0xFF) or _WORDS.get(str(error))
    )  # the low byte is the primary code
