"""What a vault must hold after a row of operations, worked out without a vault.

Operation ``n`` follows from the seed, ``n`` and what was acknowledged before it, so a worker that is stopped and the
campaign that stops it agree without talking about anything but numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random


class Kind(StrEnum):
    """What somebody at the desk, or the desk by itself, does to what is on the disk."""

    NOTE = "note"  # contact, note and draft in one transaction; the words go into the index
    AMEND = "amend"  # a new wording: the old one joins the history and leaves the index
    LONG = "long note"  # many pages in one transaction
    SETTING = "setting"
    REMOVE = "removal"  # of an activity
    LOCK = "lock and open"  # the journal goes into the file, the file is opened anew
    PASSPHRASE = "passphrase"
    MIGRATE = "schema step"  # with the verified copy before it
    BACKUP = "backup"  # built, carried, verified; the rotation lets older ones go
    RESTORE = "restore"  # the oldest backup that this key opens, to a new file
    RETURN = "restore and go on"  # the newest one, and it takes the place of the vault
    CLEAR = "chores of backups"  # the drill, and taking out of every copy what was destroyed
    DELETE = "note destroyed"
    CASE = "closed case"  # with its contact and its note
    DESTROY = "case destroyed"
    REKEY = "change of key"


_WEIGHTS = {
    Kind.NOTE: 40,
    Kind.AMEND: 20,
    Kind.LONG: 4,
    Kind.SETTING: 8,
    Kind.REMOVE: 8,
    Kind.LOCK: 8,
    Kind.PASSPHRASE: 8,
    Kind.MIGRATE: 4,
    Kind.BACKUP: 6,
    Kind.RESTORE: 6,
    Kind.RETURN: 6,
    Kind.CLEAR: 6,
    Kind.DELETE: 8,
    Kind.CASE: 8,
    Kind.DESTROY: 8,
    Kind.REKEY: 6,
}
ALL = frozenset(Kind)
IN_THE_VAULT = frozenset(
    {Kind.NOTE, Kind.AMEND, Kind.LONG, Kind.SETTING, Kind.REMOVE, Kind.LOCK, Kind.PASSPHRASE, Kind.MIGRATE}
)
"""Work that makes no backup and no other key, and destroys nothing."""
_ON_A_NOTE = (Kind.AMEND, Kind.DELETE)
_MOST_STEPS = 90  # a schema step has four digits, and each costs the next opening a little


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; ``on`` is the note, case or activity it is done to, by the operation that made it."""

    number: int
    kind: Kind
    on: int = 0


@dataclass(frozen=True)
class Model:
    """What is in the vault: note and activity by the number of the operation that made it, with its wordings."""

    notes: dict[int, tuple[int, ...]] = field(default_factory=dict)  # note -> the operations that worded it
    activities: frozenset[int] = frozenset()
    draft: int = 0
    setting: int = 0
    passphrase: int = 0
    steps: int = 0
    cases: frozenset[int] = frozenset()  # closed ones, each with the note of the same number
    keys: tuple[int, ...] = (0,)  # the operations that gave the vault a key, the present one last
    erased: int = 0  # notes and cases
    gone: frozenset[int] = field(default=frozenset(), compare=False)  # operations whose words were destroyed

    def next(self, seed: int, number: int, kinds: frozenset[Kind]) -> Operation:
        """Operation ``number`` after what is here."""
        chance = Random(f"{seed}/{number}")
        weights = {kind: weight for kind, weight in _WEIGHTS.items() if kind in kinds}
        kind = chance.choices(list(weights), list(weights.values()))[0]
        if kind is Kind.MIGRATE and self.steps >= _MOST_STEPS:
            kind = Kind.NOTE
        there = self._there(kind)
        if there is None:
            return Operation(number, kind)
        return Operation(number, kind, chance.choice(sorted(there))) if there else Operation(number, Kind.NOTE)

    def _there(self, kind: Kind) -> Collection[int] | None:
        """What an operation of this kind may be done to; None when it is done to nothing."""
        if kind in _ON_A_NOTE:
            return self.notes.keys() - self.cases
        return {Kind.REMOVE: self.activities, Kind.DESTROY: self.cases}.get(kind)

    def after(self, operation: Operation) -> Model:
        """What is in the vault once the operation is acknowledged."""
        number = operation.number
        match operation.kind:
            case Kind.NOTE | Kind.LONG:
                notes = self.notes | {number: (number,)}
                return replace(self, notes=notes, draft=number, activities=self.activities | {number})
            case Kind.AMEND:
                worded = (*self.notes[operation.on], number)
                return replace(self, notes=self.notes | {operation.on: worded})
            case Kind.SETTING:
                return replace(self, setting=number)
            case Kind.REMOVE:
                return replace(self, activities=self.activities - {operation.on})
            case Kind.PASSPHRASE:
                return replace(self, passphrase=number)
            case Kind.MIGRATE:
                return replace(self, steps=self.steps + 1)
            case Kind.CASE:
                return replace(self, notes=self.notes | {number: (number,)}, cases=self.cases | {number})
            case Kind.DELETE | Kind.DESTROY:
                kept = {note: worded for note, worded in self.notes.items() if note != operation.on}
                gone = self.gone.union(self.notes[operation.on])
                cases = self.cases - {operation.on}
                return replace(self, notes=kept, cases=cases, erased=self.erased + 1, gone=gone)
            case Kind.REKEY:
                return replace(self, keys=(*self.keys, number))
            case Kind.LOCK | Kind.BACKUP | Kind.RESTORE | Kind.RETURN | Kind.CLEAR:
                return self


def word(number: int) -> str:
    """A word that only operation ``number`` writes, and that no other's word begins with.

    Its last 12 letters are on a page as they are, even where an index leaves out what a word shares with the one
    before it.
    """
    return "w" + hashlib.sha256(str(number).encode()).hexdigest()[:20]


def body(note: int, number: int, *, long: bool = False) -> str:
    """The wording operation ``number`` gives to note ``note``."""
    return f"{note} {number} {word(number)} " + "en verder " * (6_000 if long else 30)
