"""A vault thread whose answers wait until a test lets them go, in whatever order it likes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.tasks import VaultThread


class HeldAnswers(VaultThread):
    """Jobs run as ever, one after the other. While it ``holds``, their answers wait in ``held``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.holds = False
        self.held: list[Callable[[], None]] = []

    def wait_for_all(self, qtbot: QtBot) -> None:
        """Every job has run, and its answer waits or was given."""
        qtbot.waitUntil(lambda: self._waiting == len(self.held), timeout=30_000)

    def let_go(self, *places: int) -> None:
        """Give the answers at these places among those that wait now, in this order; 0 is the oldest."""
        waiting = list(self.held)
        for place in places:
            self.held.remove(waiting[place])
            waiting[place]()

    def let_all_go(self, qtbot: QtBot) -> None:
        """Give the answers that wait, and from now on each as it comes."""
        self.holds = False
        while self.held:
            self.let_go(0)
        self.wait_for_all(qtbot)

    @Slot(int, object, object)
    def _on_answered(self, number: int, answer: object, error: BaseException | None) -> None:
        hand_back = partial(super()._on_answered, number, answer, error)
        if self.holds:
            self.held.append(hand_back)
        else:
            hand_back()
