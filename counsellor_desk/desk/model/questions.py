"""Answers that take long: what they need is read on the vault's thread, they are worked out beside it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.model.operation import Done, Failed, Operation, Operations

if TYPE_CHECKING:
    from counsellor_desk.office import Office

T = TypeVar("T")
Question = Callable[["Office"], Callable[[], T]]
"""On the vault's thread reads what it needs; what it gives back works out the answer and needs the vault no more."""


class Questions:
    """Works out one answer at a time; neither what is saved meanwhile nor a lock waits for it.

    A question that was cancelled is not read, not worked out and not answered, as far as it has not come yet.
    """

    def __init__(self, operations: Operations) -> None:
        self.operations = operations
        self._turn = Lock()

    def ask(self, question: Question[T], done: Done[T], failed: Failed | None = None) -> Operation[T]:
        """The operation, under way: ``done`` with the answer, or ``failed`` with the named state."""
        operation = Operation(self.operations, done, failed)

        def read(office: Office) -> Callable[[], T] | None:
            return question(office) if operation.is_running else None

        def worked_out(work: Callable[[], T] | None) -> None:
            if work is not None and operation.is_running:
                self._work(operation, work)

        self.operations.read(read, worked_out, operation.fail)
        return operation

    def work(self, work: Callable[[], T], done: Done[T], failed: Failed | None = None) -> Operation[T]:
        """The same for what needs nothing of the vault."""
        operation = Operation(self.operations, done, failed)
        self._work(operation, work)
        return operation

    def _work(self, operation: Operation[T], work: Callable[[], T]) -> None:
        def in_turn() -> T:
            with self._turn:
                if not operation.is_running:
                    raise Cancelled()
                return work()

        self.operations.aside(in_turn, operation.finish, operation.fail)
