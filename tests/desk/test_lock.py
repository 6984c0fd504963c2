"""Locking never asks and never fails; hiding is quick."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event
from time import monotonic

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.cover import Cover, HiddenPage
from counsellor_desk.desk.inactivity import Watch
from counsellor_desk.desk.session.watch import SessionWatch
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.unlock import LockScreen
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Office, Situation
from tests.desk.fakes import GROUPS, PASSPHRASE, BlankPage, FakeDoor, FakeOffice
from tests.support import escape_twice

MakeWindow = Callable[..., DeskWindow]


@pytest.fixture
def window(qtbot: QtBot, make_window: MakeWindow) -> DeskWindow:
    """An open desk with a word on its page that was not handed over yet."""
    made = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: made.shell is not None)
    page = shell_of(made).page("today")
    assert isinstance(page, BlankPage)
    page.field.setText("half a sentence")
    return made


def shell_of(window: DeskWindow) -> Shell:
    assert window.shell is not None
    return window.shell


@pytest.fixture
def crashes(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of all errors that nothing caught."""
    seen: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: seen.append(kind.__name__))
    return seen


def press_lock(window: DeskWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_l_covers_saves_closes_and_replaces_in_this_order(
    window: DeskWindow, office: FakeOffice, door: FakeDoor
) -> None:
    press_lock(window)

    assert isinstance(window.front, Cover)
    assert office.log == ["saved half a sentence", "closed"]
    assert door.replaced == [False]


def test_escape_twice_hides_behind_public_words_and_locks(
    window: DeskWindow, office: FakeOffice, door: FakeDoor
) -> None:
    escape_twice(window)

    assert isinstance(window.front, HiddenPage)
    assert office.log == ["saved half a sentence", "closed"]
    assert door.replaced == [True]


def test_escape_once_does_not_hide(window: DeskWindow, door: FakeDoor) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)

    assert door.replaced == []


def test_the_hidden_page_is_painted_before_anything_else_happens(window: DeskWindow, office: FakeOffice) -> None:
    window.cover(hidden=True)

    assert isinstance(window.front, HiddenPage)
    assert office.log == []


def test_a_hidden_desk_says_nothing_of_itself(qtbot: QtBot, window: DeskWindow) -> None:
    QToolTip.showText(window.pos(), "26-001", window)

    window.lock.lock(hidden=True)

    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and not widget.grab().isNull()]
    assert shown == [window]
    assert (window.windowTitle(), window.toolTip(), window.windowFilePath()) == ("Desk", "", "")


def test_a_page_that_fails_to_save_does_not_keep_the_desk_open(
    window: DeskWindow, office: FakeOffice, door: FakeDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_page: BlankPage) -> None:
        raise RuntimeError("a sentence from a note")

    monkeypatch.setattr(BlankPage, "flush", fail)

    press_lock(window)

    assert office.log == ["closed"]
    assert door.replaced == [False]


def test_nothing_of_the_open_desk_can_be_seen_on_the_cover(window: DeskWindow) -> None:
    press_lock(window)

    picture = window.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}

    assert len(colours) == 1


@pytest.mark.parametrize("leave", [press_lock, DeskWindow.close], ids=["locking", "closing"])
def test_what_was_copied_is_gone_after(
    window: DeskWindow, monkeypatch: pytest.MonkeyPatch, leave: Callable[[DeskWindow], None]
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    QGuiApplication.clipboard().setText("half a sentence")

    leave(window)

    assert QGuiApplication.clipboard().text() == ""


def dialogs() -> list[Callable[[QWidget], QWidget]]:
    def file_dialog(parent: QWidget) -> QWidget:
        dialog = QFileDialog(parent)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        return dialog

    return [QDialog, QMessageBox, QInputDialog, file_dialog]


@pytest.mark.parametrize("make", dialogs(), ids=["dialog", "message", "input", "file"])
def test_locking_works_while_a_dialog_waits_for_an_answer(
    qtbot: QtBot, window: DeskWindow, door: FakeDoor, make: Callable[[QWidget], QWidget]
) -> None:
    dialog = make(window)
    assert isinstance(dialog, QDialog)
    QTimer.singleShot(50, window, lambda: window.lock.lock())

    dialog.exec()

    assert door.replaced == [False]
    assert not dialog.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_locking_works_while_a_menu_is_open(qtbot: QtBot, window: DeskWindow, door: FakeDoor) -> None:
    menu = QMenu(window)
    menu.addAction("An action")
    menu.popup(window.pos())

    press_lock(window)

    assert door.replaced == [False]
    assert QApplication.activePopupWidget() is None


def test_ctrl_l_works_while_a_dialog_has_the_keys(qtbot: QtBot, window: DeskWindow, door: FakeDoor) -> None:
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)

    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert door.replaced == [False]


