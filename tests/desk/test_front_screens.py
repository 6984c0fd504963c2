"""Every screen before and over the open desk: it fits in the smallest window, is named, and Tab goes round."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk import desk
from counsellor_desk.bundle import resource
from counsellor_desk.desk.cover import HiddenPage
from counsellor_desk.desk.doctor import DoctorScreen
from counsellor_desk.desk.folds import SMALLEST
from counsellor_desk.desk.i18n import Languages
from counsellor_desk.desk.message_table import FIRST_RUN
from counsellor_desk.desk.screens import Preparing, Screen
from counsellor_desk.desk.setup.bring_back import BringBackScreen
from counsellor_desk.desk.setup.flow import StepScreen
from counsellor_desk.desk.setup.key_change import KeyScreen, PassphraseScreen
from counsellor_desk.desk.setup.open_by_sheet import SheetScreen
from counsellor_desk.desk.setup.set_up import SetUpScreen
from counsellor_desk.desk.setup.sheet import SheetGrid
from counsellor_desk.desk.setup.steps import SheetStep, TypeBackStep
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.theme import Theme
from counsellor_desk.desk.unlock import LockScreen
from tests.campaigns._key_states import OPENS, STATES
from tests.desk.fakes import FakeDoor, Refused
from tests.desk.looks import clipped, nameless
from tests.desk.pages.desk_at_work import stand_still
from tests.support import type_text

PARAMS: dict[str, str | int] = {"seconds": 60, "service": "Nextcloud", "kind": "cifs"}
NOW = datetime(2026, 11, 23, 9)

Make = Callable[[FakeDoor, VaultThread], QWidget]


def _locked(_door: FakeDoor, _tasks: VaultThread) -> QWidget:
    screen = LockScreen()
    screen.say(Refused("custody.too_many_tries", seconds=60))
    return screen


def _step(number: int, kind: type[StepScreen]) -> Make:
    def make(door: FakeDoor, tasks: VaultThread) -> QWidget:
        screen: StepScreen
        if kind is PassphraseScreen:
            screen = PassphraseScreen(door, tasks)
        elif kind is BringBackScreen:
            screen = BringBackScreen(door.arrival(), tasks, "nl", lambda: NOW, passphrase_required=False)
        elif kind is KeyScreen:
            screen = KeyScreen(door, tasks, lambda: NOW)
        elif kind is SheetScreen:
            screen = SheetScreen(door.arrival().group_may_be, passphrase_required=False, without=False)
        else:
            screen = SetUpScreen(door, tasks, "nl", lambda: NOW)
        screen.show_step(number)  # made when it is first shown
        set_up = door.begin_set_up()
        for sheet in screen.findChildren(SheetStep):
            sheet.show_sheet(set_up, date(2026, 11, 23))
        for back in screen.findChildren(TypeBackStep):
            back.expect_sheet(set_up, door)
        screen.show_step(number)
        screen.say("Dit is niet de wachtzin van deze kluis. Let op hoofdletters en spaties, en probeer het opnieuw.")
        return screen

    return make


def _doctor(code: str, *, first_run: bool = False) -> Make:
    return lambda _door, _tasks: DoctorScreen(code, PARAMS, first_run=first_run)


CODES = sorted({state.existing for state in STATES} - {OPENS})
SCREENS: dict[str, Make] = {
    "locked": _locked,
    "locked, keyring only": lambda _door, _tasks: LockScreen(keyring_only=True),
    "cannot open": _doctor(""),
    **{f"recovery sheet {number + 1}": _step(number, SheetScreen) for number in range(2)},
    **{f"set-up {number + 1}": _step(number, SetUpScreen) for number in range(4)},
    **{f"bring back {number + 1}": _step(number, BringBackScreen) for number in range(4)},
    **{f"passphrase {number + 1}": _step(number, PassphraseScreen) for number in range(2)},
    **{f"key {number + 1}": _step(number, KeyScreen) for number in range(3)},
    **{code: _doctor(code) for code in CODES},
    **{f"{code}, first run": _doctor(code, first_run=True) for code in sorted(FIRST_RUN)},
}


@pytest.fixture(params=["nl", "en"])
def spoken(qapp: QApplication, theme: Theme, request: pytest.FixtureRequest) -> Iterator[None]:
    """The application in its dress, in each language."""
    languages = Languages(qapp, resource("i18n"))
    languages.install(request.param)
    yield
    languages.install("en")


@pytest.fixture(params=sorted(SCREENS))
def screen(request: pytest.FixtureRequest, qtbot: QtBot, spoken: None, door: FakeDoor, tasks: VaultThread) -> QWidget:
    """One screen in the smallest window, in front."""
    made = SCREENS[request.param](door, tasks)
    qtbot.addWidget(made)
    made.resize(*SMALLEST)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    stand_still(qtbot, made)
    return made


def test_nothing_is_clipped_and_everything_has_a_name(screen: QWidget) -> None:
    assert clipped(screen) == []
    assert nameless(screen) == []


def test_the_hands_begin_where_something_can_be_done(screen: QWidget) -> None:
    here = QApplication.focusWidget()

    assert isinstance(here, QLineEdit | QAbstractButton)
    assert here.isEnabled()


def test_tab_reaches_everything_that_can_be_pressed(screen: QWidget) -> None:
    seen = set()
    for _ in range(40):
        seen.add(QApplication.focusWidget())
        QTest.keyClick(screen.windowHandle(), Qt.Key.Key_Tab)

    buttons = {
        one
        for one in screen.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and one.property("kind") != "chip"
    }
    assert {one.text() for one in buttons - seen} == set()


def test_what_shows_a_sheet_or_takes_words_says_that_it_has_a_secret(screen: QWidget) -> None:
    assert isinstance(screen, Screen)
    shows = any(grid.isVisible() for grid in screen.findChildren(SheetGrid))
    fields = [field for field in screen.findChildren(QLineEdit) if field.isVisible() and field.isEnabled()]
    for field in fields:
        type_text(field, "a")

    assert screen.has_secret or not (shows or fields)


def test_every_step_of_every_screen_is_looked_at(door: FakeDoor, tasks: VaultThread) -> None:
    for module in pkgutil.walk_packages(desk.__path__, "counsellor_desk.desk."):
        importlib.import_module(module.name)
    looked_at = Counter(
        type(made) for made in (make(door, tasks) for make in SCREENS.values()) if isinstance(made, StepScreen)
    )
    kinds = {type(make(door, tasks)) for make in SCREENS.values()}
    bases = {kind for kind in _kinds(Screen) if kind.__subclasses__()}

    assert set(_kinds(Screen)) - kinds - bases == {Preparing}, "nothing can be done there"
    for make in SCREENS.values():
        made = make(door, tasks)
        assert not isinstance(made, StepScreen) or made._bar.maximum() == looked_at[type(made)]


def _kinds(base: type[Screen]) -> Iterator[type[Screen]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_that_hides_the_desk_fits(qtbot: QtBot, qapp: QApplication, theme: Theme, language: str) -> None:
    languages = Languages(qapp, resource("i18n"))
    languages.install(language)
    page = HiddenPage()
    languages.install("en")
    qtbot.addWidget(page)
    page.resize(*SMALLEST)
    page.show()
    stand_still(qtbot, page)

    assert clipped(page) == []
