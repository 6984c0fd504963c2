"""A backup comes back as a new file; it takes the vault's place only when that is asked for, and nothing is lost."""

from __future__ import annotations

import secrets
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from counsellor_desk.casework.backups import BackupMissing, Chore, Copy
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.figures.ports import LedgerEntry
from counsellor_desk.vault.backups import restoring
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.subject import BackupSubject
from counsellor_desk.vault.faults import LedgerForked
from counsellor_desk.vault.health import health
from counsellor_desk.vault.vault import OpenVault, open_vault
from tests.support import FakeClock
from tests.vault.backups.conftest import Reopen, at_peace, files, keeper_of, when_all_has_ended, write
from tests.vault.conftest import TODAY, digest, note_of

FIRST = LedgerEntry(1, TODAY, '{"a": 1}', '{"b": 2}', "", "d1")
SECOND = LedgerEntry(2, TODAY, '{"a": 3}', '{"b": 4}', "d1", "d2")


@pytest.fixture
def older(vault: OpenVault, keeper: VaultBackups, clock: FakeClock) -> Copy:
    """A backup of yesterday; today has one note more."""
    copy = keeper.make(at_peace)
    clock.advance(days=1)
    case = vault.book.case_by_number("26-001")
    assert case is not None
    vault.book.add_note(note_of(case, "van vandaag"))
    return copy


def test_restoring_makes_a_new_file_and_touches_nothing_else(
    vault: OpenVault, keeper: VaultBackups, older: Copy, path: Path, home: Path, key: bytes
) -> None:
    vault.book.settle()
    before = (digest(path), digest(home / older.name))

    name = keeper.restore(older, at_peace)

    assert (digest(path), digest(home / older.name)) == before
    assert keeper.overview().restored == (name,)
    restored = open_vault(path.with_name(name), key, practice=False)
    assert restored.session.value("SELECT count(*) FROM note") == 40
    assert health(restored).is_sound
    restored.close()


def test_restoring_twice_makes_two_files(keeper: VaultBackups, older: Copy) -> None:
    assert keeper.restore(older, at_peace) != keeper.restore(older, at_peace)


def test_restoring_can_be_stopped_and_leaves_nothing(keeper: VaultBackups, older: Copy, path: Path) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise Cancelled()

    with pytest.raises(Cancelled):
        keeper.restore(older, stop)

    when_all_has_ended()
    assert keeper.overview().restored == ()
    assert not [name for name in files(path.parent) if ".copy" in name or ".trial" in name]


def test_the_restored_vault_takes_the_place_at_the_next_lock_and_the_other_is_kept(
    vault: OpenVault, keeper: VaultBackups, older: Copy, path: Path, reopen: Reopen, key: bytes
) -> None:
    name = keeper.restore(older, at_peace)
    generation = vault.generation
    keeper.work_with(name)

    now = reopen()

    assert now.session.value("SELECT count(*) FROM note") == 40
    assert keeper_of(now).overview().restored == ()
    assert now.generation == generation + 1  # not an older file to whoever counts
    (kept,) = path.parent.glob("desk.kept-*.vault")
    before = open_vault(kept, key, practice=False)
    assert before.session.value("SELECT count(*) FROM note") == 41
    before.close()


def test_the_state_before_the_change_is_also_in_a_backup(keeper: VaultBackups, older: Copy, reopen: Reopen) -> None:
    keeper.work_with(keeper.restore(older, at_peace))

    now = keeper_of(reopen())
    assert Chore.LOOK in iter(now.chore, None)  # it was made after the restored one, which does not know of it

    assert 41 in [now.contents(copy).notes for copy in now.overview().copies]


def test_only_a_restored_file_takes_the_place(keeper: VaultBackups, path: Path) -> None:
    with pytest.raises(BackupMissing):
        keeper.work_with("desk.vault")


