"""Files among the backups that are none: they take no slot, are named, and stay as they are."""

from __future__ import annotations

import contextlib
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from counsellor_desk.casework.backups import WhyStranger
from counsellor_desk.casework.model import NoteId
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.faults import DiskFull
from counsellor_desk.vault.vault import OpenVault, create_vault
from tests.support import FakeClock
from tests.vault.backups.conftest import (
    Reopen,
    at_peace,
    by_the_rule,
    files,
    keeper_of,
    name,
    told_by,
    write,
)
from tests.vault.backups.mixture import KINDS, as_it_is, in_capitals, put
from tests.vault.backups.test_clearing import destroy, note, tell
from tests.vault.conftest import TODAY

__all__ = ["note"]

CLOSED = [kind for kind in KINDS if kind not in ("too long", "huge")]  # those can be read, and so can be cleared


def test_four_hundred_empty_files_take_no_real_backup_away(
    vault: OpenVault, backups: list[str], home: Path, clock: FakeClock, reopen: Reopen
) -> None:
    for number in range(-200, 201):
        (home / name(vault, clock.now() + timedelta(days=number, hours=1))).touch()
    write(vault)

    vault = reopen()

    made = {copy.name for copy in keeper_of(vault).overview().copies}
    assert made == by_the_rule(vault, {*backups, name(vault, clock.now())})
    assert made <= set(files(home))
    assert len(files(home)) == 401 + len(made)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.timeout(60)
def test_a_stranger_is_named_and_left_as_it_is(
    vault: OpenVault, backups: list[str], home: Path, foreign: bytes, reopen: Reopen, clock: FakeClock, kind: str
) -> None:
    stranger = home / name(vault, clock.now() + timedelta(days=3, hours=2))
    put(kind, stranger, (home / backups[-1]).read_bytes(), foreign)
    before = as_it_is(stranger)
    vault = reopen()

    told = told_by(keeper_of(vault))
    clock.advance(days=20)
    write(vault)
    overview = keeper_of(reopen()).overview()

    assert told == ["backup.strangers 1"]
    assert as_it_is(stranger) == before
    assert stranger.name not in {copy.name for copy in overview.copies}
    keeper = keeper_of(reopen())
    told_by(keeper)
    assert [(one.name, one.why) for one in keeper.overview().strangers] == [(stranger.name, KINDS[kind][0])]


def test_another_vault_under_the_same_key_is_a_stranger_and_nothing_is_cleared_from_it(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, home: Path, key: bytes, clock: FakeClock, tmp_path: Path
) -> None:
    with contextlib.closing(create_vault(tmp_path / "other.vault", key, practice=False, today=TODAY)) as other:
        other.book.settle()
        stranger = home / name(vault, clock.now())
        shutil.copy(tmp_path / "other.vault", stranger)
    before = as_it_is(stranger)
    destroy(vault, note, clock)

    assert told_by(keeper) == ["backup.not_looked_into 1", "backup.strangers 1"]

    assert as_it_is(stranger) == before
    assert [one.why for one in keeper.overview().strangers] == [WhyStranger.OTHER]


def test_files_of_others_are_no_strangers(backups: list[str], keeper: VaultBackups, home: Path) -> None:
    for other in ("desk-0000aaaa-20260101-120000.backup", "foto.jpg"):
        (home / other).touch()

    assert told_by(keeper) == []
    assert keeper.overview().strangers == ()


def test_strangers_are_told_once_and_again_only_when_there_are_more(
    vault: OpenVault, backups: list[str], home: Path, clock: FakeClock, reopen: Reopen
) -> None:
    (home / name(vault, clock.now())).touch()
    assert told_by(keeper_of(vault)) == ["backup.strangers 1"]
    assert told_by(keeper_of(vault)) == []
    assert told_by(keeper_of(reopen())) == []

    (home / name(vault, clock.now() + timedelta(days=1))).touch()

    assert told_by(keeper_of(reopen())) == ["backup.strangers 2"]


def test_strangers_that_cannot_be_remembered_are_told_later_and_nothing_goes_round_in_circles(
    vault: OpenVault,
    backups: list[str],
    home: Path,
    clock: FakeClock,
    reopen: Reopen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told_by(keeper_of(vault))
    (home / name(vault, clock.now())).touch()
    again = reopen()
    keeper = keeper_of(again)

    def full(_sql: str, _values: object) -> int:
        raise DiskFull()

    with monkeypatch.context() as no_room:
        no_room.setattr(again.session, "change", full)
        assert keeper.chore() is None

    assert told_by(keeper) == ["backup.strangers 1"]


def test_no_file_is_written_over_whatever_its_name(
    vault: OpenVault, keeper: VaultBackups, home: Path, clock: FakeClock
) -> None:
    home.mkdir(parents=True)
    now = clock.now()
    taken = [name(vault, now), in_capitals(name(vault, now + timedelta(seconds=1)))]
    for one in taken:
        (home / one).write_text("mijn")
    (home / (name(vault, now + timedelta(seconds=2)) + ".new")).mkdir()

    copy = keeper.make(at_peace)

    assert copy.at == now + timedelta(seconds=3)
    assert [(home / one).read_text() for one in taken] == ["mijn", "mijn"]


def test_what_travels_under_a_name_of_its_own_is_the_only_thing_cleared_away(
    vault: OpenVault, keeper: VaultBackups, home: Path, clock: FakeClock
) -> None:
    home.mkdir(parents=True)
    mark = vault.vault_id[:8]
    theirs = [home / f"desk-{mark}-brief.new", home / f"desk-{mark}-20260101-120000.backup.new"]
    theirs[0].touch()
    theirs[1].mkdir()

    keeper.make(at_peace)

    assert [file for file in theirs if file.exists()] == theirs


# what was destroyed


def test_what_was_destroyed_leaves_every_real_backup_and_the_rest_is_told(
    vault: OpenVault, keeper: VaultBackups, note: NoteId, home: Path, key: bytes, foreign: bytes, clock: FakeClock
) -> None:
    at, real = clock.now() + timedelta(days=9), files(home)
    strangers = {kind: home / name(vault, at + timedelta(days=number)) for number, kind in enumerate(CLOSED)}
    for kind, path in strangers.items():
        put(kind, path, (home / real[-1]).read_bytes(), foreign)
    before = {kind: as_it_is(path) for kind, path in strangers.items()}
    hand_made = home / real[0].replace(".backup", " (kopie).backup")
    shutil.copy(home / real[0], hand_made)
    long = home / name(vault, at - timedelta(days=1))
    put("too long", long, (home / real[0]).read_bytes(), foreign)
    destroy(vault, note, clock)

    told = told_by(keeper)

    closed = sum(KINDS[kind][0].may_hold_more for kind in CLOSED)
    assert told == [f"backup.not_looked_into {closed}", f"backup.strangers {len(CLOSED) + 1}"]
    assert {kind: as_it_is(path) for kind, path in strangers.items()} == before
    theirs = {path.name for path in strangers.values()}
    readable = [one for one in files(home) if one not in theirs and one != "aside.bin"]
    assert {hand_made.name, long.name} < set(readable)
    assert tell_of(home, readable, key) == []
    assert told_by(keeper) == []


def tell_of(home: Path, names: list[str], key: bytes) -> list[str]:
    apart = home.parent / "apart"
    apart.mkdir()
    for one in names:
        shutil.copy(home / one, apart / one)
    return tell(apart, key)
