"""The door to a vault file: whose it is, and what a connection takes for granted."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.vault.connection import (
    PAGE,
    connect,
    could_be_vault,
    is_salted_by,
    refuse_damaged,
    refuse_plain,
    refuse_unsealed,
    salt_of,
)
from counsellor_desk.vault.faults import NotAVault, VaultDamaged, WrongKey

KEY = bytes(range(32))


def with_flipped_bits(salt: bytes, bits: int) -> bytes:
    return (int.from_bytes(salt) ^ ((1 << bits) - 1)).to_bytes(len(salt))


def test_the_fingerprint_of_a_key_never_changes() -> None:
    assert salt_of(KEY).hex() == "a7bfa65786e88b4bba7f8382ece9c212"


@pytest.mark.parametrize(("bits", "ours"), [(0, True), (1, True), (24, True), (25, False), (64, False)])
def test_a_file_is_ours_when_most_of_its_fingerprint_is(bits: int, ours: bool) -> None:
    assert is_salted_by(with_flipped_bits(salt_of(KEY), bits), KEY) is ours


def test_of_a_file_cut_short_what_is_there_is_compared() -> None:
    assert is_salted_by(salt_of(KEY)[:5], KEY)
    assert not is_salted_by(with_flipped_bits(salt_of(KEY)[:5], 25), KEY)


@pytest.mark.parametrize(
    ("content", "state"),
    [(b"SQLite format 3\0 and more", NotAVault), (b"SQLite format 3\0", NotAVault), (b"", VaultDamaged)],
)
def test_a_file_that_no_key_could_open_is_refused(tmp_path: Path, content: bytes, state: type[Exception]) -> None:
    file = tmp_path / "desk.vault"
    file.write_bytes(content)

    with pytest.raises(state):
        refuse_plain(file)


def test_a_file_that_begins_nearly_like_plain_sqlite_is_not_refused_for_it(tmp_path: Path) -> None:
    file = tmp_path / "desk.vault"
    file.write_bytes(b"SQLite format 3")

    refuse_plain(file)


@pytest.mark.parametrize(("size", "state"), [(8192, WrongKey), (8191, NotAVault), (4096, WrongKey)])
def test_random_bytes_are_somebodys_vault_only_in_whole_pages(
    closed: Path, key: bytes, size: int, state: type[Exception]
) -> None:
    closed.write_bytes(closed.read_bytes()[:size])

    with pytest.raises(state):
        connect(closed, bytes(32))


@pytest.mark.parametrize(("different", "possible"), [(200, True), (199, False)])
def test_a_file_is_a_possible_vault_from_two_hundred_different_bytes_in_its_first_page(
    tmp_path: Path, different: int, possible: bool
) -> None:
    file = tmp_path / "desk.vault"
    file.write_bytes(bytes(at % different for at in range(PAGE)))

    assert could_be_vault(file) is possible


def test_a_vault_that_begins_with_zeros_is_damaged_whoever_asks(closed: Path) -> None:
    closed.write_bytes(bytes(16) + closed.read_bytes()[16:])

    with pytest.raises(VaultDamaged):
        connect(closed, bytes(32))


def test_a_connection_for_reading_refuses_to_write(closed: Path, key: bytes) -> None:
    connection = connect(closed, key, read_only=True)

    assert connection.execute("PRAGMA query_only").fetchone() == (1,)
    with pytest.raises(sqlcipher.OperationalError):
        connection.execute("DELETE FROM note")
    connection.close()


def test_a_finished_copy_is_read_with_no_file_beside_it(closed: Path, key: bytes) -> None:
    before = sorted(file.name for file in closed.parent.iterdir())
    connection = connect(closed, key, read_only=True, finished=True)

    found = connection.execute("SELECT count(*) FROM note").fetchone()
    beside = sorted(file.name for file in closed.parent.iterdir())
    connection.close()

    assert found == (40,)
    assert beside == before


def test_a_connection_waits_for_another_one_that_writes(closed: Path, key: bytes) -> None:
    connection = connect(closed, key)

    assert connection.execute("PRAGMA busy_timeout").fetchone() == (2000,)
    assert connection.isolation_level is None
    connection.close()


class Answers:
    """A library that says which pages are spoilt."""

    def __init__(self, *words: str) -> None:
        self._rows = [(word,) for word in words]

    def execute(self, _question: str) -> list[tuple[str]]:
        return self._rows


@pytest.mark.parametrize("words", [("page 3 is spoilt",), ("page 2 is spoilt", "page 3 is spoilt"), ("unreadable",)])
def test_a_spoilt_page_is_damage(words: tuple[str, ...]) -> None:
    with pytest.raises(VaultDamaged):
        refuse_damaged(Answers(*words), frozenset({2}))


@pytest.mark.parametrize("words", [(), ("page 2 is spoilt",)])
def test_a_spoilt_page_whose_newer_form_stands_in_the_journal_is_none(words: tuple[str, ...]) -> None:
    refuse_damaged(Answers(*words), frozenset({2}))


class Said:
    """A library with one answer."""

    def __init__(self, answer: tuple[str] | None) -> None:
        self.answer = answer

    def execute(self, _question: str) -> Said:
        return self

    def fetchone(self) -> tuple[str] | None:
        return self.answer


@pytest.mark.parametrize(("answer", "state"), [(("0",), VaultDamaged), ((None,), MemoryError), (None, MemoryError)])
def test_only_a_clear_answer_lets_what_was_read_be_believed(
    answer: tuple[str] | None, state: type[Exception]
) -> None:
    refuse_unsealed(Said(("1",)))

    with pytest.raises(state):
        refuse_unsealed(Said(answer))
