"""What a worker asked the system to do to its files, in order, as strace(1) heard it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.campaigns._worker import Task, start

_CALLS = (
    "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fsync,fdatasync,sync,syncfs,rename,"
    "renameat,renameat2,unlink,unlinkat,close,dup,dup2,dup3,fcntl,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,"
    "fallocate,copy_file_range,sendfile,io_uring_setup"
)
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_BEGUN = re.compile(r"(\d+) +(\w+\(.*) <unfinished \.\.\.>")
_ENDED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)")
_NO_CALL = re.compile(r"\d+ +(\+\+\+|---) |\d+ .* = \?")  # ends, signals, and calls that a thread did not live to end
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
_OUTPUT = 1  # the number of the standard output


@dataclass(frozen=True, slots=True)
class Said:
    """A line on the standard output."""

    line: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """A new empty file, number ``file``, at ``path``."""

    path: str
    file: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A new folder."""

    path: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """``data`` at ``at`` of a file."""

    file: int
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file got this length."""

    file: int
    length: int


@dataclass(frozen=True, slots=True)
class Synced:
    """All of a file is on the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """All names in a folder are on the disk."""

    path: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file has another name; what had it before is gone."""

    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A file has a second name."""

    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A name is gone."""

    path: str


Event = Said | Made | Folder | Wrote | Cut | Synced | FolderSynced | Renamed | Linked | Removed


def record(task: Task, folder: Path) -> list[Event]:
    """Everything a worker on ``task`` said, and did below ``task.home``; the tape itself lies in ``folder``."""
    tape = folder / "tape"
    worker = start(task, "strace", "-f", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", "-o", str(tape))
    assert worker.stdout is not None
    with worker, worker.stdout as said:
        told = said.read()
    if worker.returncode:
        raise RuntimeError(f"the worker ended with {worker.returncode} after {told[-60:]!r}")
    return list(Reader(str(task.home)).events(tape))


@dataclass(slots=True)
class _Open:
    """An open file, or a folder (``file`` 0); ``at`` is where the next plain write goes."""

    path: str
    file: int
    at: int = 0


class Reader:
    """Follows which number is which file. Every call that could change a file is known here, or an error."""

    def __init__(self, home: str) -> None:
        self._home = home
        self._open: dict[int, _Open] = {}
        self._names: dict[str, int] = {}  # path -> file
        self._files = 0

    def events(self, tape: Path) -> Iterator[Event]:
        with tape.open(encoding="ascii") as lines:
            for line in _whole(lines):
                found = _LINE.match(line)
                if found is None and not _NO_CALL.match(line):
                    raise RuntimeError("a line of the tape that is not understood")
                if found is not None and int(found[3]) >= 0:
                    yield from self._call(found[1], found[2], int(found[3]))

    def _call(self, call: str, words: str, answer: int) -> Iterator[Event]:
        texts = [_bytes(text, cut) for text, cut in _TEXT.findall(words)]
        first = words.partition(",")[0].strip()
        match call:
            case "open" | "openat" | "creat":
                yield from self._opened(texts[0].decode(), words, answer)
            case "close":
                self._open.pop(int(first), None)
            case "dup" | "dup2" | "dup3":
                self._same(int(first), answer)
            case "fcntl":
                if "F_DUPFD" in words:
                    self._same(int(first), answer)
            case "mkdir" | "mkdirat":
                if self._ours(path := texts[0].decode()):
                    yield Folder(path)
            case "rename" | "renameat" | "renameat2":
                yield from self._renamed(texts[0].decode(), texts[1].decode())
            case "link" | "linkat":
                path, to = texts[0].decode(), texts[1].decode()
                if path in self._names:
                    self._names[to] = self._names[path]
                    yield Linked(path, to)
            case "unlink" | "unlinkat" | "rmdir":
                if self._ours(path := texts[0].decode()):
                    self._names.pop(path, None)
                    yield Removed(path)
            case _:
                yield from self._on_number(call, int(first), words, texts, answer)

    def _on_number(self, call: str, number: int, words: str, texts: list[bytes], answer: int) -> Iterator[Event]:
        if call == "write" and number == _OUTPUT:
            yield from (Said(line) for line in texts[0].splitlines(keepends=True))
        opened = self._open.get(number)
        if opened is None:
            return
        match call:
            case "write":
                yield Wrote(opened.file, opened.at, texts[0][:answer])
                opened.at += answer
            case "pwrite64":
                yield Wrote(opened.file, int(words.rpartition(",")[2]), texts[0][:answer])
            case "ftruncate":
                yield Cut(opened.file, int(words.rpartition(",")[2]))
            case "fsync" | "fdatasync":
                yield Synced(opened.file) if opened.file else FolderSynced(opened.path)
            case _:
                raise RuntimeError(f"a way to change files that is not followed yet: {call}")

    def _opened(self, path: str, words: str, number: int) -> Iterator[Event]:
        self._open.pop(number, None)
        if not self._ours(path):
            return
        if "O_DIRECTORY" in words or Path(path).is_dir():
            self._open[number] = _Open(path, 0)
            return
        new = path not in self._names
        if new and "O_CREAT" not in words:  # a folder opened to be synced, or what was there before
            self._open[number] = _Open(path, 0)
            return
        if new:
            self._files += 1
            self._names[path] = self._files
            yield Made(path, self._files)
        elif "O_TRUNC" in words:
            yield Cut(self._names[path], 0)
        self._open[number] = _Open(path, self._names[path])

    def _renamed(self, path: str, to: str) -> Iterator[Event]:
        if self._ours(path):
            if path in self._names:
                self._names[to] = self._names.pop(path)
            yield Renamed(path, to)

    def _same(self, number: int, other: int) -> None:
        if number in self._open:
            self._open[other] = self._open[number]
        else:
            self._open.pop(other, None)

    def _ours(self, path: str) -> bool:
        """Journals' indexes are left out: they are shared memory, made anew after a crash."""
        return path.startswith(self._home) and not path.endswith("-shm")


def _whole(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a tape; a call during which another thread made one stands where it ended.

    A call that is lost is a write the disk never gets: what follows looks like a damaged vault, or hides one.
    """
    begun: dict[str, str] = {}
    for line in lines:
        if found := _BEGUN.match(line):
            begun[found[1]] = found[2]
        elif found := _ENDED.match(line):
            yield f"{found[1]} {begun.pop(found[1])}{found[2]}"
        else:
            yield line


def _bytes(text: str, cut: str) -> bytes:
    if cut:
        raise RuntimeError("the tape is cut off")
    return bytes.fromhex(text.replace("\\x", ""))
