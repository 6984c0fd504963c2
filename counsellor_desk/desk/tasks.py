"""One thread on which every job with the vault runs, one after the other; answers after lock are dropped.

A job that may take long is handed a progress from ``cancellable``: when the desk locks, it stops at its next step,
and what was typed is saved right after it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event, Thread
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from counsellor_desk.casework.progress import Cancelled, Progress, no_progress
from counsellor_desk.errors import DeskError
from counsellor_desk.process import note

if TYPE_CHECKING:
    from counsellor_desk.casework.backups import Backups
    from counsellor_desk.office import Office

SAVING_SECONDS = 10.0  # for what was handed over, were there a job that stops for nothing
CLOSING_SECONDS = 10.0

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class NotOpen(DeskError):
    """The vault is locked."""

    code = "desk.not_open"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A job, and who hears what comes of it."""

    job: Callable[[], object]
    done: Done[Any] | None
    failed: Failed | None


class VaultThread(QObject):
    """Runs jobs on one worker thread and hands the answers back on Qt's thread, in order.

    An answer comes through Qt's event loop, never before the call that asked for it has returned. One for a page that
    has been destroyed meanwhile is dropped. Workers know a job by its number only, so that what it holds, such as a
    page, is let go on Qt's thread and never on theirs (``garbage``).

    Signals: failed(DeskError) when a job met a named state for which no handler is there (any more); crashed(str)
    with the type name of an exception nobody expected (never its message or locals); busy_changed(bool).
    """

    failed = Signal(object)
    crashed = Signal(str)
    busy_changed = Signal(bool)
    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._office: Office | None = None
        self._asked: dict[int, _Asked] = {}
        self._number = 0
        self._waiting = 0
        self._closed = False
        self._handed_over = False
        self._leaving = Event()
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)  # also when it is there already

    def open_with(self, office: Office) -> None:
        """From now on jobs get ``office``, and its backups are looked after beside them."""
        self._office = office
        if office.backups is not None:
            office.backups.reached_by(self._run_soon, lambda: self._number)

    @property
    def is_open(self) -> bool:
        """Whether jobs get a vault."""
        return self._office is not None

    @property
    def keeps_backups(self) -> bool:
        """Whether a vault is open of which backups are made: not in a practice."""
        return self._office is not None and self._office.backups is not None

    @property
    def busy(self) -> bool:
        """Whether a job is still under way."""
        return self._waiting > 0

    def cancellable(self, progress: Progress = no_progress) -> Progress:
        """``progress``, which also stops the job it is handed to when the desk locks."""

        def told(done: int, whole: int) -> None:
            if self._leaving.is_set():
                raise Cancelled()
            progress(done, whole)

        return told

    def run(self, job: Callable[[Office], T], done: Done[T] | None = None, failed: Failed | None = None) -> None:
        """Run ``job`` with the open vault; then ``done`` with its answer, or ``failed`` with the named state."""
        self._run_with(self._office, job, done, failed)  # as it is now: a job handed over before the lock still runs

    def hand_over(
        self, job: Callable[[Office], T], done: Done[T] | None = None, failed: Failed | None = None
    ) -> None:
        """Run the last job with the open vault, which closes it; jobs after this one find the desk locked."""
        office, self._office = self._office, None
        self._handed_over = True
        self._run_with(office, job, done, failed)

    def _run_with(
        self, office: Office | None, job: Callable[[Office], T], done: Done[T] | None, failed: Failed | None
    ) -> None:
        def with_office() -> T:
            if office is None:
                raise NotOpen
            return job(office)

        self.run_free(with_office, done, failed)

    def run_free(self, job: Callable[[], T], done: Done[T] | None = None, failed: Failed | None = None) -> None:
        """Run a job that needs no open vault, such as unlocking."""
        if not self._closed:
            self._pool.submit(self._work, self._expect(job, done, failed))

    def run_aside(self, job: Callable[[], T], done: Done[T] | None = None, failed: Failed | None = None) -> None:
        """Run a long calculation, which needs nothing of the vault, on a thread of its own: neither what is saved
        meanwhile nor a lock waits for it."""
        if not self._closed:
            number = self._expect(job, done, failed)
            Thread(target=self._work, args=(number,), name="aside", daemon=True).start()

    def run_chore(
        self, job: Callable[[Backups], T], done: Done[T] | None = None, failed: Failed | None = None
    ) -> None:
        """Run a job with the backups of the open vault, in the same way: a stick may be slow, or never answer."""
        office = self._office

        def with_backups() -> T:
            if office is None or office.backups is None:
                raise NotOpen
            return job(office.backups)

        self.run_aside(with_backups, done, failed)

    def _run_soon(self, job: Callable[[], None]) -> None:
        """On any thread: have a job of the backups run on the vault's. When it closes, it asks for these itself."""
        if not self._closed:
            self._pool.submit(job)

    def _expect(self, job: Callable[[], T], done: Done[T] | None, failed: Failed | None) -> int:
        """The number of the job, whose answer is now waited for."""
        self._number += 1
        self._asked[self._number] = _Asked(job, done, failed)
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        return self._number

    def _work(self, number: int) -> None:
        """On a worker: run the job of this number and send its answer off. An error leaves its frames behind: these
        hold what the job held."""
        try:
            answer = self._asked[number].job()
        except BaseException as error:
            self._answered.emit(number, None, error.with_traceback(None))
        else:
            self._answered.emit(number, answer, None)

    def close(self, timeout: float = SAVING_SECONDS, seconds: float = CLOSING_SECONDS) -> None:
        """Stop what is long, finish what was handed over, close the vault on its own thread and drop every answer
        still to come. Never raises; afterwards every job is dropped.

        Waits at most ``timeout`` seconds until what was handed over is done, and from then on ``seconds`` for the
        vault to close, half of which its last backup may take. A vault that is not closed by then is one whose
        process ended early: nothing that was saved is lost, and what is left undone is done after the next opening.
        """
        if self._closed:
            return
        self._closed = True
        self._leaving.set()
        office, self._office = self._office, None
        if office is not None:
            _wait(self._pool.submit(_nothing), timeout)
            _wait(self._pool.submit(office.close, seconds / 2), seconds)
        elif self._handed_over:
            _wait(self._pool.submit(_nothing), seconds)
        self._pool.shutdown(wait=False)
        self._waiting = 0

    @Slot(int, object, object)
    def _on_answered(self, number: int, answer: object, error: BaseException | None) -> None:
        asked = self._asked.pop(number)
        if self._closed:
            return
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        if isinstance(error, DeskError):
            self._tell(error, asked.failed)
        elif error is not None:
            self.crashed.emit(type(error).__name__)
        elif asked.done is not None:
            self.deliver(asked.done, answer)

    def deliver(self, handler: Callable[[T], None], answer: T) -> bool:
        """Whether ``handler`` took the answer; not when the page that asked has been destroyed meanwhile."""
        owner: object = getattr(handler, "__self__", None)
        if isinstance(handler, FunctionType):  # made in a method of the page
            held = dict(zip(handler.__code__.co_freevars, handler.__closure__ or (), strict=True))
            owner = held["self"].cell_contents if "self" in held else None
        gone = isinstance(owner, QObject) and not isValid(owner)
        if gone and not isinstance(handler, FunctionType):
            return False
        try:
            handler(answer)
        except RuntimeError:  # it met a part of the page that is no more
            if not gone:
                raise
            return False
        return True

    def _tell(self, error: DeskError, failed: Failed | None) -> None:
        """Whoever asked is told; when that page is gone, the frame: what was to be saved may not be saved."""
        if failed is None or (not self.deliver(failed, error) and not isinstance(error, Cancelled)):
            self.failed.emit(error)


def _nothing() -> None:
    """When it is done, so is all that was asked before it."""


def _wait(job: Future[None], timeout: float) -> None:
    try:
        job.result(timeout)
    except Exception as error:
        note(f"vault not closed in order: {type(error).__name__}")
