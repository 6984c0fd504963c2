"""How far work that takes long has come, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

from counsellor_desk.errors import DeskError

Progress = Callable[[int, int], None]
"""Told how many parts of how many are done, 0 of 0 while nobody knows; it stops the work by raising ``Cancelled``."""


def no_progress(_done: int, _whole: int) -> None:
    """The progress of work that nobody watches and nobody stops."""


class Cancelled(DeskError):
    """The work was stopped; nothing was changed by it."""

    code = "backup.stopped"
