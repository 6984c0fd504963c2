"""Damage travels nowhere: it makes no backup, lets none go, and comes back as no text of zeros."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import Copy
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.contents import contents
from counsellor_desk.vault.faults import VaultDamaged
from counsellor_desk.vault.vault import OpenVault, open_vault
from tests.support import FakeClock
from tests.vault.backups.conftest import Reopen, at_peace, files, write
from tests.vault.conftest import flip, pages, rows_of

LONG = "een lang concept, dat over vele bladzijden van het bestand gaat. " * 300


@pytest.fixture
def long(vault: OpenVault) -> OpenVault:
    """With a draft whose end is on a page of its own, and nothing in the journal."""
    write(vault, LONG)
    vault.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return vault


def test_whatever_page_is_damaged_no_backup_is_made_and_none_is_let_go(
    backups: list[str], long: OpenVault, keeper: VaultBackups, clock: FakeClock, path: Path, home: Path
) -> None:
    for page in pages(path):
        clock.advance(days=1)
        flip(path, page)
        with pytest.raises(VaultDamaged):
            keeper.make(at_peace)
        flip(path, page)

        assert files(home) == backups, page


@pytest.mark.parametrize("read", [False, True])
def test_a_damaged_vault_makes_no_backup_when_it_is_closed(
    backups: list[str], long: OpenVault, keeper: VaultBackups, reopen: Reopen, path: Path, home: Path, *, read: bool
) -> None:
    vault, before = reopen(), files(home)
    write(vault, LONG + "en verder")
    vault.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    page = pages(path)[-1]
    flip(path, page)
    with contextlib.suppress(VaultDamaged):
        if read:
            frozenset(rows_of(vault))

    vault.close()

    assert files(home) == before
    with contextlib.closing(open_vault(path, long._key, practice=False)) as again, pytest.raises(VaultDamaged):
        again.check_pages()


@pytest.fixture
def copy(long: OpenVault, keeper: VaultBackups) -> Copy:
    """A backup of that."""
    return keeper.make(at_peace)


def test_whatever_page_of_a_backup_is_damaged_it_is_never_restored(keeper: VaultBackups, copy: Copy) -> None:
    file = Path(copy.folder, copy.name)
    for page in pages(file):
        flip(file, page)
        with pytest.raises(DeskError):
            keeper.restore(copy, at_peace)
        flip(file, page)

        assert keeper.overview().restored == (), page


def test_a_restored_file_takes_the_place_of_a_damaged_vault(
    keeper: VaultBackups, copy: Copy, long: OpenVault, path: Path, key: bytes
) -> None:
    keeper.work_with(keeper.restore(copy, at_peace))
    flip(path, 20)
    with pytest.raises(VaultDamaged):
        long.check_pages()
    long.close()

    with contextlib.closing(open_vault(path, key, practice=False)) as again:
        again.check_pages()
        assert contents(again.session).notes == 40
