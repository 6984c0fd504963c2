"""Where the focus goes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.tab_order import step


class _Board(QWidget):
    """Follows the Tab key as the desk does."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)


def test_the_focus_of_a_control_that_goes_stays_in_the_neighbourhood(qtbot: QtBot) -> None:
    board = _Board()
    qtbot.addWidget(board)
    board.show()
    buttons = [QuietButton(name, parent=board) for name in ("far", "near", "gone")]
    for one in buttons:
        one.show()
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow)
    buttons[2].setFocus()

    buttons[2].hide()

    assert buttons[1].hasFocus()
