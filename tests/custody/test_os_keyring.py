"""The real Secret Service: what it keeps, and what it does when it is locked, killed, stopped or not there."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import KeyAbsent
from counsellor_desk.custody.keystore import OsKeyring
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.custody.seal import Cost
from tests.custody.contract import KeyStoreContract
from tests.custody.sessions import BUS_ONLY, steps_in, steps_in_unlocked

pytestmark = pytest.mark.os_keyring


class TestOsKeyring(KeyStoreContract):
    """The keyring of the session keeps the promises of the contract."""

    @pytest.fixture
    def store(self) -> Iterator[OsKeyring]:
        store = OsKeyring()
        yield store
        for name in ("one", "long", "two", "a", "b"):
            store.delete(f"contract/{name}")

    def test_a_planted_property_does_not_lead_the_key_elsewhere(
        self, store: OsKeyring, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
        store.put("contract/one", "kept")
        monkeypatch.delenv("KEYRING_PROPERTY_PREFERRED_COLLECTION")

        assert store.get("contract/one") == "kept"


def test_the_whole_story_in_a_real_keyring(tmp_path: Path) -> None:
    vault_id, key, store = uuid.uuid4().hex, os.urandom(32), OsKeyring()
    custodian = Custodian(tmp_path, store, cost=lambda: Cost(log_n=4, passes=1))

    custodian.establish(key, vault_id, "stille wateren", date(2026, 11, 23))
    (tmp_path / VAULT_FILE).write_bytes(b"a vault")
    custodian.settle()
    custodian.change_passphrase("stille wateren", "diepe gronden")

    assert custodian.unlock("diepe gronden") == key
    with pytest.raises(KeyAbsent):
        store.get(f"{vault_id}/a")
    store.delete(f"{vault_id}/b")
    with pytest.raises(KeyAbsent):
        custodian.unlock("diepe gronden")


def test_an_unlocked_keyring_keeps_and_gives_and_forgets(tmp_path: Path) -> None:
    assert steps_in_unlocked(tmp_path, "put", "get", "delete", "get") == [
        "None",
        "secret",
        "None",
        "custody.key_absent",
    ]


def test_the_key_is_there_in_the_next_session(tmp_path: Path) -> None:
    steps_in_unlocked(tmp_path, "put")

    assert steps_in_unlocked(tmp_path, "get") == ["secret"]


def test_a_keyring_locked_meanwhile_is_locked_for_every_call(tmp_path: Path) -> None:
    assert steps_in_unlocked(tmp_path, "put", "lock", "get", "put", "delete")[2:] == ["custody.keyring_locked"] * 3


def test_a_keyring_that_the_login_did_not_unlock_is_locked(tmp_path: Path) -> None:
    steps_in_unlocked(tmp_path, "put")

    assert steps_in_unlocked(tmp_path, "get", password="changed since") == ["custody.keyring_locked"]


def test_a_daemon_killed_meanwhile_is_locked_and_never_empty(tmp_path: Path) -> None:
    assert steps_in_unlocked(tmp_path, "put", "kill", "get", "put")[2:] == ["custody.keyring_locked"] * 2
    assert steps_in_unlocked(tmp_path, "get") == ["secret"]


def test_a_daemon_that_does_not_answer_is_a_time_out_and_answers_later(tmp_path: Path) -> None:
    steps = steps_in_unlocked(tmp_path, "put", "stop", "get", "continue", "get")

    assert steps[2:] == ["custody.keyring_timeout", "None", "secret"]


def test_a_keyring_that_would_have_to_ask_and_cannot_is_denied(tmp_path: Path) -> None:
    assert steps_in(tmp_path, "get", "put", command=BUS_ONLY) == ["custody.keyring_denied"] * 2


def test_a_session_without_a_bus_has_no_keyring(tmp_path: Path) -> None:
    assert steps_in(tmp_path, "get", "put", "delete") == ["custody.keyring_missing"] * 3


@pytest.mark.x11
def test_a_prompt_answered_too_late_still_helps_and_one_turned_away_leaves_the_keyring_locked(tmp_path: Path) -> None:
    steps = ("put", "lock", "get", "answer", "get", "lock", "get while dismissing")

    said = steps_in_unlocked(tmp_path, *steps, DISPLAY=os.environ["DISPLAY"])

    assert said == ["None", "None", "custody.keyring_timeout", "None", "secret", "None", "custody.keyring_locked"]
