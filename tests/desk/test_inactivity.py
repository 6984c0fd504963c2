"""The watch over keys and pointer: when nobody was there, and the keys that always work."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk import inactivity
from counsellor_desk.desk.inactivity import Watch

Press = Callable[..., None]


class Heard:
    """What the watch said, in order."""

    def __init__(self, watch: Watch) -> None:
        self.said: list[str] = []
        watch.timed_out.connect(lambda: self.said.append("timed out"))
        watch.lock_pressed.connect(lambda: self.said.append("lock"))
        watch.hide_pressed.connect(lambda: self.said.append("hide"))


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    """A watch of five minutes that has begun."""
    made = Watch(qapp, 300)
    made.start()
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def heard(watch: Watch) -> Heard:
    return Heard(watch)


class Field(QLineEdit):
    """A field; while ``uses_escape`` it closes something with it."""

    uses_escape = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.uses_escape and event.key() == Qt.Key.Key_Escape):
            super().keyPressEvent(event)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[Field]:
    """A field that has the keys, in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Field(window)
    window.show()
    qtbot.waitExposed(window)
    made.setFocus()
    yield made
    window.close()


@pytest.fixture
def press(field: Field) -> Press:
    """Presses a key as the system does: the window gets it first. ``at`` is when it was made, in seconds."""

    def pressed(
        key: Qt.Key,
        *keys: Qt.KeyboardModifier,
        text: str = "",
        held: bool = False,
        at: float = 0.0,
        on: QWidget | None = None,
    ) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in keys:
            modifiers |= modifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, held)
        event.setTimestamp(1_000_000 + round(1000 * at))
        QApplication.sendEvent((on or field).window().windowHandle(), event)

    return pressed


def test_escape_twice_hides(press: Press, heard: Heard) -> None:
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape, at=inactivity.TWICE_WITHIN_SECONDS)

    assert heard.said == ["hide"]


def test_escape_twice_at_leisure_does_not_hide(press: Press, heard: Heard) -> None:
    """Also when both are handled in one go, by a window that was busy: what counts is when they were made."""
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape, at=1.5)

    assert heard.said == []


def test_the_second_escape_at_leisure_is_the_first_of_the_next_pair(press: Press, heard: Heard) -> None:
    for at in (0.0, 2.0, 2.2):
        press(Qt.Key.Key_Escape, at=at)

    assert heard.said == ["hide"]


def test_three_escapes_hide_once(press: Press, heard: Heard) -> None:
    for at in (0.0, 0.1, 0.2):
        press(Qt.Key.Key_Escape, at=at)

    assert heard.said == ["hide"]


def test_an_escape_that_closed_something_does_not_count(press: Press, heard: Heard, field: Field) -> None:
    field.uses_escape = True
    press(Qt.Key.Key_Escape)
    field.uses_escape = False
    press(Qt.Key.Key_Escape, at=0.2)
    assert heard.said == []

    press(Qt.Key.Key_Escape, at=0.4)

    assert heard.said == ["hide"]


def test_an_escape_that_closed_a_dialog_does_not_count(press: Press, heard: Heard, field: Field) -> None:
    dialog = QDialog(field.window())
    dialog.open()

    press(Qt.Key.Key_Escape, on=dialog)
    press(Qt.Key.Key_Escape, at=0.2)

    assert not dialog.isVisible()
    assert heard.said == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_escape_that_closed_a_menu_does_not_count(press: Press, heard: Heard, field: Field) -> None:
    menu = QMenu(field.window())
    menu.addAction("An action")
    menu.popup(field.window().pos())

    press(Qt.Key.Key_Escape, on=menu)
    press(Qt.Key.Key_Escape, at=0.2)

    assert not menu.isVisible()
    assert heard.said == []


def test_another_key_between_two_escapes_takes_the_first_back(press: Press, heard: Heard) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Escape):
        press(key)

    assert heard.said == []


def test_a_held_escape_does_not_hide(press: Press, heard: Heard) -> None:
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape, held=True)

    assert heard.said == []


def test_ctrl_l_locks(press: Press, heard: Heard) -> None:
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert heard.said == ["lock"]


@pytest.mark.parametrize(
    "modifiers",
    [(), (Qt.KeyboardModifier.AltModifier,), (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)],
    ids=["alone", "with Alt", "with Ctrl and Alt"],
)
def test_l_does_not_lock(press: Press, heard: Heard, modifiers: tuple[Qt.KeyboardModifier, ...]) -> None:
    press(Qt.Key.Key_L, *modifiers)

    assert heard.said == []


def test_the_key_that_locks_is_not_typed(press: Press, field: Field) -> None:
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, text="l")

    assert field.text() == ""


@pytest.mark.parametrize("held", [False, True])
def test_every_other_key_is_typed(press: Press, watch: Watch, field: Field, held: bool) -> None:
    press(Qt.Key.Key_A, text="a", held=held)

    assert field.text() == "a"


def test_the_seconds_that_were_asked_for_are_waited(watch: Watch) -> None:
    timer = watch.findChild(QTimer)

    assert timer is not None
    assert timer.interval() == 300_000


def test_a_desk_that_nobody_uses_says_so_once(qtbot: QtBot, qapp: QApplication) -> None:
    watch = Watch(qapp, 0)
    heard = Heard(watch)
    with qtbot.waitSignal(watch.timed_out):
        watch.start()

    later = QTimer(watch)  # due after every second word of the watch
    later.setSingleShot(True)
    with qtbot.waitSignal(later.timeout):
        later.start(50)
    watch.stop()

    assert heard.said == ["timed out"]


def test_a_watch_that_was_stopped_hears_no_key(press: Press, watch: Watch, heard: Heard) -> None:
    watch.stop()

    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert heard.said == []


def test_a_watch_that_was_stopped_waits_for_nothing(watch: Watch) -> None:
    watch.stop()

    timer = watch.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
