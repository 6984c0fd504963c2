"""The lock that keeps a second window out of a vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from counsellor_desk.vault.faults import VaultBusy
from counsellor_desk.vault.lock import VaultLock


@pytest.fixture
def vault_file(tmp_path: Path) -> Path:
    """Where a vault would lie; the lock does not look at it."""
    return tmp_path / "desk.vault"


def test_the_lock_is_an_empty_file_of_the_owner_beside_the_vault(vault_file: Path, tmp_path: Path) -> None:
    held = VaultLock(vault_file)

    (file,) = tmp_path.iterdir()
    assert (file.name, file.stat().st_size, file.stat().st_mode & 0o777) == ("desk.vault.lock", 0, 0o600)
    held.release()


def test_who_comes_second_is_told_that_the_vault_is_open(vault_file: Path) -> None:
    held = VaultLock(vault_file)

    with pytest.raises(VaultBusy):
        VaultLock(vault_file)
    held.release()


def test_a_lock_that_was_let_go_can_be_taken(vault_file: Path) -> None:
    VaultLock(vault_file).release()

    VaultLock(vault_file).release()


def test_letting_go_keeps_the_file(vault_file: Path, tmp_path: Path) -> None:
    VaultLock(vault_file).release()

    assert [file.name for file in tmp_path.iterdir()] == ["desk.vault.lock"]


def test_letting_go_twice_takes_nothing_from_the_next_one(vault_file: Path) -> None:
    first = VaultLock(vault_file)
    first.release()
    second = VaultLock(vault_file)

    first.release(and_forget=True)

    with pytest.raises(VaultBusy):
        VaultLock(vault_file)
    second.release()


def test_whoever_made_the_file_can_take_it_away(vault_file: Path, tmp_path: Path) -> None:
    VaultLock(vault_file).release(and_forget=True)

    assert not list(tmp_path.iterdir())


def test_nobody_takes_away_a_file_that_was_there(vault_file: Path, tmp_path: Path) -> None:
    VaultLock(vault_file).release()

    VaultLock(vault_file).release(and_forget=True)

    assert [file.name for file in tmp_path.iterdir()] == ["desk.vault.lock"]
