"""A backup made by any earlier version of the program is looked into, tried out and brought back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import Chore, Contents, Copy
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.rotation import name_of
from counsellor_desk.vault.migrate import steps
from counsellor_desk.vault.vault import BackupPlan, OpenVault, open_vault
from tests.museum import make
from tests.support import FakeClock
from tests.vault.backups.conftest import at_peace, files, keeper_of
from tests.vault.conftest import NOW


@dataclass
class Museum:
    """A vault of today, and beside it a backup of the same vault as an earlier version left it."""

    vault: OpenVault
    keeper: VaultBackups
    copy: Copy


@pytest.fixture(params=steps(), ids=lambda path: path.stem)
def museum(request: pytest.FixtureRequest, path: Path, home: Path, clock: FakeClock) -> Iterator[Museum]:
    home.mkdir(parents=True)
    shutil.copy(make.piece(len(steps())), path)
    name = name_of("museum", NOW)
    shutil.copy(make.piece(int(request.param.name[:4])), home / name)
    vault = open_vault(path, make.KEY, practice=False, backup_plan=BackupPlan(home, clock.now))
    keeper = keeper_of(vault)
    assert Chore.LOOK in iter(keeper.chore, None)
    yield Museum(vault, keeper, next(copy for copy in keeper.overview().copies if copy.name == name))
    vault.close()


def test_it_says_what_is_in_it_and_stays_as_it_is(museum: Museum, home: Path) -> None:
    before = files(home)

    assert museum.keeper.contents(museum.copy) == Contents(1, 2, NOW.date(), 0)
    assert files(home) == before


def test_it_comes_back_as_a_vault_of_today(museum: Museum, path: Path) -> None:
    name = museum.keeper.restore(museum.copy, at_peace)

    restored = open_vault(path.with_name(name), make.KEY, practice=False)
    assert restored.session.value("SELECT count(*) FROM note") == 2
    assert restored.session.value("PRAGMA user_version") == len(steps())
    restored.close()
