"""A journal that lost more than a power cut can take is damage; one that lost the save under way is not."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from random import Random
from typing import Literal

import pytest

from counsellor_desk.vault.connection import PAGE
from counsellor_desk.vault.faults import VaultDamaged
from counsellor_desk.vault.journal import WalFrame, frames, lost_saves, pages_in_journal, refuse_cut
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


Order = Literal["little", "big"]


def summed(order: Order, data: bytes, begun: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """The checksum as SQLite's documentation has it, two numbers at a time."""
    one, two = begun
    for at in range(0, len(data), 8):
        one = (one + int.from_bytes(data[at : at + 4], order) + two) % 2**32
        two = (two + int.from_bytes(data[at + 4 : at + 8], order) + one) % 2**32
    return one, two


def made(order: Order, sizes: tuple[int, ...], page_size: int = PAGE, magic: int = 0x377F0682) -> bytes:
    """A journal with one frame for each size of the file after it; 0 is a frame that ends no save."""
    chance = Random(5)
    salts = chance.randbytes(8)
    begin = struct.pack(">4I", magic | (order == "big"), 3_007_000, page_size, 0) + salts
    running = summed(order, begin)
    journal = begin + struct.pack(">2I", *running)
    for number, size in enumerate(sizes, start=1):
        about, page = struct.pack(">2I", number, size), chance.randbytes(PAGE)
        running = summed(order, about + page, running)
        journal += about + salts + struct.pack(">2I", *running) + page
    return journal


@pytest.mark.parametrize("order", ["little", "big"])
def test_a_journal_of_any_kind_of_machine_is_read(order: Order) -> None:
    assert list(frames(made(order, (0, 9, 9)))) == [
        WalFrame(1, False, True),
        WalFrame(2, True, True),
        WalFrame(3, True, True),
    ]


@pytest.mark.parametrize("order", ["little", "big"])
def test_saves_behind_a_spoilt_page_are_lost_on_any_kind_of_machine(order: Order) -> None:
    journal = flipped(made(order, (9, 9, 0, 9)), 32 + 24 + PAGE + 24 + 100)

    assert lost_saves(journal) == 2
    assert [frame.readable for frame in frames(journal)] == [True, False, False, False]


@pytest.mark.parametrize(
    "journal", [made("little", (9, 9), page_size=8192), made("little", (9, 9), magic=0x377F0680)]
)
def test_a_journal_with_a_beginning_of_another_kind_is_read_by_nobody(journal: bytes) -> None:
    assert lost_saves(journal) == 2


def test_a_frame_that_is_not_all_there_is_none() -> None:
    assert len(list(frames(made("little", (9, 9))[:-1]))) == 1


def test_a_journal_that_has_only_begun_has_lost_nothing() -> None:
    assert list(frames(made("little", ()))) == []


@pytest.mark.parametrize(("lost", "refused"), [(0, False), (1, False), (2, True)])
def test_more_than_one_lost_save_is_damage(tmp_path: Path, lost: int, refused: bool) -> None:
    journal = made("little", (9, 9, 9))
    at = len(journal) - lost * (24 + PAGE) + 30
    (tmp_path / "desk.vault-wal").write_bytes(flipped(journal, at) if lost else journal)

    if refused:
        with pytest.raises(VaultDamaged):
            refuse_cut(tmp_path / "desk.vault")
    else:
        refuse_cut(tmp_path / "desk.vault")
