"""Another key for the vault: both are kept until the vault has the new one, and old sheets are known as old."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from counsellor_desk.custody import header, sheet
from counsellor_desk.custody.custodian import Fits
from counsellor_desk.custody.errors import (
    HeaderDamaged,
    KeyAbsent,
    KeyForAnotherVault,
    KeyringForgets,
    KeyringLocked,
    PassphraseNeeded,
    PassphraseTooShort,
    SheetForAnotherVault,
    SheetNotInUse,
    SheetOld,
    WrongPassphrase,
)
from counsellor_desk.custody.header import KeySheet
from counsellor_desk.custody.presence import HEADER_FILE
from counsellor_desk.custody.rotation import MOST_FORMER
from tests.custody.conftest import KEY, NEW_PASSPHRASE, OTHER_KEY, PASSPHRASE, TODAY, Desk, everything
from tests.custody.test_power_cut import cut_short

LATER = date(2027, 5, 3)
THIRD_KEY = bytes(range(2, 34))
MARK = sheet.fingerprint(KEY)


def has(key: bytes) -> Fits:
    """The vault has this key."""
    return lambda asked: asked == key


def change(desk: Desk, key: bytes = OTHER_KEY, day: date = LATER) -> None:
    """The whole change."""
    desk.custodian().announce_key(PASSPHRASE, key, day)
    desk.custodian().complete_key()


def test_the_new_key_takes_the_place_of_the_old_one(desk: Desk) -> None:
    desk.set_up()

    assert desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER) == KEY
    assert len(desk.store.secrets) == 2
    desk.custodian().complete_key()

    assert desk.custodian().unlock(PASSPHRASE, has(OTHER_KEY)) == OTHER_KEY
    assert len(desk.store.secrets) == 1
    found = desk.custodian().describe()
    assert (found.sheet, found.former) == (KeySheet(sheet.fingerprint(OTHER_KEY), LATER), (KeySheet(MARK, TODAY),))
    assert (found.coming, found.retire, found.settled) == (None, False, True)


def test_a_change_that_is_withdrawn_leaves_what_was(desk: Desk) -> None:
    desk.set_up()
    before, secrets = desk.custodian().describe(), dict(desk.store.secrets)

    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)
    desk.custodian().withdraw_key()

    assert (desk.custodian().describe(), desk.store.secrets) == (before, secrets)


@pytest.mark.parametrize("settle", ["complete_key", "withdraw_key"])
def test_settling_twice_is_settling_once(desk: Desk, settle: str) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)
    getattr(desk.custodian(), settle)()
    found, secrets = desk.custodian().describe(), dict(desk.store.secrets)

    desk.custodian().complete_key()
    desk.custodian().withdraw_key()

    assert (desk.custodian().describe(), desk.store.secrets) == (found, secrets)


@pytest.mark.parametrize("key", [KEY, OTHER_KEY])
def test_after_a_change_cut_short_the_vault_says_which_key_it_has(desk: Desk, key: bytes) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)

    assert desk.custodian().unlock(PASSPHRASE, has(key)) == key

    assert len(desk.store.secrets) == 1
    assert desk.custodian().describe().coming is None
    assert desk.custodian().unlock(PASSPHRASE, has(key)) == key


def test_a_vault_that_fits_neither_key_decides_nothing(desk: Desk) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)
    found, secrets = desk.custodian().describe(), dict(desk.store.secrets)

    assert desk.custodian().unlock(PASSPHRASE, has(THIRD_KEY)) == KEY

    assert (desk.custodian().describe(), desk.store.secrets) == (found, secrets)


def test_a_coming_key_that_is_gone_keeps_nobody_from_the_old_one(desk: Desk) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)
    del desk.store.secrets[[*desk.store.secrets][-1]]

    assert desk.custodian().unlock(PASSPHRASE, has(KEY)) == KEY
    assert desk.custodian().describe().coming is None


@pytest.mark.parametrize(
    ("passphrase", "state"), [("een verkeerde zin", WrongPassphrase), (None, PassphraseNeeded)], ids=["wrong", "none"]
)
def test_a_change_needs_the_passphrase(desk: Desk, passphrase: str | None, state: type[Exception]) -> None:
    desk.set_up()
    files, secrets = everything(desk.folder), dict(desk.store.secrets)

    with pytest.raises(state):
        desk.custodian().announce_key(passphrase, OTHER_KEY, LATER)

    assert everything(desk.folder)[HEADER_FILE] == files[HEADER_FILE]
    assert desk.store.secrets == secrets


def test_a_keyring_that_forgets_stops_the_change_before_it_is_announced(desk: Desk) -> None:
    desk.set_up()
    desk.store.forgets = True

    with pytest.raises(KeyringForgets):
        desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)

    desk.store.forgets = False
    assert desk.custodian().describe().coming is None
    assert desk.custodian().unlock(PASSPHRASE, has(KEY)) == KEY


def test_without_a_passphrase_the_key_changes_as_well(desk: Desk) -> None:
    desk.set_up(None)

    desk.custodian().announce_key(None, OTHER_KEY, LATER)
    desk.custodian().complete_key()

    assert desk.custodian().unlock(None, has(OTHER_KEY)) == OTHER_KEY


def test_wherever_the_power_goes_the_key_of_the_vault_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    for moment in count():
        machine = Desk(tmp_path_factory.mktemp("machine") / "practice")
        machine.set_up()
        file_has = [KEY]

        def work(machine: Desk = machine, file_has: list[bytes] = file_has) -> None:
            machine.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)
            file_has[:] = [OTHER_KEY]
            machine.custodian().complete_key()

        cut = cut_short(machine, moment, work)

        assert machine.custodian().unlock(PASSPHRASE, has(file_has[0])) == file_has[0]
        assert machine.custodian().unlock(PASSPHRASE, has(file_has[0])) == file_has[0]
        assert len(machine.store.secrets) == 1
        if not cut:
            break
    assert moment >= 14


def test_a_cut_while_the_next_unlock_clears_up_leaves_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    for key in (KEY, OTHER_KEY):
        for moment in count():
            machine = Desk(tmp_path_factory.mktemp("machine") / "practice")
            machine.set_up()
            machine.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)

            cut = cut_short(
                machine, moment, lambda machine=machine, key=key: machine.custodian().unlock(PASSPHRASE, has(key))
            )

            machine.clock.now += 3600
            assert machine.custodian().unlock(PASSPHRASE, has(key)) == key
            if not cut:
                break


# sheets


def test_the_sheet_of_the_new_key_opens_and_the_old_one_is_named_with_its_day(desk: Desk) -> None:
    desk.set_up()
    change(desk)

    assert desk.custodian().key_from_sheet(sheet.encode(OTHER_KEY), has(OTHER_KEY)) == OTHER_KEY
    with pytest.raises(SheetOld) as refusal:
        desk.custodian().key_from_sheet(sheet.encode(KEY), has(OTHER_KEY))

    assert refusal.value.params == {"made": "23-11-2026", "until": "03-05-2027"}


def test_each_old_sheet_is_named_with_the_day_the_next_one_came(desk: Desk) -> None:
    desk.set_up()
    change(desk)
    change(desk, THIRD_KEY, date(2028, 2, 1))

    for key, until in ((KEY, "03-05-2027"), (OTHER_KEY, "01-02-2028")):
        with pytest.raises(SheetOld) as refusal:
            desk.custodian().key_from_sheet(sheet.encode(key), has(THIRD_KEY))
        assert refusal.value.params["until"] == until


@pytest.mark.parametrize(("key", "other", "state"), [(KEY, OTHER_KEY, SheetNotInUse), (OTHER_KEY, KEY, SheetOld)])
def test_after_a_change_cut_short_only_the_sheet_of_the_vault_is_taken(
    desk: Desk, key: bytes, other: bytes, state: type[Exception]
) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)

    with pytest.raises(state):
        desk.custodian().key_from_sheet(sheet.encode(other), has(key))
    assert desk.custodian().key_from_sheet(sheet.encode(key), has(key)) == key
    desk.custodian().reinstate(key, NEW_PASSPHRASE, LATER)

    assert desk.custodian().unlock(NEW_PASSPHRASE, has(key)) == key
    found = desk.custodian().describe()
    assert found.sheet == KeySheet(sheet.fingerprint(key), TODAY if key == KEY else LATER)
    assert len(desk.store.secrets) == 1


def test_a_backup_from_before_opens_with_the_old_sheet_and_the_newer_one_is_a_former_one_then(desk: Desk) -> None:
    desk.set_up()
    change(desk)

    assert desk.custodian().key_from_sheet(sheet.encode(KEY), has(KEY)) == KEY
    desk.custodian().reinstate(KEY, NEW_PASSPHRASE, LATER)

    found = desk.custodian().describe()
    assert (found.sheet, found.former) == (KeySheet(MARK, TODAY), (KeySheet(sheet.fingerprint(OTHER_KEY), LATER),))
    assert desk.custodian().unlock(NEW_PASSPHRASE, has(KEY)) == KEY


def test_a_sheet_of_no_key_of_this_vault_is_of_another(desk: Desk) -> None:
    desk.set_up()
    change(desk)

    with pytest.raises(SheetForAnotherVault):
        desk.custodian().key_from_sheet(sheet.encode(THIRD_KEY), has(THIRD_KEY))
    with pytest.raises(SheetForAnotherVault):
        desk.custodian().reinstate(THIRD_KEY, NEW_PASSPHRASE, LATER)


def test_a_passphrase_too_short_changes_nothing_of_a_change_cut_short(desk: Desk) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)
    files = everything(desk.folder)

    with pytest.raises(PassphraseTooShort):
        desk.custodian().reinstate(OTHER_KEY, "kort", LATER)

    assert everything(desk.folder) == files


def test_another_passphrase_keeps_the_former_sheets(desk: Desk) -> None:
    desk.set_up()
    change(desk)

    desk.custodian().change_passphrase(PASSPHRASE, NEW_PASSPHRASE)

    assert desk.custodian().describe().former == (KeySheet(MARK, TODAY),)


def test_the_header_of_many_changes_stays_small(desk: Desk) -> None:
    desk.set_up()
    for number in range(MOST_FORMER + 5):
        change(desk, bytes([number + 100]) * 32, date(2027 + number, 1, 1))

    assert len(desk.custodian().describe().former) == MOST_FORMER
    assert (desk.folder / HEADER_FILE).stat().st_size < 3000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("coming", []),
        ("coming", {"fingerprint": MARK}),
        ("coming", {"fingerprint": "short", "made_on": "2026-11-23"}),
        ("former", {}),
        ("former", ["sheet"]),
        ("former", [{"fingerprint": MARK, "made_on": "soon"}]),
    ],
)
def test_a_header_with_a_sheet_that_is_none_is_damaged(desk: Desk, name: str, value: object) -> None:
    desk.set_up()
    path = desk.folder / HEADER_FILE
    path.write_text(json.dumps({**json.loads(path.read_text()), name: value}))

    with pytest.raises(HeaderDamaged):
        header.read(path)


def test_a_header_of_before_keys_could_change_is_read(desk: Desk) -> None:
    desk.set_up()
    path = desk.folder / HEADER_FILE
    fields = json.loads(path.read_text())
    del fields["coming"], fields["former"]
    path.write_text(json.dumps(fields))

    assert desk.custodian().unlock(PASSPHRASE) == KEY
    assert header.read(path).former == ()


@pytest.mark.parametrize("damage", ["absent", "of another key"])
def test_a_key_that_is_not_the_one_in_the_header_is_named(desk: Desk, damage: str) -> None:
    desk.set_up(None)
    desk.custodian().announce_key(None, OTHER_KEY, LATER)
    first, second = desk.store.secrets
    if damage == "absent":
        del desk.store.secrets[first]
    else:
        desk.store.secrets[first] = desk.store.secrets[second]

    with pytest.raises(KeyAbsent if damage == "absent" else KeyForAnotherVault):
        desk.custodian().unlock(None, has(KEY))


def test_a_keyring_locked_in_between_decides_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)
    get: Callable[[str], str] = desk.store.get

    def only_the_first(name: str) -> str:
        if name.endswith("b"):
            raise KeyringLocked()
        return get(name)

    with monkeypatch.context() as patch:
        patch.setattr(desk.store, "get", only_the_first)
        with pytest.raises(KeyringLocked):
            desk.custodian().unlock(PASSPHRASE, has(OTHER_KEY))

    assert desk.custodian().unlock(PASSPHRASE, has(OTHER_KEY)) == OTHER_KEY


def test_a_sheet_whose_key_never_came_is_no_former_one(desk: Desk) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)

    desk.custodian().reinstate(KEY, NEW_PASSPHRASE, LATER)

    found = desk.custodian().describe()
    assert (found.sheet, found.coming, found.former) == (KeySheet(MARK, TODAY), None, ())


def test_the_sheet_of_the_key_that_came_makes_the_other_a_former_one(desk: Desk) -> None:
    desk.set_up()
    desk.custodian().announce_key(PASSPHRASE, OTHER_KEY, LATER)

    desk.custodian().reinstate(OTHER_KEY, NEW_PASSPHRASE, LATER)

    found = desk.custodian().describe()
    assert (found.sheet, found.coming) == (KeySheet(sheet.fingerprint(OTHER_KEY), LATER), None)
    assert found.former == (KeySheet(MARK, TODAY),)
    assert desk.custodian().unlock(NEW_PASSPHRASE) == OTHER_KEY
