"""Asks the real keyring of the session it is started in, and does to its daemon what happens on bad days.

Started as ``python -m tests.custody.probe STEP...``; for each step it prints, after an arrow, what came back or the
state's code.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import closing

import secretstorage
from jeepney import DBusAddress, new_method_call

from counsellor_desk.custody.errors import KeyringFailed
from counsellor_desk.custody.keystore import OsKeyring

SECONDS = 3.0
NAME = "probe/a"
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


def lock() -> None:
    """Lock the collection, as a session does when its user leaves."""
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


def send(sign: signal.Signals) -> None:
    """Send a signal to the keyring's daemon; the bus knows its process."""
    with closing(secretstorage.dbus_init()) as bus:
        question = new_method_call(BUS, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",))
        os.kill(bus.send_and_get_reply(question).body[0], sign)


def at_the_prompt(*deed: str) -> None:
    """Do something to the system's prompt once it is there, and wait until it is gone."""
    prompt = ["xdotool", "search", "--onlyvisible", "--name", "^Unlock "]
    await_screen(prompt, there=True)
    subprocess.run([*prompt, "windowfocus", *deed], timeout=20, check=True)
    await_screen(prompt, there=False)


def await_screen(search: list[str], *, there: bool) -> None:
    """Wait until a window can be found, or no longer."""
    pause = threading.Event()
    while (subprocess.run(search, capture_output=True, timeout=20).returncode == 0) is not there:
        pause.wait(0.1)


def main(steps: list[str]) -> None:
    """Take the steps in turn."""
    store = OsKeyring(SECONDS)

    def get_while_dismissing() -> str:
        threading.Thread(target=at_the_prompt, args=("key", "Escape"), daemon=True).start()
        return OsKeyring(20).get(NAME)

    known = {
        "put": lambda: store.put(NAME, "secret"),
        "get": lambda: store.get(NAME),
        "delete": lambda: store.delete(NAME),
        "lock": lock,
        "answer": lambda: at_the_prompt("key", *"open", "Return"),
        "get while dismissing": get_while_dismissing,
        "kill": lambda: send(signal.SIGKILL),
        "stop": lambda: send(signal.SIGSTOP),
        "continue": lambda: send(signal.SIGCONT),
    }
    for step in steps:
        try:
            print("->", known[step](), flush=True)
        except KeyringFailed as state:
            print("->", state.code, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
