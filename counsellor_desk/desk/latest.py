"""Of all that was asked, the last counts: what comes back for anything before it is dropped."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")


class Latest:
    """Numbers what is asked. ``begin`` a new question, then wrap what hears its answer in ``only``."""

    def __init__(self) -> None:
        self._number = 0

    def begin(self) -> None:
        """Nothing that was asked before is waited for any more."""
        self._number += 1

    def still(self) -> Callable[[], bool]:
        """Tells, whenever it is called, whether nothing else was begun since now."""
        number = self._number
        return lambda: self._number == number

    def only(self, handler: Callable[[T], None]) -> Callable[[T], None]:
        """``handler``, which hears nothing once something else was begun."""
        still = self.still()

        @wraps(handler)
        def heard(answer: T) -> None:
            if still():
                handler(answer)

        return heard
