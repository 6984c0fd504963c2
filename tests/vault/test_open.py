"""What each state of the file leads to. None of the refusals may change anything."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from counsellor_desk.errors import DeskError
from counsellor_desk.vault import lock
from counsellor_desk.vault import vault as making
from counsellor_desk.vault.connection import connect, salt_of
from counsellor_desk.vault.faults import (
    NotAVault,
    PracticeMismatch,
    VaultBusy,
    VaultDamaged,
    VaultExists,
    VaultIoFailed,
    VaultMissing,
    VaultReadOnly,
    VaultTooNew,
    WrongKey,
)
from counsellor_desk.vault.health import health
from counsellor_desk.vault.vault import OpenVault, create_vault, open_vault
from tests.vault.conftest import TODAY, digest, fill, listing

Spoil = Callable[[Path], object]


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _plain_sqlite(path: Path) -> None:
    path.unlink()
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE note (body TEXT)")
    database.commit()
    database.close()


def _flip(path: Path, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


def _foreign_cipher(path: Path) -> None:
    """Encrypted with the right key, but somebody else's tables."""
    key = _KEYS[path]
    path.write_bytes(b"")
    other = connect(path, key, new=True)
    other.execute("CREATE TABLE something (x)")
    other.close()


_KEYS: dict[Path, bytes] = {}
STATES: dict[str, tuple[Spoil, type[DeskError]]] = {
    "truncated to nothing": (lambda path: _write(path, b""), VaultDamaged),
    "truncated within the first bytes": (lambda path: _write(path, path.read_bytes()[:9]), VaultDamaged),
    "truncated within page 1": (lambda path: _write(path, path.read_bytes()[:3000]), VaultDamaged),
    "truncated to one page": (lambda path: _write(path, path.read_bytes()[:4096]), VaultDamaged),
    "cut in half": (lambda path: _write(path, path.read_bytes()[: path.stat().st_size // 2]), VaultDamaged),
    "last page torn off": (lambda path: _write(path, path.read_bytes()[:-4096]), VaultDamaged),
    "first page zeroed": (lambda path: _write(path, bytes(4096) + path.read_bytes()[4096:]), VaultDamaged),
    "plain SQLite": (_plain_sqlite, NotAVault),
    "a text": (lambda path: _write(path, b"Geachte redactie, " * 1000), NotAVault),
    "zeros of a whole number of pages": (lambda path: _write(path, b"\1" * 8192), NotAVault),
    "random bytes": (lambda path: _write(path, Random(1).randbytes(12_345)), NotAVault),
    "another program's encrypted database": (_foreign_cipher, NotAVault),
    "marked read-only": (lambda path: path.chmod(0o400), VaultReadOnly),
    "gone": (lambda path: path.unlink(), VaultMissing),
}


@pytest.mark.parametrize("state", STATES)
def test_a_vault_in_trouble_is_named_and_left_as_it_is(closed: Path, key: bytes, state: str) -> None:
    spoil, expected = STATES[state]
    _KEYS[closed] = key
    spoil(closed)
    before = listing(closed.parent)

    with pytest.raises(expected):
        open_vault(closed, key, practice=False)

    assert listing(closed.parent) == before


@pytest.mark.parametrize("bit", [*range(0, 128, 7), *(Random(2).randrange(128, 4096 * 8) for _ in range(40))])
def test_one_flipped_bit_in_the_first_page_is_damage_and_not_a_wrong_key(closed: Path, key: bytes, bit: int) -> None:
    _flip(closed, bit)
    before = listing(closed.parent)

    with pytest.raises(VaultDamaged):
        open_vault(closed, key, practice=False)

    assert listing(closed.parent) == before


def test_one_flipped_bit_anywhere_is_never_read_as_something_else(closed: Path, key: bytes) -> None:
    whole = closed.read_bytes()
    chance = Random(3)
    vault = open_vault(closed, key, practice=False)
    expected = _all_it_says(vault)
    vault.close()
    whole = closed.read_bytes()
    for _ in range(40):
        closed.write_bytes(whole)
        _flip(closed, chance.randrange(4096 * 8, len(whole) * 8))
        try:
            vault = open_vault(closed, key, practice=False)
        except VaultDamaged:
            continue
        try:
            assert _all_it_says(vault) == expected
        except VaultDamaged:
            pass
        else:
            assert not health(vault).is_sound  # a page nobody asked for
        finally:
            _close_damaged(vault)


def test_a_wrong_key_is_told_from_damage_and_changes_nothing(closed: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = listing(closed.parent)

    with pytest.raises(WrongKey):
        open_vault(closed, bytes(32), practice=False)

    assert listing(closed.parent) == before
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("length", [0, 1, 16, 31, 33, 64])
def test_a_key_of_another_length_is_never_tried(closed: Path, length: int) -> None:
    with pytest.raises(WrongKey):
        open_vault(closed, bytes(length), practice=False)


def test_a_vault_of_a_newer_version_is_refused_untouched(closed: Path, key: bytes) -> None:
    connection = connect(closed, key)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = listing(closed.parent)

    with pytest.raises(VaultTooNew) as refusal:
        open_vault(closed, key, practice=False)

    assert refusal.value.params["found"] == 99
    assert listing(closed.parent) == before


def test_a_second_window_is_told_that_the_vault_is_open(vault: OpenVault, path: Path, key: bytes) -> None:
    with pytest.raises(VaultBusy):
        open_vault(path, key, practice=False)

    fill(vault.book)


def test_closing_lets_the_next_window_in(closed: Path, key: bytes) -> None:
    open_vault(closed, key, practice=False).close()
    again = open_vault(closed, key, practice=False)

    again.close()
    again.close()


def test_a_refused_opening_lets_the_next_one_in(closed: Path, key: bytes) -> None:
    with pytest.raises(WrongKey):
        open_vault(closed, bytes(32), practice=False)

    open_vault(closed, key, practice=False).close()


def test_a_missing_lock_file_is_no_obstacle(closed: Path, key: bytes) -> None:
    lock_file = closed.with_name("desk.vault.lock")
    lock_file.unlink()
    with pytest.raises(WrongKey):
        open_vault(closed, bytes(32), practice=False)
    assert not lock_file.exists()

    open_vault(closed, key, practice=False).close()


@pytest.mark.parametrize("practice", [True, False])
def test_a_practice_vault_and_a_real_one_are_never_mixed_up(path: Path, key: bytes, practice: bool) -> None:
    create_vault(path, key, practice=practice, today=TODAY).close()
    before = listing(path.parent)

    with pytest.raises(PracticeMismatch):
        open_vault(path, key, practice=not practice)

    assert listing(path.parent) == before


def test_another_name_for_the_same_file_is_the_same_vault(vault: OpenVault, path: Path, key: bytes) -> None:
    other = path.parent.parent / "other.vault"
    other.symlink_to(path)

    with pytest.raises(VaultBusy):
        open_vault(other, key, practice=False)


def test_a_vault_without_its_founding_row_is_not_a_vault(closed: Path, key: bytes) -> None:
    connection = connect(closed, key)
    connection.execute("DELETE FROM vault")
    connection.close()

    with pytest.raises(NotAVault):
        open_vault(closed, key, practice=False)


def test_a_journal_that_cannot_be_opened_is_trouble_with_the_disk(closed: Path, key: bytes) -> None:
    closed.with_name("desk.vault-wal").mkdir()
    before = digest(closed)

    with pytest.raises(VaultIoFailed):
        open_vault(closed, key, practice=False)

    assert digest(closed) == before


def test_a_folder_that_cannot_be_made_is_trouble_with_the_disk(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(VaultIoFailed):
        create_vault(tmp_path / "file" / "below" / "desk.vault", key, practice=False, today=TODAY)


def test_a_lock_file_taken_away_at_the_wrong_moment_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir()
    taken: list[int] = []

    def take(handle: int) -> None:
        if not taken:
            path.with_name("desk.vault.lock").unlink()
        taken.append(handle)

    monkeypatch.setattr(lock, "take_lock", take)
    held = lock.VaultLock(path)

    assert len(taken) == 2
    assert path.with_name("desk.vault.lock").exists()
    held.release()
    held.release()


def test_a_folder_in_place_of_the_vault_is_not_a_vault(path: Path, key: bytes) -> None:
    path.mkdir(parents=True)

    with pytest.raises(NotAVault):
        open_vault(path, key, practice=False)


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_nothing_is_created_over_anything(path: Path, key: bytes, end: str) -> None:
    path.parent.mkdir()
    path.with_name(path.name + end).write_bytes(b"something")
    before = listing(path.parent)

    with pytest.raises(VaultExists):
        create_vault(path, key, practice=False, today=TODAY)

    assert listing(path.parent) == before


def test_what_appears_while_a_vault_is_made_is_not_made_over(
    path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(new: Path, *rest: Any) -> None:
        build(new, *rest)
        path.write_bytes(b"put back by hand")

    build = making._build
    monkeypatch.setattr(making, "_build", interrupted)

    with pytest.raises(VaultExists):
        create_vault(path, key, practice=False, today=TODAY)

    assert path.read_bytes() == b"put back by hand"


def test_what_a_killed_creation_left_behind_is_no_obstacle(path: Path, key: bytes) -> None:
    path.parent.mkdir()
    path.with_name("desk.vault.new").write_bytes(b"half a vault")
    path.with_name("desk.vault.new-wal").write_bytes(b"half a journal")

    create_vault(path, key, practice=False, today=TODAY).close()

    assert sorted(listing(path.parent)) == ["desk.vault", "desk.vault.lock"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists, not in mode bits")
@pytest.mark.parametrize("umask", [0o000, 0o277])
def test_files_are_their_owners_only_whatever_the_umask(path: Path, key: bytes, umask: int) -> None:
    old = os.umask(umask)
    try:
        vault = create_vault(path, key, practice=False, today=TODAY)
        fill(vault.book)
        rights = {file.name: stat.S_IMODE(file.stat().st_mode) & 0o077 for file in path.parent.iterdir()}
    finally:
        os.umask(old)
    vault.close()

    assert set(rights) >= {"desk.vault", "desk.vault-wal", "desk.vault-shm", "desk.vault.lock"}
    assert set(rights.values()) == {0}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_each_opening_is_counted_so_that_an_older_copy_shows(closed: Path, key: bytes, tmp_path: Path) -> None:
    older = tmp_path / "older.vault"
    shutil.copy(closed, older)
    first = open_vault(closed, key, practice=False)
    first.close()
    second = open_vault(closed, key, practice=False)
    second.close()
    from_copy = open_vault(older, key, practice=False)
    from_copy.close()

    assert second.generation == first.generation + 1
    assert from_copy.generation < second.generation
    assert from_copy.vault_id == second.vault_id


def test_a_vault_is_named_by_who_makes_it_or_by_chance(path: Path, key: bytes, tmp_path: Path) -> None:
    named = create_vault(path, key, practice=False, today=TODAY, vault_id="f" * 32)
    other = create_vault(tmp_path / "other.vault", key, practice=False, today=TODAY)
    named.close()
    other.close()

    assert named.vault_id == "f" * 32
    assert len(other.vault_id) == 32


def test_the_file_begins_with_the_fingerprint_of_its_key(closed: Path, key: bytes) -> None:
    assert closed.read_bytes()[:16] == salt_of(key)


def test_closing_leaves_one_file_and_its_empty_lock(closed: Path) -> None:
    assert sorted(listing(closed.parent)) == ["desk.vault", "desk.vault.lock"]
    assert closed.with_name("desk.vault.lock").stat().st_size == 0


def test_opening_and_closing_keeps_what_was_there(closed: Path, key: bytes) -> None:
    vault = open_vault(closed, key, practice=False)
    before = _all_it_says(vault)
    vault.close()
    vault = open_vault(closed, key, practice=False)

    assert _all_it_says(vault) == before
    assert health(vault).is_sound
    vault.close()


def _all_it_says(vault: OpenVault) -> list[object]:
    tables = ("organisation", "person", "case_file", "contact", "note", "note_revision", "draft", "setting")
    return [vault.session.rows("SELECT * FROM " + table) for table in tables]


def _close_damaged(vault: OpenVault) -> None:
    try:
        vault.close()
    except VaultDamaged:
        vault.close()
