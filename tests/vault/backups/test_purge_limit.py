"""How long a copy may stay that cannot be cleared of what was destroyed: 35 days, or less where that was set."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.vault import BackupPlan, OpenVault
from tests.support import FakeClock
from tests.vault.backups.conftest import at_peace
from tests.vault.backups.test_clearing import destroy, work_off


@pytest.fixture
def plan(home: Path, clock: FakeClock) -> BackupPlan:
    return BackupPlan(home, clock.now, purge_days=14)


@pytest.mark.parametrize(("days", "stays"), [(13, True), (15, False)])
def test_a_copy_that_cannot_be_read_goes_after_the_days_that_were_set(
    vault: OpenVault, keeper: VaultBackups, path: Path, clock: FakeClock, days: int, stays: bool
) -> None:
    keeper.make(at_peace)
    kept = path.with_name(f"desk.kept-{clock.today():%Y%m%d}-090000.vault")
    kept.write_bytes(secrets.token_bytes(4096 * 8))
    clock.advance(days=days)
    gone = vault.book.search("gesprek")[0].note
    assert gone is not None

    destroy(vault, gone, clock)
    work_off(keeper)

    assert kept.exists() is stays
