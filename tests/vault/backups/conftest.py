"""A vault that is backed up, and a clock that only moves when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from counsellor_desk.vault.backups import beside
from counsellor_desk.vault.backups.keeper import Keeper
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.support import FakeClock
from tests.vault.conftest import NOW, TODAY, fill

Reopen = Callable[[], OpenVault]


@pytest.fixture
def home(path: Path) -> Path:
    """Where backups go by default."""
    return path.parent / "backups"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder somewhere else."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def clock(fake_clock: FakeClock) -> FakeClock:
    return fake_clock


@pytest.fixture
def plan(home: Path, clock: FakeClock) -> BackupPlan:
    return BackupPlan(home, clock.now)


@pytest.fixture
def vault(path: Path, key: bytes, plan: BackupPlan) -> Iterator[OpenVault]:
    """A new vault with a case and 40 notes."""
    opened = create_vault(path, key, practice=False, today=TODAY, backup_plan=plan)
    fill(opened.book)
    yield opened
    opened.close()


@pytest.fixture
def keeper(vault: OpenVault) -> Keeper:
    return keeper_of(vault)


@pytest.fixture
def reopen(vault: OpenVault, path: Path, key: bytes, plan: BackupPlan) -> Iterator[Reopen]:
    """Lock and unlock."""
    last = [vault]

    def again() -> OpenVault:
        last[-1].close()
        last.append(open_vault(path, key, practice=False, backup_plan=plan))
        return last[-1]

    yield again
    last[-1].close()


def keeper_of(vault: OpenVault) -> Keeper:
    assert vault.backups is not None
    return vault.backups


def write(vault: OpenVault, words: str = "iets nieuws") -> None:
    """Change something in the vault."""
    vault.book.save_draft("contact", words, NOW)


def at_peace(_done: int, _whole: int) -> None:
    """Nobody watches."""


def when_all_has_ended() -> None:
    """Wait for work that was stopped and is still clearing up."""
    for thread in threading.enumerate():
        if thread.name == beside.NAME:
            thread.join()


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def moment(day: str) -> datetime:
    return datetime.fromisoformat(day)
