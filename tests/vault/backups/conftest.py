"""A vault that is backed up, and a clock that only moves when it is told to."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import NotLookedInto, StrangersFound
from counsellor_desk.casework.progress import Cancelled, Progress
from counsellor_desk.vault.backups import beside
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.rotation import kept, moment_of, name_of
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.support import FakeClock
from tests.vault.backups.elsewhere import Elsewhere, SlowStick
from tests.vault.conftest import NOW, TODAY, fill

Reopen = Callable[[], OpenVault]

FORGET = "UPDATE setting SET value = json_remove(value, '$.known', '$.strangers') WHERE key = 'backups'"


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
def keeper(vault: OpenVault) -> VaultBackups:
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


@pytest.fixture
def backups(vault: OpenVault, keeper: VaultBackups, clock: FakeClock, home: Path) -> list[str]:
    """The names of the backups of eleven days, by the rule."""
    for day in range(11):
        write(vault, f"dag {day}")
        keeper.make(at_peace)
        clock.advance(days=1)
    return files(home)


@pytest.fixture
def forgetful(vault: OpenVault, path: Path, key: bytes, reopen: Reopen) -> Reopen:
    """Lock, take out what an earlier version did not remember, and unlock."""

    def again() -> OpenVault:
        vault.close()
        with contextlib.closing(connect(path, key)) as connection:
            connection.execute(FORGET)
        return reopen()

    return again


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup of another vault."""
    folder = tmp_path_factory.mktemp("foreign")
    other = create_vault(
        folder / "desk.vault",
        bytes(range(32)),
        practice=False,
        today=TODAY,
        backup_plan=BackupPlan(folder / "backups"),
    )
    copy = keeper_of(other).make(at_peace)
    other.close()
    return Path(copy.folder, copy.name).read_bytes()


@pytest.fixture
def elsewhere(path: Path, key: bytes, plan: BackupPlan) -> Iterator[Elsewhere]:
    made = Elsewhere(path, key, plan)
    yield made
    made.end()
    when_all_has_ended()


@pytest.fixture
def slow_stick(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowStick]:
    made = SlowStick(monkeypatch)
    yield made
    made.answer()


def keeper_of(vault: OpenVault) -> VaultBackups:
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


def name(vault: OpenVault, at: datetime) -> str:
    """Of a backup made then."""
    return name_of(vault.vault_id[:8], at)


def by_the_rule(vault: OpenVault, names: set[str]) -> set[str]:
    """Those of them that stay."""
    moments = {one: at for one in names if (at := moment_of(one, vault.vault_id[:8])) is not None}
    staying = kept(moments.values())
    return {one for one, at in moments.items() if at in staying}


def told_by(keeper: VaultBackups, progress: Progress = at_peace) -> list[str]:
    """Do all that waits; what is told of strangers meanwhile."""
    told: list[str] = []
    while True:
        try:
            if keeper.chore(progress) is None:
                return told
        except Cancelled:
            pass
        except (StrangersFound, NotLookedInto) as news:
            told.append(f"{news.code} {news.params['number']}")
