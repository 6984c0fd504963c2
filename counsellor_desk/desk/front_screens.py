"""The screens before the desk is open: which one is shown, and where each of them leads.

What the first picture does not need is imported where it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counsellor_desk.desk.screens import Preparing, Screen
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Situation

if TYPE_CHECKING:
    from counsellor_desk.desk.preferences import Preferences
    from counsellor_desk.desk.tasks import VaultThread
    from counsellor_desk.desk.unlock import LockScreen
    from counsellor_desk.office import Door, Office

_PASSPHRASE_STATES = frozenset(("custody.wrong_passphrase", "custody.too_many_tries", "custody.passphrase_needed"))
_FOUND = {
    Situation.NEEDS_SHEET: "custody.header_missing",
    Situation.HEADER_DAMAGED: "custody.header_damaged",
    Situation.HEADER_TOO_NEW: "custody.header_too_new",
    Situation.VAULT_GONE: "vault.missing",
}


class FrontScreens(QObject):
    """Shows the screens with ``show``; ``when_painted`` keeps back what would delay the window's first picture.
    ``leave`` does what it is handed, unless a secret was met: then a new process begins. ``again``: this is one.

    Signals: opened(Office) with the open vault; language_chosen(str) at the set-up; close_requested().
    """

    opened = Signal(object)
    language_chosen = Signal(str)
    close_requested = Signal()

    def __init__(
        self,
        door: Door,
        tasks: VaultThread,
        preferences: Preferences,
        now: Callable[[], datetime],
        show: Callable[[Screen], None],
        when_painted: Callable[[Callable[[], None]], None],
        leave: Callable[[Callable[[], None]], None],
        again: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._tasks = tasks
        self._preferences = preferences
        self._now = now
        self._show = show
        self._when_painted = when_painted
        self._leave = leave
        self._again = again

    def start(self) -> None:
        """Show the screen for what lies in the folder."""
        try:
            found = self._door.situation()
        except DeskError as error:
            self.explain(error)
            return
        match found:
            case Situation.FIRST_RUN:
                self._show_set_up()
            case Situation.PRACTICE:
                self._show(Preparing())
                self._when_painted(lambda: self._open_with(lambda: self._door.unlock("")))
            case Situation.NEEDS_PASSPHRASE | Situation.KEYRING_ONLY as situation:
                self._show_lock_screen(keyring_only=situation is Situation.KEYRING_ONLY)
            case _:
                self.show_doctor(_FOUND[found])

    def _go_back(self) -> None:
        self._leave(self.start)

    def explain(self, error: DeskError) -> None:
        """Say why the vault is not open."""
        self.show_doctor(error.code, error.params)

    def show_doctor(
        self, code: str = "", params: Mapping[str, str | int] | None = None, *, first_run: bool = False
    ) -> None:
        """Say why the vault is not open; without a code, ask what is the matter."""
        from counsellor_desk.desk.doctor import DoctorScreen

        screen = DoctorScreen(code, params, first_run=first_run)
        screen.try_again_requested.connect(self._go_back)
        screen.back_requested.connect(self._go_back)
        screen.sheet_requested.connect(self._show_sheet)
        screen.close_requested.connect(self.close_requested)
        screen.anyway_requested.connect(lambda: self._open_anyway(code))
        screen.bring_back_requested.connect(self._show_bring_back)
        self._show(screen)

    def _show_lock_screen(self, *, keyring_only: bool, accepted: str = "") -> None:
        from counsellor_desk.desk.unlock import LockScreen

        screen = LockScreen(keyring_only=keyring_only)
        screen.open_requested.connect(lambda words: self._unlock(screen, words, accepted))
        screen.help_requested.connect(lambda: self.show_doctor())
        self._show(screen)

    def _unlock(self, screen: LockScreen, passphrase: str, accepted: str) -> None:
        def failed(error: DeskError) -> None:
            if error.code in _PASSPHRASE_STATES:
                screen.say(error)
            else:
                self.show_doctor(error.code, error.params)

        self._open_with(lambda: self._door.unlock(passphrase, accepted), failed)

    def _open_anyway(self, code: str) -> None:
        """The passphrase once more, for a vault that was refused by ``code``."""
        keyring_only = self._door.situation() is Situation.KEYRING_ONLY
        self._show_lock_screen(keyring_only=keyring_only, accepted=code)

    def _show_sheet(self) -> None:
        """How the vault was opened until now is how it is opened again, unless something else is chosen."""
        from counsellor_desk.desk.setup.open_by_sheet import SheetScreen

        arrival = self._door.arrival()  # knows what a group of any sheet looks like
        screen = SheetScreen(
            arrival.group_may_be if arrival is not None else None,
            passphrase_required=self._door.passphrase_required,
            without=self._is_without_passphrase(),
        )
        screen.back_requested.connect(self._go_back)
        screen.open_requested.connect(
            lambda typed, passphrase: self._open_with(
                lambda: self._door.open_with_sheet(typed, passphrase), screen.refuse
            )
        )
        self._show(screen)

    def _is_without_passphrase(self) -> bool:
        try:
            return self._door.situation() is Situation.KEYRING_ONLY
        except DeskError:
            return False

    def _show_bring_back(self) -> None:
        """Nothing is asked before it is known that a vault can be kept here."""
        if (arrival := self._door.arrival()) is None:
            return
        from counsellor_desk.desk.setup.bring_back import BringBackScreen

        screen = BringBackScreen(
            arrival,
            self._tasks,
            self._preferences.language,
            self._now,
            passphrase_required=self._door.passphrase_required,
        )
        screen.cancelled.connect(self._go_back)
        screen.finished.connect(self.opened)
        self._tasks.run_free(
            self._door.prepare_set_up,
            lambda _nothing: self._show(screen),
            lambda error: self.show_doctor(error.code, error.params, first_run=True),
        )

    def _on_bring_back(self, language: str) -> None:
        if language != self._preferences.language:
            self.language_chosen.emit(language)
        self._leave(self._show_bring_back)

    def _show_set_up(self, step: int = 0) -> None:
        from counsellor_desk.desk.setup.set_up import SetUpScreen

        again = self._again and step == 0
        screen = SetUpScreen(self._door, self._tasks, self._preferences.language, self._now, again=again)
        screen.language_chosen.connect(self._on_first_language)
        screen.finished.connect(self.opened)
        screen.bring_back_requested.connect(self._on_bring_back)
        screen.refused.connect(lambda error: self.show_doctor(error.code, error.params, first_run=True))
        if step:
            screen.show_step(step)
        self._show(screen)

    def _on_first_language(self, language: str) -> None:
        """The set-up is made anew in the language that was chosen."""
        self.language_chosen.emit(language)
        self._leave(lambda: self._show_set_up(step=1))

    def _open_with(self, job: Callable[[], Office], failed: Callable[[DeskError], None] | None = None) -> None:
        self._tasks.run_free(job, self.opened.emit, failed or self.explain)
