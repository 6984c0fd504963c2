"""The attack on a release under way: row after row, beside the vault thread, so that nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from counsellor_desk.desk.pages.figures_attack import AttackView
from counsellor_desk.desk.pages.figures_jobs import FiguresJobs
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.figures.release import Release
from counsellor_desk.figures.snapshot import LedgerCopy

if TYPE_CHECKING:
    from counsellor_desk.figures.attack import Attack, Range

T = TypeVar("T")


class AttackRun:
    """Fills a view. Every row is a calculation of its own, which needs the vault no more."""

    def __init__(self, tasks: VaultThread, jobs: FiguresJobs, view: AttackView) -> None:
        self._tasks = tasks
        self._jobs = jobs
        self._view = view
        self._turn = 0
        self._running = False
        view.stop_requested.connect(self.stop)

    def start(self, release: Release) -> None:
        """Attack ``release`` from its first row."""
        self.stop()
        self._running = True
        self._view.begin(0)

        def attack(ledger: LedgerCopy) -> None:
            self._tasks.run_aside(lambda: self._jobs.attack(ledger, release), self._of_this_turn(self._begin))

        self._tasks.run(self._jobs.ledger, self._of_this_turn(attack))

    def stop(self) -> None:
        """Drop what is still to come."""
        self._turn += 1
        if self._running:
            self._running = False
            self._view.stopped()

    def _begin(self, attack: Attack) -> None:
        self._view.begin(len(attack.targets))
        self._go_on(attack, 0)

    def _go_on(self, attack: Attack, at: int) -> None:
        if at == len(attack.targets):
            self._running = False
            self._view.finish(attack.promised)
            return
        target = attack.targets[at]

        def done(ranges: tuple[Range, ...]) -> None:
            self._view.add(target, ranges)
            self._go_on(attack, at + 1)

        self._tasks.run_aside(lambda: attack.ranges(target), self._of_this_turn(done))

    def _of_this_turn(self, done: Callable[[T], None]) -> Callable[[T], None]:
        turn = self._turn
        return lambda answer: done(answer) if turn == self._turn else None
