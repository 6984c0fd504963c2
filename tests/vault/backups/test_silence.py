"""A file or a drive that does not answer keeps nobody: the lock makes its backup, the next file is looked at."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import Chore, StrangersFound, WhyStranger
from counsellor_desk.casework.model import NoteId
from counsellor_desk.casework.progress import Cancelled, Progress
from counsellor_desk.vault.backups import copying, inventory, recognising
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.vault import OpenVault
from tests.support import FakeClock
from tests.vault.backups.conftest import (
    Reopen,
    at_peace,
    by_the_rule,
    files,
    keeper_of,
    name,
    told_by,
    when_all_has_ended,
    write,
)
from tests.vault.backups.test_clearing import destroy, note

__all__ = ["note"]


@pytest.mark.timeout(60)
def test_a_pipe_keeps_no_lock_from_making_its_backup(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, home: Path, clock: FakeClock, reopen: Reopen
) -> None:
    os.mkfifo(home / name(vault, clock.now() - timedelta(days=40)))
    before = files(home)
    destroy(vault, note, clock)
    calls: list[int] = []

    def until_it_hangs(_done: int, _whole: int) -> None:
        calls.append(1)
        if len(calls) > 300:
            raise Cancelled()

    try:
        while keeper.chore(until_it_hangs) is not None:
            calls.clear()
    except (Cancelled, StrangersFound):
        pass
    clock.advance(days=1)
    write(vault)
    again = reopen()

    assert keeper_of(again).remark() is None
    assert len(files(home)) > len(before)


class Drive:
    """Does not answer when ``name`` is read, until the test is over."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.name = ""
        self._answer = threading.Event()
        self._first_page, self._reading = recognising._begin, copying.reading
        monkeypatch.setattr(recognising, "_begin", self._begin)
        monkeypatch.setattr(copying, "reading", self._read)

    def answer(self) -> None:
        self._answer.set()
        when_all_has_ended()

    def _wait(self, path: Path) -> None:
        if path.name == self.name:
            self._answer.wait(60)

    def _begin(self, path: Path) -> object:
        self._wait(path)
        return self._first_page(path)

    def _read(self, path: Path, key: bytes, progress: Progress, *, live: bool = False) -> object:
        self._wait(path)
        return self._reading(path, key, progress, live=live)


def test_a_file_that_does_not_answer_is_left_behind_and_the_next_is_looked_at(
    backups: list[str],
    home: Path,
    forgetful: Reopen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeper = keeper_of(forgetful())
    drive = Drive(monkeypatch)
    drive.name = files(home)[-1]
    monkeypatch.setattr(inventory, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(inventory, "_SLOWEST", 1 << 40)

    told = told_by(keeper)

    assert told == ["backup.strangers 1"]
    assert [(one.name, one.why) for one in keeper.overview().strangers] == [(drive.name, WhyStranger.UNREADABLE)]
    assert len(keeper.overview().copies) == len(files(home)) - 1
    drive.answer()


def test_many_slow_strangers_let_other_work_with_the_vault_in_between(
    vault: OpenVault, home: Path, keeper: VaultBackups, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.make(at_peace)
    told_by(keeper)
    for number in range(1, 6):
        (home / name(vault, clock.now() + timedelta(days=number))).write_bytes(b"boodschappen")
    monkeypatch.setattr(inventory, "_PIECE_SECONDS", -1.0)

    for left in (4, 3, 2, 1, 0):
        assert keeper.chore() is Chore.LOOK
        assert len(keeper.overview().unchecked) == left


def test_a_trial_that_hangs_keeps_no_lock_from_making_its_backup(
    vault: OpenVault,
    backups: list[str],
    home: Path,
    reopen: Reopen,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drive = Drive(monkeypatch)
    drive.name = backups[-1]
    calls: list[int] = []

    def leave(_done: int, _whole: int) -> None:
        calls.append(1)
        if len(calls) > 5:
            raise Cancelled()

    with pytest.raises(Cancelled):
        keeper_of(vault).chore(leave)
    drive_again, drive.name = drive.name, ""
    write(vault)
    again = reopen()

    assert keeper_of(again).remark() is None
    assert len(keeper_of(again).overview().copies) == len(by_the_rule(vault, {*backups, name(vault, clock.now())}))
    assert drive_again in files(home)
    drive.answer()


def test_an_old_backup_that_does_not_answer_when_others_go_leaves_the_new_one_made(
    vault: OpenVault, backups: list[str], reopen: Reopen, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = Drive(monkeypatch)
    drive.name = backups[0]
    write(vault)
    vault.close(seconds=1)

    again = keeper_of(reopen())

    assert again.remark() is None
    assert again.overview().copies[0].name == name(vault, clock.now())
    drive.answer()
