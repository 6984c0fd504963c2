"""What the keyring remembers of a vault tells an older one, and never takes a newest one for old."""

from __future__ import annotations

import json

import pytest

from counsellor_desk.custody.errors import KeyringFailed, VaultOlder
from counsellor_desk.custody.seen import LastSeen, Mark
from tests.custody.conftest import TROUBLES, VAULT_ID, FakeStore

SOME, OTHER = "a" * 64, "b" * 64
ITEM = f"{VAULT_ID}/seen"


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


def saw(store: FakeStore, mark: Mark) -> LastSeen:
    """A memory that saw this, started anew."""
    LastSeen(store).remember(VAULT_ID, mark)
    return LastSeen(store)


@pytest.mark.parametrize(
    ("seen", "now"),
    [
        (Mark(7, SOME), Mark(7, SOME)),
        (Mark(7, ""), Mark(7, SOME)),
        (Mark(7, ""), Mark(7, "")),
        (Mark(7, SOME), Mark(8, OTHER)),
        (Mark(7, SOME), Mark(8, "")),
    ],
    ids=["closed and untouched", "closed and not told", "cut short", "ahead", "ahead and cut short"],
)
def test_a_vault_as_it_was_seen_or_further_is_accepted(store: FakeStore, seen: Mark, now: Mark) -> None:
    saw(store, seen).refuse_older(VAULT_ID, now)


@pytest.mark.parametrize(
    ("seen", "now"),
    [
        (Mark(7, SOME), Mark(6, SOME)),
        (Mark(7, ""), Mark(6, "")),
        (Mark(7, SOME), Mark(7, OTHER)),
        (Mark(7, SOME), Mark(7, "")),
    ],
    ids=["an older file", "an older journal", "an older page", "a journal that came afterwards"],
)
def test_a_vault_behind_what_was_seen_is_older(store: FakeStore, seen: Mark, now: Mark) -> None:
    with pytest.raises(VaultOlder):
        saw(store, seen).refuse_older(VAULT_ID, now)


def test_a_vault_never_seen_is_accepted(store: FakeStore) -> None:
    saw(store, Mark(7, SOME)).refuse_older("f" * 32, Mark(1, OTHER))


def test_the_newest_takes_the_place_of_what_was_seen_even_if_it_counts_less(store: FakeStore) -> None:
    memory = saw(store, Mark(7, SOME))

    memory.remember(VAULT_ID, Mark(4, OTHER))

    memory.refuse_older(VAULT_ID, Mark(4, OTHER))


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_keyring_in_trouble_hinders_nobody(store: FakeStore, trouble: type[KeyringFailed]) -> None:
    memory = saw(store, Mark(7, SOME))
    store.trouble = trouble

    memory.refuse_older(VAULT_ID, Mark(1, OTHER))
    memory.remember(VAULT_ID, Mark(8, OTHER))

    store.trouble = None
    LastSeen(store).refuse_older(VAULT_ID, Mark(7, SOME))


def test_a_keyring_that_fell_silent_is_asked_once_more_at_the_end_only(store: FakeStore) -> None:
    memory = LastSeen(store)
    store.trouble = KeyringFailed
    memory.remember(VAULT_ID, Mark(1, ""))
    store.trouble = None

    memory.remember(VAULT_ID, Mark(2, ""))
    assert store.secrets == {}
    memory.remember(VAULT_ID, Mark(3, SOME))

    assert ITEM in store.secrets


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version":2,"generation":9,"digest":""}',
        '{"version":1,"generation":"9","digest":""}',
        '{"version":1,"generation":true,"digest":""}',
        '{"version":1,"generation":9}',
        '{"version":1,"generation":9,"digest":9}',
        '{"version":1,"generation":9,"digest":"abc"}',
    ],
)
def test_a_mark_that_is_not_understood_accuses_nobody(store: FakeStore, text: str) -> None:
    store.secrets[ITEM] = text

    LastSeen(store).refuse_older(VAULT_ID, Mark(1, SOME))


def test_the_mark_is_written_as_a_later_version_will_read_it(store: FakeStore) -> None:
    saw(store, Mark(7, SOME))

    assert json.loads(store.secrets[ITEM]) == {"version": 1, "generation": 7, "digest": SOME}
    assert len(store.secrets[ITEM].encode("utf-16")) <= 512
