"""What strace saw: the files that were opened for writing, made or renamed, and the sockets of the Internet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

# All that the program may write, by its place in the folder of the run. At most twelve.
ALLOWED = {
    "the vault and its journal": r"home/\.local/share/counsellor-desk/desk\.vault(-wal|-shm|-journal)?",
    "the lock of the vault": r"home/\.local/share/counsellor-desk/desk\.vault\.lock",
    "the header, written whole": r"home/\.local/share/counsellor-desk/desk\.json(\.new|\.old)?",
    "the count of tries": r"home/\.local/share/counsellor-desk/desk\.tries(\.new|\.old)?",
    "the copy a backup is built in": r"home/\.local/share/counsellor-desk/desk\.vault\.copy(-wal|-shm|-journal)?",
    "the copy a backup is tried on": r"home/\.local/share/counsellor-desk/desk\.vault\.trial(-wal|-shm|-journal)?",
    "the backups": r"home/\.local/share/counsellor-desk/backups(/desk-[\w-]+\.backup(\.new)?(-wal|-shm|-journal)?)?",
    "the preferences, written whole": r"home/\.config(/counsellor-desk(/desk\.ini(\.lock|\.\w+)?|/#\d+)?)?",
    "Qt's list of folders, emptied at once": r"home/\.config/QtProject\.conf(\.lock|\.\w+)?",
    "the reports": r"out/.+",
}
_DEVICES = re.compile(r"/dev/|/proc/|/sys/|anon_inode|socket:|pipe:")
_OPEN = re.compile(r'\bopen(?:at)?\((?:[^"]*?, )?"([^"]+)", ([A-Z_|0-9]+)')
_CREATED = re.compile(r'\b(?:creat|mkdir|mkdirat)\((?:[^"]*?, )?"([^"]+)"')
_MOVED = re.compile(r'\b(?:rename|renameat|renameat2|link|linkat|symlink|symlinkat)\([^"]*"[^"]+", [^"]*"([^"]+)"')
_SOCKET = re.compile(r"\bsocket\(AF_INET6?\b.*")
_FAILED = re.compile(r"= -1 E[A-Z]+")


def opened_for_writing(calls: str) -> set[str]:
    """The paths that a call which succeeded opened for writing, made, or gave as a new name."""
    written: set[str] = set()
    for line in calls.splitlines():
        if _FAILED.search(line):
            continue
        if (found := _OPEN.search(line)) and {"O_WRONLY", "O_RDWR", "O_CREAT"}.intersection(found[2].split("|")):
            written.add(found[1])
        for pattern in (_CREATED, _MOVED):
            if found := pattern.search(line):
                written.add(found[1])
    return written


def unexpected(paths: Iterable[str], folder: Path) -> tuple[set[str], list[str]]:
    """The kinds of allowed files that were written, and the paths that are none of them."""
    kinds, strangers = set(), []
    for path in sorted(paths):
        name = path.removeprefix(f"{folder}/")
        if name == path and _DEVICES.match(path):  # the folder itself may lie in /dev/shm
            continue
        kind = next((kind for kind, pattern in ALLOWED.items() if re.fullmatch(pattern, name)), None)
        if kind is None:
            strangers.append(name)
        else:
            kinds.add(kind)
    return kinds, strangers


def sockets(calls: str) -> list[str]:
    """The sockets of the Internet that were asked for, also in vain."""
    return [found[0] for line in calls.splitlines() if (found := _SOCKET.search(line))]
