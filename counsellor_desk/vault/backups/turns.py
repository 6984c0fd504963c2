"""One piece of work with the backups at a time, until the vault closes."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from threading import Event, Lock

from counsellor_desk.casework.progress import Cancelled, Progress, no_progress
from counsellor_desk.vault.backups.beside import LOOK_SECONDS


class Turns:
    """Work may come from any thread. Whoever waits does ``meanwhile`` what the piece under way may wait for."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._meanwhile = meanwhile
        self._taken = Lock()
        self._over = Event()

    @contextlib.contextmanager
    def taken(self, progress: Progress = no_progress) -> Iterator[Progress]:
        """Waits for the piece that is under way. Gives ``progress``, which also cancels when the vault closes.

        Raises: Cancelled when that happens while waiting.
        """
        progress = self.until_over(progress)
        while not self._taken.acquire(timeout=LOOK_SECONDS):
            self._meanwhile()
            progress(0, 0)
        try:
            yield progress
        finally:
            self._taken.release()

    def until_over(self, progress: Progress) -> Progress:
        """``progress``, which also cancels when the vault closes."""

        def told(done: int, whole: int) -> None:
            if self._over.is_set():
                raise Cancelled()
            progress(done, whole)

        return told

    def end(self, at: float) -> None:
        """The piece under way is to stop and no other begins. Waits for it until ``at``, by the monotonic clock."""
        self._over.set()
        while not self._taken.acquire(timeout=min(LOOK_SECONDS, max(0.0, at - time.monotonic()))):
            self._meanwhile()
            if time.monotonic() >= at:
                return
        self._taken.release()
