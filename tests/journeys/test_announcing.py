"""A real screen reader's bus hears what the desk says by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.furnished import asks_passphrase, furnish, unlock
from tests.journeys.screen_reader import listening

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring]


def test_one_hears_the_open_desk_the_lock_and_a_wrong_passphrase(tmp_path: Path) -> None:
    furnished = furnish(tmp_path / "home", ["een gesprek over de sfeer"])
    with listening() as heard, furnished.started() as desk:
        told: list[str] = []

        def hears(words: str) -> bool:
            told.extend(heard())
            return any(words in one for one in told)

        unlock(desk)
        desk.wait_for(lambda: hears("De desk is open."), what="the open desk, said")
        desk.press("ctrl+l")
        desk.wait_for(desk.was_replaced, what="the lock")
        desk.wait_for(lambda: hears("De desk is vergrendeld."), what="the lock, said")
        desk.wait_for(lambda: asks_passphrase(desk), what="the lock screen")
        desk.focus()
        desk.type("niet de goede zin")
        desk.press("Return")
        desk.wait_for(lambda: hears("niet de wachtzin van deze kluis"), what="the wrong passphrase, said")
