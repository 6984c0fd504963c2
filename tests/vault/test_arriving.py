"""A vault that comes from elsewhere: whole or not at all, and never over another."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import BackupMissing
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.arriving import bring_in, is_damaged, look_into, written_at
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.faults import (
    NotAVault,
    PracticeMismatch,
    VaultDamaged,
    VaultExists,
    WrongKey,
)
from counsellor_desk.vault.migrate import pending
from counsellor_desk.vault.vault import create_vault, open_vault
from tests.museum.make import KEY
from tests.vault.backups.conftest import at_peace, files
from tests.vault.conftest import NOW, TODAY, digest

MUSEUM = Path(__file__).parents[1] / "museum"


@pytest.fixture
def stick(closed: Path, tmp_path: Path) -> Path:
    """The vault of another computer, with a case and 40 notes, as a backup on a stick."""
    file = tmp_path / "stick" / "desk-0123abcd-20261123-140300.backup"
    file.parent.mkdir()
    closed.replace(file)
    return file


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the vault of this computer goes. Not even its folder is there."""
    return tmp_path / "new" / "desk" / "desk.vault"


def notes_in(vault: Path, key: bytes) -> int:
    opened = open_vault(vault, key, practice=False)
    try:
        return int(opened.session.value("SELECT count(*) FROM note"))
    finally:
        opened.close()


def test_a_backup_becomes_the_vault_of_this_computer(stick: Path, place: Path, key: bytes) -> None:
    bring_in(stick, place, key, at_peace, lambda: NOW)

    assert notes_in(place, key) == 40
    assert not [name for name in files(place.parent) if "coming" in name]


def test_the_file_it_came_from_is_only_read(stick: Path, place: Path, key: bytes) -> None:
    before, beside = digest(stick), files(stick.parent)
    stick.chmod(0o400)
    stick.parent.chmod(0o500)

    bring_in(stick, place, key, at_peace, lambda: NOW)
    stick.parent.chmod(0o700)

    assert (digest(stick), files(stick.parent)) == (before, beside)


def test_a_look_counts_and_leaves_nothing(stick: Path, place: Path, key: bytes) -> None:
    found = look_into(stick, place, key, at_peace)

    assert (found.cases, found.notes, found.reports) == (1, 40, 0)
    assert files(place.parent) == []


def test_only_its_owner_may_read_what_arrived(stick: Path, place: Path, key: bytes) -> None:
    stick.chmod(0o666)

    bring_in(stick, place, key, at_peace, lambda: NOW)

    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700


def test_what_waits_in_a_journal_beside_the_file_comes_along(
    closed: Path, place: Path, key: bytes, tmp_path: Path
) -> None:
    old = tmp_path / "old.vault"
    vault = open_vault(closed, key, practice=False)
    vault.book.save_setting("own", "words")
    for end in ("", "-wal"):
        old.with_name(old.name + end).write_bytes(closed.with_name(closed.name + end).read_bytes())
    vault.close()

    bring_in(old, place, key, at_peace, lambda: NOW)

    opened = open_vault(place, key, practice=False)
    assert opened.book.setting("own") == "words"
    opened.close()


def test_a_vault_that_is_there_is_never_replaced(stick: Path, place: Path, key: bytes) -> None:
    create_vault(place, secrets.token_bytes(32), practice=False, today=TODAY).close()
    before = digest(place)

    with pytest.raises(VaultExists):
        bring_in(stick, place, key, at_peace, lambda: NOW)

    assert digest(place) == before


@pytest.fixture
def damaged(stick: Path, place: Path, key: bytes) -> Path:
    """The vault of this computer, of which that on the stick is a backup, with a flipped bit and a journal."""
    place.parent.mkdir(parents=True, mode=0o700)
    place.write_bytes(stick.read_bytes())
    _spoilt(place, key)
    place.with_name("desk.vault-wal").write_bytes(b"what was written last")
    return place


def test_a_damaged_vault_gives_way_and_is_kept_beside_as_it_is(damaged: Path, stick: Path, key: bytes) -> None:
    before = digest(damaged), digest(damaged.with_name("desk.vault-wal"))
    assert is_damaged(damaged, key)

    bring_in(stick, damaged, key, at_peace, lambda: NOW)

    kept = damaged.with_name("desk.kept-20261123-140300.vault")
    assert (digest(kept), digest(kept.with_suffix(".wal"))) == before
    assert not is_damaged(damaged, key)
    assert notes_in(damaged, key) == 40


def test_what_is_put_aside_by_a_slow_clock_is_no_older_than_the_last_talk_in_it(
    damaged: Path, stick: Path, key: bytes
) -> None:
    bring_in(stick, damaged, key, at_peace, lambda: datetime(1970, 1, 1))

    assert damaged.with_name("desk.kept-20261123-000000.vault").exists()


