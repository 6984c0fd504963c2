"""Another passphrase, and the recovery sheet: the old way in stays until the new one is proved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.custody import header, sheet
from counsellor_desk.custody.errors import (
    FolderFailed,
    HeaderMissing,
    HeaderTooNew,
    KeyringFailed,
    KeyringForgets,
    KeyringLocked,
    KeyringTimeout,
    PassphraseTooShort,
    SheetForAnotherVault,
    WrongPassphrase,
)
from counsellor_desk.custody.header import Mode
from counsellor_desk.custody.presence import HEADER_FILE, VAULT_FILE, Presence
from tests.custody.conftest import (
    KEY,
    NEW_PASSPHRASE,
    OTHER_KEY,
    PASSPHRASE,
    TODAY,
    TROUBLES,
    VAULT_ID,
    Desk,
    everything,
    refusing,
)


@pytest.mark.parametrize(
    ("old", "new"), [(PASSPHRASE, NEW_PASSPHRASE), (PASSPHRASE, None), (None, NEW_PASSPHRASE), (None, None)]
)
def test_the_passphrase_can_change_and_the_old_item_goes(desk: Desk, old: str | None, new: str | None) -> None:
    desk.set_up(old)
    items = set(desk.store.secrets)

    desk.custodian().change_passphrase(old, new)

    assert desk.custodian().unlock(new) == KEY
    assert desk.custodian().describe().mode is (Mode.PASSPHRASE if new else Mode.KEYRING)
    assert len(desk.store.secrets) == 1
    assert set(desk.store.secrets) != items


def test_the_old_passphrase_is_wrong_after_a_change(desk: Desk) -> None:
    desk.set_up()
    desk.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)

    with pytest.raises(WrongPassphrase):
        desk.custodian().unlock(PASSPHRASE)


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [("een verkeerde zin", NEW_PASSPHRASE, WrongPassphrase), (PASSPHRASE, "kort", PassphraseTooShort)],
)
def test_a_change_that_is_refused_changes_nothing(desk: Desk, old: str, new: str, state: type[Exception]) -> None:
    desk.set_up()
    before, secrets = desk.custodian().describe(), dict(desk.store.secrets)

    with pytest.raises(state):
        desk.custodian().change_passphrase(old, new)

    assert (desk.custodian().describe(), desk.store.secrets) == (before, secrets)


def test_a_new_passphrase_too_short_is_said_before_the_old_one_is_tried(desk: Desk) -> None:
    desk.set_up()
    desk.store.calls.clear()

    with pytest.raises(PassphraseTooShort):
        desk.custodian().change_passphrase("een verkeerde zin", "kort")

    assert desk.store.calls == []


def test_a_change_while_the_vault_is_not_mounted_does_not_make_it_a_first_run(desk: Desk) -> None:
    desk.set_up()
    (desk.folder / VAULT_FILE).unlink()

    desk.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)

    assert desk.custodian().presence() is Presence.HEADER_WITHOUT_VAULT


def test_a_change_that_the_keyring_forgets_leaves_the_old_passphrase(desk: Desk) -> None:
    desk.set_up()
    desk.store.forgets = True

    with pytest.raises(KeyringForgets):
        desk.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)

    assert desk.custodian().unlock(PASSPHRASE) == KEY


def test_power_lost_before_the_header_changes_leaves_the_old_passphrase(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.set_up()

    def power_lost(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(header, "write", power_lost)
        with pytest.raises(KeyboardInterrupt):
            desk.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)

    assert desk.custodian().unlock(PASSPHRASE) == KEY
    desk.custodian().change_passphrase(PASSPHRASE, "nog een andere zin")
    assert desk.custodian().unlock("nog een andere zin") == KEY


def test_an_old_item_that_would_not_go_goes_at_the_next_unlock(desk: Desk) -> None:
    desk.set_up()
    desk.store.trouble, desk.store.trouble_at = KeyringLocked, "delete"
    desk.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)
    assert len(desk.store.secrets) == 2
    assert desk.custodian().unlock(NEW_PASSPHRASE) == KEY
    desk.store.trouble = None

    desk.custodian().unlock(NEW_PASSPHRASE)

    assert len(desk.store.secrets) == 1
    assert not desk.custodian().describe().retire


def test_the_sheet_alone_opens_the_vault_on_another_machine(desk: Desk, tmp_path: Path) -> None:
    desk.set_up()
    other = Desk(tmp_path / "another machine")
    other.folder.mkdir()
    for name in (VAULT_FILE, HEADER_FILE):
        (other.folder / name).write_bytes((desk.folder / name).read_bytes())
    other.store.backend = "fake.Other"

    key = other.custodian().key_from_sheet(sheet.encode(KEY))
    other.custodian().reinstate(key, NEW_PASSPHRASE, date(2027, 3, 1))

    assert other.custodian().unlock(NEW_PASSPHRASE) == KEY
    assert other.custodian().describe().sheet_date == TODAY
    assert desk.custodian().unlock(PASSPHRASE) == KEY


def test_the_sheet_and_the_vault_alone_make_a_new_header(desk: Desk) -> None:
    desk.folder.mkdir()
    desk.make_vault()

    key = desk.custodian().key_from_sheet(sheet.encode(KEY))
    desk.custodian().reinstate(key, PASSPHRASE, TODAY, VAULT_ID)

    assert desk.custodian().presence() is Presence.SEALED
    assert desk.custodian().unlock(PASSPHRASE) == KEY


def test_without_header_the_vault_must_say_who_it_is(desk: Desk) -> None:
    desk.folder.mkdir()
    desk.make_vault()

    with pytest.raises(HeaderMissing):
        desk.custodian().reinstate(KEY, PASSPHRASE, TODAY)

    assert desk.store.calls == []


def test_a_damaged_header_is_set_aside_and_kept(desk: Desk) -> None:
    desk.set_up()
    for damage in ("first", "second", "third"):
        (desk.folder / HEADER_FILE).write_text(damage)
        desk.custodian().reinstate(desk.custodian().key_from_sheet(sheet.encode(KEY)), None, TODAY, VAULT_ID)

    assert desk.custodian().unlock(None) == KEY
    kept = {name: text for name, text in everything(desk.folder).items() if "damaged" in name}
    assert kept == {f"desk.json.damaged-{n}": text for n, text in enumerate((b"first", b"second", b"third"), start=1)}


def test_the_sheet_of_another_vault_is_refused(desk: Desk) -> None:
    desk.set_up()
    files, secrets = everything(desk.folder), dict(desk.store.secrets)

    with pytest.raises(SheetForAnotherVault):
        desk.custodian().key_from_sheet(sheet.encode(OTHER_KEY))
    with pytest.raises(SheetForAnotherVault):
        desk.custodian().reinstate(OTHER_KEY, NEW_PASSPHRASE, TODAY)

    assert (everything(desk.folder), desk.store.secrets) == (files, secrets)


def test_what_a_newer_program_wrote_is_left_to_it_even_with_the_sheet(desk: Desk) -> None:
    desk.set_up()
    (desk.folder / HEADER_FILE).write_text('{"format": 99}')
    files = everything(desk.folder)

    with pytest.raises(HeaderTooNew):
        desk.custodian().key_from_sheet(sheet.encode(KEY))
    with pytest.raises(HeaderTooNew):
        desk.custodian().reinstate(KEY, NEW_PASSPHRASE, TODAY, VAULT_ID)

    assert everything(desk.folder) == files


@pytest.mark.parametrize("trouble", TROUBLES)
def test_the_sheet_gives_the_key_whatever_the_keyring_does(desk: Desk, trouble: type[KeyringFailed]) -> None:
    desk.set_up()
    desk.store.trouble = trouble

    assert desk.custodian().key_from_sheet(sheet.encode(KEY)) == KEY


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_reinstatement_that_fails_leaves_what_was_there(desk: Desk, trouble: type[KeyringFailed]) -> None:
    desk.set_up()
    files = everything(desk.folder)
    desk.store.trouble, desk.store.trouble_at = trouble, "put"

    with pytest.raises(trouble):
        desk.custodian().reinstate(KEY, NEW_PASSPHRASE, TODAY)

    assert desk.custodian().unlock(PASSPHRASE) == KEY
    assert everything(desk.folder) == files


def test_the_sheet_ends_the_pause(desk: Desk) -> None:
    desk.set_up()
    with pytest.raises(WrongPassphrase):
        desk.custodian().unlock("een verkeerde zin")

    desk.custodian().reinstate(KEY, NEW_PASSPHRASE, TODAY)

    assert desk.custodian().unlock(NEW_PASSPHRASE) == KEY


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_reinstatement_without_keyring_leaves_a_damaged_header_where_it_is(
    desk: Desk, trouble: type[KeyringFailed]
) -> None:
    desk.set_up()
    (desk.folder / HEADER_FILE).write_text("damage")
    files = everything(desk.folder)
    desk.store.trouble = trouble

    with pytest.raises(trouble):
        desk.custodian().reinstate(KEY, NEW_PASSPHRASE, TODAY, VAULT_ID)

    assert everything(desk.folder) == files


def test_a_key_laid_open_by_a_change_that_failed_does_not_stay(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.set_up()
    put = desk.store.put

    def put_and_fall_silent(name: str, secret: str) -> None:
        put(name, secret)
        raise KeyringTimeout(seconds=10)

    monkeypatch.setattr(desk.store, "put", put_and_fall_silent)
    with pytest.raises(KeyringTimeout):
        desk.custodian().change_passphrase(PASSPHRASE, None)
    assert len(desk.store.secrets) == 2

    assert desk.custodian().unlock(PASSPHRASE) == KEY

    assert len(desk.store.secrets) == 1
    assert desk.custodian().presence() is Presence.SEALED


def test_a_change_the_disk_refuses_leaves_the_old_passphrase_in_force(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.set_up()
    refusing([False, True], monkeypatch)

    with pytest.raises(FolderFailed):
        desk.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)

    assert desk.custodian().unlock(PASSPHRASE) == KEY
    assert len(desk.store.secrets) == 1


def test_a_change_that_is_in_force_is_not_refused_for_what_is_left_over(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.set_up()
    refusing([False, False, True], monkeypatch)

    desk.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)

    assert desk.custodian().unlock(NEW_PASSPHRASE) == KEY
