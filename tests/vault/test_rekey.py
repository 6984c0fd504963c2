"""A vault gets another key whole or not at all; its file is never without one."""

from __future__ import annotations

import secrets
from contextlib import closing
from pathlib import Path

import pytest

from counsellor_desk.vault import rekey
from counsellor_desk.vault.faults import DiskFull, VaultBusy, VaultDamaged, VaultMissing, WrongKey
from counsellor_desk.vault.health import health
from counsellor_desk.vault.rekey import change_key, forget_copy, has_key
from counsellor_desk.vault.vault import open_vault
from tests.vault.conftest import listing

NEW = bytes(range(40, 72))


def bodies(path: Path, key: bytes) -> list[tuple[object, ...]]:
    with closing(open_vault(path, key, practice=False)) as vault:
        assert health(vault).is_sound
        return vault.session.rows("SELECT id, body FROM note ORDER BY id")


def test_the_new_key_opens_all_that_was_there_and_the_old_one_nothing(closed: Path, key: bytes) -> None:
    before, names = bodies(closed, key), set(listing(closed.parent))

    change_key(closed, key, NEW)

    assert bodies(closed, NEW) == before
    assert set(listing(closed.parent)) == names
    with pytest.raises(WrongKey):
        open_vault(closed, key, practice=False)


def test_the_file_says_which_key_it_has(closed: Path, key: bytes) -> None:
    assert has_key(closed, key)
    assert not has_key(closed, NEW)

    change_key(closed, key, NEW)

    assert has_key(closed, NEW)
    assert not has_key(closed, key)


def test_a_file_that_cannot_be_read_is_for_the_vault_to_judge(tmp_path: Path) -> None:
    assert has_key(tmp_path / "nothing", NEW)


def test_what_a_killed_day_left_in_the_journal_comes_along(closed: Path, key: bytes, tmp_path: Path) -> None:
    left = tmp_path / "left" / closed.name
    left.parent.mkdir()
    with closing(open_vault(closed, key, practice=False)) as vault:
        with vault.book.transaction():
            vault.book.save_setting("late", "yes")
        for name in (closed.name, closed.name + "-wal"):
            (left.parent / name).write_bytes((closed.parent / name).read_bytes())

    change_key(left, key, NEW)

    with closing(open_vault(left, NEW, practice=False)) as vault:
        assert vault.book.setting("late") == "yes"


def test_the_new_file_is_its_owners_only(closed: Path, key: bytes) -> None:
    change_key(closed, key, NEW)

    assert closed.stat().st_mode & 0o777 == 0o600


def test_a_vault_that_is_open_keeps_its_key(closed: Path, key: bytes) -> None:
    with closing(open_vault(closed, key, practice=False)), pytest.raises(VaultBusy):
        change_key(closed, key, NEW)

    assert has_key(closed, key)


def test_a_vault_that_is_gone_is_missing(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        change_key(tmp_path / "desk.vault", secrets.token_bytes(32), NEW)


def test_the_wrong_key_changes_nothing(closed: Path) -> None:
    before = listing(closed.parent)

    with pytest.raises(WrongKey):
        change_key(closed, secrets.token_bytes(32), NEW)

    assert listing(closed.parent) == before


def test_a_copy_that_is_not_whole_takes_no_place(closed: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    before = listing(closed.parent)

    def not_whole(copy: object, source: object) -> None:
        raise VaultDamaged()

    monkeypatch.setattr(rekey, "verify_copy", not_whole)
    with pytest.raises(VaultDamaged):
        change_key(closed, key, NEW)

    assert listing(closed.parent) == before


def test_a_full_disk_changes_nothing(closed: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    before = listing(closed.parent)

    def full(*_: object) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(DiskFull):
            change_key(closed, key, NEW)

    assert listing(closed.parent) == before
    assert bodies(closed, key)


def test_a_journal_of_the_old_key_never_lies_beside_the_new_file(
    closed: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = closed.with_name(closed.name + "-wal")
    monkeypatch.setattr("os.fsync", lambda _: journal.write_bytes(b"somebody else's"))

    with pytest.raises(VaultBusy):
        change_key(closed, key, NEW)

    assert has_key(closed, key)


def test_a_copy_left_by_a_kill_is_forgotten(closed: Path, key: bytes) -> None:
    names = set(listing(closed.parent))
    for end in ("", "-wal", "-shm"):
        closed.with_name(closed.name + ".rekeyed" + end).write_bytes(b"half")

    forget_copy(closed)
    assert set(listing(closed.parent)) == names
    closed.with_name(closed.name + ".rekeyed").write_bytes(b"half")
    change_key(closed, key, NEW)

    assert has_key(closed, NEW)


def test_the_new_file_counts_on(closed: Path, key: bytes) -> None:
    with closing(open_vault(closed, key, practice=False)) as vault:
        before = vault.generation

    change_key(closed, key, NEW)

    with closing(open_vault(closed, NEW, practice=False)) as vault:
        assert vault.generation == before + 2
