"""What lies in the folder, and how a vault's key gets there."""

from __future__ import annotations

import stat

import pytest

from counsellor_desk.custody import seal, sheet
from counsellor_desk.custody.custodian import TRIES_FILE
from counsellor_desk.custody.errors import (
    AlreadyEstablished,
    FolderFailed,
    KeyringFailed,
    KeyringForgets,
    PassphraseTooShort,
    WrongPassphrase,
)
from counsellor_desk.custody.presence import HEADER_FILE, VAULT_FILE, Presence
from tests.custody.conftest import (
    KEY,
    OTHER_KEY,
    PASSPHRASE,
    TODAY,
    TROUBLES,
    VAULT_ID,
    Desk,
    everything,
    refusing,
)


def test_an_empty_machine_has_nothing(desk: Desk) -> None:
    assert desk.custodian().presence() is Presence.NONE


@pytest.mark.parametrize(("passphrase", "presence"), [(PASSPHRASE, Presence.SEALED), (None, Presence.KEYRING_ONLY)])
def test_after_set_up_the_folder_says_how_the_vault_opens(
    desk: Desk, passphrase: str | None, presence: Presence
) -> None:
    desk.set_up(passphrase)

    assert desk.custodian().presence() is presence
    assert desk.custodian().describe().fingerprint == sheet.fingerprint(KEY)
    assert desk.custodian().describe().sheet_date == TODAY


def test_a_vault_without_header_is_not_a_first_run(desk: Desk) -> None:
    desk.set_up()
    (desk.folder / HEADER_FILE).unlink()

    assert desk.custodian().presence() is Presence.VAULT_WITHOUT_HEADER


def test_a_header_without_vault_is_not_a_first_run(desk: Desk) -> None:
    desk.set_up()
    (desk.folder / VAULT_FILE).unlink()

    assert desk.custodian().presence() is Presence.HEADER_WITHOUT_VAULT


def test_a_link_to_a_drive_that_is_not_mounted_is_a_vault(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / VAULT_FILE).symlink_to("/not/mounted/desk.vault")

    assert desk.custodian().presence() is Presence.VAULT_WITHOUT_HEADER


@pytest.mark.parametrize(
    ("text", "presence"),
    [
        ("", Presence.HEADER_DAMAGED),
        ("{}", Presence.HEADER_DAMAGED),
        ('{"format": 99}', Presence.HEADER_TOO_NEW),
    ],
)
def test_an_unreadable_header_is_not_a_first_run(desk: Desk, text: str, presence: Presence) -> None:
    desk.set_up()
    (desk.folder / HEADER_FILE).write_text(text)

    assert desk.custodian().presence() is presence


def test_presence_never_asks_the_keyring(desk: Desk) -> None:
    desk.set_up()
    desk.store.calls.clear()

    desk.custodian().presence()

    assert desk.store.calls == []


def test_a_folder_that_cannot_be_looked_into_is_not_a_first_run(desk: Desk) -> None:
    desk.folder.write_text("a file where the folder should be")

    with pytest.raises(FolderFailed):
        desk.custodian().presence()


def test_the_key_is_read_back_before_the_header_names_it(desk: Desk) -> None:
    desk.store.forgets = True

    with pytest.raises(KeyringForgets):
        desk.custodian().establish(KEY, VAULT_ID, PASSPHRASE, TODAY)

    assert everything(desk.folder) == {}
    assert desk.custodian().presence() is Presence.NONE


def test_a_keyring_that_gives_back_something_else_is_not_relied_upon(desk: Desk) -> None:
    desk.store.echo = seal.leave_open(OTHER_KEY, vault_id=VAULT_ID)

    with pytest.raises(KeyringForgets):
        desk.custodian().establish(KEY, VAULT_ID, PASSPHRASE, TODAY)

    assert everything(desk.folder) == {}


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("call", ["put", "get"])
def test_set_up_in_any_trouble_of_the_keyring_creates_nothing(
    desk: Desk, trouble: type[KeyringFailed], call: str
) -> None:
    desk.store.trouble, desk.store.trouble_at = trouble, call

    with pytest.raises(trouble):
        desk.custodian().establish(KEY, VAULT_ID, PASSPHRASE, TODAY)

    assert everything(desk.folder) == {}
    assert desk.custodian().presence() is Presence.NONE


