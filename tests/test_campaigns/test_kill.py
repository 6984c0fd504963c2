"""The short form of the campaign of kills, and that it sees what it is there to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from counsellor_desk.vault.connection import connect
from tests.campaigns import _worker, kill
from tests.campaigns._at_work import AtWork
from tests.campaigns._desk import KEY, VAULT_ID, Machine
from tests.campaigns._model import Kind, Model, Operation
from tests.campaigns._report import Length
from tests.campaigns._verdict import AGAIN, BROKEN, DAMAGED, INDEX, LOST, NONE, verdict
from tests.campaigns._worker import Task, Told

_ALL_IS_CLEARED = """
UPDATE setting SET value = json_set(
  value, '$.reached', (SELECT json_group_object(json_each.key, 99) FROM json_each(setting.value, '$.reached'))
) WHERE key = 'backups'
"""
DAYS_LATER = 60  # an operation takes an hour, and of each day one backup stays


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "home", tmp_path)
    made.found()
    return made


@pytest.fixture
def noted(machine: Machine) -> Model:
    """What is in a vault with one note."""
    return work(machine, Model(), Operation(1, Kind.NOTE))


def work(machine: Machine, model: Model, *operations: Operation) -> Model:
    at_work = AtWork(machine, model)
    for operation in operations:
        at_work.do(operation)
        model = model.after(operation)
    at_work.close()
    return model


def spoil(machine: Machine, sql: str) -> None:
    connection = connect(machine.vault, KEY)
    connection.execute(sql)
    connection.close()
    (machine.home / "keyring" / f"{VAULT_ID}.seen").unlink()  # or else it would be named as another file


@pytest.mark.timeout(900)
def test_no_kill_loses_what_was_acknowledged() -> None:
    assert kill.main(["--short"]) == 0


def test_a_desk_that_acknowledges_too_early_is_found_out() -> None:
    report = kill.run(Length(8, seed=1), fault=_worker.EARLY)

    assert report.figures[LOST]
    assert report.finish() == 1


def test_a_vault_left_in_peace_is_what_was_acknowledged(machine: Machine, noted: Model) -> None:
    assert verdict(machine, [noted]).model == noted


def test_an_index_that_misses_a_note_is_found_out(machine: Machine, noted: Model) -> None:
    spoil(machine, "INSERT INTO note_text (note_text, rowid, body) SELECT 'delete', id, body FROM note")

    assert verdict(machine, [noted]).fault == INDEX


def test_a_transaction_that_is_there_by_half_is_found_out(machine: Machine, noted: Model) -> None:
    spoil(machine, "DELETE FROM contact")

    assert verdict(machine, [noted]).fault in (DAMAGED, LOST)


def test_a_damaged_page_is_found_out(machine: Machine, noted: Model) -> None:
    data = bytearray(machine.vault.read_bytes())
    data[-100] ^= 1
    machine.vault.write_bytes(data)

    assert verdict(machine, [noted]).model is None


def test_a_vault_whose_key_changed_and_that_came_back_from_a_backup_is_what_was_acknowledged(
    machine: Machine, noted: Model
) -> None:
    kinds = (Kind.REKEY, Kind.CASE, Kind.BACKUP, Kind.RETURN, Kind.MIGRATE, Kind.RESTORE)
    model = work(machine, noted, *(Operation(number, kind) for number, kind in enumerate(kinds, 2)))

    assert verdict(machine, [model], len(kinds) + 1).model == model


def test_a_backup_that_is_not_whole_is_found_out(machine: Machine, noted: Model) -> None:
    backup = next(machine.backups.glob("*.backup"))
    data = bytearray(backup.read_bytes())
    data[-100] ^= 1
    backup.write_bytes(data)

    assert verdict(machine, [noted]).fault == BROKEN


def test_a_desk_without_a_backup_is_found_out(machine: Machine, noted: Model) -> None:
    for backup in machine.backups.glob("*.backup"):
        backup.unlink()

    assert verdict(machine, [noted]).fault == NONE


def test_a_destroyed_word_in_a_backup_is_found_out(machine: Machine, noted: Model) -> None:
    model = work(machine, noted, Operation(DAYS_LATER, Kind.DELETE, 1))
    spoil(machine, _ALL_IS_CLEARED)

    assert verdict(machine, [model], DAYS_LATER).fault == AGAIN


def test_a_desk_that_has_worked_off_what_waits_holds_no_destroyed_word(machine: Machine, noted: Model) -> None:
    model = work(machine, noted, Operation(DAYS_LATER, Kind.DELETE, 1))

    assert verdict(machine, [model], DAYS_LATER).model == model


def test_a_line_that_is_cut_off_was_not_said(tmp_path: Path) -> None:
    told = Told.nothing(Task(tmp_path, tmp_path, 1, Model(), 1))

    told.hear(b"begin 1\n")
    told.hear(b"did 1")

    assert told.model == Model()
    assert len(told.allowed) == 2