def test_the_desk_locks_when_the_person_left(window: DeskWindow, session: SessionWatch, door: FakeDoor) -> None:
    session.left.emit()

    assert door.replaced == [False]


def test_a_vault_that_is_being_opened_is_not_opened_for_nobody(
    qtbot: QtBot, make_window: MakeWindow, session: SessionWatch, door: FakeDoor
) -> None:
    made = make_window(Situation.NEEDS_PASSPHRASE)
    qtbot.waitSignal(made.first_painted).wait()
    screen = made.front
    assert isinstance(screen, LockScreen)
    found = Event()

    def search_long() -> Office:
        found.wait(10)
        return door.office

    door.opener = search_long
    screen.open_requested.emit(PASSPHRASE)

    session.left.emit()
    found.set()

    assert door.replaced == [False]
    assert made.shell is None


def test_a_key_that_is_being_changed_does_not_keep_the_desk_from_locking(
    window: DeskWindow, session: SessionWatch, door: FakeDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = Event()
    monkeypatch.setattr(door, "change_key", lambda *_anything: given.wait(60))
    window._give_key(door.begin_key_change(None), None, GROUPS)

    session.left.emit()
    given.set()

    assert door.replaced == [False]


def test_a_locked_desk_stays_as_it_is_when_the_person_left(
    qtbot: QtBot, make_window: MakeWindow, session: SessionWatch, door: FakeDoor
) -> None:
    qtbot.waitSignal(make_window(Situation.NEEDS_PASSPHRASE).first_painted).wait()

    session.left.emit()

    assert door.replaced == []


def test_a_window_that_began_hidden_is_hidden_again(
    qtbot: QtBot, make_window: MakeWindow, door: FakeDoor, crashes: list[str]
) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE, hidden=True)
    escape_twice(window)
    screen = window.front
    assert isinstance(screen, LockScreen)
    screen.open_requested.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: window.shell is not None)
    qtbot.wait(20)  # for what is made ready once the desk stands

    escape_twice(window)

    assert crashes == []
    assert isinstance(window.front, HiddenPage)
    assert door.replaced == [True]


def test_where_no_cover_can_be_shown_the_window_goes_at_once(
    window: DeskWindow, office: FakeOffice, door: FakeDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def fail(_self: DeskWindow, _page: object) -> None:
        raise RuntimeError("Internal C++ object already deleted")

    monkeypatch.setattr(QStackedWidget, "setCurrentWidget", fail)
    monkeypatch.setattr(VaultThread, "close", lambda *_args, **_kwargs: seen.append(window.isVisible()))

    window.lock.lock(hidden=True)

    assert seen == [False], "it went before the vault was closed"
    assert door.replaced == [True]


def test_locking_twice_locks_once(window: DeskWindow, office: FakeOffice, door: FakeDoor) -> None:
    window.lock.lock()
    window.lock.lock()

    assert office.log.count("closed") == 1
    assert door.replaced == [False]


def test_closing_the_window_saves_and_closes_the_vault(window: DeskWindow, office: FakeOffice) -> None:
    window.close()

    assert office.log == ["saved half a sentence", "closed"]


@pytest.fixture
def watch(qapp: QApplication) -> Watch:
    """A watch that takes a second for idleness."""
    return Watch(qapp, 1)


def test_the_desk_locks_when_nobody_was_there(qtbot: QtBot, watch: Watch) -> None:
    with qtbot.waitSignal(watch.timed_out, timeout=2500):
        watch.start()
    watch.stop()


def test_a_key_begins_the_waiting_anew(qtbot: QtBot, watch: Watch) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    watch.start()
    begun = monotonic()
    QTimer.singleShot(600, field, lambda: QTest.keyClick(field, Qt.Key.Key_A))

    with qtbot.waitSignal(watch.timed_out, timeout=4000):
        pass
    watch.stop()

    assert monotonic() - begun > 1.4


def test_a_held_key_is_no_double_press(qtbot: QtBot, watch: Watch) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    watch.start()

    with qtbot.assertNotEmitted(watch.hide_pressed):
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_Escape)
    watch.stop()
