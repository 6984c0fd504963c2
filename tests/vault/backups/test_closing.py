"""Locking makes a backup when something changed; it never asks, never fails and never waits long."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from counsellor_desk.casework.backups import Chore
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.vault.backups import backups as vault_backups
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.vault import BackupPlan, OpenVault, open_vault
from tests.support import FakeClock
from tests.vault.backups.conftest import Reopen, files, keeper_of, write


def test_what_was_written_is_in_a_backup_after_locking(reopen: Reopen, home: Path) -> None:
    vault = reopen()

    (copy,) = keeper_of(vault).overview().copies
    assert files(home) == [copy.name]
    assert keeper_of(vault).contents(copy).notes == 40


def test_a_day_on_which_nothing_was_written_makes_no_backup(reopen: Reopen, home: Path, clock: FakeClock) -> None:
    reopen()
    before = files(home)
    clock.advance(days=1)

    vault = reopen()
    vault = reopen()

    assert files(home) == before
    assert keeper_of(vault).chore() is not Chore.BACKUP


def test_choosing_a_folder_is_no_change_of_the_vault(reopen: Reopen, stick: Path) -> None:
    vault = reopen()
    keeper_of(vault).choose_folder(str(stick))

    reopen()

    assert files(stick) == []


def test_after_a_kill_the_backup_is_made_at_the_next_opening(
    reopen: Reopen, path: Path, key: bytes, plan: BackupPlan, home: Path, clock: FakeClock, tmp_path: Path
) -> None:
    vault = reopen()
    clock.advance(days=1)
    write(vault)
    killed = tmp_path / "killed" / path.name
    killed.parent.mkdir()
    for file in path.parent.glob("desk.vault*"):
        (killed.parent / file.name).write_bytes(file.read_bytes())
    again = open_vault(killed, key, practice=False, backup_plan=plan)
    before = len(files(home))

    done = [keeper_of(again).chore() for _ in range(3)]

    assert done == [Chore.DRILL, Chore.BACKUP, None]
    assert len(files(home)) == before + 1
    again.close()


def test_a_backup_that_cannot_be_made_keeps_nobody_and_is_said_at_the_next_opening(
    reopen: Reopen, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_anything: Any) -> None:
        raise OSError(5, "no answer")

    with monkeypatch.context() as broken:
        broken.setattr(copying, "carry", fail)
        vault = reopen()

    remark = keeper_of(vault).remark()
    assert remark is not None
    assert remark.code == "backup.failed"
    assert keeper_of(vault).chore() is Chore.BACKUP
    assert keeper_of(vault).remark() is None
    assert len(files(home)) == 1


def test_a_lack_of_memory_for_a_thread_keeps_nobody_from_locking(
    reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(_thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as short:
        short.setattr(Thread, "start", no_memory)
        vault = reopen()

    remark = keeper_of(vault).remark()
    assert remark is not None
    assert remark.code == "backup.failed"


def test_a_drive_that_does_not_answer_keeps_nobody_longer_than_the_limit(
    vault: OpenVault, reopen: Reopen, path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Event()
    with monkeypatch.context() as slow:
        slow.setattr(copying, "carry", lambda *_anything: answer.wait())
        vault.close(seconds=0.05)
        vault = reopen()
        answer.set()

    assert keeper_of(vault).remark() is not None
    connection = connect(path, key)
    assert connection.execute("SELECT count(*) FROM note").fetchone() == (40,)
    connection.close()


def test_a_copy_that_takes_too_long_is_stopped(reopen: Reopen, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[bool] = []
    real = copying.write

    def late(source: Path, goal: Path, progress: Any) -> None:
        monkeypatch.setattr(vault_backups.time, "monotonic", lambda: 1e12)
        try:
            real(source, goal, progress)
        except Cancelled:
            stopped.append(True)
            raise

    with monkeypatch.context() as slow:
        slow.setattr(copying, "write", late)
        reopen()

    assert stopped == [True]
    assert files(home) == []


def test_the_away_folder_is_said_after_a_week_and_not_before(reopen: Reopen, stick: Path, clock: FakeClock) -> None:
    vault = reopen()
    keeper_of(vault).choose_folder(str(stick))
    write(vault)
    vault = reopen()
    hidden = stick.rename(stick.with_name("elsewhere"))
    clock.advance(days=6)
    assert keeper_of(vault).remark() is None

    clock.advance(days=1)
    remark = keeper_of(vault).remark()

    assert remark is not None
    assert (remark.code, remark.params) == ("backup.folder_away", {"last": "2026-11-23"})
    hidden.rename(stick)
    assert keeper_of(vault).remark() is None


def test_a_vault_without_a_plan_has_no_backups(path: Path, key: bytes, reopen: Reopen, home: Path) -> None:
    reopen().close()
    before = files(home)

    vault = open_vault(path, key, practice=False)
    assert vault.backups is None
    write(vault)
    vault.close()

    assert files(home) == before


def test_the_health_of_the_vault_is_looked_at_on_request(vault: OpenVault) -> None:
    assert keeper_of(vault).check().is_sound
