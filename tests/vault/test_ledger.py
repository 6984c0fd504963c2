from __future__ import annotations

from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.figures.ports import LedgerEntry, LedgerStore
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.faults import LedgerForked
from counsellor_desk.vault.vault import OpenVault, create_vault, open_vault
from tests.vault.conftest import TODAY

FIRST = LedgerEntry(1, TODAY, '{"a": 1}', '{"b": 2}', "", "d1")
SECOND = LedgerEntry(2, TODAY, '{"a": 3}', '{"b": 4}', "d1", "d2")


def test_the_ledger_keeps_what_was_published_in_order(vault: OpenVault) -> None:
    ledger: LedgerStore = vault.ledger
    ledger.append(FIRST)
    ledger.append(SECOND)

    assert ledger.entries() == (FIRST, SECOND)


@pytest.mark.parametrize(
    "entry",
    [
        FIRST,
        replace(SECOND, number=3),
        replace(SECOND, number=1),
        replace(SECOND, number=0),
        replace(SECOND, previous=""),
        replace(SECOND, previous="other"),
    ],
)
def test_an_entry_that_does_not_follow_the_last_is_refused(vault: OpenVault, entry: LedgerEntry) -> None:
    vault.ledger.append(FIRST)

    with pytest.raises(LedgerForked):
        vault.ledger.append(entry)

    assert vault.ledger.entries() == (FIRST,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE release SET public = 'x'",
        "DELETE FROM release",
        "REPLACE INTO release SELECT 1, published_on, 'x', private, previous, 'dx' FROM release",
    ],
)
def test_nothing_published_can_be_changed_even_without_the_guard(
    vault: OpenVault, path: object, key: bytes, change: str
) -> None:
    vault.ledger.append(FIRST)
    connection = connect(path, key)

    with pytest.raises(sqlcipher.IntegrityError):
        connection.execute(change)

    connection.close()
    assert vault.ledger.entries() == (FIRST,)


def test_the_secret_of_a_vault_is_its_own_and_stays(
    vault: OpenVault, path: object, key: bytes, tmp_path: object
) -> None:
    other = create_vault(tmp_path / "other.vault", key, practice=True, today=TODAY)
    secret = vault.ledger.secret
    vault.close()
    again = open_vault(path, key, practice=False)

    assert (len(secret), again.ledger.secret) == (32, secret)
    assert other.ledger.secret != secret
    assert (again.ledger.practice, other.ledger.practice) == (False, True)
    again.close()
    other.close()
