"""A digit is meant by what a key writes, or by where it is: on some keyboards the digits are shifted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.digits import digit_of
from counsellor_desk.desk.model import place
from counsellor_desk.desk.window import DeskWindow

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
AZERTY = "&é\"'("
CZECH = "+ěščř"
CODES = {"linux": 10, "win32": 2}


def pressed(sign: str, place: int, held: Qt.KeyboardModifier = PLAIN, system: str = "linux") -> QKeyEvent:
    """The key that writes ``sign``, at ``place`` in the row of digits."""
    key = ord(sign.upper())
    return QKeyEvent(QEvent.Type.KeyPress, key, held, CODES[system] + place - 1, 0, 0, sign)


@pytest.mark.parametrize("system", ["linux", "win32"])
@pytest.mark.parametrize("signs", [AZERTY, CZECH, "12345"])
def test_the_first_five_keys_of_the_row_are_digits_on_every_layout(signs: str, system: str) -> None:
    keys = [pressed(sign, place, system=system) for place, sign in enumerate(signs, start=1)]

    assert [digit_of(key, system=system) for key in keys] == [1, 2, 3, 4, 5]


def test_a_mac_names_its_keys_otherwise() -> None:
    codes = (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19)
    keys = [QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Ampersand, PLAIN, 1, code, 0, "&") for code in codes]

    assert [digit_of(key, system="darwin") for key in keys] == list(range(1, 10))


@pytest.mark.parametrize(
    ("sign", "place", "held", "digit"),
    [
        ("1", 1, SHIFT, 1),  # French: a shifted digit
        ("7", 1, SHIFT, 7),  # a layout whose digits are in another order
        ("!", 1, SHIFT, None),  # English: the sign that is shifted
        ("&", 1, Qt.KeyboardModifier.AltModifier, None),
        ("a", 15, PLAIN, None),
        ("à", 10, PLAIN, None),  # nought
    ],
)
def test_what_a_key_writes_comes_before_where_it_is(
    sign: str, place: int, held: Qt.KeyboardModifier, digit: int | None
) -> None:
    assert digit_of(pressed(sign, place, held), system="linux") == digit


def test_ctrl_is_asked_for_or_is_in_the_way() -> None:
    alone, held = pressed("&", 1), pressed("&", 1, CONTROL)

    assert (digit_of(alone), digit_of(held)) == (1, None)
    assert (digit_of(alone, with_control=True), digit_of(held, with_control=True)) == (None, 1)


def test_a_chip_is_chosen_on_a_french_keyboard(qtbot: QtBot) -> None:
    group = ChipGroup("Mode", (("tel", "Telephone"), ("vid", "Video"), ("per", "In person")))
    qtbot.addWidget(group)
    group.show()

    QApplication.sendEvent(group.findChildren(QPushButton)[0], pressed("é", 2))

    assert group.value() == "vid"


@pytest.mark.parametrize("sign", ["2", "é", "ě"])
def test_ctrl_and_a_digit_goes_to_its_page_on_every_layout(
    qtbot: QtBot, make_window: Callable[..., DeskWindow], sign: str
) -> None:
    window = make_window()
    qtbot.waitUntil(lambda: window.shell is not None)
    shell = window.shell
    assert shell is not None
    shell.navigate(place.Today())

    QApplication.sendEvent(shell.focusWidget() or shell, pressed(sign, 2, CONTROL))

    assert shell.page("cases").isVisibleTo(shell)
