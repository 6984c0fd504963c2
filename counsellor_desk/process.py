"""What the process does to itself: no core dumps, no readers, and a clean end by replacement."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Sequence

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_IMMORTAL = 1 << 40  # references; at a million lost ones a second it lasts twelve days


def note(event: str) -> None:
    """One line for whoever looks after the machine: a code, never a message, a name or a path of the person.

    There is no other log. A program without a console has no error stream; then nobody is told.
    """
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{event}\n")
            sys.stderr.flush()


def keep_singletons() -> None:
    """Make None, True and False immortal on Python 3.11, as every later Python does.

    PySide6 6.12 hands these out without counting: each signal emitted takes a reference off True, each unanswered
    ``data()`` or ``translate()`` one off None, and at zero Python 3.11 ends the process. Measured: -1.00 per
    emission; ``resources/docs/adr/0006-singletons-on-python-3-11.md``. Source of the remedy: PEP 683.
    """
    if sys.version_info >= (3, 12):
        return
    for singleton in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(singleton)).value |= _IMMORTAL


def harden() -> None:
    """Forbid core dumps and, on Linux, reading this process by others of the same user.

    It raises the cost for software of the same user; it does not stop an administrator.
    Windows error reporting is left to the installer's policy.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def replace_process(arguments: Sequence[str]) -> None:
    """End this process and start the program afresh with ``arguments``: its memory, and all text in it, is gone.

    Wiping Python's and Qt's own copies of a text cannot be done reliably; a new process has none of them. Where none
    can be started, this one ends all the same: no key is left behind an empty cover.
    """
    command = [sys.executable, "-m", "counsellor_desk", *arguments]
    if getattr(sys, "frozen", False):
        command = [sys.executable, *arguments]
    ended_with = 1
    try:
        if (
            sys.platform == "win32"
        ):  # there, exec leaves the parent waiting on nothing; a child and an end do the same
            import subprocess

            subprocess.Popen(command, close_fds=True)
            ended_with = 0
        else:
            os.execv(command[0], command)
    except OSError as error:
        note(f"no new process: {type(error).__name__}")
    finally:
        os._exit(ended_with)


def take_lock(handle: int) -> None:
    """Lock an open file until it is closed; the operating system drops the lock with the process, however it ends.

    Raises: OSError when somebody else holds it.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
