"""The watch over keys and pointer: when nobody was there, and the keys that always work."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
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


class Seconds:
    """A clock that stands still until the test moves it."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    made = Seconds()
    monkeypatch.setattr(inactivity, "monotonic", made)
    return made


@pytest.fixture
def watch(qapp: QApplication, seconds: Seconds) -> Iterator[Watch]:
    """A watch of five minutes that has begun."""
    made = Watch(qapp, 300)
    made.start()
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def heard(watch: Watch) -> Heard:
    return Heard(watch)


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    """A field that has the keys."""
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


@pytest.fixture
def press(field: QLineEdit) -> Press:
    """Presses a key as the system does: the window gets it first."""

    def pressed(key: Qt.Key, *keys: Qt.KeyboardModifier, text: str = "", held: bool = False) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in keys:
            modifiers |= modifier
        QApplication.sendEvent(field.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, held))

    return pressed


def test_escape_twice_hides(press: Press, seconds: Seconds, heard: Heard) -> None:
    press(Qt.Key.Key_Escape)
    seconds.now += inactivity.TWICE_WITHIN_SECONDS - 0.01
    press(Qt.Key.Key_Escape)

    assert heard.said == ["hide"]


def test_escape_twice_at_leisure_does_not_hide(press: Press, seconds: Seconds, heard: Heard) -> None:
    press(Qt.Key.Key_Escape)
    seconds.now += inactivity.TWICE_WITHIN_SECONDS + 0.01
    press(Qt.Key.Key_Escape)

    assert heard.said == []


def test_the_second_escape_at_leisure_is_the_first_of_the_next_pair(
    press: Press, seconds: Seconds, heard: Heard
) -> None:
    for pause in (0.0, 2.0, 0.2):
        seconds.now += pause
        press(Qt.Key.Key_Escape)

    assert heard.said == ["hide"]


def test_three_escapes_hide_once(press: Press, heard: Heard) -> None:
    for _ in range(3):
        press(Qt.Key.Key_Escape)

    assert heard.said == ["hide"]


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


def test_the_key_that_locks_is_not_typed(press: Press, field: QLineEdit) -> None:
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, text="l")

    assert field.text() == ""


@pytest.mark.parametrize("held", [False, True])
def test_every_other_key_is_typed(press: Press, watch: Watch, field: QLineEdit, held: bool) -> None:
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
