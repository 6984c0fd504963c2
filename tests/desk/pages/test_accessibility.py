"""Everything has a name, can be reached by keyboard, and fits: in each language, stretched, and in a small window."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from counsellor_desk.bundle import resource
from counsellor_desk.desk.i18n import Catalogue, read_catalogue
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.window import DeskWindow
from tests.desk.looks import clipped, nameless
from tests.desk.pages.desk_at_work import place_named, settle, stand_still

PAGES = ("today", "cases", "figures", "activities", "settings")
LONGER_BY = 1.4


def clipped_at_rest(qtbot: QtBot, root: QWidget) -> list[str]:
    """What is clipped and stays so: what is laid out anew is given the time for it, however busy the machine is."""
    with contextlib.suppress(QtTimeoutError):
        qtbot.waitUntil(lambda: not clipped(root))
    return clipped(root)


@pytest.fixture
def stretched(qapp: QApplication) -> Iterator[None]:
    """A language whose every sentence is 40 per cent longer than the Dutch one."""
    dutch = read_catalogue(resource("i18n", "desk_nl.ts"))
    longer = {
        key: tuple(form + " " + "wij" * max(1, round(len(form) * (LONGER_BY - 1) / 3)) for form in forms)
        for key, forms in dutch.items()
    }
    catalogue = Catalogue(longer)
    qapp.installTranslator(catalogue)
    yield
    qapp.removeTranslator(catalogue)


def visit(qtbot: QtBot, shell: Shell, page: str) -> None:
    """Bring a page to the front and wait until it stands still."""
    if page == "contact":
        shell.open_contact_card()
    else:
        shell.navigate(place_named(page))
    settle(qtbot, shell.window().tasks)
    stand_still(qtbot, shell)


class Flashes(QObject):
    """Remembers every window that appears beside the desk, be it for a moment: each takes the keys away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, DeskWindow):
            self.seen.append(type(watched).__name__)
        return False


def test_no_other_window_appears_while_one_goes_through_the_pages(
    qtbot: QtBot, qapp: QApplication, open_desk: Callable[[], Shell]
) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    shell = open_desk()

    for page in (*PAGES, "contact"):
        visit(qtbot, shell, page)
    qapp.removeEventFilter(flashes)

    assert flashes.seen == []


def test_every_control_of_every_page_has_a_name(qtbot: QtBot, open_desk: Callable[[], Shell]) -> None:
    shell = open_desk()
    found = {}

    for page in (*PAGES, "contact"):
        visit(qtbot, shell, page)
        found[page] = nameless(shell)

    assert not {page: names for page, names in found.items() if names}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_clipped_in_a_small_window(
    qtbot: QtBot, open_desk: Callable[[], Shell], preferences: Preferences, language: str
) -> None:
    preferences.language = language
    shell = open_desk()
    found = {}

    for page in (*PAGES, "contact"):
        visit(qtbot, shell, page)
        found[page] = clipped_at_rest(qtbot, shell)

    assert not {page: words for page, words in found.items() if words}


def test_nothing_is_clipped_when_every_sentence_is_longer(
    qtbot: QtBot, open_desk: Callable[[], Shell], stretched: None
) -> None:
    shell = open_desk()
    found = {}

    for page in (*PAGES, "contact"):
        visit(qtbot, shell, page)
        found[page] = clipped_at_rest(qtbot, shell)

    assert not {page: words for page, words in found.items() if words}


def test_the_tab_key_reaches_every_page_and_comes_round(qtbot: QtBot, open_desk: Callable[[], Shell]) -> None:
    shell = open_desk()
    shell.window().activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    for page in PAGES:
        visit(qtbot, shell, page)
        shell.top_bar.search.setFocus()
        seen: list[QWidget] = []

        for _ in range(200):
            QTest.keyClick(shell.window().windowHandle(), Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is None or here is shell.top_bar.search:
                break
            seen.append(here)

        assert shell.top_bar.search.hasFocus(), f"{page}: the Tab key does not come round"
        assert any(shell.page(page).isAncestorOf(widget) for widget in seen), f"{page}: Tab does not reach it"
