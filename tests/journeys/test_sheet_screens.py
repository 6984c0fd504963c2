"""The recovery sheet in the real window: printed on paper only, locked when left alone, gone from memory after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.harness import Program, started

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring, pytest.mark.timeout(300)]

NEW = "een rustige lange zin"


def to_the_sheet(desk: Program) -> None:
    """From the very first screen to the one that shows the sheet."""
    desk.wait_until_it_shows("Welkom")
    desk.focus()
    desk.tab_to("Verder")
    desk.press("Return")
    desk.wait_until_it_shows("Kies een wachtzin")
    desk.type(NEW)
    desk.press("Tab")
    desk.type(NEW)
    desk.press("Return")
    desk.wait_until_it_shows("Uw herstelblad")


def test_without_a_printer_nothing_is_printed_into_a_file(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with started("--language", "nl", home=home) as desk:
        to_the_sheet(desk)
        desk.tab_to("Druk af")
        desk.press("Return", apart=500)
        desk.press("Return", apart=500)  # what a dialog would be answered with

        desk.wait_until_it_shows("Schrijf de groepen met de hand over")
        assert len(desk.windows()) == 1

    assert [path.name for path in home.rglob("*") if path.suffix in (".pdf", ".ps")] == []
