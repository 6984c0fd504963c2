"""Whether a vault that was left by force holds what was acknowledged, whole, and nothing half done."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.custody.errors import WrongPassphrase
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.health import health
from counsellor_desk.vault.vault import OpenVault
from tests.campaigns._at_work import observed, work_off
from tests.campaigns._copies import Copies
from tests.campaigns._desk import STEP_ROWS, Machine, hour, key_of
from tests.campaigns._model import Model, word

LOST, DAMAGED, INDEX, CLOSED = "lost acknowledged saves", "integrity failures", "FTS mismatches", "would not open"
BROKEN, NONE, AGAIN = "copies not whole", "no verified backup", "destroyed words found again"
FAULTS = (LOST, DAMAGED, INDEX, CLOSED, BROKEN, NONE, AGAIN)


@dataclass(frozen=True, slots=True)
class Verdict:
    """``model`` is what is there when all is well; otherwise ``fault`` is one of FAULTS and ``why`` says more."""

    model: Model | None
    fault: str = ""
    why: str = ""


def verdict(machine: Machine, allowed: Sequence[Model], hours: int = 1, *, chores: bool = True) -> Verdict:
    """The vault must be one of ``allowed``: what was acknowledged, with or without what was under way.

    It is opened ``hours`` after it was founded: the clock never goes back.

    With ``chores`` the desk then works off what waits to be done to the backups; after that no word may be left that
    was destroyed.
    """
    opened = _unlock(machine, allowed)
    if opened is None:
        return Verdict(None, CLOSED, "no passphrase opens it")
    key, number = opened
    try:
        taken = machine.steps_taken(key)
        vault = machine.open(key, taken, lambda: hour(hours))
    except (DeskError, sqlcipher.Error) as error:
        return Verdict(None, CLOSED, getattr(error, "code", str(error)))
    try:
        keys = next((model.keys for model in allowed if key_of(model.keys[-1]) == key), None)
        if keys is None:
            return Verdict(None, LOST, "the key is not what was acknowledged")
        found = _look(machine, vault, key, keys, [one for one in allowed if one.passphrase == number], taken)
        return _look_at_copies(machine, vault, found, chores) if found.model else found
    finally:
        with contextlib.suppress(DeskError):
            vault.close()


def _look(
    machine: Machine, vault: OpenVault, key: bytes, keys: tuple[int, ...], allowed: Sequence[Model], taken: int
) -> Verdict:
    try:
        if not health(vault).is_sound:
            return Verdict(None, DAMAGED, "a page or a table is not as it was written")
        found = observed(vault, steps_taken=taken, passphrase_number=allowed[0].passphrase, keys=keys)
        index = _index_trouble(vault, found)
    except (DeskError, ValueError) as error:
        return Verdict(None, DAMAGED, getattr(error, "code", str(error)))
    model = next((one for one in allowed if one == found), None)
    if model is None:
        return Verdict(None, LOST, f"{_difference(found, allowed[0])} is not what was acknowledged")
    with contextlib.closing(connect(machine.vault, key)) as connection:
        try:  # 1: compare with the notes themselves, not only within the index
            connection.execute("INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)")
        except sqlcipher.DatabaseError as error:
            return Verdict(None, INDEX, str(error))
        if taken and connection.execute(f"SELECT count(*) FROM step_{taken}").fetchone() != (STEP_ROWS,):
            return Verdict(None, DAMAGED, "half a schema step")
    if index:
        return Verdict(None, INDEX, index)
    return Verdict(model)


def _look_at_copies(machine: Machine, vault: OpenVault, found: Verdict, chores: bool) -> Verdict:
    assert found.model is not None
    assert vault.backups is not None
    copies = Copies(machine, found.model.keys)
    if broken := copies.broken():
        return Verdict(None, BROKEN, broken)
    if not copies.backups():
        return Verdict(None, NONE, "the folder of backups is empty")
    try:
        if chores:
            work_off(vault.backups)
        vault.close()
    except DeskError as error:
        return Verdict(None, BROKEN, error.code)
    if chores and (again := copies.holding(found.model.gone)):
        return Verdict(None, AGAIN, again)
    copies.throw_away()
    return found


def _unlock(machine: Machine, allowed: Sequence[Model]) -> tuple[bytes, int] | None:
    for number in {model.passphrase: None for model in allowed}:
        with contextlib.suppress(WrongPassphrase):
            try:
                return machine.key(number), number
            except WrongPassphrase:
                raise
            except DeskError:
                return None
    return None


def _index_trouble(vault: OpenVault, model: Model) -> str:
    """The newest wording of each of the last notes is found by its word; the one before it no longer is."""
    for note in sorted(model.notes)[-3:]:
        *earlier, last = model.notes[note]
        if len(vault.book.search(word(last))) != 1:
            return "a note is not found"
        if earlier and vault.book.search(word(earlier[-1])):
            return "an earlier wording is still found"
    return ""


def _difference(found: Model, wanted: Model) -> str:
    names = [name for name in vars(wanted) if getattr(found, name) != getattr(wanted, name)]
    return ", ".join(names) or "nothing"
