"""What is done for the backups never holds up what is saved, nor a lock: on a real vault and a stick that waits."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.backups import Copy
from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.desk.model.operation import Operations, Records
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.upkeep import Upkeep
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.desk.fakes import FakeOffice
from tests.desk.pages.desk_at_work import RememberingFrame, settle
from tests.support import FakeClock
from tests.vault.backups.conftest import at_peace, when_all_has_ended
from tests.vault.backups.elsewhere import SlowStick
from tests.vault.conftest import NOW, TODAY, fill

PATIENCE_MS = 20_000


@pytest.fixture
def frame() -> RememberingFrame:
    return RememberingFrame()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.vault"


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
def plan(tmp_path: Path, fake_clock: FakeClock) -> BackupPlan:
    return BackupPlan(tmp_path / "backups", fake_clock.now)


@pytest.fixture
def tasks(
    qtbot: QtBot, qapp: QApplication, path: Path, key: bytes, plan: BackupPlan, fake_clock: FakeClock
) -> Iterator[VaultThread]:
    """The vault's thread with a vault of 40 notes, none of which is in a backup."""
    thread, crashes = VaultThread(), list[str]()
    thread.crashed.connect(crashes.append)

    def make() -> OpenVault:
        vault = create_vault(path, key, practice=False, today=fake_clock.today(), backup_plan=plan)
        fill(vault.book)
        return vault

    thread.run_free(make, thread.open_with)
    settle(qtbot, thread)
    yield thread
    thread.close()
    when_all_has_ended()
    assert crashes == []


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowStick]:
    made = SlowStick(monkeypatch)
    yield made
    made.answer()
    when_all_has_ended()


def make_beside(tasks: VaultThread, made: Callable[[Copy], None] | None = None) -> None:
    """Make a backup as Settings do."""
    progress = tasks.cancellable(at_peace)
    tasks.run_chore(lambda backups: backups.make(progress), made)


def draft_in(path: Path, key: bytes) -> str | None:
    vault = open_vault(path, key, practice=False)
    try:
        return vault.book.draft("contact")
    finally:
        vault.close()


def test_a_save_is_kept_while_a_backup_waits_for_its_stick(
    qtbot: QtBot, tasks: VaultThread, stick: SlowStick
) -> None:
    saved, made = list[None](), list[Copy]()
    make_beside(tasks, made.append)
    qtbot.waitUntil(stick.asked.is_set, timeout=PATIENCE_MS)

    tasks.run(lambda office: office.book.save_draft("contact", "half a sentence", NOW), saved.append)
    qtbot.waitUntil(lambda: saved == [None], timeout=PATIENCE_MS)

    assert made == []
    stick.answer()
    qtbot.waitUntil(lambda: len(made) == 1, timeout=PATIENCE_MS)


def test_what_the_desk_does_by_itself_holds_no_save_up(
    qtbot: QtBot, tasks: VaultThread, stick: SlowStick, fake_clock: FakeClock, frame: RememberingFrame
) -> None:
    saved: list[None] = []
    today = fake_clock.today()
    tasks.run(lambda office: delete_note(office.book, office.book.search("gesprek")[0].note, today))
    settle(qtbot, tasks)
    Upkeep(Operations(tasks, tasks.failed.emit), fake_clock.today, frame.show_work).begin()
    qtbot.waitUntil(stick.asked.is_set, timeout=PATIENCE_MS)

    tasks.run(lambda office: office.book.save_draft("contact", "half a sentence", NOW), saved.append)
    qtbot.waitUntil(lambda: saved == [None], timeout=PATIENCE_MS)

    stick.answer()
    settle(qtbot, tasks)


def test_a_stick_that_never_answers_keeps_no_lock_waiting_and_what_was_typed_is_kept(
    qtbot: QtBot, tasks: VaultThread, stick: SlowStick, path: Path, key: bytes
) -> None:
    made: list[Copy] = []
    make_beside(tasks, made.append)
    qtbot.waitUntil(stick.asked.is_set, timeout=PATIENCE_MS)
    tasks.run(lambda office: office.book.save_draft("contact", "half a sentence", NOW))

    tasks.close(seconds=1)  # the stick answers only after it

    assert draft_in(path, key) == "half a sentence"
    assert made == []


def test_a_chore_of_a_locked_desk_finds_it_locked(qtbot: QtBot, tasks: VaultThread) -> None:
    met: list[str] = []
    tasks.hand_over(lambda office: office.close())
    settle(qtbot, tasks)

    tasks.run_chore(lambda backups: backups.overview(), None, lambda error: met.append(error.code))
    qtbot.waitUntil(lambda: met == ["desk.not_open"], timeout=PATIENCE_MS)


def test_a_practice_has_no_chores(qapp: QApplication, frame: RememberingFrame) -> None:
    practice = VaultThread()
    practice.open_with(FakeOffice())

    Upkeep(Operations(practice, practice.failed.emit), lambda: TODAY, frame.show_work).work_off()

    assert frame.works == []
    practice.close()


def test_whoever_shows_backups_hears_of_what_was_done_to_them_by_itself(
    qtbot: QtBot, tasks: VaultThread, frame: RememberingFrame, fake_clock: FakeClock
) -> None:
    operations, told = Operations(tasks, frame.show_error), list[frozenset[Records]]()
    operations.watch((Records.BACKUPS,), told.append)

    Upkeep(operations, fake_clock.today, frame.show_work).work_off()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=PATIENCE_MS)

    assert told
