"""What the library reports becomes a named state, also where it gives no code."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.errors import DeskError
from counsellor_desk.vault.faults import (
    DiskFull,
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
