"""The attack on a release under way: row after row, beside the vault thread, so that nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from counsellor_desk.desk.model.operation import Operation
from counsellor_desk.desk.model.questions import Questions
from counsellor_desk.desk.pages.figures.attack import AttackView
from counsellor_desk.desk.pages.figures.jobs import FiguresJobs
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.release import Release
from counsellor_desk.figures.snapshot import LedgerCopy
from counsellor_desk.office import Office

if TYPE_CHECKING:
    from counsellor_desk.figures.attack import Attack, Range


class AttackRun:
    """Fills a view. Every row is a calculation of its own, which needs the vault no more."""

    def __init__(self, questions: Questions, jobs: FiguresJobs, view: AttackView) -> None:
        self._questions = questions
        self._jobs = jobs
        self._view = view
        self._step: Operation[Attack] | Operation[tuple[Range, ...]] | None = None
        view.stop_requested.connect(self.stop)

    def start(self, release: Release) -> None:
        """Attack ``release`` from its first row."""
        self.stop()
        self._view.begin(0)

        def read(office: Office) -> Callable[[], Attack]:
            return partial(self._jobs.attack, LedgerCopy(office.ledger), release)

        self._step = self._questions.ask(read, self._begin, self._on_failed)

    def stop(self) -> None:
        """Drop what is still to come, and say so."""
        if self._step is not None and self._step.is_running:
            self.close()
            self._view.stopped()

    def close(self) -> None:
        """Drop what is still to come."""
        if self._step is not None:
            self._step.cancel()

    def _begin(self, attack: Attack) -> None:
        self._view.begin(len(attack.targets))
        self._go_on(attack, 0)

    def _go_on(self, attack: Attack, at: int) -> None:
        if at == len(attack.targets):
            self._view.finish(attack.promised)
            return
        target = attack.targets[at]

        def done(ranges: tuple[Range, ...]) -> None:
            self._view.add(target, ranges)
            self._go_on(attack, at + 1)

        self._step = self._questions.work(lambda: attack.ranges(target), done, self._on_failed)

    def _on_failed(self, error: DeskError) -> None:
        self._view.stopped()
        self._questions.operations.otherwise(error)
