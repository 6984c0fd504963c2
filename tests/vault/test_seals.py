"""Every page is looked at beside the opening; what is read meanwhile is whole or is refused by name."""

from __future__ import annotations

import contextlib
import errno
import io
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from counsellor_desk.casework.model import CaseFile
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.vault import seals
from counsellor_desk.vault.connection import PAGE, connect
from counsellor_desk.vault.faults import VaultDamaged
from counsellor_desk.vault.seals import Seals, is_sealed
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.vault import OpenVault, open_vault
from tests.vault.conftest import digest, fill, flip, listing, note_of, pages, rows_of

LONG = "een lang verhaal, dat over vele bladzijden van het bestand gaat. " * 400
Seen = Callable[[int, bytes], bytes]


@pytest.fixture
def long(vault: OpenVault, path: Path, case: CaseFile) -> Path:
    """A closed vault of many kinds of pages, those of a long text and free ones among them."""
    fill(vault.book)
    vault.book.add_note(note_of(case, LONG))
    gone = vault.book.add_note(note_of(case, LONG))
    vault.session.change("DELETE FROM note WHERE id = ?", (gone.id,))
    vault.close()
    return path


def of_sqlcipher(path: Path, key: bytes) -> bool:
    """Whether SQLCipher's own check finds the file whole, or the schema on its first pages cannot be read."""
    try:
        with contextlib.closing(connect(path, key, read_only=True)) as connection:
            return not connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except VaultDamaged:
        return False


def is_whole(path: Path, key: bytes) -> bool:
    with contextlib.closing(Seals(path, key)) as look, contextlib.suppress(VaultDamaged):
        look.check()
        return True
    return False


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_bit_is_found_as_by_the_check_of_sqlcipher(long: Path, key: bytes, seed: int) -> None:
    chance = Random(seed)
    assert is_whole(long, key)
    assert of_sqlcipher(long, key)

    flip(long, chance.choice(pages(long)[1:]), chance.randrange(PAGE * 8))

    assert not is_whole(long, key)
    assert not of_sqlcipher(long, key)


def test_damage_is_found_on_whatever_page_it_is(long: Path, key: bytes) -> None:
    whole = long.read_bytes()
    for page in pages(long):
        flip(long, page)
        assert not is_whole(long, key), page
        long.write_bytes(whole)


def test_a_page_in_the_place_of_another_is_damage(long: Path, key: bytes) -> None:
    data = long.read_bytes()
    long.write_bytes(data[: 5 * PAGE] + data[6 * PAGE : 7 * PAGE] + data[6 * PAGE :])

    assert not is_whole(long, key)


