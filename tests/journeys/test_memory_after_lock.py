"""After a lock the memory of the process holds nothing of the open desk: looked for in a core dump of it.

Only an administrator gets such a dump: the process forbids it to everybody else.
"""

from __future__ import annotations

import mmap
import os
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.campaigns._planted import planted
from tests.journeys.furnished import PASSPHRASE, asks_passphrase, furnish, unlock
from tests.journeys.harness import Program

pytestmark = [
    pytest.mark.x11,
    pytest.mark.os_keyring,
    pytest.mark.timeout(400),
    pytest.mark.skipif(os.geteuid() != 0, reason="needs root to read a process that forbids it"),
]

WORDS = planted(30, seed=11)


def copies(desk: Program, folder: Path, secrets: Sequence[bytes]) -> list[int]:
    """How often each of ``secrets`` stands in the memory of the program."""
    core = folder / f"core.{desk.pid}"
    done = subprocess.run(["gcore", "-o", str(folder / "core"), str(desk.pid)], capture_output=True, text=True)
    assert core.exists(), done.stderr
    try:
        with core.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory:
            return [_count(memory, secret) for secret in secrets]
    finally:
        core.unlink()


def _count(memory: mmap.mmap, secret: bytes) -> int:
    found, at = 0, memory.find(secret)
    while at >= 0:
        found, at = found + 1, memory.find(secret, at + 1)
    return found


def test_after_a_lock_no_copy_of_notes_key_or_passphrase_is_in_memory(tmp_path: Path) -> None:
    furnished = furnish(tmp_path / "home", [f"Zij zegt: {word}." for word in WORDS])
    notes = [word.encode(encoding) for word in WORDS for encoding in ("utf-8", "utf-16-le")]
    keys = [furnished.key, furnished.key.hex().encode(), furnished.key.hex().encode("utf-16-le")]
    phrases = [PASSPHRASE.encode(), PASSPHRASE.encode("utf-16-le")]
    with furnished.started() as desk:
        unlock(desk)
        desk.press("ctrl+k")
        desk.type(f"{date.today():%y}-001")
        desk.press("Return")
        desk.wait_until_it_shows(WORDS[-1])

        open_desk = copies(desk, tmp_path, notes)
        desk.press("ctrl+l")
        desk.wait_for(lambda: asks_passphrase(desk), what="the lock screen")
        locked = copies(desk, tmp_path, [*notes, *keys, *phrases])

    seen = [utf8 + utf16 for utf8, utf16 in zip(open_desk[::2], open_desk[1::2], strict=True)]
    print(f"copies of 30 notes in memory: open {sum(seen)}, locked {sum(locked)} (with key and passphrase)")
    assert all(seen), "the search sees every note that is on the screen"
    assert sum(locked) == 0
