"""What the command line says, said so that it can never undo what was done.

A publication is final before a word of it is printed. So the words may be cut short, by a reader that has seen
enough or by a full disk, or be spelled with escapes where the terminal lacks a letter: the exit code stays the same.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import TextIO

from counsellor_desk.errors import DeskError

_NOBODY_READS = {errno.EPIPE, errno.EINVAL}  # Windows gives the second for a pipe whose reader has gone


class OutputLost(DeskError):
    """The work is done; what it had to say could not be written where it was sent."""

    code = "output.lost"


class Output:
    """Standard output and standard error, either of which may be missing. ``lost``: words did not arrive, and not
    because nobody reads them any more."""

    def __init__(self) -> None:
        self.lost = False
        _hold_places()
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    def __enter__(self) -> Output:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing for the end of Python to write: it would complain, with an exit code of its own."""
        self.say()
        self.complain()

    def say(self, *lines: str) -> None:
        """Write ``lines`` to standard output."""
        self.lost |= not _written(sys.stdout, lines)

    def complain(self, *lines: str) -> None:
        """Write ``lines`` to standard error; where that fails there is nobody left to tell."""
        _written(sys.stderr, lines)


def _written(stream: TextIO | None, lines: tuple[str, ...]) -> bool:
    """Whether ``lines`` were written, or nobody wants them."""
    if stream is None:
        return True
    try:
        stream.writelines(f"{line}\n" for line in lines)
        stream.flush()
    except OSError as fault:
        _send_to_nowhere(stream)
        return fault.errno in _NOBODY_READS
    return True


def _send_to_nowhere(stream: TextIO) -> None:
    """What waits in ``stream``, and all that follows, goes where it disturbs nobody."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _hold_places() -> None:
    """A file that is opened must never get the number of a closed standard stream: libraries write there."""
    for place in range(3):
        try:
            os.fstat(place)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
