"""The thread a vault belongs to, and how others have something done there.

A connection is used by the thread that opened it and by no other. Who looks after the backups works on a thread of
its own, because a stick may take seconds, and hands over only the short jobs that concern the vault itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, get_ident
from typing import TypeVar

from counsellor_desk.casework.progress import Cancelled, Progress
from counsellor_desk.vault.backups.beside import LOOK_SECONDS, answer_with
from counsellor_desk.vault.session import Session

QUIET_SECONDS = 0.5  # without a wish of anybody else before long work begins

T = TypeVar("T")


class Owner:
    """Runs jobs with ``session``, each on the thread this was made on. Asked there, it runs them at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._thread = get_ident()
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._run_there: Callable[[Callable[[], None]], None] = _nobody
        self._wishes: Callable[[], int] = int
        self._left = Event()

    def reached_by(self, run_there: Callable[[Callable[[], None]], None], wishes: Callable[[], int]) -> None:
        """``run_there`` has a job run on the thread soon, ``wishes`` counts what others ever wanted of it."""
        self._run_there, self._wishes = run_there, wishes

    @property
    def is_here(self) -> bool:
        """Whether this is the thread."""
        return get_ident() == self._thread

    def ask(self, job: Callable[[Session], T]) -> T:
        """What ``job`` gives. Raises: what it raises; Cancelled when the vault was closed first."""
        if self.is_here:
            return job(self._session)
        answer = Future[T]()
        self._jobs.put(partial(answer_with, answer, partial(job, self._session)))
        self._run_there(self.serve)
        while not wait([answer], LOOK_SECONDS).done:
            if self._left.is_set():
                raise Cancelled()
        return answer.result()

    def ask_when_quiet(self, job: Callable[[Progress], None], progress: Progress) -> None:
        """Have long work done while nobody else wants anything of the vault: it is cancelled as soon as somebody
        does, and begun anew when all is quiet again. Raises: what it raises, and Cancelled when ``progress`` does."""
        if self.is_here:
            progress(0, 0)
            return job(progress)
        while True:
            wishes = self._quiet(progress)

            def alone(done: int, whole: int, wishes: int = wishes) -> None:
                if self._wishes() != wishes:
                    raise Cancelled()
                progress(done, whole)

            try:
                return self.ask(lambda _session: job(alone))
            except Cancelled:
                if self._left.is_set() or self._wishes() == wishes:
                    raise
                progress(0, 0)

    def serve(self) -> None:
        """On the thread itself: do what was asked. On others nothing."""
        while self.is_here and not self._left.is_set():
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            job()

    def leave(self) -> None:
        """Nothing is done any more: the vault closes."""
        self._left.set()

    def _quiet(self, progress: Progress) -> int:
        """How much was wanted so far, once nobody has wanted anything for a while."""
        wishes, since = self._wishes(), time.monotonic()
        while time.monotonic() - since < QUIET_SECONDS:
            progress(0, 0)
            self._left.wait(LOOK_SECONDS)
            if self._wishes() != wishes:
                wishes, since = self._wishes(), time.monotonic()
        return wishes


def _nobody(_job: Callable[[], None]) -> None:
    """Nobody runs jobs on the thread: they are done when it closes the vault, or never."""
