"""What was acknowledged is there: after a kill at any moment, and after the disk filled up."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from counsellor_desk.errors import DeskError
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.faults import DiskFull
from counsellor_desk.vault.health import health
from counsellor_desk.vault.migrate import MIGRATIONS, steps, version
from counsellor_desk.vault.vault import OpenVault, create_vault, open_vault
from tests.vault.conftest import TODAY, fill

KILLS = 20
BASE = len(steps())
SLOW_STEP = """
CREATE TABLE slow (id INTEGER PRIMARY KEY, body TEXT) STRICT;
INSERT INTO slow (body)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT 'rij ' || i FROM n;
"""
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX: limits, signals and mounts")


def writer(path: Path, key: bytes, most_bytes: int = 0) -> subprocess.Popen[str]:
    return start("tests.vault.writer", path, key, str(most_bytes))


def start(module: str, path: Path, key: bytes, more: str) -> subprocess.Popen[str]:
    """A process of its own that works on the vault."""
    command = [sys.executable, "-m", module, str(path), more]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    process.stdin.write(key.hex() + "\n")
    process.stdin.close()
    return process


def assert_kept(vault: OpenVault, acknowledged: list[list[str]]) -> None:
    """Every acknowledged note is there in its last acknowledged wording, and the vault is whole."""
    states = {int(number): said for said, number in (line for line in acknowledged if line[0] != "refused")}
    found = dict(vault.session.rows("SELECT id, revision FROM note"))
    assert not [number for number, said in states.items() if found.get(number, -1) < (said == "amended")]
    assert vault.session.value("SELECT count(*) FROM note_revision") == sum(found.values())
    assert health(vault).is_sound


@posix_only
def test_no_acknowledged_save_is_lost_by_a_kill(path: Path, key: bytes) -> None:
    create_vault(path, key, practice=False, today=TODAY).close()
    chance = Random(4)
    acknowledged: list[list[str]] = []
    for _ in range(KILLS):
        process = writer(path, key)
        assert process.stdout is not None
        with process, process.stdout as said:
            for _ in range(chance.randrange(1, 60)):
                acknowledged.append(said.readline().split())
            process.kill()
            acknowledged += [line.split() for line in said.read().splitlines(keepends=True) if line.endswith("\n")]

        vault = open_vault(path, key, practice=False)  # the lock died with the process
        assert_kept(vault, acknowledged)
        vault.close()
    assert len(acknowledged) > KILLS


@posix_only
def test_a_schema_step_cut_short_is_whole_or_absent(path: Path, key: bytes, tmp_path: Path) -> None:
    later = tmp_path / "later"
    shutil.copytree(MIGRATIONS, later)
    (later / f"{BASE + 1:04}_slow.sql").write_text(SLOW_STEP)
    vault = create_vault(path, key, practice=False, today=TODAY)
    fill(vault.book)
    vault.close()
    before = path.read_bytes()
    chance = Random(5)
    for _ in range(10):
        for left in path.parent.iterdir():
            left.unlink()
        path.write_bytes(before)
        with start("tests.vault.migrator", path, key, str(later)) as process:
            assert process.stdout is not None
            process.stdout.readline()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=chance.uniform(0, 0.25))
            process.kill()

        connection = connect(path, key)
        tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'slow'").fetchone()[0]
        assert version(connection) == BASE + tables
        assert tables == 0 or connection.execute("SELECT count(*) FROM slow").fetchone() == (100_000,)
        connection.close()
        vault = open_vault(path, key, practice=False, migrations=later)
        assert vault.session.value("SELECT count(*) FROM note") == 40
        assert health(vault).is_sound
        vault.close()


@posix_only
@pytest.mark.parametrize("room", [1, 4_096, 70_000, 300_000])
def test_no_acknowledged_save_is_lost_when_a_file_may_not_grow(path: Path, key: bytes, room: int) -> None:
    create_vault(path, key, practice=False, today=TODAY).close()

    with writer(path, key, path.stat().st_size + room) as process:
        assert process.stdout is not None
        acknowledged = [line.split() for line in process.stdout]

    assert acknowledged[-1:] in ([], [["refused", "vault.io_failed"]])
    vault = open_vault(path, key, practice=False)
    assert_kept(vault, acknowledged)
    vault.close()


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root on Linux to mount a small disk")
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("needs root that may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def fill_until_refused(vault: OpenVault) -> int:
    """The number of notes that were acknowledged before the disk was full."""
    for times in range(1_000):
        try:
            fill(vault.book)
        except DiskFull:
            return times * 40
    raise AssertionError("the disk never filled up")


def test_a_full_disk_is_named_and_what_was_acknowledged_stays(tmp_path: Path, key: bytes) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        path = disk / "desk.vault"
        vault = create_vault(path, key, practice=False, today=TODAY)
        kept = fill_until_refused(vault)
        assert vault.session.value("SELECT count(*) FROM note") == kept > 0  # still readable, still open

        with contextlib.suppress(DeskError):
            vault.close()
        copy = tmp_path / "desk.vault"
        for end in ("", "-wal"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copy(str(path) + end, str(copy) + end)
    vault = open_vault(copy, key, practice=False)
    assert vault.session.value("SELECT count(*) FROM note") == kept
    assert health(vault).is_sound
    vault.close()


def test_a_vault_is_not_half_created_on_a_full_disk(tmp_path: Path, key: bytes) -> None:
    with small_disk(tmp_path / "disk", "200k") as disk:
        with pytest.raises(DiskFull):
            create_vault(disk / "desk.vault", key, practice=False, today=TODAY)

        assert list(disk.iterdir()) == []
