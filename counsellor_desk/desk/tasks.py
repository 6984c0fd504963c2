"""One thread on which every job with the vault runs, one after the other; answers after lock are dropped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from counsellor_desk.errors import DeskError
from counsellor_desk.process import note

if TYPE_CHECKING:
    from counsellor_desk.desk.ports import Office

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class NotOpen(DeskError):
    """The vault is locked."""

    code = "desk.not_open"


class VaultThread(QObject):
    """Runs jobs on one worker thread and hands the answers back on Qt's thread, in order.

    Signals: failed(DeskError) when a job without its own handler met a named state; crashed(str) with the type
    name of an exception nobody expected (never its message or locals); busy_changed(bool).
    """

    failed = Signal(object)
    crashed = Signal(str)
    busy_changed = Signal(bool)
    _answered = Signal(int, object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._office: Office | None = None
        self._epoch = 0
        self._waiting = 0
        self._closed = False
        self._answered.connect(self._on_answered)

    def open_with(self, office: Office) -> None:
        """From now on jobs get ``office``."""
        self._office = office

    @property
    def busy(self) -> bool:
        """Whether a job is still under way."""
        return self._waiting > 0

    def run(self, job: Callable[[Office], T], done: Done[T] | None = None, failed: Failed | None = None) -> None:
        """Run ``job`` with the open vault; then ``done`` with its answer, or ``failed`` with the named state."""
        self._run_with(self._office, job, done, failed)  # as it is now: a job handed over before the lock still runs

    def hand_over(
        self, job: Callable[[Office], T], done: Done[T] | None = None, failed: Failed | None = None
    ) -> None:
        """Run the last job with the open vault, which closes it; jobs after this one find the desk locked."""
        office, self._office = self._office, None  # before the job: its answer may be here at once
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
        if self._closed:
            return
        epoch = self._epoch
        future = self._pool.submit(job)
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        future.add_done_callback(lambda answer: self._answered.emit(epoch, answer, done, failed))

    def close(self, timeout: float | None = None) -> None:
        """Finish the jobs under way, close the vault on its own thread and drop every answer still to come.
        Waits at most ``timeout`` seconds; never raises. Afterwards every job is dropped."""
        if self._closed:
            return
        self._closed = True
        self._epoch += 1
        office, self._office = self._office, None
        closing = self._pool.submit(office.close) if office is not None else None
        self._pool.shutdown(wait=False)
        if closing is not None:
            _wait(closing, timeout)
        self._waiting = 0

    @Slot(int, object, object, object)
    def _on_answered(
        self, epoch: int, answer: Future[object], done: Done[object] | None, failed: Failed | None
    ) -> None:
        if epoch != self._epoch:
            return
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        if _is_gone(done):
            return
        error = answer.exception()
        if isinstance(error, DeskError):
            (failed or self.failed.emit)(error)
        elif error is not None:
            self.crashed.emit(type(error).__name__)
        elif done is not None:
            done(answer.result())


def _is_gone(done: object) -> bool:
    """Whether the page that asked has been destroyed meanwhile; its method would meet parts that are no more."""
    owner = getattr(done, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def _wait(closing: Future[None], timeout: float | None) -> None:
    try:
        closing.result(timeout)
    except Exception as error:
        note(f"vault not closed in order: {type(error).__name__}")
