"""Chips: choices one can see at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.chips import ChipGroup

MODES = (("tel", "Telephone"), ("vid", "Video"), ("per", "In person"))


def chips(qtbot: QtBot, **choice: bool) -> ChipGroup:
    group = ChipGroup("Mode", MODES, **choice)
    qtbot.addWidget(group)
    group.show()
    return group


def chip(group: ChipGroup, number: int) -> QPushButton:
    return group.findChildren(QPushButton)[number]


def test_an_exclusive_group_holds_one_choice(qtbot: QtBot) -> None:
    group = chips(qtbot)

    chip(group, 0).click()
    chip(group, 2).click()
    chip(group, 2).click()

    assert group.chosen() == ("per",)


def test_an_optional_choice_can_be_taken_back(qtbot: QtBot) -> None:
    group = chips(qtbot, optional=True)

    chip(group, 1).click()
    chip(group, 1).click()

    assert group.value() is None


def test_a_number_key_chooses_a_chip(qtbot: QtBot) -> None:
    group = chips(qtbot)

    with qtbot.waitSignal(group.changed):
        QTest.keyClick(chip(group, 0), Qt.Key.Key_2)

    assert group.value() == "vid"


def test_arrow_keys_walk_and_space_chooses(qtbot: QtBot) -> None:
    group = chips(qtbot, multiple=True)
    chip(group, 0).setFocus()

    QTest.keyClick(chip(group, 0), Qt.Key.Key_Right)
    QTest.keyClick(chip(group, 1), Qt.Key.Key_Space)

    assert group.chosen() == ("vid",)


def test_a_group_is_one_stop_of_the_tab_key(qtbot: QtBot) -> None:
    group = chips(qtbot)
    group.choose("per")

    stops = [button for button in group.findChildren(QPushButton) if button.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert [stop.text() for stop in stops] == ["In person"]


def test_the_focus_goes_along_when_the_program_chooses_another(qtbot: QtBot) -> None:
    group = chips(qtbot)
    group.activateWindow()
    qtbot.waitUntil(group.isActiveWindow)
    chip(group, 0).setFocus()

    group.choose("vid")

    assert chip(group, 1).hasFocus()


def test_choosing_from_the_program_is_silent(qtbot: QtBot) -> None:
    group = chips(qtbot)

    with qtbot.assertNotEmitted(group.changed):
        group.choose("tel")


def test_a_name_that_is_too_long_gives_way_and_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    name = "Stichting Audiovisuele Producties & Facilitaire Ondersteuning Noord-Holland"
    group = ChipGroup("Organisation", (("1", "Omroep"), ("2", name)))
    qtbot.addWidget(group)
    group.resize(300, 100)
    group.show()

    assert group.minimumSizeHint().width() <= 200
    assert chip(group, 1).width() == 300
    assert [chip(group, number).toolTip() for number in range(2)] == ["1", name]
    assert chip(group, 1).accessibleName() == f"Organisation: {name}"
