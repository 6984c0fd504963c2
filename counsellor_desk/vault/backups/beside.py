"""Long work with files, beside the thread of the vault, which can cancel it at any moment.

A stick or a network drive may take seconds for one write, and SQLCipher looks at all pages in one go. Whoever waits
for the work hears within a moment that it is to stop; the work itself ends at its next step.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from functools import partial
from threading import Event, Thread
from typing import Any, TypeVar

from counsellor_desk.casework.progress import Cancelled, Progress, no_progress

NAME = "beside the vault"
LOOK_SECONDS = 0.02  # between two looks at whether to stop
GRACE_SECONDS = 0.3  # so long it may take to clear away after a stop before nobody waits any more
_STEPS_A_LOOK = 20_000  # of SQLite's machine: some milliseconds

T = TypeVar("T")


class Beside:
    """One piece of work at a time. It may touch files and connections of its own, nothing of the open vault."""

    def __init__(self) -> None:
        self._last: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether work that was stopped has not ended yet."""
        return self._last is not None and self._last.is_alive()

    def run(self, work: Callable[[Progress], T], progress: Progress) -> T:
        """What ``work`` gives. It is handed a ``progress`` of its own that reaches ``progress``, and must call it
        between its steps, last of all before the step that makes it count.

        Raises: Cancelled as soon as ``progress`` does, and what ``work`` raises.
        """
        progress(0, 0)
        while self._last is not None and self._last.is_alive():
            self._last.join(LOOK_SECONDS)
            progress(0, 0)
        stop, answer = Event(), Future[T]()
        reached = (0, 0)

        def told(done: int, whole: int) -> None:
            nonlocal reached
            if stop.is_set():
                raise Cancelled()
            progress(done, whole)
            reached = (done, whole)

        thread = Thread(target=answer_with, args=(answer, partial(work, told)), name=NAME, daemon=True)
        thread.start()
        self._last = thread
        try:
            while not wait([answer], LOOK_SECONDS).done:
                progress(*reached)
        except BaseException:
            stop.set()
            thread.join(GRACE_SECONDS)
            progress = no_progress  # what it belongs to may go, however long the work hangs
            raise
        return answer.result()


def make_cancellable(connection: Any, progress: Progress) -> None:
    """A long statement of ``connection`` is stopped as well."""

    def look() -> bool:
        try:
            progress(0, 0)
        except Cancelled:
            return True
        return False

    connection.set_progress_handler(look, _STEPS_A_LOOK)


def answer_with(answer: Future[T], work: Callable[[], T]) -> None:
    """Let ``answer`` be what ``work`` gives or raises."""
    try:
        answer.set_result(work())
    except BaseException as trouble:
        answer.set_exception(trouble)
