"""What a vault must hold after a row of operations, worked out without a vault.

Operation ``n`` follows from the seed, ``n`` and what was acknowledged before it, so a worker that is stopped and the
campaign that stops it agree without talking about anything but numbers.
"""

from __future__ import annotations

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


_WEIGHTS = {
    Kind.NOTE: 40,
    Kind.AMEND: 20,
    Kind.LONG: 4,
    Kind.SETTING: 8,
    Kind.REMOVE: 8,
    Kind.LOCK: 8,
    Kind.PASSPHRASE: 8,
    Kind.MIGRATE: 4,
}
_MOST_STEPS = 90  # a schema step has four digits, and each costs the next opening a little


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; ``on`` is the note that is amended or the activity that is removed."""

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

    def next(self, seed: int, number: int, kinds: frozenset[Kind]) -> Operation:
        """Operation ``number`` after what is here."""
        chance = Random(f"{seed}/{number}")
        kind = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
        if kind is Kind.AMEND and self.notes:
            return Operation(number, kind, chance.choice(sorted(self.notes)))
        if kind is Kind.REMOVE and self.activities:
            return Operation(number, kind, chance.choice(sorted(self.activities)))
        usable = kind in kinds and kind not in (Kind.AMEND, Kind.REMOVE)
        if kind is Kind.MIGRATE and self.steps >= _MOST_STEPS:
            usable = False
        return Operation(number, kind if usable else Kind.NOTE)

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
            case Kind.LOCK:
                return self


def word(number: int) -> str:
    """A word that only operation ``number`` writes, and that no other's word begins with."""
    return f"w{number}e"


def body(note: int, number: int, *, long: bool = False) -> str:
    """The wording operation ``number`` gives to note ``note``."""
    return f"{note} {number} {word(number)} " + "en verder " * (6_000 if long else 30)
