"""What the library reports becomes a named state, also where it gives no code."""

from __future__ import annotations

import errno
import subprocess
import sys

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.errors import DeskError
from counsellor_desk.vault.faults import (
    DiskFull,
    MemoryShort,
    VaultBusy,
    VaultDamaged,
    VaultIoFailed,
    VaultReadOnly,
    translated,
)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("database or disk is full", DiskFull),
        ("disk I/O error", VaultIoFailed),
        ("unable to open database file", VaultIoFailed),
        ("attempt to write a readonly database", VaultReadOnly),
        ("database is locked", VaultBusy),
        ("database disk image is malformed", VaultDamaged),
        ("file is not a database", VaultDamaged),
    ],
)
def test_a_failed_backup_is_named_by_its_words(words: str, state: type[DeskError]) -> None:
    with pytest.raises(state), translated():
        raise sqlcipher.OperationalError(words)


def test_a_mistake_of_ours_keeps_its_own_name() -> None:
    with pytest.raises(sqlcipher.OperationalError), translated():
        raise sqlcipher.OperationalError("no such table: notes")


def test_a_lack_of_memory_is_named_whoever_meets_it() -> None:
    for met in (MemoryError(), OSError(errno.ENOMEM, "")):
        with pytest.raises(MemoryShort), translated():
            raise met


_IN_LITTLE_MEMORY = """
from sqlcipher3 import dbapi2 as sqlcipher
from counsellor_desk.vault.faults import MemoryShort
from counsellor_desk.vault.session import Session

connection = sqlcipher.connect(":memory:")
connection.set_key(b"x'" + b"00" * 32 + b"'")
connection.execute("CREATE TABLE note (body TEXT)")
connection.execute("PRAGMA hard_heap_limit=3145728").fetchall()
try:
    Session(connection).add("INSERT INTO note VALUES (:body)", {"body": "x" * 4194304})
except MemoryShort as state:
    print(state.code)
"""


def test_a_note_that_finds_no_memory_is_refused_by_that_name() -> None:
    """In a process of its own: the limit is one for the whole library, and can never be raised again."""
    child = subprocess.run([sys.executable, "-c", _IN_LITTLE_MEMORY], capture_output=True, text=True, check=True)

    assert child.stdout == "vault.memory_short\n"


@pytest.mark.parametrize("detail", [12, 21])
def test_a_disk_error_that_is_a_lack_of_memory_is_named_so(detail: int) -> None:
    error = sqlcipher.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlcipher.SQLITE_IOERR | detail << 8

    with pytest.raises(MemoryShort), translated():
        raise error
