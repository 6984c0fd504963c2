"""From the smallest window to the largest screen: all can be reached, nothing is cut, every line can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.folds import SMALLEST
from counsellor_desk.desk.kit.panel import Panel
from counsellor_desk.desk.model import place
from counsellor_desk.desk.pages.activities.composer import ActivityComposer
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.shell.shell import Shell
from tests.desk.looks import clipped, cut_off, too_long
from tests.desk.pages.desk_at_work import settle, stand_still

SIZES = [(640, 400), (911, 512), (960, 540), (1280, 800), (2560, 1440), (3840, 2160)]
"""In device-independent pixels: the smallest, 1366x768 at 150 %, 1920x1080 at 200 %, and screens at 100 %."""
ENGLISH = [(size, "en") for size in SIZES[:2]]

States = Iterator[tuple[str, Callable[[], object]]]


def states(shell: Shell) -> States:
    """Every page and panel, and how one comes to it."""
    yield "today", lambda: shell.navigate(place.Today())
    yield "activities", lambda: shell.navigate(place.Activities())
    yield "activity", lambda: first_button(shell.page("activities"), ActivityComposer).click()
    yield "settings", lambda: shell.navigate(place.Settings())
    yield "figures", lambda: shell.navigate(place.Figures())
    yield "cases", lambda: shell.navigate(place.Cases())
    cases = shell.page("cases")
    assert isinstance(cases, CasesPage)
    yield "case", lambda: shell.navigate(place.Cases(case=cases.desk.case))
    yield "at a glance", cases.desk.glance_wanted.emit
    yield "timeline", cases.desk.glance_wanted.emit
    yield "new case", cases.list.new_wanted.emit
    yield "closing", cases.desk.header.close_wanted.emit
    yield "destroying", cases.desk.header.destroy_wanted.emit
    yield "contact", shell.open_contact_card
    yield "banner", lambda: shell.show_banner(WORDS, "Lock", shell.lock)
    yield "panel closed", shell.close_panel


WORDS = (
    "Something went wrong here, and nobody expected it. What you saved is safe; lock the desk and open it again, and "
    "then look whether what you wrote last stands where you left it."
)


def first_button(page: QWidget, kind: type[QWidget]) -> QAbstractButton:
    return next(one for one in page.findChildren(kind) if one.isVisible()).findChildren(QAbstractButton)[0]


@pytest.mark.parametrize(("size", "language"), [*((size, "nl") for size in SIZES), *ENGLISH])
def test_all_can_be_reached_and_read_at_every_size(
    qtbot: QtBot, open_desk: Callable[[], Shell], preferences: Preferences, size: tuple[int, int], language: str
) -> None:
    preferences.language = language
    shell = open_desk()
    shell.window().setMinimumSize(*SMALLEST)
    shell.window().resize(*size)
    found = {}

    for name, go in states(shell):
        go()
        settle(qtbot, shell.window().tasks)
        stand_still(qtbot, shell)
        found[name] = [*clipped(shell), *cut_off(shell), *too_long(shell), *out_of_sight(shell)]

    assert (shell.window().width(), shell.window().height()) == size
    assert not {name: faults for name, faults in found.items() if faults}


def out_of_sight(shell: Shell) -> list[str]:
    """What must be in sight wherever one is: the lock, and of an open panel what saves and what closes it."""
    panel = shell.findChildren(Panel)[0]
    foot = panel.findChildren(QWidget, "panel-foot") if panel.isVisible() else []
    always = [*shell.rail.findChildren(QAbstractButton)[-1:], shell.top_bar.contact]
    always += [one for part in foot if part.isVisible() for one in part.findChildren(QAbstractButton)]
    always += [one for one in panel.findChildren(QAbstractButton)[:1] if panel.isVisible()]
    return [
        f"{one.accessibleName()} is not in sight"
        for one in always
        if one.isVisible() and one.visibleRegion().boundingRect() != one.rect()
    ]
