"""Runs a command on the present message bus beside a freshly unlocked keyring: ``keyring_session.py COMMAND...``."""

from __future__ import annotations

import subprocess
import sys

_DAEMON = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
_PASSWORD = b"a test session, nothing secret"


def main(command: list[str]) -> int:
    """The exit code of ``command``; the keyring ends with it."""
    keyring = subprocess.Popen(_DAEMON, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert keyring.stdin is not None
    assert keyring.stdout is not None
    try:
        keyring.stdin.write(_PASSWORD)
        keyring.stdin.close()
        keyring.stdout.readline()  # it answers once it serves
        return subprocess.run(command, check=False).returncode
    finally:
        keyring.terminate()
        keyring.wait()
        keyring.stdout.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
