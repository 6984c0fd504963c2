"""What was destroyed is on no page any more, and a copy of the vault learns it from the log."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.casework.errors import RecordMissing
from counsellor_desk.casework.model import CaseFile, CaseId, NoteId, Organisation, OrganisationId
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.erasing import Forgotten, catch_up, forgotten, position
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.vault import OpenVault
from tests.vault.conftest import TODAY, add_case, note_of
from tests.vault.reader import decrypted
from tests.vault.test_format import CANARY, plant


@contextlib.contextmanager
def copy_of(path: Path, key: bytes, to: Path) -> Iterator[Session]:
    """A copy as it is now, open."""
    shutil.copy(path, to)
    session = Session(connect(to, key))
    yield session
    session.close()


def case_of(vault: OpenVault) -> CaseFile:
    case = vault.book.case_by_number("26-001")
    assert case is not None
    return case


def rest_of(vault: OpenVault) -> None:
    """Take away what the canary stands in besides the case."""
    session = vault.session
    for table in ("activity", "signal", "setting"):
        session.change("DELETE FROM " + table, ())
    session.change("UPDATE organisation SET name = 'O'", ())


def test_a_destroyed_case_is_on_no_page_and_in_no_journal(vault: OpenVault, path: Path, key: bytes) -> None:
    plant(vault)
    rest_of(vault)
    vault.book.drop_draft("contact")

    vault.book.destroy_case(case_of(vault).id, "term", TODAY)
    vault.book.settle()

    pages = decrypted(path, key)
    assert [dress for dress in (CANARY, CANARY.lower(), CANARY.lower()[4:]) if dress.encode() in pages] == []
    assert path.with_name(path.name + "-wal").stat().st_size == 0


def test_a_copy_forgets_what_was_destroyed_after_it_was_made(
    vault: OpenVault, path: Path, key: bytes, tmp_path: Path
) -> None:
    plant(vault)
    rest_of(vault)
    vault.book.drop_draft("contact")
    vault.book.settle()
    copy = tmp_path / "copy.vault"
    with copy_of(path, key, copy) as session:
        vault.book.destroy_case(case_of(vault).id, "term", TODAY)

        assert catch_up(session, forgotten(vault.session)) == 1
        assert session.value("SELECT case_number FROM destruction") == "26-001"
        assert catch_up(session, forgotten(vault.session)) == 0

    assert CANARY.encode() not in decrypted(copy, key)


def test_a_number_given_again_means_the_note_it_meant_then(
    vault: OpenVault, path: Path, key: bytes, tmp_path: Path
) -> None:
    case = add_case(vault.book, vault.book.add_organisation(Organisation(OrganisationId(0), "O", "K.OMR", "W.250")))
    first = vault.book.add_note(note_of(case, "eerste"))
    vault.book.settle()
    with copy_of(path, key, tmp_path / "early") as early:
        vault.book.remove_note(first.id, TODAY)
        second = vault.book.add_note(note_of(case, "tweede"))
        assert second.id == first.id
        vault.book.settle()
        with copy_of(path, key, tmp_path / "late") as late:
            for session in (early, late):
                catch_up(session, forgotten(vault.session))

            assert early.rows("SELECT body FROM note") == []
            assert late.rows("SELECT body FROM note") == [("tweede",)]


def test_a_copy_from_before_the_case_only_notes_that_it_went(vault: OpenVault, key: bytes, path: Path) -> None:
    vault.book.settle()
    with copy_of(path, key, path.with_name("copy")) as session:
        plant(vault)
        vault.book.destroy_case(case_of(vault).id, "term", TODAY)

        catch_up(session, forgotten(vault.session))

        assert position(session) == position(vault.session) == 1


def test_where_nothing_was_destroyed_there_is_nothing_to_forget(vault: OpenVault) -> None:
    assert forgotten(vault.session) == Forgotten((), ())
    assert forgotten(vault.session).position == 0


def test_what_is_not_there_cannot_be_destroyed(vault: OpenVault) -> None:
    with pytest.raises(RecordMissing):
        vault.book.destroy_case(CaseId(7), "term", TODAY)
    with pytest.raises(RecordMissing):
        vault.book.remove_note(NoteId(7), TODAY)

    assert position(vault.session) == 0


@pytest.mark.parametrize("table", ["erased", "destruction"])
def test_that_something_was_destroyed_cannot_be_unsaid(vault: OpenVault, table: str) -> None:
    with pytest.raises(sqlcipher.DatabaseError, match="not authorized"):
        vault.session.change("DELETE FROM " + table, ())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE erased SET record_id = 7",
        "DELETE FROM erased",
        "REPLACE INTO erased SELECT id, kind, 7, on_day FROM erased",
        "INSERT INTO erased (id, kind, record_id, on_day) VALUES (9, 'case', 7, '2026-01-01')",
        "UPDATE destruction SET ground = 'x'",
        "DELETE FROM destruction",
        "REPLACE INTO destruction SELECT id, case_number, on_day, 'x', scope FROM destruction",
    ],
)
def test_what_was_destroyed_stays_so_even_without_the_guard(
    vault: OpenVault, path: Path, key: bytes, case: CaseFile, change: str
) -> None:
    vault.book.destroy_case(case.id, "term", TODAY)
    before = forgotten(vault.session)
    connection = connect(path, key)

    with pytest.raises(sqlcipher.IntegrityError):
        connection.execute(change)

    connection.close()
    assert forgotten(vault.session) == before