def test_a_short_passphrase_reaches_no_keyring(desk: Desk) -> None:
    with pytest.raises(PassphraseTooShort):
        desk.custodian().establish(KEY, VAULT_ID, "kort", TODAY)

    assert desk.store.calls == []
    assert everything(desk.folder) == {}


@pytest.mark.parametrize("left", [{VAULT_FILE, HEADER_FILE}, {VAULT_FILE}, {HEADER_FILE}], ids=str)
def test_nothing_is_established_over_what_is_there(desk: Desk, left: set[str]) -> None:
    desk.set_up()
    for name in {VAULT_FILE, HEADER_FILE} - left:
        (desk.folder / name).unlink()
    files, secrets = everything(desk.folder), dict(desk.store.secrets)

    with pytest.raises(AlreadyEstablished):
        desk.custodian().establish(OTHER_KEY, "f" * 32, PASSPHRASE, TODAY)

    assert everything(desk.folder) == files
    assert desk.store.secrets == secrets


def test_a_set_up_that_never_made_its_vault_can_start_again(desk: Desk) -> None:
    desk.custodian().establish(OTHER_KEY, "f" * 32, PASSPHRASE, TODAY)
    assert desk.custodian().presence() is Presence.NONE

    desk.set_up()

    assert desk.custodian().unlock(PASSPHRASE) == KEY
    assert not any(name.startswith("f" * 32) for name in desk.store.secrets)


def test_a_vault_made_just_before_the_power_went_is_a_vault(desk: Desk) -> None:
    desk.custodian().establish(KEY, VAULT_ID, PASSPHRASE, TODAY)
    desk.make_vault()

    assert desk.custodian().presence() is Presence.SEALED
    assert desk.custodian().unlock(PASSPHRASE) == KEY

    (desk.folder / VAULT_FILE).unlink()
    assert desk.custodian().presence() is Presence.HEADER_WITHOUT_VAULT


@pytest.mark.parametrize("vault_id", ["", "F" * 32, "0" * 31, "../" * 11])
def test_a_vault_id_is_thirty_two_hexadecimal_digits(desk: Desk, vault_id: str) -> None:
    with pytest.raises(ValueError, match="vault id"):
        desk.custodian().establish(KEY, vault_id, None, TODAY)


def test_the_files_are_for_the_owner_only(desk: Desk) -> None:
    desk.set_up()
    with pytest.raises(WrongPassphrase):
        desk.custodian().unlock("een verkeerde zin")

    assert stat.S_IMODE(desk.folder.stat().st_mode) == 0o700
    for name in (HEADER_FILE, TRIES_FILE):
        assert stat.S_IMODE((desk.folder / name).stat().st_mode) == 0o600


def test_no_file_and_no_name_holds_the_key_or_the_passphrase(desk: Desk) -> None:
    desk.set_up()
    with pytest.raises(WrongPassphrase):
        desk.custodian().unlock("een verkeerde zin")

    written = b"".join(everything(desk.folder).values()) + "".join(desk.store.secrets).encode()
    for hidden in (KEY, KEY.hex().encode(), "".join(sheet.encode(KEY)).encode(), b"stille", b"verkeerde"):
        assert hidden not in written


def test_a_set_up_whose_last_write_the_disk_refuses_never_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    refusing([True], monkeypatch)
    with pytest.raises(FolderFailed):
        desk.custodian().establish(KEY, VAULT_ID, PASSPHRASE, TODAY)
    assert desk.custodian().presence() is Presence.NONE

    desk.custodian().establish(OTHER_KEY, VAULT_ID, PASSPHRASE, TODAY)

    assert desk.custodian().unlock(PASSPHRASE) == OTHER_KEY
