"""Schema steps: forwards only, each whole or absent, and a vault of every step opens for good."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

import counsellor_desk.vault
from counsellor_desk.vault import verified_copy
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.faults import VaultDamaged, VaultTooNew
from counsellor_desk.vault.health import health
from counsellor_desk.vault.migrate import MIGRATIONS, migrate, pending, schema, steps, version
from counsellor_desk.vault.vault import create_vault, open_vault
from tests.museum import make
from tests.vault.conftest import TODAY, flip, listing, pages

ROOM = Path(counsellor_desk.vault.__file__).parent
GROW = "ALTER TABLE organisation ADD COLUMN website TEXT;\nCREATE TABLE guest (id INTEGER PRIMARY KEY) STRICT;\n"


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The steps of a later version of the program: today's and one more."""
    folder = tmp_path / "later"
    shutil.copytree(MIGRATIONS, folder)
    (folder / f"{len(steps()) + 1:04}_grow.sql").write_text(GROW)
    return folder


def test_the_schema_file_says_what_the_steps_make(closed: Path, key: bytes) -> None:
    connection = connect(closed, key)
    made = schema(connection)
    connection.close()

    assert (ROOM / "schema.sql").read_text("utf-8") == made, "regenerate with: python -m tests.museum.make"


def test_a_released_step_is_never_edited() -> None:
    frozen = dict(line.split()[::-1] for line in (ROOM / "migrations" / "frozen.sha256").read_text().splitlines())
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in steps()}

    assert {name: found[name] for name in frozen} == frozen
    assert set(found) - set(frozen) <= {steps()[-1].name}, "only the newest step may still change"


def test_a_vault_ahead_of_the_program_is_refused(closed: Path, key: bytes) -> None:
    connection = connect(closed, key)
    connection.execute("PRAGMA user_version = 9999")

    with pytest.raises(VaultTooNew):
        pending(connection)

    connection.close()


@pytest.mark.parametrize("step", steps(), ids=lambda path: path.stem)
def test_each_step_has_a_vault_from_its_time(step: Path) -> None:
    assert make.piece(int(step.name[:4])).is_file(), "make it with: python -m tests.museum.make"


@pytest.mark.parametrize("step", steps(), ids=lambda path: path.stem)
def test_a_vault_of_every_step_opens_with_all_it_holds(step: Path, tmp_path: Path) -> None:
    path = tmp_path / "desk.vault"
    shutil.copy(make.piece(int(step.name[:4])), path)

    vault = open_vault(path, make.KEY, practice=False)

    case = vault.book.case_by_number("26-001")
    assert case is not None
    assert vault.book.search(make.WORDS)[0].case == case.id
    assert health(vault).is_sound
    vault.close()


def test_a_pending_step_is_taken_when_opening_and_nothing_is_lost(closed: Path, key: bytes, later: Path) -> None:
    vault = open_vault(closed, key, practice=False, migrations=later)

    assert vault.session.value("SELECT count(website) FROM organisation") == 0
    assert vault.session.value("SELECT count(*) FROM note") == 40
    assert health(vault).is_sound
    vault.close()


def test_a_verified_copy_is_put_beside_the_vault_before_its_schema_changes(
    closed: Path, key: bytes, later: Path
) -> None:
    open_vault(closed, key, practice=False, migrations=later).close()

    copy = closed.with_name(f"desk.vault.before-{len(steps()) + 1:04}")
    assert copy.stat().st_mode & 0o077 == 0
    old = open_vault(copy, key, practice=False)
    assert old.session.value("SELECT count(*) FROM note") == 40
    old.close()


def test_no_copy_is_made_when_nothing_is_pending(closed: Path, key: bytes) -> None:
    open_vault(closed, key, practice=False).close()

    assert sorted(listing(closed.parent)) == ["desk.vault", "desk.vault.lock"]


def test_a_copy_that_is_not_whole_stops_the_step(
    closed: Path, key: bytes, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = listing(closed.parent)
    monkeypatch.setattr(verified_copy, "_IDENTITY", "SELECT random()")

    with pytest.raises(VaultDamaged):
        open_vault(closed, key, practice=False, migrations=later)

    assert listing(closed.parent) == before


def test_a_vault_with_a_damaged_page_takes_no_step(closed: Path, key: bytes, later: Path) -> None:
    for page in pages(closed):
        flip(closed, page)
        before = listing(closed.parent)
        with pytest.raises(VaultDamaged):
            open_vault(closed, key, practice=False, migrations=later)
        assert listing(closed.parent) == before
        flip(closed, page)


def test_a_step_that_fails_leaves_the_vault_at_the_step_before(closed: Path, key: bytes, later: Path) -> None:
    (later / f"{len(steps()) + 1:04}_grow.sql").write_text(GROW + "INSERT INTO nowhere VALUES (1);\n")

    with pytest.raises(sqlcipher.OperationalError, match="nowhere"):
        open_vault(closed, key, practice=False, migrations=later)

    vault = open_vault(closed, key, practice=False)
    assert vault.session.value("PRAGMA user_version") == len(steps())
    vault.close()


def test_a_script_that_ends_its_transaction_too_soon_fails_without_a_second_fault(
    path: Path, key: bytes, tmp_path: Path
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "0001_odd.sql").write_text("CREATE TABLE t (x);\nCOMMIT;\nINSERT INTO nowhere VALUES (1);\n")
    path.parent.mkdir()
    path.touch()
    connection = connect(path, key, new=True)

    with pytest.raises(sqlcipher.OperationalError, match="nowhere"):
        migrate(connection, folder)

    connection.close()


def test_a_gap_in_the_numbers_is_a_mistake_of_ours(tmp_path: Path) -> None:
    (tmp_path / "0001_first.sql").touch()
    (tmp_path / "0003_third.sql").touch()

    with pytest.raises(ValueError, match="without a gap"):
        steps(tmp_path)


def test_a_new_file_has_every_step_before_it_and_a_vault_none(path: Path, key: bytes) -> None:
    path.parent.mkdir()
    path.touch()
    connection = connect(path, key, new=True)

    assert (version(connection), pending(connection)) == (0, steps())
    migrate(connection)
    assert (version(connection), pending(connection)) == (len(steps()), ())

    connection.close()


def test_a_creation_that_fails_leaves_nothing(path: Path, key: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "0001_first.sql").write_text("CREATE TABLE vault (x);\n")

    with pytest.raises(sqlcipher.OperationalError):
        create_vault(path, key, practice=False, today=TODAY, migrations=folder)

    assert list(path.parent.iterdir()) == []
