"""The short form of the campaign of kills, and that it sees what it is there to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from counsellor_desk.vault.connection import connect
from tests.campaigns import _worker, kill
from tests.campaigns._desk import KEY, AtWork, Machine
from tests.campaigns._model import Kind, Model, Operation
from tests.campaigns._report import Length
from tests.campaigns._verdict import DAMAGED, INDEX, LOST, verdict
from tests.campaigns._worker import Task, Told


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "home", tmp_path)
    made.found()
    return made


@pytest.fixture
def noted(machine: Machine) -> Model:
    """What is in a vault with one note."""
    note = Operation(1, Kind.NOTE)
    at_work = AtWork(machine, Model())
    at_work.do(note)
    at_work.close()
    return Model().after(note)


def spoil(machine: Machine, sql: str) -> None:
    connection = connect(machine.vault, KEY)
    connection.execute(sql)
    connection.close()


def test_no_kill_loses_what_was_acknowledged() -> None:
    assert kill.main(["--count", "25"]) == 0


def test_a_desk_that_acknowledges_too_early_is_found_out() -> None:
    report = kill.run(Length(20, seed=1), fault=_worker.EARLY)

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


def test_a_line_that_is_cut_off_was_not_said(tmp_path: Path) -> None:
    told = Told.nothing(Task(tmp_path, tmp_path, 1, Model(), 1))

    told.hear(b"begin 1\n")
    told.hear(b"did 1")

    assert told.model == Model()
    assert len(told.allowed) == 2
