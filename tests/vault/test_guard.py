"""What a connection refuses, however it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.casework.model import CaseFile
from counsellor_desk.vault import guard
from counsellor_desk.vault.connection import PROFILE, connect
from counsellor_desk.vault.faults import ProfileRefused
from counsellor_desk.vault.vault import OpenVault
from tests.vault.conftest import contact_of, note_of

ATTACKS = """
ATTACH DATABASE '/tmp/out.db' AS out
ATTACH DATABASE '/tmp/out.db' AS out KEY ''
ATTACH ':memory:' AS out
DETACH DATABASE main
SELECT sqlcipher_export('main')
SELECT sqlcipher_export('out', 'main')
SELECT load_extension('/tmp/x.so')
SELECT load_extension('/tmp/x.so', 'init')
SELECT writefile('/tmp/out', body) FROM note
SELECT readfile('/etc/passwd')
SELECT edit('x')
SELECT fts3_tokenizer('x', x'00')
SELECT hex(figures_secret) FROM vault
SELECT printf('%s', body) FROM note
SELECT quote(body) FROM note
SELECT group_concat(body) FROM note
PRAGMA key = 'x'
PRAGMA rekey = 'x'
PRAGMA hexkey = '00'
PRAGMA hexrekey = '00'
PRAGMA textkey = 'x'
PRAGMA cipher = 'x'
PRAGMA cipher_compatibility = 3
PRAGMA cipher_default_compatibility = 3
PRAGMA cipher_default_use_hmac = OFF
PRAGMA cipher_hmac_algorithm = HMAC_SHA1
PRAGMA cipher_hmac_pgno = be
PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA1
PRAGMA cipher_kdf_iter = 1
PRAGMA kdf_iter = 1
PRAGMA cipher_log = '/tmp/out.log'
PRAGMA cipher_log_level = TRACE
PRAGMA cipher_memory_security = OFF
PRAGMA cipher_migrate
PRAGMA cipher_page_size = 1024
PRAGMA cipher_plaintext_header_size = 32
PRAGMA cipher_profile = '/tmp/out.log'
PRAGMA cipher_salt
PRAGMA cipher_salt = "x'00000000000000000000000000000000'"
PRAGMA cipher_settings
PRAGMA cipher_store_pass = 1
PRAGMA cipher_get_keyspec
PRAGMA cipher_use_hmac = OFF
PRAGMA cipher_add_random = "x'00'"
PRAGMA temp_store = 1
PRAGMA temp_store_directory = '/tmp'
PRAGMA data_store_directory = '/tmp'
PRAGMA writable_schema = ON
PRAGMA trusted_schema = ON
PRAGMA foreign_keys = OFF
PRAGMA ignore_check_constraints = ON
PRAGMA secure_delete = OFF
PRAGMA secure_delete = FAST
PRAGMA synchronous = OFF
PRAGMA journal_mode = OFF
PRAGMA journal_mode = DELETE
PRAGMA locking_mode = EXCLUSIVE
PRAGMA mmap_size = 1000000
PRAGMA cell_size_check = OFF
PRAGMA recursive_triggers = OFF
PRAGMA user_version = 99
PRAGMA application_id = 99
PRAGMA wal_checkpoint(PASSIVE)
PRAGMA table_info(note)
SELECT * FROM pragma_table_info('note')
SELECT * FROM pragma_database_list
VACUUM
VACUUM INTO '/tmp/out.db'
REINDEX
ANALYZE
CREATE TABLE t (x)
CREATE TEMP TABLE t AS SELECT body FROM note
CREATE VIEW v AS SELECT body FROM note
CREATE TEMP VIEW v AS SELECT body FROM note
CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT 1; END
CREATE TEMP TRIGGER t AFTER INSERT ON note BEGIN SELECT 1; END
CREATE INDEX i ON note (written_at)
CREATE VIRTUAL TABLE t USING fts5 (x)
CREATE VIRTUAL TABLE t USING csv (filename = '/etc/passwd')
DROP TABLE note
DROP TRIGGER release_is_not_changed
DROP VIEW v_case_fact
DROP INDEX note_by_case
ALTER TABLE note RENAME TO n
ALTER TABLE note ADD COLUMN x
UPDATE sqlite_schema SET sql = 'x'
UPDATE sqlite_master SET sql = 'x'
DELETE FROM sqlite_schema
INSERT INTO sqlite_schema (sql) VALUES ('x')
UPDATE release SET public = 'x'
DELETE FROM release
""".strip().splitlines()


REFUSED = "not authorized|authorization denied|prohibited|no such (function|module)|may not be modified|it is a view"


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_working_connection_refuses(vault: OpenVault, path: Path, attack: str) -> None:
    files = {file.name for file in path.parent.iterdir()}

    with pytest.raises(sqlcipher.Error, match=REFUSED):
        vault.session.rows(attack)

    assert {file.name for file in path.parent.iterdir()} == files
    assert vault.session.rows("SELECT count(*) FROM note") == [(0,)]


def test_there_are_enough_attacks() -> None:
    assert len(ATTACKS) >= 60


def test_every_setting_of_the_profile_holds_on_both_connections(path: Path, key: bytes, vault: OpenVault) -> None:
    for read_only in (False, True):
        connection = connect(path, key, read_only=read_only)
        found = [(question, str(connection.execute(question).fetchone()[0])) for question, _ in PROFILE]
        connection.close()

        assert found == list(PROFILE)


@pytest.mark.parametrize("setting", [question.removeprefix("PRAGMA ") for question, _ in PROFILE])
def test_a_library_that_does_not_take_a_setting_gets_no_vault(
    path: Path, key: bytes, vault: OpenVault, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    vault.close()
    other = tuple((question, "other" if question.endswith(setting) else value) for question, value in PROFILE)
    monkeypatch.setattr("counsellor_desk.vault.connection.PROFILE", other)

    with pytest.raises(ProfileRefused) as refusal:
        connect(path, key)

    assert refusal.value.params["setting"] == setting


# the figures' connection


@dataclass(frozen=True)
class Figures:
    """A connection as figures have it, and all columns of the vault it is on."""

    connection: Any
    columns: tuple[tuple[str, str], ...]


@pytest.fixture
def figures(vault: OpenVault, path: Path, key: bytes, case: CaseFile) -> Iterator[Figures]:
    contact = vault.book.add_contact(contact_of(case, codes=("H.LUI",)))
    vault.book.add_note(note_of(case, "geheim", contact=contact.id))
    connection = connect(path, key, read_only=True)
    listed = (
        "SELECT s.name, c.name FROM sqlite_schema AS s JOIN pragma_table_xinfo(s.name) AS c WHERE s.type != 'index'"
    )
    columns = tuple(connection.execute(listed).fetchall())
    connection.set_authorizer(guard.facts_only)
    yield Figures(connection, columns)
    connection.close()


def test_figures_read_the_fact_views_and_no_other_column_of_the_vault(figures: Figures) -> None:
    assert len(figures.columns) > 200
    for table, column in figures.columns:
        asked = " ".join(("SELECT", ".".join((quoted(table), quoted(column))), "FROM", quoted(table)))
        if table in guard.FACT_VIEWS:
            figures.connection.execute(" ".join(("SELECT * FROM", quoted(table)))).fetchall()
        else:
            refused(figures, asked)
            refused(figures, " ".join(("SELECT count(*) FROM", quoted(table))))
            refused(figures, " ".join((asked, "JOIN v_case_fact")))
            refused(figures, " ".join(("SELECT case_id, (", asked, ") FROM v_case_fact")))
            refused(figures, " ".join(("SELECT case_id FROM v_case_fact WHERE case_id IN (", asked, ")")))
            refused(figures, " ".join((asked, "UNION SELECT case_id FROM v_case_fact")))


def test_a_borrowed_view_name_shows_coded_columns_at_most(figures: Figures) -> None:
    seen = set()
    for table, column in figures.columns:
        borrowed = "WITH v_case_fact AS (SELECT {} AS x FROM {}) SELECT x FROM v_case_fact"
        try:
            figures.connection.execute(borrowed.format(quoted(column), quoted(table))).fetchall()
        except sqlcipher.Error:
            continue
        if table not in guard.FACT_VIEWS:
            seen.add(column)

    texts = {
        "body",
        "name",
        "number",
        "wish",
        "label",
        "reach",
        "safe_contact",
        "text",
        "remark",
        "pseudonym",
        "payload",
    }
    assert not seen & texts
    assert "figures_secret" not in seen


@pytest.mark.parametrize(
    "attack",
    [
        *ATTACKS,
        "SELECT * FROM note",
        "SELECT body FROM note_text",
        "SELECT snippet(note_text, 0, '', '', '', 9) FROM note_text",
        "SELECT * FROM sqlite_schema",
        "INSERT INTO setting VALUES ('a', 'b')",
        "DELETE FROM note",
        "UPDATE case_file SET consent_to_count = 'yes'",
        "DELETE FROM v_case_fact",
        "BEGIN IMMEDIATE",
        "SAVEPOINT s",
        "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 3) SELECT n FROM r",
        "EXPLAIN SELECT body FROM note",
        "PRAGMA query_only = OFF",
        "PRAGMA data_version",
        "SELECT json_group_array(code) FROM v_step_fact",
        "SELECT randomblob(8)",
    ],
)
def test_the_figures_connection_refuses(figures: Figures, attack: str) -> None:
    refused(figures, attack)


def test_figures_cannot_write_even_without_their_guard(vault: OpenVault, path: Path, key: bytes) -> None:
    connection = connect(path, key, read_only=True)

    with pytest.raises(sqlcipher.OperationalError, match="readonly"):
        connection.execute("INSERT INTO setting VALUES ('a', 'b')")

    connection.close()


def refused(figures: Figures, asked: str) -> None:
    with pytest.raises(sqlcipher.Error, match=REFUSED):
        figures.connection.execute(asked).fetchall()


def quoted(name: str) -> str:
    return '"' + name + '"'


# the guards alone: what SQLite would refuse anyway, they refuse as well


@pytest.mark.parametrize("action", [sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE])
@pytest.mark.parametrize("table", ["sqlite_schema", "SQLite_stat1"])
def test_the_working_guard_lets_nobody_write_into_tables_of_sqlite(action: int, table: str) -> None:
    assert guard.working(action, table, None, "main", None) == guard.DENY


@pytest.mark.parametrize("action", [sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE])
def test_the_working_guard_lets_rows_be_written(action: int) -> None:
    assert guard.working(action, "note", None, "main", None) == guard.OK


@pytest.mark.parametrize("table", ["destruction", "erased", "release"])
@pytest.mark.parametrize("action", [sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE])
def test_the_working_guard_lets_nobody_change_what_is_for_good(table: str, action: int) -> None:
    assert guard.working(action, table, None, "main", None) == guard.DENY
    assert guard.working(sqlcipher.SQLITE_INSERT, table, None, "main", None) == guard.OK


@pytest.mark.parametrize("name", [None, "", "key"])
@pytest.mark.parametrize("rule", [guard.working, guard.facts_only])
@pytest.mark.parametrize("action", [sqlcipher.SQLITE_PRAGMA, sqlcipher.SQLITE_ATTACH, sqlcipher.SQLITE_FUNCTION])
def test_what_has_no_name_or_another_one_is_refused(rule: Any, action: int, name: str | None) -> None:
    assert rule(action, name, name, "main", None) == guard.DENY


@pytest.mark.parametrize(
    ("table", "column", "via"),
    [(None, None, "v_case_fact"), ("note", "id", "v_case_fact"), ("case_file", "id", None), ("case_file", "id", "v")],
)
def test_figures_read_nothing_else(table: str | None, column: str | None, via: str | None) -> None:
    assert guard.facts_only(sqlcipher.SQLITE_READ, table, column, "main", via) == guard.DENY


@pytest.mark.parametrize("action", [sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE])
def test_the_guard_of_figures_lets_nothing_be_written(action: int) -> None:
    assert guard.facts_only(action, "v_case_fact", "id", "main", "v_case_fact") == guard.DENY
