"""Questions of the figures page: what they need is read on the vault's thread, the answer is worked out beside it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from counsellor_desk.casework.safekeeping import Stopped
from counsellor_desk.desk.ports import Office
from counsellor_desk.desk.tasks import Done, VaultThread
from counsellor_desk.errors import DeskError

A = TypeVar("A")
T = TypeVar("T")
Wanted = Callable[[], bool]


class FiguresRun:
    """One answer at a time; neither what is saved meanwhile nor a lock waits for it.

    A question that is not ``wanted`` any more, or whose ``page`` is gone, is neither worked out nor answered.
    """

    def __init__(self, tasks: VaultThread, page: QObject) -> None:
        self._tasks = tasks
        self._page = page
        self._turn = Lock()

    def ask(
        self,
        take: Callable[[Office], A],
        work: Callable[[A], T],
        done: Done[T],
        failed: Callable[[DeskError], None] | None = None,
        wanted: Wanted = lambda: True,
    ) -> None:
        """``done`` with what ``work`` makes of what ``take`` has read, or ``failed`` with the named state."""
        self._tasks.run(take, lambda taken: self.work(lambda: work(taken), done, failed, wanted), failed)

    def work(
        self,
        work: Callable[[], T],
        done: Done[T],
        failed: Callable[[DeskError], None] | None = None,
        wanted: Wanted = lambda: True,
    ) -> None:
        """The same for what needs nothing of the vault."""

        def is_open() -> bool:
            return isValid(self._page) and wanted()

        def in_turn() -> T:
            with self._turn:
                if not is_open():
                    raise Stopped()
                return work()

        def answered(answer: T) -> None:
            if is_open():
                done(answer)

        def refused(error: DeskError) -> None:
            if is_open():
                (failed or self._tasks.failed.emit)(error)

        self._tasks.run_aside(in_turn, answered, refused)
