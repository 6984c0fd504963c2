"""What the vault remembers of its backups, and what it finds out about files it does not know."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import Chore, DrillFailed, WhyStranger
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.vault.backups import copying, recognising
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.rotation import moment_of
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.rekey import change_key
from counsellor_desk.vault.vault import BackupPlan, OpenVault, open_vault
from tests.support import FakeClock
from tests.vault.backups.conftest import (
    FORGET,
    Reopen,
    at_peace,
    by_the_rule,
    files,
    keeper_of,
    name,
    told_by,
    write,
)
from tests.vault.backups.mixture import as_it_is


def test_backups_from_before_there_was_a_memory_are_opened_once_and_count(
    backups: list[str], home: Path, clock: FakeClock, forgetful: Reopen, reopen: Reopen
) -> None:
    vault = forgetful()
    unknown = set(files(home))
    clock.advance(days=1)
    write(vault)
    vault = reopen()
    keeper = keeper_of(vault)
    made = name(vault, clock.now())
    assert unknown < set(files(home)), "an unknown backup was let go"
    assert [copy.name for copy in keeper.overview().copies] == [made]

    assert told_by(keeper) == []

    assert keeper.overview().unchecked == ()
    assert {copy.name for copy in keeper.overview().copies} == set(files(home))
    keeper.make(at_peace)
    assert set(files(home)) <= by_the_rule(vault, {*backups, *files(home)})
    assert keeper_of(reopen()).chore() is not Chore.LOOK


def test_a_known_backup_that_did_not_change_is_not_read_once_more(
    vault: OpenVault, backups: list[str], reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = keeper_of(reopen())
    told_by(keeper)
    read: list[Path] = []
    monkeypatch.setattr(recognising, "look", lambda path, *_more: read.append(path))

    assert keeper_of(reopen()).chore() is None
    assert read == []


def test_a_stick_whose_clock_counts_otherwise_makes_no_stranger(
    vault: OpenVault, backups: list[str], home: Path, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_by(keeper_of(vault))
    for one in files(home):
        os.utime(home / one, (1_700_000_000, 1_700_000_000))
    keeper = keeper_of(reopen())
    monkeypatch.setattr(copying, "is_whole", lambda _connection: pytest.fail("it was read to its end"))

    assert told_by(keeper) == []
    assert len(keeper.overview().copies) == len(files(home))


def test_a_backup_that_was_taken_away_is_no_error_and_counts_again_when_it_is_back(
    vault: OpenVault, backups: list[str], keeper: VaultBackups, home: Path, tmp_path: Path, clock: FakeClock
) -> None:
    told_by(keeper)
    away = shutil.move(home / backups[4], tmp_path / "elsewhere")
    assert told_by(keeper) == []
    keeper.make(at_peace)
    assert backups[4] not in {copy.name for copy in keeper.overview().copies}

    shutil.move(away, home / backups[4])

    assert backups[4] in {copy.name for copy in keeper.overview().copies}
    assert told_by(keeper) == []


def test_a_file_put_in_the_place_of_a_backup_is_a_stranger_and_is_left_alone(
    vault: OpenVault, backups: list[str], home: Path, foreign: bytes, clock: FakeClock, reopen: Reopen
) -> None:
    told_by(keeper_of(vault))
    real = (home / backups[3]).read_bytes()
    (home / backups[3]).write_bytes(foreign[: len(real)].ljust(len(real), b"x"))
    before = as_it_is(home / backups[3])
    keeper = keeper_of(reopen())

    assert told_by(keeper) == ["backup.strangers 1"]
    clock.advance(days=400)
    keeper.make(at_peace)

    assert as_it_is(home / backups[3]) == before
    assert [one.name for one in keeper.overview().strangers] == [backups[3]]


def test_a_lock_before_anything_was_looked_at_removes_nothing_but_what_it_knows(
    vault: OpenVault, backups: list[str], keeper: VaultBackups, home: Path, clock: FakeClock
) -> None:
    real = (home / backups[0]).read_bytes()
    (home / backups[0]).write_bytes((home / backups[1]).read_bytes())
    swapped = as_it_is(home / backups[0])
    (home / backups[1]).write_bytes(real)
    clock.advance(days=400)

    keeper.make(at_peace)

    assert as_it_is(home / backups[0]) == swapped


def test_a_copy_under_another_day_is_no_second_backup(
    vault: OpenVault, backups: list[str], keeper: VaultBackups, home: Path, clock: FakeClock
) -> None:
    for day in range(1, 60):
        shutil.copy(home / backups[0], home / name(vault, clock.now() + timedelta(days=day)))
    told_by(keeper)

    keeper.make(at_peace)

    staying = by_the_rule(vault, {*backups, name(vault, clock.now())})
    assert staying <= set(files(home))
    assert {copy.at for copy in keeper.overview().copies} == {moment_of(one, vault.vault_id[:8]) for one in staying}


def test_a_backup_of_another_computer_with_the_same_vault_is_taken_up(
    vault: OpenVault, backups: list[str], stick: Path, home: Path, clock: FakeClock, reopen: Reopen
) -> None:
    keeper = keeper_of(vault)
    keeper.choose_folder(str(stick))
    for one in backups[:3]:
        shutil.copy(home / one, stick / one)
    keeper.make(at_peace)

    keeper = keeper_of(reopen())
    told_by(keeper)

    assert {copy.name for copy in keeper.overview().copies if copy.folder == str(stick)} == set(files(stick))
    assert len(files(stick)) == 4


def test_an_unknown_backup_under_an_earlier_key_is_named_as_that_and_told_to_nobody(
    vault: OpenVault, backups: list[str], path: Path, key: bytes, plan: BackupPlan
) -> None:
    new = bytes(range(64, 96))
    vault.close()
    change_key(path, key, new)
    with contextlib.closing(connect(path, new)) as connection:
        connection.execute(FORGET)
    with contextlib.closing(open_vault(path, new, practice=False, backup_plan=plan)) as again:
        keeper = keeper_of(again)

        assert told_by(keeper) == []

        assert {one.why for one in keeper.overview().strangers} == {WhyStranger.EARLIER_KEY}
        assert len(keeper.overview().copies) == 1


def test_looking_can_be_stopped_and_what_was_not_looked_at_waits(
    backups: list[str], home: Path, forgetful: Reopen
) -> None:
    keeper = keeper_of(forgetful())

    def stop(_done: int, _whole: int) -> None:
        raise Cancelled()

    told_by(keeper, stop)

    assert len(keeper.overview().unchecked) == len(files(home)) - len(keeper.overview().copies) > 0
    assert keeper.overview().strangers == ()


def test_a_spoilt_backup_is_named_takes_no_slot_and_a_new_one_is_made(
    vault: OpenVault, backups: list[str], home: Path, reopen: Reopen, clock: FakeClock
) -> None:
    keeper = keeper_of(vault)
    told_by(keeper)
    newest = home / keeper.overview().copies[0].name
    newest.write_bytes(newest.read_bytes()[: 4096 * 9])
    before = as_it_is(newest)
    clock.advance(days=1)
    keeper = keeper_of(reopen())

    assert keeper.chore() is Chore.LOOK
    assert keeper.chore() is Chore.BACKUP
    assert [(one.name, one.why) for one in keeper.overview().strangers] == [(newest.name, WhyStranger.DAMAGED)]
    assert as_it_is(newest) == before


def test_a_backup_that_failed_its_trial_takes_no_slot_any_more(
    vault: OpenVault, backups: list[str], home: Path, reopen: Reopen, clock: FakeClock
) -> None:
    keeper = keeper_of(vault)
    newest = home / keeper.overview().copies[0].name
    data = bytearray(newest.read_bytes())
    data[4096 * 20 + 99] ^= 1
    newest.write_bytes(data)
    with pytest.raises(DrillFailed):
        keeper.chore()

    told_by(keeper)

    assert newest.name not in {copy.name for copy in keeper.overview().copies}
    assert [(one.name, one.why) for one in keeper.overview().strangers] == [(newest.name, WhyStranger.DAMAGED)]
