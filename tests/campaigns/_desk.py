"""A desk on one machine: vault, header, backups and a keyring of files."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.custody import files
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import FolderFailed, KeyAbsent, KeyringFailed
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.custody.seal import Cost
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor, _KeyringCheck
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.migrate import MIGRATIONS, steps, version
from counsellor_desk.vault.rekey import forget_copy, has_key
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.vault.conftest import add_case

KEY = bytes(range(7, 39))
VAULT_ID = "5eed" * 8
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 14, 3)
STEP_ROWS = 400

_BASE = len(steps())
_STEP = """
CREATE TABLE step_{number} (id INTEGER PRIMARY KEY, body TEXT) STRICT;
INSERT INTO step_{number} (body)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) SELECT 'rij ' || i || hex(i) FROM n;
"""


class FileKeyring:
    """A keyring that outlives its user's processes, as a real one does: each item is written whole or not at all."""

    backend = "tests.FileKeyring"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> str:
        """Raises: KeyAbsent."""
        text = files.read_text(self._path(name))
        if text is None:
            raise KeyAbsent()
        return text

    def put(self, name: str, secret: str) -> None:
        """Keep it. Raises: KeyringFailed."""
        try:
            files.private_folder(self._folder)
            files.write_text(self._path(name), secret)
        except FolderFailed as error:
            raise KeyringFailed(**error.params) from error

    def delete(self, name: str) -> None:
        """Drop it."""
        files.remove(self._path(name))

    def _path(self, name: str) -> Path:
        return self._folder / name.replace("/", ".")


class Machine:
    """``home`` holds all that a power cut can hit; ``bench`` beside it holds the program's own schema steps."""

    def __init__(self, home: Path, bench: Path) -> None:
        self.home = home
        self.folder = home / "practice"
        self.vault = self.folder / VAULT_FILE
        self.backups = self.folder / "backups"
        self._bench = bench
        self._keyring = FileKeyring(home / "keyring")

    def custodian(self) -> Custodian:
        """Keeps the key under a passphrase that is quick to try."""
        return Custodian(
            self.folder,
            self._keyring,
            clock=lambda: time.time() * 1e6,  # no pause after a wrong passphrase is ever left
            cost=lambda: Cost(log_n=4, passes=1),
        )

    def door(self) -> RealDoor:
        """The program, started anew."""
        return RealDoor(self.folder, self.custodian(), LastSeen(self._keyring), lambda: TODAY)

    def program(self, more: int) -> Path:
        """The schema steps of a program that knows ``more`` than today's."""
        folder = self._bench / f"steps-{more}"
        if not folder.exists():
            made = self._bench / f"steps-{more}.new"
            shutil.rmtree(made, ignore_errors=True)
            shutil.copytree(MIGRATIONS, made)
            for number in range(1, more + 1):
                name = f"{_BASE + number:04}_more.sql"
                (made / name).write_text(_STEP.format(number=number, rows=STEP_ROWS), "utf-8")
            made.rename(folder)
        return folder

    def found(self) -> None:
        """The first run: key, vault, a first case, and at its end a first backup."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.custodian().establish(KEY, VAULT_ID, passphrase(0), TODAY)
        vault = create_vault(
            self.vault,
            KEY,
            practice=False,
            today=TODAY,
            vault_id=VAULT_ID,
            backup_plan=BackupPlan(self.backups, lambda: NOW),
        )
        self.custodian().settle()
        with vault.book.transaction():
            add_case(vault.book, vault.book.add_organisation(Organisation(OrganisationId(0), "O", "K.OMR", "W.250")))
        vault.close()

    def key(self, passphrase_number: int) -> bytes:
        """The key of the vault. Raises: what ``Custodian.unlock`` raises."""
        return self.custodian().unlock(passphrase(passphrase_number), partial(has_key, self.vault))

    def steps_taken(self, key: bytes) -> int:
        """How many steps beyond today's the vault has taken; it stays as it is."""
        with contextlib.closing(connect(self.vault, key, read_only=True)) as connection:
            return version(connection) - _BASE

    def open(self, key: bytes, more: int, clock: Callable[[], datetime] = lambda: NOW) -> OpenVault:
        """The vault, opened by a program that knows ``more`` steps than today's."""
        forget_copy(self.vault)
        return open_vault(
            self.vault,
            key,
            practice=False,
            migrations=self.program(more),
            rollback_check=_KeyringCheck(LastSeen(self._keyring)),
            backup_plan=BackupPlan(self.backups, clock),
        )


def hour(number: int) -> datetime:
    """When operation ``number`` is done; the clock of a desk never goes back between one process and the next."""
    return NOW + timedelta(hours=number)


def passphrase(number: int) -> str:
    """The passphrase operation ``number`` sets."""
    return f"stille wateren {number}"


def key_of(number: int) -> bytes:
    """The key operation ``number`` gives to the vault; 0 is the first run."""
    return hashlib.sha256(str(number).encode()).digest() if number else KEY
