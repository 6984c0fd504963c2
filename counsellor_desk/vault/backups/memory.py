"""What is remembered about backups, inside the vault: a folder may be named after somebody."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from counsellor_desk.vault.backups.owner import Owner
from counsellor_desk.vault.session import Session

_KEY = "backups"
_READ = "SELECT value FROM setting WHERE key = :key"
_KEEP = """
INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


@dataclass(frozen=True, slots=True)
class Known:
    """A backup of this vault as it was when it was last made, looked at or cleared.

    ``head`` is the hash of its first page. SQLCipher gives every page it writes a random number and a seal of its
    own, so no two backups begin alike. ``at`` is the ISO moment it was made, ``changed`` when its file was, in
    nanoseconds. It is not ``sound`` since a trial failed.
    Source: SQLCipher, "Design", on the initialisation vector of a page.
    """

    at: str
    size: int
    changed: int
    head: str
    sound: bool = True

    @property
    def moment(self) -> datetime:
        """When the backup was made."""
        return datetime.fromisoformat(self.at)

    def is_like(self, other: Known) -> bool:
        """Whether both are the same file, wherever it is and whenever it was written there."""
        return (self.size, self.head) == (other.size, other.head)


@dataclass(frozen=True, slots=True)
class Memory:
    """``folder`` is the chosen one. ``reached`` maps each folder that ever got a backup to the place in the log of
    what was destroyed up to which all of its backups are cleared.

    ``covered`` is what the vault counted (its generation) when a backup last held everything. ``failed`` is the code
    of what was the matter last; days are ISO dates, empty for never.
    ``seal`` is the fingerprint of the key of the newest backup, ``seals`` are those of all keys. ``given_up`` maps
    folders that are gone for good to the day that was said. ``known`` are the vault's own backups by folder and name;
    ``strangers`` is how many other files were told, by folder.
    """

    folder: str = ""
    reached: dict[str, int] = field(default_factory=dict)
    covered: int = 0
    failed: str = ""
    chosen_last: str = ""
    drilled_on: str = ""
    drill_failed: str = ""
    seal: str = ""
    seals: list[str] = field(default_factory=list)
    given_up: dict[str, str] = field(default_factory=dict)
    known: dict[str, dict[str, Known]] = field(default_factory=dict)
    strangers: dict[str, int] = field(default_factory=dict)


class MemoryStore:
    """Reads and writes the memory, and knows how many rows were changed by that itself. The memory may be read on any
    thread; what is remembered is written by the vault's own."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._at_first = owner.ask(_changes)
        self._by_this = 0
        self.memory = owner.ask(_read)

    @property
    def others_wrote(self) -> bool:
        """Whether anything else in the vault was changed since this was made."""
        return self._owner.ask(_changes) - self._at_first > self._by_this

    def remember(self, **news: Any) -> None:
        """Keep what is new, if it is."""
        self.revise(lambda memory: replace(memory, **news))

    def revise(self, change: Callable[[Memory], Memory]) -> None:
        """Keep what ``change`` makes of the memory as it is then: work that hung may come back late."""
        self._owner.ask(lambda session: self._keep(session, change))

    def _keep(self, session: Session, change: Callable[[Memory], Memory]) -> None:
        changed = change(self.memory)
        if changed == self.memory:
            return
        before = session.changes
        session.change(_KEEP, {"key": _KEY, "value": json.dumps(asdict(changed))})
        self._by_this += session.changes - before
        self.memory = changed


def _changes(session: Session) -> int:
    return session.changes


def _read(session: Session) -> Memory:
    """What an older or newer program wrote otherwise keeps its first value."""
    kept = session.value(_READ, {"key": _KEY})
    fields: dict[str, Any] = json.loads(kept) if kept else {}
    make: Callable[..., Memory] = Memory
    memory = make(**{name: value for name, value in fields.items() if name in Memory.__slots__})
    return replace(memory, known={folder: _known(files) for folder, files in memory.known.items()})


def _known(files: Any) -> dict[str, Known]:
    """One that is written otherwise is not known: it is looked at once more."""
    slots = set(Known.__slots__)
    return {name: Known(**one) for name, one in files.items() if set(one) == slots}
