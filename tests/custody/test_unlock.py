"""Every way to the key, and every way it can fail."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from counsellor_desk.custody import header, seal
from counsellor_desk.custody.custodian import TRIES_FILE
from counsellor_desk.custody.errors import (
    BackendChanged,
    FolderFailed,
    HeaderDamaged,
    HeaderMissing,
    HeaderTooNew,
    KeyAbsent,
    KeyForAnotherVault,
    KeyringFailed,
    PassphraseNeeded,
    SealDamaged,
    TooManyTries,
    WrongPassphrase,
)
from counsellor_desk.custody.presence import HEADER_FILE, Presence
from tests.custody.conftest import (
    KEY,
    OTHER_KEY,
    PASSPHRASE,
    TODAY,
    TROUBLES,
    VAULT_ID,
    Desk,
    everything,
)


@pytest.mark.parametrize("passphrase", [PASSPHRASE, None])
def test_the_key_comes_back_on_the_next_day(desk: Desk, passphrase: str | None) -> None:
    desk.set_up(passphrase)

    assert desk.custodian().unlock(passphrase) == KEY


def test_keyring_only_does_not_look_at_a_passphrase(desk: Desk) -> None:
    desk.set_up(None)

    assert desk.custodian().unlock("whatever was typed") == KEY


@pytest.mark.parametrize("trouble", [*TROUBLES, KeyAbsent])
def test_an_existing_vault_is_left_alone_in_any_trouble_of_the_keyring(
    desk: Desk, trouble: type[KeyringFailed]
) -> None:
    desk.set_up()
    files = everything(desk.folder)
    desk.store.trouble = trouble

    with pytest.raises(trouble):
        desk.custodian().unlock(PASSPHRASE)

    assert everything(desk.folder) == files
    assert desk.custodian().presence() is Presence.SEALED


def test_a_keyring_without_the_key_says_so(desk: Desk) -> None:
    desk.set_up()
    desk.store.secrets.clear()

    with pytest.raises(KeyAbsent):
        desk.custodian().unlock(PASSPHRASE)


def test_another_kind_of_keyring_is_named_before_it_is_asked(desk: Desk) -> None:
    desk.set_up()
    desk.store.backend = "fake.Other"
    desk.store.calls.clear()

    with pytest.raises(BackendChanged):
        desk.custodian().unlock(PASSPHRASE)

    assert desk.store.calls == []


def test_no_passphrase_for_a_sealed_key_is_no_try(desk: Desk) -> None:
    desk.set_up()

    with pytest.raises(PassphraseNeeded):
        desk.custodian().unlock(None)

    assert desk.custodian().unlock(PASSPHRASE) == KEY


def test_a_damaged_seal_is_no_try(desk: Desk) -> None:
    desk.set_up()
    desk.store.secrets = {name: text.replace("1", "2") for name, text in desk.store.secrets.items()}

    for _ in range(3):
        with pytest.raises(SealDamaged):
            desk.custodian().unlock(PASSPHRASE)


def test_a_key_that_is_not_of_this_vault_is_not_handed_out(desk: Desk) -> None:
    desk.set_up(None)
    desk.store.secrets = dict.fromkeys(desk.store.secrets, seal.leave_open(OTHER_KEY, vault_id=VAULT_ID))

    with pytest.raises(KeyForAnotherVault):
        desk.custodian().unlock(None)


@pytest.mark.parametrize("passphrase", [PASSPHRASE, None])
def test_an_item_of_another_vault_is_no_wrong_passphrase(desk: Desk, passphrase: str | None) -> None:
    desk.set_up(passphrase)
    other = Desk(desk.folder.parent / "other")
    other.custodian().establish(OTHER_KEY, "f" * 32, passphrase, TODAY)
    desk.store.secrets = dict.fromkeys(desk.store.secrets, *other.store.secrets.values())

    for _ in range(2):  # no try is counted, so no pause comes
        with pytest.raises(KeyForAnotherVault):
            desk.custodian().unlock(passphrase)


@pytest.mark.parametrize(
    ("text", "state"), [(None, HeaderMissing), ("{", HeaderDamaged), ('{"format": 2}', HeaderTooNew)], ids=str
)
def test_without_a_header_that_can_be_read_the_state_is_named(
    desk: Desk, text: str | None, state: type[Exception]
) -> None:
    desk.set_up()
    (desk.folder / HEADER_FILE).unlink()
    if text is not None:
        (desk.folder / HEADER_FILE).write_text(text)

    with pytest.raises(state):
        desk.custodian().unlock(PASSPHRASE)
    with pytest.raises(state):
        desk.custodian().describe()


def test_the_pause_doubles_to_a_minute_and_survives_a_restart(desk: Desk) -> None:
    desk.set_up()

    pauses = []
    for _ in range(9):
        with pytest.raises(WrongPassphrase):
            desk.custodian().unlock("een verkeerde zin")
        with pytest.raises(TooManyTries) as caught:
            desk.custodian().unlock(PASSPHRASE)
        pauses.append(caught.value.params["seconds"])
        desk.clock.now += int(pauses[-1])

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert desk.custodian().unlock(PASSPHRASE) == KEY


def test_the_right_passphrase_ends_the_pauses(desk: Desk) -> None:
    desk.set_up()
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            desk.custodian().unlock("een verkeerde zin")
        desk.clock.now += 60
    desk.custodian().unlock(PASSPHRASE)

    with pytest.raises(WrongPassphrase):
        desk.custodian().unlock("een verkeerde zin")
    with pytest.raises(TooManyTries) as caught:
        desk.custodian().unlock(PASSPHRASE)
    assert caught.value.params == {"seconds": 1}


def test_a_try_counts_even_if_the_program_ends_in_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.set_up()

    def killed(*args: object, **kwargs: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(seal, "unseal", killed)
        with pytest.raises(KeyboardInterrupt):
            desk.custodian().unlock("een verkeerde zin")

    with pytest.raises(TooManyTries):
        desk.custodian().unlock(PASSPHRASE)


def test_a_clock_set_back_neither_ends_nor_lengthens_the_pause(desk: Desk) -> None:
    desk.set_up()
    with pytest.raises(WrongPassphrase):
        desk.custodian().unlock("een verkeerde zin")
    desk.clock.now -= 365 * 86400

    with pytest.raises(TooManyTries) as caught:
        desk.custodian().unlock(PASSPHRASE)
    assert caught.value.params == {"seconds": 1}
    desk.clock.now += 1
    assert desk.custodian().unlock(PASSPHRASE) == KEY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"count": -1, "at": 0}',
        '{"count": 1, "at": 1e999}',
        '{"count": 1}',
        '{"count": 1, "at": "x"}',
        '{"count": 1, "at": 1' + "0" * 400 + "}",
        '{"count": "1"}',
        '{"at": 1}',
        "\0",
    ],
)
def test_a_damaged_count_of_tries_locks_nobody_out(desk: Desk, text: str) -> None:
    desk.set_up()
    (desk.folder / TRIES_FILE).write_text(text)

    assert desk.custodian().unlock(PASSPHRASE) == KEY


def test_an_enormous_count_of_tries_is_a_minute(desk: Desk) -> None:
    desk.set_up()
    (desk.folder / TRIES_FILE).write_text(json.dumps({"count": 10**300, "at": desk.clock.now}))

    with pytest.raises(TooManyTries) as caught:
        desk.custodian().unlock(PASSPHRASE)
    assert caught.value.params == {"seconds": 60}


def test_a_folder_that_became_read_only_keeps_nobody_out_for_the_sake_of_order(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.set_up(None)
    path = desk.folder / HEADER_FILE
    header.write(path, replace(header.read(path), retire=True))

    def read_only(*arguments: object) -> None:
        raise FolderFailed(errno=30)

    monkeypatch.setattr(header, "write", read_only)

    assert desk.custodian().unlock(None) == KEY