def test_cut_short_while_it_is_put_aside_it_can_be_brought_back_all_the_same(
    damaged: Path, stick: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, done = Path.rename, list[str]()

    def cut(self: Path, target: Path) -> Path:
        if done:
            raise OSError("power cut")
        done.append(self.name)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", cut)
    with pytest.raises(DeskError):
        bring_in(stick, damaged, key, at_peace, lambda: NOW)
    monkeypatch.undo()
    assert (done, is_damaged(damaged, key)) == (["desk.vault-wal"], True)

    bring_in(stick, damaged, key, at_peace, lambda: NOW)

    assert notes_in(damaged, key) == 40
    assert len([name for name in files(damaged.parent) if "kept" in name]) == 2


@pytest.mark.parametrize("whose", ["ours", "another's"])
def test_a_sound_vault_is_not_damaged_and_that_of_another_key_is_not_ours_to_judge(
    closed: Path, key: bytes, whose: str
) -> None:
    if whose == "another's":
        _spoilt(closed, key)
        key = secrets.token_bytes(32)

    assert not is_damaged(closed, key)


def test_a_backup_that_is_damaged_itself_takes_no_place(damaged: Path, stick: Path, key: bytes) -> None:
    _spoilt(stick, key)
    before = digest(damaged)

    with pytest.raises(VaultDamaged):
        bring_in(stick, damaged, key, at_peace, lambda: NOW)

    assert digest(damaged) == before
    assert damaged.with_name("desk.vault-wal").exists()


def _wrong_key(_file: Path, _key: bytes) -> bytes:
    return secrets.token_bytes(32)


def _spoilt(file: Path, key: bytes) -> bytes:
    content = bytearray(file.read_bytes())
    content[-2000] ^= 1
    file.write_bytes(content)
    return key


def _of_a_practice(file: Path, key: bytes) -> bytes:
    file.unlink()
    create_vault(file, key, practice=True, today=TODAY).close()
    return key


def _pulled_out(file: Path, key: bytes) -> bytes:
    file.unlink()
    return key


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (_wrong_key, WrongKey),
        (_spoilt, VaultDamaged),
        (_of_a_practice, PracticeMismatch),
        (_pulled_out, BackupMissing),
    ],
)
def test_what_cannot_be_trusted_is_named_and_nothing_is_made(
    stick: Path, place: Path, key: bytes, trouble: Callable[[Path, bytes], bytes], state: type[DeskError]
) -> None:
    key = trouble(stick, key)

    with pytest.raises(state):
        bring_in(stick, place, key, at_peace, lambda: NOW)

    assert files(place.parent) == []


def test_it_can_be_stopped_and_leaves_nothing(stick: Path, place: Path, key: bytes) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise Cancelled()

    with pytest.raises(Cancelled):
        bring_in(stick, place, key, stop, lambda: NOW)

    assert files(place.parent) == []


def test_what_a_killed_process_left_is_cleared(stick: Path, place: Path, key: bytes) -> None:
    left = place.with_name("desk.vault.coming") / "desk.vault"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half of it")

    bring_in(stick, place, key, at_peace, lambda: NOW)

    assert notes_in(place, key) == 40
    assert not left.parent.exists()


def test_a_vault_of_the_first_schema_is_brought_to_the_newest(place: Path) -> None:
    bring_in(MUSEUM / "v0001.vault", place, KEY, at_peace, lambda: NOW)

    connection = connect(place, KEY)
    assert pending(connection) == ()
    connection.close()
    assert not [name for name in files(place.parent) if "before" in name]


def test_a_backup_says_its_moment_by_its_name_and_another_file_by_its_date(stick: Path, tmp_path: Path) -> None:
    vault = tmp_path / "desk.vault"
    vault.write_bytes(stick.read_bytes())
    changed = datetime(2026, 5, 3, 9, 30)
    os.utime(vault, (changed.timestamp(), changed.timestamp()))

    assert written_at(stick) == datetime(2026, 11, 23, 14, 3)
    assert written_at(vault) == changed


@pytest.mark.parametrize(
    "content", [b"a letter to somebody", b"a" * 8192, b"SQLite format 3\0" + secrets.token_bytes(4080)]
)
def test_another_document_is_told_before_any_sheet_is_typed(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.vault"
    file.write_bytes(content)

    with pytest.raises(NotAVault):
        written_at(file)


def test_a_file_that_is_gone_is_named_so(tmp_path: Path) -> None:
    with pytest.raises(BackupMissing):
        written_at(tmp_path / "desk.vault")
