"""A backup is a whole vault under another name, or it is not there."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from counsellor_desk.casework.backups import BackupNotWhole, FolderUnfit
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.faults import DiskFull, VaultDamaged, WrongKey
from counsellor_desk.vault.vault import OpenVault, open_vault
from tests.support import FakeClock
from tests.vault.backups.conftest import at_peace, files, when_all_has_ended, write
from tests.vault.conftest import digest


def test_a_backup_opens_as_a_vault_with_all_that_was_in_it(keeper: VaultBackups, key: bytes, tmp_path: Path) -> None:
    copy = keeper.make(at_peace)
    as_vault = tmp_path / "again.vault"
    as_vault.write_bytes(Path(copy.folder, copy.name).read_bytes())

    again = open_vault(as_vault, key, practice=False)

    assert again.session.value("SELECT count(*) FROM note") == 40
    assert len(again.book.search("gesprek")) == 30
    again.close()


def test_nothing_is_left_beside_the_vault_or_the_backup(keeper: VaultBackups, path: Path, home: Path) -> None:
    copy = keeper.make(at_peace)

    assert files(home) == [copy.name]
    assert {"desk.vault", "desk.vault.lock", "backups"} <= set(files(path.parent))
    assert not [name for name in files(path.parent) if ".copy" in name or name.endswith(".new")]
    assert Path(copy.folder, copy.name).stat().st_mode & 0o077 == 0


def test_two_backups_in_one_second_have_two_names(keeper: VaultBackups, clock: FakeClock) -> None:
    first, second = keeper.make(at_peace), keeper.make(at_peace)

    assert first.name != second.name
    assert keeper.overview().copies == (second,)  # one a day


def test_a_clock_set_back_makes_no_backup_older_than_the_last(keeper: VaultBackups, clock: FakeClock) -> None:
    clock.advance(days=30)
    first = keeper.make(at_peace)
    clock.advance(days=-30)

    second = keeper.make(at_peace)

    assert second.at > first.at
    assert keeper.overview().copies[0] == second


def test_backups_go_to_the_folder_that_was_chosen_and_leave_other_files_alone(
    keeper: VaultBackups, stick: Path, home: Path
) -> None:
    strangers = ["desk-0000aaaa-20260101-120000.backup", "desk-0000aaaa-20260101-120000.backup.new", "foto.jpg"]
    for name in strangers:
        (stick / name).touch()
    keeper.choose_folder(str(stick))

    copy = keeper.make(at_peace)

    assert files(stick) == sorted([*strangers, copy.name])
    assert files(home) == []


def test_with_no_folder_chosen_any_more_backups_are_beside_the_vault_again(
    keeper: VaultBackups, stick: Path, home: Path
) -> None:
    keeper.choose_folder(str(stick))
    keeper.choose_folder("")

    copy = keeper.make(at_peace)

    assert files(home) == [copy.name]
    assert files(stick) == []


def test_while_the_chosen_folder_is_away_backups_are_kept_beside_the_vault(
    keeper: VaultBackups, stick: Path, home: Path
) -> None:
    keeper.choose_folder(str(stick))
    stick.rmdir()

    copy = keeper.make(at_peace)

    assert files(home) == [copy.name]
    assert not stick.exists()


def test_a_folder_nothing_can_be_written_into_is_not_taken(keeper: VaultBackups, stick: Path) -> None:
    with pytest.raises(FolderUnfit):
        keeper.choose_folder(str(stick / "away"))

    assert keeper.overview().folder == ""


def test_what_a_killed_process_left_is_cleared_away(keeper: VaultBackups, stick: Path, vault: OpenVault) -> None:
    keeper.choose_folder(str(stick))
    left = stick / f"desk-{vault.vault_id[:8]}-20260101-120000.backup.new"
    left.touch()

    keeper.make(at_peace)

    assert not left.exists()


@pytest.mark.parametrize("after", [0, 1])
def test_a_backup_can_be_stopped_and_leaves_nothing(keeper: VaultBackups, path: Path, home: Path, after: int) -> None:
    before = keeper.make(at_peace)
    calls: list[int] = []

    def stop(done: int, whole: int) -> None:
        assert 0 <= done <= whole
        calls.append(done)
        if len(calls) > after:
            raise Cancelled()

    with pytest.raises(Cancelled):
        keeper.make(stop)

    when_all_has_ended()
    assert files(home) == [before.name]
    assert not [name for name in files(path.parent) if ".copy" in name or ".trial" in name]


def _flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_a_copy_spoilt_on_its_way_never_gets_a_name_and_the_last_one_stays(
    keeper: VaultBackups, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = keeper.make(at_peace)
    real = copying.write

    def spoil(source: Path, goal: Path, progress: Any) -> None:
        real(source, goal, progress)
        _flip(goal, 4096 * 5 + 77)

    monkeypatch.setattr(copying, "write", spoil)

    with pytest.raises((BackupNotWhole, VaultDamaged)):
        keeper.make(at_peace)

    assert files(home) == [last.name]


def test_a_copy_that_lacks_a_row_is_not_whole(keeper: VaultBackups, monkeypatch: pytest.MonkeyPatch) -> None:
    real = copying.counts
    answers = iter((0, 1))

    monkeypatch.setattr(copying, "counts", lambda connection: (*real(connection), ("extra", next(answers))))

    with pytest.raises(BackupNotWhole):
        keeper.make(at_peace)


def test_a_finished_copy_with_other_numbers_is_not_whole(keeper: VaultBackups, key: bytes) -> None:
    copy = keeper.make(at_peace)

    with pytest.raises(BackupNotWhole):
        copying.verify_backup(Path(copy.folder, copy.name), key, (("note", 41),))


def test_a_full_stick_is_named_and_takes_nothing_away(
    keeper: VaultBackups, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = keeper.make(at_peace)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(copying.os, "fsync", full)

    with pytest.raises(DiskFull):
        keeper.make(at_peace)

    assert files(home) == [last.name]


def test_a_network_drive_that_cannot_fix_its_names_still_gets_its_backup(
    keeper: VaultBackups, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise OSError(errno.EINVAL, "invalid")

    monkeypatch.setattr(copying, "keep_names", refuse)

    copy = keeper.make(at_peace)

    assert files(home) == [copy.name]


def test_a_backup_needs_the_key(keeper: VaultBackups) -> None:
    copy = keeper.make(at_peace)

    with pytest.raises(WrongKey), copying.reading(Path(copy.folder, copy.name), secrets.token_bytes(32)):
        pass


def test_making_a_backup_does_not_touch_the_vault_file(keeper: VaultBackups, path: Path, vault: OpenVault) -> None:
    vault.book.settle()
    before = digest(path)

    keeper.make(at_peace)

    assert digest(path) == before


def test_contents_are_numbers_and_a_day(keeper: VaultBackups, vault: OpenVault) -> None:
    copy = keeper.make(at_peace)
    write(vault)

    found = keeper.contents(copy)

    assert (found.cases, found.notes) == (1, 40)
    assert found.last_on is not None
    assert found.last_on.isoformat() == "2026-11-23"


def test_a_drive_that_does_not_answer_a_look_keeps_nobody(
    keeper: VaultBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, asked, go_on = keeper.make(at_peace), Event(), Event()

    def hang(*_anything: object, **_more: object) -> object:
        asked.set()
        go_on.wait(60)
        raise OSError(errno.EIO, "gone")

    def stop(_done: int, _whole: int) -> None:
        if asked.is_set():
            raise Cancelled()

    monkeypatch.setattr(copying, "reading", hang)
    with pytest.raises(Cancelled):
        keeper.contents(copy, stop)

    go_on.set()
    when_all_has_ended()


def test_a_backup_that_is_gone_is_named(keeper: VaultBackups) -> None:
    copy = keeper.make(at_peace)
    Path(copy.folder, copy.name).unlink()

    with pytest.raises(DeskError) as refusal:
        keeper.contents(copy)

    assert refusal.value.code == "backup.missing"
