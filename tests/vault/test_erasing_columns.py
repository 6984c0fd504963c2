"""What is left of a destroyed case in every column that could hold something of it, as the schema names them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.casework.model import CaseId
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.guard import FACT_COLUMNS
from counsellor_desk.vault.vault import OpenVault
from tests.vault.conftest import TODAY
from tests.vault.test_format import CANARY, plant

MARKS = (CANARY, "1999-01-02", "yes")  # the first that a column takes: words and codes, days, answers
OF_A_CASE = {"case_file", "person", "production"}  # and whatever refers to these
OF_NO_CASE = {
    "activity", "destruction", "draft", "erased", "organisation", "professional_hours", "release", "setting",
    "signal", "vault",
}  # fmt: skip
# left besides what figures count by, and the number, which stays taken
SHELL = {
    ("case_file", "closed_on"), ("case_file", "consent_to_record"), ("case_file", "pseudonymised_on"),
    ("case_file", "retention_due"), ("case_file", "retention_profile"),
    ("contact", "mode"), ("contact", "with_whom"), ("step", "on_day"),
}  # fmt: skip
MORE = """
INSERT INTO hold (case_id, set_on, until, reason) VALUES (1, '2026-11-01', '2026-12-01', '');
INSERT INTO disclosure_decision (case_id, code, on_day, disclosed) VALUES (1, '', '2026-11-01', 1);
INSERT INTO case_ground (case_id, position, code) VALUES (1, 0, '');
INSERT INTO case_nature (case_id, position, code) VALUES (1, 0, ''), (1, 1, '');
INSERT INTO case_person (person_id, case_id, role, pseudonym, is_client) VALUES (1, 1, '', '', 1);
INSERT INTO contact_code (contact_id, position, code) VALUES (1, 0, '');
INSERT INTO note_mark (note_id, paragraph, mark) VALUES (1, 0, 'fact');
INSERT INTO step (case_id, kind, code, on_day, done) VALUES (1, 'action', '', '2026-11-01', 1);
"""


def tables(db: Any) -> set[str]:
    listed = db.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'").fetchall()
    return {name for (name,) in listed if not name.startswith("sqlite_")}


def belonging(db: Any) -> set[str]:
    """The tables that refer to a case or a person, directly or through others, and these themselves."""
    found = set(OF_A_CASE)
    while more := {
        table
        for table in tables(db) - found - OF_NO_CASE
        for (target,) in db.execute('SELECT "table" FROM pragma_foreign_key_list(?)', (table,))
        if target in found
    }:
        found |= more
    return found


def texts(db: Any) -> Iterator[tuple[str, str]]:
    """Table and column of every text of a case that no figure counts by."""
    for table in sorted(belonging(db)):
        for (column,) in db.execute("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", (table,)):
            if column not in FACT_COLUMNS.get(table, ()):
                yield table, column


def fill(db: Any) -> dict[tuple[str, str], str]:
    """A mark in every column that takes one."""
    marked = {}
    for table, column in texts(db):
        for mark in MARKS:
            with contextlib.suppress(sqlcipher.IntegrityError):
                assert db.execute(f"UPDATE {table} SET {column} = ?", (mark,)).rowcount > 0, f"no row in {table}"
                marked[table, column] = mark
                break
    return marked


def test_every_table_is_of_a_case_or_of_none(vault: OpenVault, path: Path, key: bytes) -> None:
    with contextlib.closing(connect(path, key)) as db:
        assert belonging(db) | OF_NO_CASE == tables(db)


def test_destroying_a_case_leaves_no_column_but_those_of_its_shell(vault: OpenVault, path: Path, key: bytes) -> None:
    plant(vault)
    with contextlib.closing(connect(path, key)) as db:
        db.executescript(MORE)
        marked = fill(db)

        vault.book.destroy_case(CaseId(1), "term", TODAY)

        left = {
            (table, column)
            for (table, column), mark in marked.items()
            if db.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", (mark,)).fetchone()[0]
        }
    assert left == SHELL
