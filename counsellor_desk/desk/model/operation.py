"""The one way from the window to the vault: an operation that runs, may be cancelled, and says what it changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from counsellor_desk.casework.model import CaseId
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
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


@dataclass(frozen=True, slots=True)
class Change:
    """Records that were written: of which kind, and of which case if they belong to one."""

    records: Records
    case: CaseId | None = None


class Runner(Protocol):
    """What runs jobs with the vault, one after the other, and hands each answer back later: never inside ``run``."""

    def run(self, job: Callable[[Office], T], done: Done[T] | None = None, failed: Failed | None = None) -> None: ...


class State(StrEnum):
    """How far an operation is."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Operation(Generic[T]):
    """One job under way. Its answer is told once, or never when it was cancelled."""

    def __init__(self, done: Done[T] | None, failed: Failed | None) -> None:
        self.state = State.RUNNING
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
            if self._done is not None:
                self._done(answer)

    def fail(self, error: DeskError, otherwise: Failed) -> None:
        """For the one who runs it: ``error`` is the answer. Who asked is told, or else ``otherwise``."""
        if self.is_running:
            self.state = State.FAILED
            (self._failed or otherwise)(error)


class Watch:
    """Somebody who is told of changes until ``stop``."""

    def __init__(self, records: Collection[Records], told: Callable[[Change], None]) -> None:
        self.is_over = False
        self._records = frozenset(records)
        self._told = told

    def stop(self) -> None:
        """From now on nothing is told."""
        self.is_over = True

    def tell(self, change: Change) -> None:
        """Pass ``change`` on when it is of these records."""
        if not self.is_over and change.records in self._records:
            self._told(change)


class Operations:
    """Reads and writes of the window. ``otherwise`` is told of a failure that nobody else waits for.

    A read may be cancelled and changes nothing. A write is never cancelled; when it is done, first the one who asked
    is told and then everybody who watches the records that it names.
    """

    def __init__(self, runner: Runner, otherwise: Failed) -> None:
        self._runner = runner
        self.otherwise = otherwise
        self._watches: list[Watch] = []

    def read(
        self, job: Callable[[Office], T], done: Done[T] | None = None, failed: Failed | None = None
    ) -> Operation[T]:
        """The operation, under way. Cancelled before it begins, ``job`` does not run."""
        operation = Operation(done, failed)

        answers: list[T] = []

        def unless_cancelled(office: Office) -> None:
            if operation.is_running:
                answers.append(job(office))

        def answered(_nothing: None) -> None:
            for answer in answers:
                operation.finish(answer)

        self._runner.run(unless_cancelled, answered, lambda error: operation.fail(error, self.otherwise))
        return operation

    def write(
        self,
        job: Callable[[Office], T],
        changes: Collection[Change],
        done: Done[T] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``job``, which records what it must and leaves nothing to its answer: a lock drops answers."""

        def written(answer: T) -> None:
            if done is not None:
                done(answer)
            for change in changes:
                self._tell(change)

        self._runner.run(job, written, failed or self.otherwise)

    def watch(self, records: Collection[Records], told: Callable[[Change], None]) -> Watch:
        """Tell ``told`` of every change of these records until the watch is stopped."""
        watch = Watch(records, told)
        self._watches.append(watch)
        return watch

    def _tell(self, change: Change) -> None:
        self._watches = [watch for watch in self._watches if not watch.is_over]
        for watch in self._watches:
            watch.tell(change)
