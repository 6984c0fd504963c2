"""Pages on a real vault that holds the practice, with real reports."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.desk.model.operation import Operations
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.page_list import page_list
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.theme import Theme
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Situation
from counsellor_desk.practice.fill import fill
from counsellor_desk.reports.writers import Writers
from counsellor_desk.vault.vault import create_vault, open_vault
from tests.desk.fakes import FakeDoor
from tests.desk.pages.cases_page import At
from tests.desk.pages.desk_at_work import ContextAtWork, RememberingFrame, settle
from tests.support import FakeClock

SMALL = (1280, 720)


@pytest.fixture(scope="session")
def practice_key() -> bytes:
    """The key of the practice vault of this test run."""
    return secrets.token_bytes(32)


@pytest.fixture(scope="session")
def practice_folder(tmp_path_factory: pytest.TempPathFactory, codebook: Codebook, practice_key: bytes) -> Path:
    """A folder with a closed practice vault; tests work on copies."""
    folder = tmp_path_factory.mktemp("practice") / "vault"
    today = date(2026, 11, 23)
    office = create_vault(folder / "desk.vault", practice_key, practice=True, today=today, office_key=OfficeKey)
    fill(office.book, codebook, resource("practice", "notes.toml"), today)
    office.close()
    return folder


@pytest.fixture
def thread_kind() -> type[VaultThread]:
    """The vault thread; a module that wants its answers held says so."""
    return VaultThread


@pytest.fixture
def practice_tasks(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    practice_folder: Path,
    practice_key: bytes,
    thread_kind: type[VaultThread],
) -> Iterator[VaultThread]:
    """The vault thread with a practice vault of the test's own."""
    mine = tmp_path / "vault"
    shutil.copytree(practice_folder, mine)
    thread = thread_kind()
    crashes: list[str] = []
    thread.crashed.connect(crashes.append)
    thread.run_free(
        lambda: open_vault(mine / "desk.vault", practice_key, practice=True, office_key=OfficeKey), thread.open_with
    )
    settle(qtbot, thread)
    yield thread
    settle(qtbot, thread)
    thread.close(10)
    assert crashes == []


@pytest.fixture
def frame() -> RememberingFrame:
    """The window around the page."""
    return RememberingFrame()


@pytest.fixture
def practice_desk(
    frame: RememberingFrame,
    practice_tasks: VaultThread,
    codebook: Codebook,
    theme: Theme,
    fake_clock: FakeClock,
) -> DeskContext:
    """What a page gets in the practice: English, Monday 23 November 2026."""
    practice_tasks.failed.connect(frame.show_error)
    return ContextAtWork(
        frame=frame,
        operations=Operations(practice_tasks, practice_tasks.failed.emit),
        tasks=practice_tasks,
        codebook=codebook,
        language="en",
        now=fake_clock.now,
        today=fake_clock.today,
        theme=theme,
        printer=Writers(codebook),
        practice=True,
    )


@pytest.fixture
def at(practice_desk: DeskContext, frame: RememberingFrame, fake_clock: FakeClock, qtbot: QtBot) -> At:
    """The page in front at the end of the day, its first case open."""
    fake_clock.advance(hours=9)
    return At(practice_desk, frame, qtbot)


@pytest.fixture
def open_desk(
    qtbot: QtBot,
    make_window: Callable[..., DeskWindow],
    door: FakeDoor,
    tmp_path: Path,
    practice_folder: Path,
    practice_key: bytes,
) -> Callable[[], Shell]:
    """Opens the desk with its real pages on a practice vault."""
    mine = tmp_path / "vault"
    shutil.copytree(practice_folder, mine)
    door.opener = lambda: open_vault(mine / "desk.vault", practice_key, practice=True, office_key=OfficeKey)

    def open_it() -> Shell:
        window = make_window(Situation.PRACTICE, pages=page_list, contact_card=ContactCard)
        window.resize(*SMALL)
        qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
        assert window.shell is not None
        return window.shell

    return open_it
