"""Changing key and passphrase: their screens stand over the open desk, which waits behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from counsellor_desk.desk.screens import Screen
    from counsellor_desk.desk.tasks import VaultThread
    from counsellor_desk.office import Door, SetUp


@dataclass(frozen=True, slots=True)
class Keys:
    """What the settings page may start. ``say`` tells on the desk what was done; ``give_key`` closes the desk, gives
    the vault its new key and locks; ``lock`` locks."""

    stack: QStackedWidget
    door: Door
    tasks: VaultThread
    now: Callable[[], datetime]
    say: Callable[[str], None]
    give_key: Callable[[SetUp, str | None, tuple[str, ...]], None]
    lock: Callable[[], None]

    def change_passphrase(self) -> None:
        """Ask for another passphrase."""
        from counsellor_desk.desk.setup.key_change import PassphraseScreen

        screen = PassphraseScreen(self.door, self.tasks)
        back = self._show(screen)
        screen.cancelled.connect(back)
        screen.changed.connect(back)
        screen.changed.connect(
            lambda: self.say(QCoreApplication.translate("Keys", "The new passphrase is in force."))
        )

    def change_key(self) -> None:
        """Ask for another key."""
        from counsellor_desk.desk.setup.key_change import KeyScreen

        screen = KeyScreen(self.door, self.tasks, self.now)
        back = self._show(screen)
        screen.cancelled.connect(lambda: self.lock() if screen.has_shown_sheet else back())
        screen.confirmed.connect(self.give_key)

    def _show(self, screen: Screen) -> Callable[[], None]:
        """Bring ``screen`` before the desk; what is given back takes it away again."""
        desk = self.stack.currentWidget() or screen
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

        def back() -> None:
            self.stack.setCurrentWidget(desk)
            self.stack.removeWidget(screen)
            screen.deleteLater()

        return back