def test_what_was_destroyed_since_stays_destroyed(
    vault: OpenVault, keeper: VaultBackups, path: Path, key: bytes
) -> None:
    gone = vault.book.search("gesprek")[0].note
    assert gone is not None
    copy = keeper.make(at_peace)
    vault.book.remove_note(gone, TODAY)

    name = keeper.restore(copy, at_peace)

    restored = open_vault(path.with_name(name), key, practice=False)
    assert restored.session.value("SELECT count(*) FROM note") == 39
    restored.close()


def test_what_was_published_since_stays_published(
    vault: OpenVault, keeper: VaultBackups, path: Path, key: bytes
) -> None:
    vault.ledger.append(FIRST)
    copy = keeper.make(at_peace)
    vault.ledger.append(SECOND)

    name = keeper.restore(copy, at_peace)

    restored = open_vault(path.with_name(name), key, practice=False)
    assert restored.ledger.entries() == (FIRST, SECOND)
    restored.close()


def test_a_backup_that_published_something_else_is_not_brought_back(
    vault: OpenVault, keeper: VaultBackups, home: Path, path: Path, key: bytes
) -> None:
    copy = keeper.make(at_peace)
    other = open_vault(home / copy.name, key, practice=False)
    other.ledger.append(FIRST)
    other.close()
    vault.ledger.append(LedgerEntry(1, TODAY, '{"c": 1}', '{"d": 2}', "", "e1"))

    with pytest.raises(LedgerForked):
        keeper.restore(copy, at_peace)

    assert keeper.overview().restored == ()


def test_where_files_have_one_name_only_the_vault_is_copied_before(
    keeper: VaultBackups, older: Copy, reopen: Reopen, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_names: Any) -> None:
        raise OSError(1, "not permitted")

    monkeypatch.setattr(restoring.os, "link", refuse)
    keeper.work_with(keeper.restore(older, at_peace))

    now = reopen()

    assert now.session.value("SELECT count(*) FROM note") == 40
    assert len(list(path.parent.glob("desk.kept-*.vault"))) == 1


def test_a_change_of_place_that_fails_leaves_the_vault_and_the_lock_goes_on(
    keeper: VaultBackups, older: Copy, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise OSError(5, "no answer")

    keeper.work_with(keeper.restore(older, at_peace))
    monkeypatch.setattr(restoring, "keep_names", refuse)

    now = reopen()

    assert now.session.value("SELECT count(*) FROM note") == 41
    assert len(keeper_of(now).overview().restored) == 1


def test_a_vault_that_is_still_being_read_is_not_moved(keeper: VaultBackups, older: Copy, path: Path) -> None:
    restored = path.with_name(keeper.restore(older, at_peace))
    path.with_name(path.name + "-wal").write_bytes(b"waiting")

    subject = BackupSubject(path, secrets.token_bytes(32), "id", 1, path.parent)
    restoring.take_place(restored, subject, 1, older.at)

    assert restored.exists()


def test_no_kill_while_the_place_changes_leaves_no_vault(
    keeper: VaultBackups, older: Copy, path: Path, key: bytes, tmp_path: Path
) -> None:
    name = keeper.restore(older, at_peace)
    restored = path.with_name(name).read_bytes()
    for kill in range(8):
        folder = tmp_path / str(kill)
        folder.mkdir()
        (folder / "desk.vault").write_bytes(restored)
        (folder / "desk.restored-20261101-000000.vault").write_bytes(restored)
        changer = [sys.executable, "-m", "tests.vault.backups.changer", str(folder)]
        with subprocess.Popen(changer, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as one:
            assert one.stdin is not None
            assert one.stdout is not None
            one.stdin.write(key.hex().encode() + b"\n")
            one.stdin.close()
            for _ in range(Random(kill).randrange(1, 40)):
                one.stdout.readline()
            one.send_signal(signal.SIGKILL)

        whole = open_vault(folder / "desk.vault", key, practice=False)
        assert whole.session.value("SELECT count(*) FROM note") == 40
        whole.close()


def test_writing_goes_on_in_the_restored_vault(keeper: VaultBackups, older: Copy, reopen: Reopen) -> None:
    keeper.work_with(keeper.restore(older, at_peace))
    write(reopen(), "verder")

    assert reopen().book.draft("contact") == "verder"
