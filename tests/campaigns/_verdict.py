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
from tests.campaigns._desk import STEP_ROWS, Machine, observed, passphrase
from tests.campaigns._model import Model, word

LOST, DAMAGED, INDEX, CLOSED = "lost acknowledged saves", "integrity failures", "index mismatches", "would not open"
FAULTS = (LOST, DAMAGED, INDEX, CLOSED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """``model`` is what is there when all is well; otherwise ``fault`` is one of FAULTS and ``why`` says more."""

    model: Model | None
    fault: str = ""
    why: str = ""


def verdict(machine: Machine, allowed: Sequence[Model]) -> Verdict:
    """The vault must be one of ``allowed``: what was acknowledged, with or without what was under way."""
    opened = _unlock(machine, allowed)
    if opened is None:
        return Verdict(None, CLOSED, "no passphrase opens it")
    key, number = opened
    try:
        taken = machine.steps_taken(key)
        vault = machine.open(key, taken)
    except (DeskError, sqlcipher.Error) as error:
        return Verdict(None, CLOSED, getattr(error, "code", str(error)))
    try:
        return _look(machine, vault, key, [model for model in allowed if model.passphrase == number], taken)
    finally:
        with contextlib.suppress(DeskError):
            vault.close()


def _look(machine: Machine, vault: OpenVault, key: bytes, allowed: Sequence[Model], taken: int) -> Verdict:
    try:
        if not health(vault).is_sound:
            return Verdict(None, DAMAGED, "a page or a table is not as it was written")
        found = observed(vault, steps_taken=taken, passphrase_number=allowed[0].passphrase)
        index = _index_trouble(vault, found)
    except (DeskError, ValueError) as error:
        return Verdict(None, DAMAGED, getattr(error, "code", str(error)))
    if found not in allowed:
        return Verdict(None, LOST, f"{_difference(found, allowed[0])} is not what was acknowledged")
    vault.close()
    with contextlib.closing(connect(machine.vault, key)) as connection:
        try:  # 1: compare with the notes themselves, not only within the index
            connection.execute("INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)")
        except sqlcipher.DatabaseError as error:
            return Verdict(None, INDEX, str(error))
        if taken and connection.execute(f"SELECT count(*) FROM step_{taken}").fetchone() != (STEP_ROWS,):
            return Verdict(None, DAMAGED, "half a schema step")
    if index:
        return Verdict(None, INDEX, index)
    for copy in machine.folder.glob("*.before-[0-9][0-9][0-9][0-9]"):
        with contextlib.closing(connect(copy, key)) as connection:
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                return Verdict(None, DAMAGED, "the copy before a schema step")
        copy.unlink()
    return Verdict(found)


def _unlock(machine: Machine, allowed: Sequence[Model]) -> tuple[bytes, int] | None:
    for number in {model.passphrase: None for model in allowed}:
        with contextlib.suppress(WrongPassphrase):
            try:
                return machine.custodian().unlock(passphrase(number)), number
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
