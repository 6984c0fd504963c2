"""Locking: cover at once, hand over what was typed, close the vault, replace the process. Never asks, never fails."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from counsellor_desk.desk.clipboard.guard import ClipboardGuard
from counsellor_desk.desk.tasks import CLOSING_SECONDS, VaultThread
from counsellor_desk.process import note

LOCKING_SECONDS = 0.6  # for the vault to close: all together a lock is to take one second at most


class Lock(QObject):
    """Does the four steps in order; a step that fails does not keep the next one from happening.

    ``replace_process(hidden)`` starts the program anew in the place of this process, so that neither key nor text
    stays in memory; ``hidden`` says that it begins with the page of public information.
    Signals: locked() after the vault is closed and before the process is replaced.
    """

    locked = Signal()

    def __init__(
        self,
        window: QWidget,
        cover: Callable[[bool], None],
        flush: Callable[[], None],
        tasks: VaultThread,
        replace_process: Callable[[bool], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._cover = cover
        self._flush = flush
        self._tasks = tasks
        self._replace_process = replace_process
        self._clipboard = ClipboardGuard(self)
        self._under_way = False

    def lock(self, *, hidden: bool = False) -> None:
        """Lock now. A second call while the first is under way does nothing."""
        if not self._under_way:
            self.wind_up(hidden=hidden, seconds=LOCKING_SECONDS)
            self._replace_process(hidden)

    def wind_up(self, *, hidden: bool = False, seconds: float = CLOSING_SECONDS) -> None:
        """Everything but the last step: for closing the window. The vault has ``seconds`` to close."""
        if self._under_way:
            return
        self._under_way = True
        for step in (
            lambda: self._cover_or_hide(hidden),
            self.close_everything_else,
            self._clipboard.clear,
            self._flush,
            lambda: self._tasks.close(seconds=seconds),
        ):
            _whatever_happens(step)
        self.locked.emit()

    def _cover_or_hide(self, hidden: bool) -> None:
        try:
            self._cover(hidden)
        except Exception:
            self._window.hide()
            raise

    def close_everything_else(self) -> None:
        """Menus, lists, dialogs and previews: every window but the covered one."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if widget is self._window or not widget.isVisible():
                continue
            if isinstance(widget, QDialog):
                widget.reject()
            widget.hide()


def _whatever_happens(step: Callable[[], object]) -> None:
    try:
        step()
    except Exception as error:
        note(f"lock: {type(error).__name__}")
