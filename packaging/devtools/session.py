"""A whole desktop session for the tests: an own home, X server, window manager, message bus and unlocked keyring.

Nothing of it touches the session of the person who runs the tests, and nothing of it outlives the command.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from devtools.places import ROOT, ToolError, clean_environment

TIMED_OUT = 124  # as timeout(1) says it
_INNER = Path(__file__).with_name("keyring_session.py")
# A keyboard on which é, ë and € are keys: xdotool otherwise moves its spare key about faster than Qt looks.
_KEYBOARD = ["-layout", "us", "-variant", "altgr-intl"]
_SCREEN = "1600x1000x24"


def run_in_session(command: list[str], *, seconds: float | None = None, output: IO[bytes] | None = None) -> int:
    """The exit code of ``command``, run in a session of its own; TIMED_OUT when it took longer than ``seconds``. What
    it says goes to ``output``, or is heard at once."""
    with (
        tempfile.TemporaryDirectory(prefix="desk-session-", ignore_cleanup_errors=True) as folder,
        ExitStack() as stack,
    ):
        environment = _environment(Path(folder))
        environment["DISPLAY"] = stack.enter_context(x_server(environment))
        stack.enter_context(group(["openbox"], environment))
        inside = ["dbus-run-session", "--", sys.executable, str(_INNER), *command]
        with group(inside, environment, output=output) as session:
            try:
                return session.wait(timeout=seconds)
            except subprocess.TimeoutExpired:
                return TIMED_OUT


def _environment(home: Path) -> dict[str, str]:
    """The variables of a fresh user: neutral language, own folders, and the mark that nothing may be skipped."""
    keep = {
        name: value for name, value in clean_environment().items() if not name.startswith(("XDG_", "QT_", "DBUS_"))
    }
    keep.pop("WAYLAND_DISPLAY", None)
    folders = {"HOME": "home", "XDG_RUNTIME_DIR": "run", "XDG_DATA_HOME": "home/.local/share"}
    folders |= {"XDG_CONFIG_HOME": "home/.config", "XDG_CACHE_HOME": "home/.cache", "TMPDIR": "tmp"}
    for name, folder in folders.items():
        (home / folder).mkdir(parents=True, mode=0o700, exist_ok=True)
        keep[name] = str(home / folder)
    return keep | {
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "COUNSELLOR_DESK_FULL": "1",
    }


@contextmanager
def x_server(environment: dict[str, str], screen: str = _SCREEN) -> Iterator[str]:
    """The name of a free display with nobody else on it; the server picks the number itself."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
    with group(command, environment, pass_fds=(writing,)):
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise ToolError("Xvfb did not start")
        subprocess.run(["setxkbmap", "-display", f":{number}", *_KEYBOARD], env=environment, check=True)
        yield f":{number}"


@contextmanager
def group(
    command: list[str],
    environment: dict[str, str],
    *,
    output: IO[bytes] | int | None = subprocess.DEVNULL,
    pass_fds: tuple[int, ...] = (),
) -> Iterator[subprocess.Popen[bytes]]:
    """A child in a process group of its own; at the end the whole group ends."""
    child = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=output, stderr=output, pass_fds=pass_fds, start_new_session=True
    )
    try:
        yield child
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, sign)
            child.wait(timeout=5)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


if __name__ == "__main__":  # a session as a process of its own, which ends as a whole when it is told to
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    sys.exit(run_in_session(sys.argv[1:]))
