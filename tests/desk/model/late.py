"""A vault whose jobs run, and whose answers come, when a test says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from counsellor_desk.errors import DeskError

T = TypeVar("T")
_Job = Callable[[], Callable[[], None]]


class Full(DeskError):
    """No room."""

    code = "vault.full"


class SlowVault:
    """Keeps to the contract of the vault's thread: jobs run in order, and no answer
    comes before ``run`` has returned."""

    def __init__(self) -> None:
        self.is_full = False
        self.everybody_is_gone = False  # the pages that asked
        self._jobs: list[_Job] = []
        self._beside: list[_Job] = []
        self._answers: list[Callable[[], None]] = []

    # what a window sees

    def run(
        self,
        job: Callable[[object], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        self._jobs.append(_ending(lambda: job(self), done, failed))

    def run_aside(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        self._beside.append(_ending(job, done, failed))

    def run_chore(
        self,
        job: Callable[[object], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        self._beside.append(_ending(lambda: job(self), done, failed))

    def deliver(self, handler: Callable[[T], None], answer: T) -> bool:
        if not self.everybody_is_gone:
            handler(answer)
        return not self.everybody_is_gone

    # what a job may do

    def _have_room(self) -> None:
        if self.is_full:
            raise Full

    # what a test decides

    @property
    def is_at_work(self) -> bool:
        """Whether something was asked that is not answered yet."""
        return bool(self._jobs or self._beside or self._answers)

    @property
    def jobs(self) -> int:
        return len(self._jobs)

    @property
    def jobs_beside(self) -> int:
        return len(self._beside)

    @property
    def answers(self) -> int:
        return len(self._answers)

    def work(self) -> None:
        """The next job runs; its answer is under way."""
        self._answers.append(self._jobs.pop(0)())

    def work_beside(self, number: int = 0) -> None:
        """One of the jobs beside the vault runs; its answer is under way."""
        self._answers.append(self._beside.pop(number)())

    def answer(self, number: int = 0) -> None:
        """One of the answers under way arrives."""
        self._answers.pop(number)()

    def settle(self) -> None:
        """Everything asked for is done and answered."""
        while self.is_at_work:
            while self._jobs:
                self.work()
            while self._beside:
                self.work_beside()
            while self._answers:
                self.answer()

    def lock(self) -> None:
        """What was handed over to the vault is done; no answer arrives."""
        while self._jobs:
            self.work()
        self._beside.clear()
        self._answers.clear()

    def kill(self) -> None:
        """Nothing more is done, no answer arrives; what the vault has, it has."""
        self._jobs.clear()
        self._beside.clear()
        self._answers.clear()


def _ending(
    job: Callable[[], T], done: Callable[[T], None] | None, failed: Callable[[DeskError], None] | None
) -> _Job:
    def work() -> Callable[[], None]:
        try:
            answer = job()
        except DeskError as error:
            refusal = error
            return lambda: failed(refusal) if failed else None
        return lambda: done(answer) if done else None

    return work
