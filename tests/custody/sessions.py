"""Sessions of their own with a real keyring, and what the steps of a module gave in them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
UNLOCKED = 'printf %s "$PW" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'
BUS_ONLY = ("dbus-run-session", "--")  # the keyring is started by the first question, locked


def steps_in(
    home: Path, *steps: str, module: str = "tests.custody.probe", command: tuple[str, ...] = (), **variables: str
) -> list[str]:
    """What the steps gave in a session of their own, started by ``command``; without one there is no bus at all."""
    session = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")  # no way to a screen unless given one
    environment = {name: value for name, value in os.environ.items() if name not in session}
    for name, folder in {"HOME": "", "XDG_DATA_HOME": "share", "XDG_RUNTIME_DIR": "run"}.items():
        (home / folder).mkdir(mode=0o700, exist_ok=True)
        environment[name] = str(home / folder)
    done = subprocess.run(
        [*command, sys.executable, "-m", module, *steps],
        cwd=ROOT,
        env=environment | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # bus and keyring talk a lot
        text=True,
        timeout=60,
        check=True,
    )
    return [line.removeprefix("-> ") for line in done.stdout.splitlines() if line.startswith("-> ")]


def steps_in_unlocked(
    home: Path, *steps: str, module: str = "tests.custody.probe", password: str = "open", **variables: str
) -> list[str]:
    """What the steps gave in a session with a keyring that ``password`` unlocked, or tried to."""
    command = ("dbus-run-session", "--", "sh", "-c", UNLOCKED, "sh")
    return steps_in(home, *steps, module=module, command=command, PW=password, **variables)
