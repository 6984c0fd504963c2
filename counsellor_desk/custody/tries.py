"""The pause after wrong passphrases: 1, 2, 4 ... 60 seconds, kept over restarts.

It slows somebody who sits at the desk and guesses. Somebody who can write the user's files can remove it, and then
needs the keyring as well; the seal's own cost is what slows them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counsellor_desk.custody.errors import TooManyTries
from counsellor_desk.custody.files import read_object, read_text, remove, write_text

LONGEST = 60.0


@dataclass(frozen=True, slots=True)
class _State:
    count: int
    at: float  # seconds of the passed-in clock at the last try


class Tries:
    """Wrong passphrases in a row, in one small file."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self._path = path
        self._clock = clock

    def begin(self) -> None:
        """Count a try before it is made, so that ending the program does not undo it.

        Raises: TooManyTries while the pause lasts, FolderFailed.
        """
        now, state = self._clock(), self._read()
        if state.at > now:  # the clock was set back: the pause starts anew and stays as long as it was
            state = _State(state.count, now)
            self._write(state)
        left = state.at + _pause(state.count) - now
        if left > 0:
            raise TooManyTries(seconds=math.ceil(left))
        self._write(_State(state.count + 1, now))

    def forget(self) -> None:
        """The passphrase was right: the next mistake is a first one again.

        Raises: FolderFailed.
        """
        remove(self._path)

    def _read(self) -> _State:
        """What is kept; a file that is absent or unreadable counts as no tries, so that it locks nobody out."""
        try:
            fields = read_object(read_text(self._path) or "")
        except ValueError:
            fields = {}
        count, at = fields.get("count"), fields.get("at")
        if isinstance(count, int) and isinstance(at, float) and count > 0 and math.isfinite(at):
            return _State(count, at)
        return _State(0, -math.inf)

    def _write(self, state: _State) -> None:
        write_text(self._path, json.dumps({"count": state.count, "at": state.at}))


def _pause(count: int) -> float:
    return min(LONGEST, 2.0 ** min(count - 1, 10))
