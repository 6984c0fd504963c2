"""The one thing that is open: what was asked for last is what is shown, whatever answers come in what order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from counsellor_desk.desk.model.operation import Operation, Operations
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.office import Office

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing is open."""


@dataclass(frozen=True, slots=True)
class Loading(Generic[K]):
    """``key`` was asked for. Nothing of what stood there before may be seen, focused or acted upon."""

    key: K


@dataclass(frozen=True, slots=True)
class Ready(Generic[K, T]):
    """``key`` is open and reads ``value``."""

    key: K
    value: T


@dataclass(frozen=True, slots=True)
class Unavailable(Generic[K]):
    """``key`` was asked for and could not be read; ``error`` says why."""

    key: K
    error: DeskError


State = Nothing | Loading[K] | Ready[K, T] | Unavailable[K]


class Subject(Generic[K, T]):
    """What is open, of one kind.

    ``read(office, key)`` reads it on the vault's thread; ``told`` hears of each state. What is in sight and cannot be
    read again just now stays, and whoever stands behind ``operations`` is told; unless ``is_gone(error)``.
    """

    def __init__(
        self,
        operations: Operations,
        read: Callable[[Office, K], T],
        told: Callable[[State[K, T]], None],
        is_gone: Callable[[DeskError], bool] = lambda _error: False,
    ) -> None:
        self._operations = operations
        self._read = read
        self._told = told
        self._is_gone = is_gone
        self._reading: Operation[T] | None = None
        self.state: State[K, T] = Nothing()

    @property
    def key(self) -> K | None:
        """What was asked for last."""
        return None if isinstance(self.state, Nothing) else self.state.key

    @property
    def value(self) -> T | None:
        """What is open; None while it loads."""
        return self.state.value if isinstance(self.state, Ready) else None

    def open(self, key: K) -> None:
        """Ask for ``key``. If it is open already it stays in sight while it is read again."""
        self._stop()
        if not self._shows(key):
            self._become(Loading(key))
        self._ask(key)

    def read_again(self) -> None:
        """Something about it was written: what is shown stays until the newer answer is here. One that could not be
        read is asked for anew."""
        if self.key is not None:
            self.open(self.key)

    def close(self) -> None:
        """Nothing is open any more."""
        self._stop()
        self._become(Nothing())

    def _shows(self, key: K) -> bool:
        return isinstance(self.state, Ready) and self.state.key == key

    def _ask(self, key: K) -> None:
        read = self._read
        self._reading = self._operations.read(
            lambda office: read(office, key),
            lambda value: self._become(Ready(key, value)),
            lambda error: self._on_refused(key, error),
        )

    def _on_refused(self, key: K, error: DeskError) -> None:
        if self._shows(key) and not self._is_gone(error):
            self._operations.otherwise(error)
        else:
            self._become(Unavailable(key, error))

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    def _become(self, state: State[K, T]) -> None:
        self.state = state
        self._operations.tell_done(self._told, state)
