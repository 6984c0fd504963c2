"""The recovery sheet in the real window: printed on paper only, locked when left alone, gone from memory after."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from counsellor_desk.custody import sheet
from tests.journeys.furnished import furnish
from tests.journeys.harness import PROGRAM, Program, started
from tests.journeys.test_memory_after_lock import copies

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring, pytest.mark.timeout(300)]
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to read a process that forbids it")

NEW = "een rustige lange zin"
GROUP = re.compile(r"\d+: (\w \w \w \w \w)")
IMPATIENT = """
import sys
from counsellor_desk.cli import main
from counsellor_desk.desk import window
from counsellor_desk.desk.inactivity import Watch
vars(window)["Watch"] = lambda app, _seconds: Watch(app, 10)
sys.exit(main(sys.argv[1:]))
"""
"""The program, which takes ten idle seconds for a desk that was left alone."""


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


def traces(groups: Sequence[str]) -> list[bytes]:
    """How a sheet and its key may stand in memory."""
    key = sheet.decode(groups)
    words = [*groups, key.hex(), NEW]
    return [key, *(word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le"))]


@needs_root
def test_a_sheet_that_is_left_alone_is_gone_from_screen_and_memory(tmp_path: Path) -> None:
    with started("--language", "nl", home=tmp_path / "home", command=(sys.executable, "-c", IMPATIENT)) as desk:
        to_the_sheet(desk)
        shown = [GROUP.fullmatch(seen.name) for seen in desk.screen()]
        groups = [found[1].replace(" ", "") for found in shown if found is not None]
        before = copies(desk, tmp_path, traces(groups))

        desk.wait_until_it_shows("Het instellen is niet afgemaakt")
        after = copies(desk, tmp_path, traces(groups))

        assert desk.was_replaced()

    assert len(groups) == 13
    assert sum(before) > 13
    assert sum(after) == 0


def left_alone(desk: Program) -> None:
    """Nothing is done."""


def gone_back(desk: Program) -> None:
    desk.tab_to("Terug")
    desk.press("Return")


@needs_root
@pytest.mark.parametrize("leave", [left_alone, gone_back])
def test_a_sheet_that_was_typed_is_gone_from_memory(tmp_path: Path, leave: Callable[[Program], None]) -> None:
    furnished = furnish(tmp_path / "home", ["een gesprek over de sfeer"])
    groups = sheet.encode(furnished.key)
    furnished.vault.with_name("desk.json").unlink()
    command = (sys.executable, "-c", IMPATIENT) if leave is left_alone else PROGRAM
    with started("--language", "nl", home=furnished.home, command=command) as desk:
        desk.wait_until_it_shows("Open met het herstelblad")
        desk.focus()
        desk.tab_to("Open met het herstelblad")
        desk.press("Return")
        desk.wait_until_it_shows("Typ de groepen")
        desk.type("".join(groups).lower())
        desk.wait_until_it_shows("Alle groepen kloppen")
        typed = [group.lower() for group in groups]
        before = copies(desk, tmp_path, traces(groups)[1:] + [word.encode("utf-16-le") for word in typed])

        leave(desk)
        desk.wait_for(desk.was_replaced, 30, "the lock")
        desk.wait_until_it_shows("Open met het herstelblad")
        after = copies(desk, tmp_path, [*traces(groups), *(word.encode("utf-16-le") for word in typed)])

    assert sum(before) > 0
    assert sum(after) == 0
