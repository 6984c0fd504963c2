"""The timeline of a case as plain rows: months, entries, parts of long notes, and a note that is being amended."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from counsellor_desk.casework.model import NoteClass, NoteId
from counsellor_desk.casework.views import ContactEntry, StepEntry, TimelineEntry
from counsellor_desk.desk.kit.paragraphs import breaks

PART = 2_000
"""Characters of a note in one row: some twenty lines. A long note is laid out only where it is looked at."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Above everything: where one writes."""

    key: Hashable = "writing"
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """Above the entries of a month, which begins ``on`` this day."""

    on: date
    characters: int = 0

    @property
    def key(self) -> Hashable:
        return "month", self.on


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened, with the first part of its words. ``goes_on``: other rows of it follow; ``is_last``: it is the
    last of the timeline."""

    entry: TimelineEntry
    words: str
    codes: tuple[str, ...]
    goes_on: bool
    is_last: bool

    @property
    def key(self) -> Hashable:
        return key_of(self.entry)

    @property
    def characters(self) -> int:
        return len(self.words)

    @property
    def is_aid(self) -> bool:
        """Whether it is a memory aid, which expires."""
        return is_aid(self.entry)


@dataclass(frozen=True, slots=True)
class Part:
    """A further part of the words of an entry."""

    of: Hashable
    number: int
    words: str
    codes: tuple[str, ...]
    is_aid: bool
    goes_on: bool
    is_last: bool

    @property
    def key(self) -> Hashable:
        return self.of, self.number

    @property
    def characters(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Amending:
    """In place of the words: where they are amended."""

    of: Hashable
    is_aid: bool
    is_last: bool
    characters: int = 0
    goes_on: bool = False

    @property
    def key(self) -> Hashable:
        return self.of, "amending"


@dataclass(frozen=True, slots=True)
class End:
    """Below everything."""

    is_empty: bool
    key: Hashable = "end"
    characters: int = 0


TimelineRow = Writing | Month | Entry | Part | Amending | End


def rows_of(timeline: Sequence[TimelineEntry], amending: NoteId | None = None) -> tuple[TimelineRow, ...]:
    """The rows of ``timeline``, which is newest first; of the note that is being amended no words are shown."""
    rows: list[TimelineRow] = [Writing()]
    last = timeline[-1] if timeline else None
    for month, entries in groupby(timeline, key=lambda entry: entry.on.replace(day=1)):
        rows.append(Month(month))
        for entry in entries:
            if amending is not None and note_of(entry) == amending:
                rows.append(Entry(entry, "", (), goes_on=True, is_last=entry is last))
                rows.append(Amending(key_of(entry), is_aid(entry), entry is last))
            else:
                rows += _told(entry, is_last=entry is last)
    rows.append(End(is_empty=not timeline))
    return tuple(rows)


def key_of(entry: TimelineEntry) -> Hashable:
    """What makes an entry the same one when it has changed."""
    return type(entry).__name__, entry.id


def note_of(entry: TimelineEntry) -> NoteId | None:
    """The note of an entry that can be amended."""
    if isinstance(entry, StepEntry):
        return None
    return entry.note if isinstance(entry, ContactEntry) else entry.id


def is_aid(entry: TimelineEntry) -> bool:
    """Whether an entry is a memory aid."""
    return not isinstance(entry, StepEntry) and entry.note_class is NoteClass.AID


def parts_of(text: str) -> list[str]:
    """``text`` in parts of at most ``PART`` characters, each of whole lines or else of whole words. The line break
    between two parts belongs to neither."""
    if len(text) <= PART:
        return [text]
    places = (0, *breaks(text, PART, behind="\n "), len(text))
    parts = [text[start:end] for start, end in pairwise(places)]
    return [*(part.removesuffix("\n") for part in parts[:-1]), parts[-1]]


def _told(entry: TimelineEntry, *, is_last: bool) -> Iterator[Entry | Part]:
    """An entry with all its words; its codes stand below the last of them."""
    parts = parts_of("" if isinstance(entry, StepEntry) else entry.text)
    codes = entry.codes if isinstance(entry, ContactEntry) else ()
    for number, words in enumerate(parts):
        goes_on = number + 1 < len(parts)
        below = () if goes_on else codes
        if number == 0:
            yield Entry(entry, words, below, goes_on, is_last)
        else:
            yield Part(key_of(entry), number, words, below, is_aid(entry), goes_on, is_last)
