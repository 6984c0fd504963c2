"""What a disk may hold after the power went: what was synced, and of the rest anything, in any order, in part.

The model is stricter than file systems are with contents: a write that was not synced may be there, be absent, or be
there in some of its sectors of 512 bytes, each write apart from all others. Names (new, renamed, removed) reach the
disk in the order in which they changed, as the journals of ext4, XFS, NTFS and APFS keep them, and are surely there
once their folder was synced.
Source: Pillai et al., All File Systems Are Not Created Equal (OSDI 2014).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random

from tests.campaigns._tape import Cut, Event, Folder, FolderSynced, Linked, Made, Removed, Renamed, Synced, Wrote

SECTOR = 512

Names = dict[str, int]  # path -> file, or FOLDER
FOLDER = 0


class Way(StrEnum):
    """What becomes of what was not synced."""

    KEPT = "kept"
    DROPPED = "dropped"
    EARLIER = "cut off"  # only what came first
    REORDERED = "reordered"  # each write, or not
    TORN = "torn"  # each sector, or not


@dataclass(slots=True)
class _File:
    synced: bytearray = field(default_factory=bytearray)
    waiting: list[Wrote | Cut] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class State:
    """Files by their path; None is a folder."""

    contents: dict[str, bytes | None]

    @property
    def digest(self) -> bytes:
        """Equal for equal states."""
        found = hashlib.sha256()
        for path, content in sorted(self.contents.items()):
            found.update(f"{path}\0{'-' if content is None else len(content)}\0".encode())
            found.update(content or b"")
        return found.digest()

    def write(self, before: Path, home: Path) -> None:
        """Lay it out at ``home``; it was recorded below ``before``."""
        for path, content in sorted(self.contents.items()):
            place = home / Path(path).relative_to(before)
            if content is None:
                place.mkdir(parents=True, exist_ok=True)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)


class Disk:
    """Takes events one by one; ``after_power_cut`` tells what may be there now."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._files: dict[int, _File] = {}
        self._names: Names = {}
        self._waiting: list[Made | Folder | Renamed | Linked | Removed] = []
        for event in events:
            self.take(event)

    def take(self, event: Event) -> None:
        """The next thing that happened."""
        match event:
            case Made(file=number):
                self._files[number] = _File()
                self._waiting.append(event)
            case Folder() | Renamed() | Linked() | Removed():
                self._waiting.append(event)
            case Wrote(file=number) | Cut(file=number):
                self._files[number].waiting.append(event)
            case Synced(file=number):
                file = self._files[number]
                _apply(file.synced, file.waiting)
                file.waiting.clear()
            case FolderSynced(path=path):
                self._sync_names(path)

    def after_power_cut(self, way: Way, chance: Random) -> State:
        """One state the disk may be in."""
        names = dict(self._names)
        waiting = {Way.KEPT: len(self._waiting), Way.DROPPED: 0}.get(way, chance.randint(0, len(self._waiting)))
        for event in self._waiting[:waiting]:
            _rename(names, event)
        contents: dict[str, bytes | None] = {}
        for path, number in names.items():
            contents[path] = None if number == FOLDER else self._content(self._files[number], way, chance)
        return State(contents)

    def _content(self, file: _File, way: Way, chance: Random) -> bytes:
        data = bytearray(file.synced)
        _apply(data, _HAPPENS[way](file.waiting, chance))
        return bytes(data)

    def _sync_names(self, folder: str) -> None:
        """All names up to the last one that changed in ``folder``: they keep their order, so the earlier ones too."""
        last = max((at for at, event in enumerate(self._waiting) if _is_in(event, folder)), default=-1)
        for event in self._waiting[: last + 1]:
            _rename(self._names, event)
        del self._waiting[: last + 1]


Waiting = list[Wrote | Cut]


def _earlier(waiting: Waiting, chance: Random) -> Waiting:
    return waiting[: chance.randint(0, len(waiting))]


def _reordered(waiting: Waiting, chance: Random) -> Waiting:
    return [one for one in waiting if chance.random() < 0.5]


def _torn(waiting: Waiting, chance: Random) -> Waiting:
    found: Waiting = []
    for one in waiting:
        if isinstance(one, Cut):
            found += [one] if chance.random() < 0.5 else []
            continue
        found += [part for part in _sectors(one) if chance.random() < 0.5]
    return found


_HAPPENS: dict[Way, Callable[[Waiting, Random], Waiting]] = {
    Way.KEPT: lambda waiting, _: waiting,
    Way.DROPPED: lambda _, __: [],
    Way.EARLIER: _earlier,
    Way.REORDERED: _reordered,
    Way.TORN: _torn,
}


def _sectors(wrote: Wrote) -> Iterable[Wrote]:
    """The parts of a write in each sector of the disk."""
    at, data = wrote.at, wrote.data
    while data:
        size = SECTOR - at % SECTOR
        yield Wrote(wrote.file, at, data[:size])
        at, data = at + size, data[size:]


def _apply(data: bytearray, events: Iterable[Wrote | Cut]) -> None:
    for event in events:
        if isinstance(event, Cut):
            del data[event.length :]
            data.extend(bytes(event.length - len(data)))
        else:
            data.extend(bytes(max(event.at - len(data), 0)))
            data[event.at : event.at + len(event.data)] = event.data


def _rename(names: Names, event: Made | Folder | Renamed | Linked | Removed) -> None:
    match event:
        case Made(path, file):
            names[path] = file
        case Folder(path):
            names[path] = FOLDER
        case Renamed(path, to):
            if path in names:
                names[to] = names.pop(path)
        case Linked(path, to):
            if path in names:
                names[to] = names[path]
        case Removed(path):
            names.pop(path, None)


def _is_in(event: Made | Folder | Renamed | Linked | Removed, folder: str) -> bool:
    return str(Path(event.path).parent) == folder or (
        isinstance(event, Renamed | Linked) and str(Path(event.to).parent) == folder
    )
