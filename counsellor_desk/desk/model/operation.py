"""The one way from the window to the vault: an operation that runs, may be cancelled, and says what it changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from counsellor_desk.casework.progress import Cancelled, Progress
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.casework.backups import Backups
    from counsellor_desk.office import Office

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class Records(StrEnum):
    """The kinds of records that pages show."""

    CASES = "cases"
    TIMELINE = "timeline"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    ACTIVITIES = "activities"
    RELEASES = "releases"
    SETTINGS = "settings"
    BACKUPS = "backups"


class Runner(Protocol):
    """What runs jobs with the vault, one after the other, and hands each answer back later: never inside ``run``."""

    @property
    def keeps_backups(self) -> bool:
        """Whether a vault is open of which backups are made: not in a practice."""
        ...

    def cancellable(self, progress: Progress) -> Progress:
        """``progress``, which also stops the job it is handed to when the desk locks."""
        ...

    def run(self, job: Callable[[Office], T], done: Done[T] | None = None, failed: Failed | None = None) -> None: ...

    def run_chore(
        self, job: Callable[[Backups], T], done: Done[T] | None = None, failed: Failed | None = None
    ) -> None:
        """The same with the backups of the vault, beside all other jobs."""
        ...

    def run_aside(self, job: Callable[[], T], done: Done[T] | None = None, failed: Failed | None = None) -> None:
        """The same for a long calculation that needs nothing of the vault."""
        ...

    def deliver(self, handler: Callable[[T], None], answer: T) -> bool:
        """Hand ``answer`` to ``handler``. Whether it took it: not when the page it belongs to is gone."""
        ...


class State(StrEnum):
    """How far an operation is."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Operation(Generic[T]):
    """One job under way. Its answer is told once, or never when it was cancelled."""

    def __init__(self, operations: Operations, done: Done[T] | None, failed: Failed | None) -> None:
        self.state = State.RUNNING
        self._operations = operations
        self._done = done
        self._failed = failed

    @property
    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self.state is State.RUNNING

    def cancel(self) -> None:
        """Nobody waits for it any more. A job that did not begin does not run; one that runs is not disturbed."""
        if self.is_running:
            self.state = State.CANCELLED

    def finish(self, answer: T) -> None:
        """For the one who runs it: ``answer`` is here."""
        if self.is_running:
            self.state = State.DONE
            self._operations.tell_done(self._done, answer)

    def fail(self, error: DeskError) -> None:
        """For the one who runs it: ``error`` is the answer. Who asked is told, or else the desk."""
        if self.is_running:
            self.state = State.FAILED
            self._operations.tell_failed(self._failed, error)


class Watch:
    """Somebody who is told of changes until ``stop``."""

    def __init__(self, records: Collection[Records], told: Callable[[frozenset[Records]], None]) -> None:
        self.is_over = False
        self.records = frozenset(records)
        self.told = told

    def stop(self) -> None:
        """From now on nothing is told."""
        self.is_over = True


class Operations:
    """Reads and writes of the window. ``otherwise`` is told of a failure that nobody else waits for.

    A read may be cancelled and changes nothing. A write is never cancelled; when it is done, first the one who asked
    is told and then everybody who watches records that it wrote to, once.
    """

    def __init__(self, runner: Runner, otherwise: Failed) -> None:
        self._runner = runner
        self.otherwise = otherwise
        self._watches: list[Watch] = []

    def read(
        self, job: Callable[[Office], T], done: Done[T] | None = None, failed: Failed | None = None
    ) -> Operation[T]:
        """The operation, under way. Cancelled before it begins, ``job`` does not run."""
        operation = Operation(self, done, failed)
        answers: list[T] = []

        def unless_cancelled(office: Office) -> None:
            if operation.is_running:
                answers.append(job(office))

        def answered(_nothing: None) -> None:
            for answer in answers:
                operation.finish(answer)

        self._runner.run(unless_cancelled, answered, operation.fail)
        return operation

    def write(
        self,
        job: Callable[[Office], T],
        changes: Collection[Records],
        done: Done[T] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``job``, which records what it must and leaves nothing to its answer: a lock drops answers.

        ``changes`` are the kinds of records it writes to; empty for what no page shows, such as a draft.
        """

        self._runner.run(job, self._written(changes, done), lambda error: self.tell_failed(failed, error))

    def chore(
        self,
        job: Callable[[Backups], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        changes: Collection[Records] = (),
    ) -> None:
        """Have something done with the backups, which may take long and holds up nothing else. As ``write``."""
        self._runner.run_chore(job, self._written(changes, done), lambda error: self.tell_failed(failed, error))

    def aside(self, job: Callable[[], T], done: Done[T], failed: Failed) -> None:
        """Have something worked out that takes long and needs nothing of the vault."""
        self._runner.run_aside(job, done, failed)

    @property
    def keeps_backups(self) -> bool:
        """Whether there are backups to have something done with: not in a practice."""
        return self._runner.keeps_backups

    def cancellable(self, progress: Progress) -> Progress:
        """``progress`` for a job that takes long: when the desk locks it stops at its next step."""
        return self._runner.cancellable(progress)

    def watch(self, records: Collection[Records], told: Callable[[frozenset[Records]], None]) -> Watch:
        """Tell ``told`` of every change of these records until the watch is stopped or its page is gone."""
        watch = Watch(records, told)
        self._watches.append(watch)
        return watch

    def _written(self, changes: Collection[Records], done: Done[T] | None) -> Done[T]:
        def written(answer: T) -> None:
            self.tell_done(done, answer)
            self._tell_changes(frozenset(changes))

        return written

    def tell_done(self, done: Done[T] | None, answer: T) -> None:
        """For operations: whoever asked hears the answer, if it is still there."""
        if done is not None:
            self._runner.deliver(done, answer)

    def tell_failed(self, failed: Failed | None, error: DeskError) -> None:
        """For operations: whoever asked hears of it; when that page is gone, the desk: what was to be saved may not
        be saved."""
        if failed is None or (not self._runner.deliver(failed, error) and not isinstance(error, Cancelled)):
            self.otherwise(error)

    def _tell_changes(self, changes: frozenset[Records]) -> None:
        for watch in tuple(self._watches):
            concerned = changes & watch.records
            if concerned and not watch.is_over and not self._runner.deliver(watch.told, concerned):
                watch.stop()
        self._watches = [watch for watch in self._watches if not watch.is_over]


class LatestRead(Generic[T]):
    """A read of which only the one asked last counts: asking again cancels what was asked before."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self._asked: Operation[T] | None = None

    def ask(self, job: Callable[[Office], T], done: Done[T], failed: Failed | None = None) -> None:
        """Read this, and nothing that was asked before."""
        self.cancel()
        self._asked = self._operations.read(job, done, failed)

    def cancel(self) -> None:
        """Nothing is waited for any more."""
        if self._asked is not None:
            self._asked.cancel()
