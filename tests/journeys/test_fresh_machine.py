"""The computer is lost. What is left: a stick with backups, and the recovery sheet on paper.

By keyboard alone, in a real window of a new home, with a real keyring that has never seen this vault.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.custody import header
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import KeyAbsent
from counsellor_desk.custody.keystore import OsKeyring
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.custody.seal import Cost
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.doors.real import RealDoor
from tests.custody.conftest import FakeStore
from tests.journeys.furnished import PASSPHRASE, asks_passphrase, fill, folder_of
from tests.journeys.harness import Program, started

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring, pytest.mark.timeout(300)]

NEW = "een andere lange zin"
TOLD = "lantaarnpaal"
PICTURES = Path(os.environ.get("COUNSELLOR_DESK_PICTURES", os.environ.get("TMPDIR", ".")))


def test_a_stick_and_the_sheet_bring_the_vault_to_a_new_computer(tmp_path: Path) -> None:
    groups, vault, backup = _lost_computer(tmp_path)
    home = tmp_path / "new"
    assert _keys_of(vault) == 0
    begun = time.monotonic()

    with started("--language", "nl", home=home) as desk:
        desk.focus()
        desk.wait_until_it_shows("Welkom")
        desk.tab_to("Ik heb een back-up")
        desk.press("Return")
        _choose(desk, backup)
        desk.press("Return")
        desk.wait_until_it_shows("Typ het herstelblad over")
        desk.type("".join(groups).lower())
        desk.press("Return")
        desk.wait_until_it_shows("1 dossier · 3 notities")
        desk.picture(PICTURES / "journey-what-is-in-it.png")
        desk.press("Return")
        desk.wait_until_it_shows("Kies een wachtzin")
        desk.type(NEW)
        desk.press("Tab")
        desk.type(NEW)
        desk.press("Return")
        desk.wait_until_it_shows("Vandaag")
        print(f"\nfrom the start of the program to the open desk: {time.monotonic() - begun:.0f} s")
        desk.press("ctrl+k")
        desk.type(TOLD[:7])
        desk.wait_until_it_shows(TOLD)
        desk.kill()

    assert (folder_of(home) / VAULT_FILE).is_file()
    assert _keys_of(vault) == 1
    with started("--language", "nl", home=home) as desk:
        desk.wait_for(lambda: asks_passphrase(desk), what="the lock screen")
        desk.focus()
        desk.type(NEW)
        desk.press("Return")
        desk.wait_until_it_shows("Vandaag")


def _lost_computer(folder: Path) -> tuple[tuple[str, ...], str, Path]:
    """A sheet, the id of its vault, a backup: nothing else is left, and the keyring here has seen none of it."""
    gone, store = folder / "gone", FakeStore()
    custodian = Custodian(gone, store, cost=lambda: Cost(log_n=12, passes=1))
    door = RealDoor(gone, custodian, LastSeen(store), date.today)
    set_up = door.begin_set_up()
    office = door.finish_set_up(set_up, PASSPHRASE, set_up.groups)
    fill(office, [f"Een gesprek bij de {TOLD}.", "Nog een.", "En nog een."], "Anna", date.today())
    office.close()
    (made,) = (gone / "backups").iterdir()
    stick = folder / "stick"
    stick.mkdir()
    backup = Path(shutil.move(made, stick))
    vault = custodian.describe().vault_id
    shutil.rmtree(gone)
    return set_up.groups, vault, backup


def _keys_of(vault: str) -> int:
    """How many items of the session's keyring hold a key of this vault."""
    found = 0
    for slot in header.Slot:
        with contextlib.suppress(KeyAbsent):
            OsKeyring().get(f"{vault}/{slot}")
            found += 1
    return found


def _choose(desk: Program, backup: Path) -> None:
    desk.wait_until_it_shows("Welk bestand is het?")
    desk.tab_to("Kies het bestand")
    before = len(desk.windows())
    desk.press("Return")
    desk.wait_for(lambda: len(desk.windows()) > before, what="the dialog")
    desk.type(str(backup))
    desk.press("Return")
    desk.wait_until_it_shows(f"Van {Days('nl', date.today()).long(date.today())}")