def test_the_page_that_carries_the_locks_of_sqlite_has_no_seal() -> None:
    assert is_sealed(bytes(PAGE), (1 << 30) // PAGE + 1, bytes(32))
    assert not is_sealed(bytes(PAGE), (1 << 30) // PAGE, bytes(32))


def test_whatever_page_is_damaged_nothing_of_it_is_ever_read(long: Path, key: bytes) -> None:
    vault = open_vault(long, key, practice=False)
    expected = set(rows_of(vault))
    vault.close()
    whole, opened, shorter = long.read_bytes(), 0, 0
    for page in pages(long):
        long.write_bytes(whole)
        flip(long, page)
        before = digest(long)
        try:
            vault = open_vault(long, key, practice=False)
        except VaultDamaged:
            assert digest(long) == before
            continue
        said = set(rows_of(vault))
        assert said <= expected
        opened, shorter = opened + 1, shorter + (said < expected)
        with pytest.raises(VaultDamaged):
            vault.check_pages()
        vault.close()

    assert opened > len(pages(long)) / 2
    assert shorter > opened / 2


def test_what_was_saved_beside_a_damaged_page_is_in_the_file_and_the_rest_is_refused(long: Path, key: bytes) -> None:
    kept, refused = "", 0
    for page in pages(long):
        flip(long, page)
        try:
            with contextlib.closing(open_vault(long, key, practice=False)) as vault:
                vault.book.save_setting("setting", f"before {page}")
                kept = f"before {page}"
                set(rows_of(vault))
                vault.book.save_setting("setting", f"after {page}")
                kept = f"after {page}"
        except VaultDamaged:
            refused += 1
        assert sorted(listing(long.parent)) == ["desk.vault", "desk.vault.lock"]
        flip(long, page)
        with contextlib.closing(open_vault(long, key, practice=False)) as vault:
            vault.check_pages()
            assert (vault.book.setting("setting") or "") == kept

    assert refused > len(pages(long)) / 2


def test_a_vault_with_a_damaged_page_is_not_written_anew_unless_that_page_was_free(long: Path, key: bytes) -> None:
    whole, free = long.read_bytes(), 0
    for page in pages(long):
        long.write_bytes(whole)
        flip(long, page)
        before = digest(long)
        try:
            with contextlib.closing(connect(long, key)) as connection:
                Session(connection).rows("VACUUM")
        except VaultDamaged:
            assert digest(long) == before
        else:
            free += 1
            assert is_whole(long, key)

    assert 0 < free < len(pages(long)) / 2


def test_what_the_opening_reads_is_refused_before_anything_is_written(long: Path, key: bytes) -> None:
    with contextlib.closing(connect(long, key, read_only=True)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'setting'").fetchone()
    flip(long, page)
    before = listing(long.parent)

    with pytest.raises(VaultDamaged):
        open_vault(long, key, practice=False)

    assert listing(long.parent) == before


@pytest.mark.parametrize("more", [1, PAGE - 1, PAGE + 7])
def test_a_file_that_is_no_whole_number_of_pages_is_refused_at_once(long: Path, key: bytes, more: int) -> None:
    long.write_bytes(long.read_bytes() + bytes(more))
    before = listing(long.parent)

    with pytest.raises(VaultDamaged):
        open_vault(long, key, practice=False)

    assert listing(long.parent) == before


def test_whole_pages_behind_the_end_are_found_beside(long: Path, key: bytes) -> None:
    long.write_bytes(long.read_bytes() + Random(1).randbytes(PAGE))

    with contextlib.closing(open_vault(long, key, practice=False)) as vault, pytest.raises(VaultDamaged):
        vault.check_pages()


def test_a_vault_that_is_written_to_meanwhile_is_never_called_damaged(vault: OpenVault, case: CaseFile) -> None:
    done = threading.Event()
    looks: list[str] = []

    def look() -> None:
        while not done.is_set():
            try:
                vault.check_pages()
            except VaultDamaged:
                looks.append("damaged")
            else:
                looks.append("whole")

    beside = threading.Thread(target=look)
    beside.start()
    for number in range(120):
        vault.book.add_note(note_of(case, f"{number} {LONG}"))
        if number % 3 == 0:
            vault.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    done.set()
    beside.join()

    assert set(looks) == {"whole"}


class AsItWere(io.BytesIO):
    """A file whose reads go through ``seen``, which gets where it is read and what is there."""

    def __init__(self, path: Path, seen: Seen) -> None:
        super().__init__(path.read_bytes())
        self.seen = seen

    def read(self, size: int | None = -1) -> bytes:
        at = self.tell()
        return self.seen(at, super().read(size))


def look_through(monkeypatch: pytest.MonkeyPatch, path: Path, key: bytes, seen: Seen) -> Seals:
    look = Seals(path, key)
    look.close()
    monkeypatch.setattr(look, "_file", AsItWere(path, seen))
    return look


def test_a_page_that_is_just_being_written_is_looked_at_again(
    long: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    torn = [True]

    def seen(at: int, data: bytes) -> bytes:
        if at <= 9 * PAGE < at + len(data) and torn and torn.pop():
            return data[: 9 * PAGE - at] + bytes(100) + data[9 * PAGE - at + 100 :]
        return data

    look_through(monkeypatch, long, key, seen).check()

    assert not torn


def test_a_page_that_went_with_the_end_of_the_file_is_no_damage(
    long: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = long.stat().st_size

    def seen(at: int, data: bytes) -> bytes:
        return data + bytes(PAGE) if at < size and len(data) > PAGE and at + len(data) == size else data

    look_through(monkeypatch, long, key, seen).check()


def test_a_page_that_cannot_be_read_is_damage(long: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def seen(at: int, data: bytes) -> bytes:
        if at <= 9 * PAGE < at + len(data):
            raise OSError(errno.EIO, "a bad sector")
        return data

    with pytest.raises(VaultDamaged):
        look_through(monkeypatch, long, key, seen).check()


def test_a_look_stops_at_its_next_step_and_the_next_one_looks_at_all(
    long: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise Cancelled

    monkeypatch.setattr(seals, "_PAGES_A_STEP", 4)
    flip(long, len(pages(long)) - 1)
    with contextlib.closing(open_vault(long, key, practice=False)) as vault:
        with pytest.raises(Cancelled):
            vault.check_pages(stop)
        with pytest.raises(VaultDamaged):
            vault.check_pages()


def test_closing_ends_a_look_that_is_under_way(long: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    reached, closed = threading.Event(), threading.Event()
    ended: list[str] = []

    def wait(_done: int, _whole: int) -> None:
        reached.set()
        closed.wait()

    def look() -> None:
        try:
            vault.check_pages(wait)
        except Cancelled as stopped:
            ended.append(stopped.code)

    monkeypatch.setattr(seals, "_PAGES_A_STEP", 4)
    vault = open_vault(long, key, practice=False)
    beside = threading.Thread(target=look)
    beside.start()
    reached.wait()
    vault.close()
    closed.set()
    beside.join()

    assert ended == ["backup.stopped"]
    assert sorted(listing(long.parent)) == ["desk.vault", "desk.vault.lock"]
