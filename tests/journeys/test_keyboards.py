"""Digits on keyboards that shift them: the real program on an X server with another layout."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from devtools.session import group, x_server

from tests.journeys.harness import Program, started

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring]

KEY_3, KEY_5 = "12", "14"  # X's numbers of the third and the fifth key of the row of digits


@pytest.fixture(params=["us", "fr", "be", "cz"])
def keyboard(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A screen of its own whose keyboard has this layout."""
    environment = dict(os.environ)
    with x_server(environment, "1280x800x24") as display:
        monkeypatch.setenv("DISPLAY", display)
        environment["DISPLAY"] = display
        subprocess.run(["setxkbmap", request.param], env=environment, check=True, timeout=30)
        with group(["openbox"], environment):
            yield request.param


def focused(desk: Program) -> list[str]:
    """The names of what has the focus, and of what it stands in."""
    return [seen.name for seen in desk.screen() if seen.focused]


def test_the_row_of_digits_goes_to_pages_and_chooses_chips(keyboard: str, tmp_path: Path) -> None:
    with started("--language", "nl", "--practice", home=tmp_path / "home") as desk:
        desk.wait_until_it_shows("Vandaag")
        desk.focus()
        desk.press(f"ctrl+{KEY_5}")
        desk.wait_until_it_shows("Uiterlijk: Donker")
        desk.tab_to("Uiterlijk")
        desk.press(KEY_3)

        desk.wait_for(lambda: "Uiterlijk: Donker" in focused(desk), what="the third chip")
        desk.press("alt+F4")
        desk.wait_for_the_end()
