"""A journal that lost more than a power cut can take is damage; one that lost the save under way is not."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from counsellor_desk.vault.connection import PAGE
from counsellor_desk.vault.faults import VaultDamaged
from counsellor_desk.vault.journal import lost_saves, pages_in_journal
from counsellor_desk.vault.vault import OpenVault, open_vault
from tests.vault.conftest import digest, fill

SAVES = 6


@pytest.fixture
def left(vault: OpenVault, path: Path, tmp_path: Path) -> Path:
    """A vault as a killed process leaves it: some saves are in the journal only."""
    fill(vault.book)
    vault.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    for number in range(SAVES):
        vault.book.save_setting("setting", str(number))
    copy = tmp_path / "left" / path.name
    copy.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copy(str(path) + end, str(copy) + end)
    return copy


def journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def places(journal: bytes) -> list[int]:
    return list(range(32, len(journal), 24 + 4096))


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_a_whole_journal_lost_nothing(left: Path, key: bytes) -> None:
    assert lost_saves(journal_of(left).read_bytes()) == 0

    vault = open_vault(left, key, practice=False)
    assert vault.book.setting("setting") == str(SAVES - 1)
    vault.close()


def test_no_journal_or_an_empty_one_lost_nothing() -> None:
    assert lost_saves(b"") == lost_saves(bytes(31)) == 0


def test_a_flipped_bit_before_acknowledged_saves_is_damage_and_nothing_is_touched(left: Path, key: bytes) -> None:
    journal = journal_of(left)
    journal.write_bytes(flipped(journal.read_bytes(), 32 + 24 + 1000))
    before = digest(left), digest(journal)

    with pytest.raises(VaultDamaged):
        open_vault(left, key, practice=False)

    assert (digest(left), digest(journal)) == before


def test_the_last_save_may_have_been_under_way(left: Path, key: bytes) -> None:
    journal = journal_of(left)
    data = journal.read_bytes()
    journal.write_bytes(flipped(data, len(data) - 10))

    assert lost_saves(journal.read_bytes()) == 1
    vault = open_vault(left, key, practice=False)
    assert vault.book.setting("setting") == str(SAVES - 2)
    vault.close()


def test_a_journal_whose_end_is_missing_may_come_from_a_power_cut(left: Path) -> None:
    data = journal_of(left).read_bytes()

    assert lost_saves(data[: places(data)[2] + 100]) == 0


def test_a_spoilt_beginning_is_damage_when_saves_follow(left: Path) -> None:
    data = journal_of(left).read_bytes()

    for at in (0, 9, 17, 25):
        assert lost_saves(flipped(data, at)) > 1
    assert lost_saves(bytes(32) + data[32 : 32 + 24 + 4096]) <= 1


def test_a_page_in_the_journal_is_not_read_from_the_file(left: Path, key: bytes) -> None:
    page = max(pages_in_journal(left))
    with left.open("r+b") as file:  # as a checkpoint leaves it that the power cut short
        file.seek((page - 1) * PAGE + 50)
        file.write(bytes(1000))

    open_vault(left, key, practice=False).close()

    assert pages_in_journal(left) == frozenset()


def test_a_spoilt_page_that_is_not_in_the_journal_is_damage_and_nothing_is_touched(left: Path, key: bytes) -> None:
    page = next(page for page in range(2, left.stat().st_size // PAGE) if page not in pages_in_journal(left))
    with left.open("r+b") as file:
        file.seek((page - 1) * PAGE + 50)
        file.write(bytes(1000))
    before = digest(left), digest(journal_of(left))

    with pytest.raises(VaultDamaged):
        open_vault(left, key, practice=False)

    assert (digest(left), digest(journal_of(left))) == before


def test_what_an_earlier_journal_left_in_the_file_does_not_count(left: Path) -> None:
    data = journal_of(left).read_bytes()
    at = places(data)[3]
    strange = bytearray(data)
    for frame in places(data)[3:]:
        strange[frame + 8] ^= 1  # the first salt

    assert lost_saves(bytes(strange)) == 0
    assert lost_saves(flipped(bytes(strange), at - 50)) <= 1


def test_every_flipped_bit_loses_all_that_follows_and_is_counted(left: Path) -> None:
    data = journal_of(left).read_bytes()
    chance = Random(1)
    for _ in range(60):
        at = chance.randrange(32, len(data))
        frame = max(start for start in places(data) if start <= at)
        mine = 8 <= at - frame < 16  # a frame with another salt is no longer known as one of this journal
        saves = sum(
            data[one + 4 : one + 8] != bytes(4) for one in places(data) if one > frame or (one == frame and not mine)
        )

        assert lost_saves(flipped(data, at)) == saves or 4 <= at - frame < 8
