"""Escape on the real pages: what it closed does not count, and nothing keeps it from hiding the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.inactivity import Watch
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.pages.search.palette import SearchPalette
from counsellor_desk.desk.shell.shell import Shell
from tests.desk.pages.desk_at_work import place_named, settle
from tests.support import type_text

PAGES = ("today", "cases", "figures", "activities", "settings", "contact")


class Escaping:
    """Presses Escape over and over, each a moment after the last one, and counts how often that would hide."""

    def __init__(self, shell: Shell, watch: Watch) -> None:
        self.hidden = 0
        self._shell = shell
        self._at = 1_000_000
        watch.hide_pressed.connect(self._on_hide)

    def press(self) -> None:
        self._at += 100
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(self._at)
        QApplication.sendEvent(self._shell.window().windowHandle(), event)

    def _on_hide(self) -> None:
        self.hidden += 1


@pytest.fixture
def shell(qtbot: QtBot, open_desk: Callable[[], Shell]) -> Shell:
    made = open_desk()
    made.window().activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def escaping(qapp: QApplication, shell: Shell) -> Iterator[Escaping]:
    """A watch beside the window's own, which is stopped."""
    for own in qapp.findChildren(Watch):
        own.stop()
    watch = Watch(qapp, 300)
    watch.start()
    yield Escaping(shell, watch)
    watch.stop()
    watch.deleteLater()


def visit(qtbot: QtBot, shell: Shell, page: str) -> None:
    if page == "contact":
        shell.open_contact_card()
    else:
        shell.navigate(place_named(page))
    settle(qtbot, shell.window().tasks)


def suggestions(shell: Shell) -> list[QListView]:
    return [one for one in shell.findChildren(QListView) if one.property("popup") and one.isVisible()]


def test_closing_the_suggestions_and_then_the_card_does_not_hide(
    qtbot: QtBot, shell: Shell, escaping: Escaping
) -> None:
    visit(qtbot, shell, "contact")
    picker = next(one for one in shell.findChildren(CodePicker) if one.isVisible())
    field = picker.findChildren(QLineEdit)[0]
    field.setFocus()
    type_text(field, "e")
    assert suggestions(shell)

    escaping.press()
    assert not suggestions(shell)
    escaping.press()
    assert not picker.isVisible()

    assert escaping.hidden == 0


def test_closing_what_was_found_does_not_count(qtbot: QtBot, shell: Shell, escaping: Escaping) -> None:
    visit(qtbot, shell, "today")
    palette = SearchPalette(shell.context, shell.top_bar.search)
    shell.top_bar.search.setFocus()
    type_text(shell.top_bar.search, "draai")
    qtbot.waitUntil(palette.isVisible)

    escaping.press()
    assert shell.top_bar.search.text() == ""
    escaping.press()
    assert escaping.hidden == 0

    escaping.press()
    assert escaping.hidden == 1


@pytest.mark.parametrize("page", PAGES)
def test_wherever_the_focus_is_escape_hides_at_last(
    qtbot: QtBot, shell: Shell, escaping: Escaping, page: str
) -> None:
    visit(qtbot, shell, page)
    stops = [
        one
        for one in shell.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    deaf = []
    for stop in stops:
        if not stop.isVisible():
            continue  # closed by an Escape before
        stop.setFocus()
        before = escaping.hidden
        for _ in range(4):  # something may be open, and something around it
            escaping.press()
        if escaping.hidden == before:
            deaf.append(f"{type(stop).__name__} {stop.accessibleName()!r}")
        if page == "contact":
            shell.open_contact_card()

    assert len(stops) > 5
    assert deaf == []
