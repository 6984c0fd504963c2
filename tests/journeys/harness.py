"""Drives the real program as a person would: a process of its own, a window on the X server, keys, a picture.

Only for tests marked ``x11``; the display, the window manager and the keyring are those of the test session.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from tests.journeys.screen_reader import Seen, read_screen

T = TypeVar("T")

_BUNDLED = os.environ.get("COUNSELLOR_DESK_PROGRAM")  # set by dev.py bundle
PROGRAM = (_BUNDLED,) if _BUNDLED else (sys.executable, "-m", "counsellor_desk")

_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["picture"])
assert app.primaryScreen().grabWindow(0).save(sys.argv[1]), "no picture"
"""


class Program:
    """A running program. Windows are found by the process, never by their title: titles are neutral."""

    def __init__(self, process: subprocess.Popen[bytes], environment: Mapping[str, str], errors: Path) -> None:
        self._process = process
        self._environment = dict(environment)
        self._errors = errors

    @property
    def pid(self) -> int:
        """The process id; it stays when the program replaces itself."""
        return self._process.pid

    def errors(self) -> str:
        """What the program has written to its standard error so far."""
        return self._errors.read_text("utf-8", "replace")

    def is_running(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def window(self, timeout: float = 20) -> str:
        """The X id of the visible window, once it is there; the newest if there are several."""
        return self.wait_for(self.windows, timeout, "a window")[-1]

    def wait_for(self, look: Callable[[], T], timeout: float = 20, what: str = "what was awaited") -> T:
        """The first true answer of ``look``; fails with the program's own errors when there is none in time."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            if found := look():
                return found
            assert self.is_running(), f"the program ended with {self._process.returncode}:\n{self.errors()}"
            time.sleep(0.05)
        raise AssertionError(f"{what} did not come within {timeout} s:\n{self.errors()}")

    def screen(self) -> tuple[Seen, ...]:
        """All that is shown, as a screen reader meets it."""
        return read_screen(self.pid)

    def shows(self, words: str) -> bool:
        """Whether ``words`` stand in the name or text of something shown."""
        return any(words in seen.name or words in seen.text for seen in self.screen())

    def wait_until_it_shows(self, words: str, timeout: float = 20) -> None:
        """Returns once ``words`` are shown."""
        self.wait_for(lambda: self.shows(words), timeout, repr(words))

    def focus(self) -> None:
        """Brings the window to the front, so that keys reach it."""
        self._xdotool("windowactivate", "--sync", self.window())

    def was_replaced(self) -> bool:
        """Whether the process is the one that a lock has put in the place of another."""
        words = Path(f"/proc/{self.pid}/cmdline").read_bytes().split(b"\0")
        return bool({b"--locked", b"--hidden"}.intersection(words))

    def size(self) -> tuple[int, int]:
        """Width and height of the window in pixels, without the frame around it."""
        told = self._xdotool("getwindowgeometry", "--shell", self.window())
        found = dict(line.split("=") for line in told.split())
        return int(found["WIDTH"]), int(found["HEIGHT"])

    def minimise(self) -> None:
        """Puts the window away, as its own button does."""
        self._xdotool("windowminimize", "--sync", self.window())

    def is_in_front(self) -> bool:
        """Whether keys reach a window of this program."""
        front = self._xdotool("getactivewindow", "getwindowpid", check=False).strip()
        return front == str(self.pid)

    def press(self, *keys: str, apart: int = 30) -> None:
        """Presses keys in X's names, ``apart`` milliseconds from each other: ``press("ctrl+n", "Tab", "Return")``."""
        self._xdotool("key", "--clearmodifiers", "--delay", str(apart), *keys)

    def type(self, text: str) -> None:
        """Types ``text`` into whatever has the focus; ASCII, the letters of Dutch, and €."""
        self._xdotool("type", "--clearmodifiers", "--delay", "15", "--", text)

    def tab_to(self, name: str) -> None:
        """Tab until the focus is on the control whose name begins with ``name``."""
        for _ in range(60):
            if any(seen.focused and seen.name.startswith(name) for seen in self.screen()):
                return
            self.press("Tab")
        raise AssertionError(f"Tab never came to {name!r}")

    def picture(self, path: Path) -> Path:
        """A PNG of the whole screen, as the person sees it."""
        subprocess.run([sys.executable, "-c", _PICTURE, str(path)], env=self._environment, check=True, timeout=30)
        return path

    def wait(self, timeout: float = 60) -> int:
        """The exit code of a program that ends by itself."""
        return self._process.wait(timeout)

    def wait_for_the_end(self) -> None:
        """Returns once the program has ended by itself, as it should."""
        code = self._process.wait(20)
        assert code == 0, f"the program ended with {code}:\n{self.errors()}"

    def kill(self) -> None:
        """Ends it between two instructions."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        """The exit code; a program that does not end when asked is killed."""
        if self.is_running():
            self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def windows(self) -> list[str]:
        """The X ids of all visible windows, the newest last."""
        return self._xdotool(
            "search", "--all", "--onlyvisible", "--pid", str(self.pid), "--name", ".*", check=False
        ).split()

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self._environment, check=check, capture_output=True, text=True, timeout=30
        )
        return done.stdout


def places_of(home: Path) -> dict[str, str]:
    """The variables by which a program finds its folders in ``home``."""
    folders = {"XDG_DATA_HOME": ".local/share", "XDG_STATE_HOME": ".local/state"}
    folders |= {"XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".cache"}
    return {"HOME": str(home), **{name: str(home / folder) for name, folder in folders.items()}}


@contextmanager
def started(*arguments: str, home: Path, command: Sequence[str] = PROGRAM) -> Iterator[Program]:
    """The program with ``arguments`` in ``home``, stopped at the end whatever happens.

    The home is kept by the caller, so that a second start finds what the first one left.
    """
    environment = {**os.environ, **places_of(home), "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    home.mkdir(parents=True, exist_ok=True)
    errors = home.with_name(f"{home.name}.stderr")
    with errors.open("wb") as sink:
        process = subprocess.Popen([*command, *arguments], cwd=home, env=environment, stdout=sink, stderr=sink)
    program = Program(process, environment, errors)
    try:
        yield program
    finally:
        program.stop()
