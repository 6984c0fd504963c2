"""The window on the screens of small laptops, at the sizes their systems show things."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from devtools.session import group, x_server

from tests.journeys.harness import started

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring]

PICTURES = Path(os.environ.get("COUNSELLOR_DESK_PICTURES", os.environ.get("TMPDIR", ".")))
FRAME = (2, 22)  # what openbox draws around a window, in pixels
SCREENS = [(1366, 768, 1.0), (1366, 768, 1.5), (1920, 1080, 1.5), (1920, 1080, 1.75)]


@pytest.fixture(params=SCREENS, ids=["-".join(map(str, one)) for one in SCREENS])
def screen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int]]:
    """A screen of its own with a window manager; its width and height in pixels."""
    width, height, scale = request.param
    environment = dict(os.environ)
    with x_server(environment, f"{width}x{height}x24") as display:
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.setenv("QT_SCALE_FACTOR", str(scale))
        with group(["openbox"], environment | {"DISPLAY": display}):
            yield width, height


def test_the_window_is_never_larger_than_the_screen(screen: tuple[int, int], tmp_path: Path) -> None:
    for _ in range(2):  # the second time as it was remembered
        with started("--language", "nl", "--practice", home=tmp_path / "home") as desk:
            desk.wait_until_it_shows("Vandaag")
            desk.focus()
            for key in ("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+1", "ctrl+n"):
                desk.press(key)
            desk.wait_until_it_shows("Wat is er gezegd of afgesproken?")
            width, height = desk.size()
            desk.picture(PICTURES / f"journey-screen-{screen[0]}-{os.environ['QT_SCALE_FACTOR']}.png")
            desk.press("alt+F4")
            desk.wait_for_the_end()

        assert width + FRAME[0] <= screen[0]
        assert height + FRAME[1] <= screen[1]
