"""Making, opening and closing a vault."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from counsellor_desk.casework.backups import PURGE_DAYS
from counsellor_desk.casework.progress import Progress, no_progress
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.ports import FIRST_BASE
from counsellor_desk.folders import keep_names, private_folder
from counsellor_desk.vault import guard
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.subject import BackupSubject
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.companions import companions, remove
from counsellor_desk.vault.connection import connect, refuse_damaged, refuse_plain, refuse_torn
from counsellor_desk.vault.facts import Facts
from counsellor_desk.vault.faults import (
    NotAVault,
    PracticeMismatch,
    VaultDamaged,
    VaultExists,
    VaultMissing,
    VaultReadOnly,
    translated,
)
from counsellor_desk.vault.journal import pages_in_journal, refuse_cut
from counsellor_desk.vault.ledger import OfficeKeys, VaultLedger
from counsellor_desk.vault.lock import VaultLock
from counsellor_desk.vault.migrate import MIGRATIONS, migrate, pending, version
from counsellor_desk.vault.rollback import FileState, RollbackCheck, digest_of, file_state_of, is_in_journal
from counsellor_desk.vault.seals import Seals
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.timekeeping import LAST_USED, VaultTimekeeper
from counsellor_desk.vault.verified_copy import copy_before_migration

MARKER = "counsellor desk"
_SECRET_BYTES = 32
_PRACTICE_SECRET = b"a practice is the same every day".ljust(_SECRET_BYTES)  # invented cases have nothing to hide
COUNT_SECONDS = 15.0
CLOSING_SECONDS = 5.0
_COUNT = "UPDATE vault SET generation = generation + 1"
_FOUND = """
INSERT INTO vault (id, marker, vault_id, created_on, practice, figures_secret)
VALUES (1, :marker, :vault_id, :created_on, :practice, :secret)
"""
_FIRST_USE = "INSERT INTO setting (key, value) VALUES (:key, :value)"


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """That backups are made, and where unless a folder is chosen. ``purge_days`` is how long one may stay that cannot
    be cleared of what was destroyed. ``clock`` is the computer's, which the vault judges."""

    home: Path
    clock: Callable[[], datetime] = datetime.now
    purge_days: int = PURGE_DAYS

    def of(
        self,
        path: Path,
        key: bytes,
        vault_id: str,
        generation: int,
        session: Session,
        migrations: Path,
        clock: VaultTimekeeper,
    ) -> VaultBackups:
        """Who keeps the backups of the vault at ``path``."""
        subject = BackupSubject(path, key, vault_id, generation, self.home, migrations, self.purge_days)
        return VaultBackups(subject, session, clock)


@dataclass
class OpenVault:
    """A vault that is open in this process and in no other. Belongs to the thread that opened it.

    ``generation`` is what it counted when it was opened. It counts on at every opening, and after a change when the
    last count is a while ago; it is remembered outside the file, so that an older copy is told from the newest.
    """

    practice: bool
    vault_id: str
    generation: int
    book: Book
    facts: Facts
    ledger: VaultLedger
    clock: VaultTimekeeper
    session: Session = field(repr=False)  # of the working connection
    _path: Path = field(repr=False)
    _key: bytes = field(repr=False)
    _seals: Seals = field(repr=False)
    _lock: VaultLock = field(repr=False)
    _rollback_check: RollbackCheck | None = field(repr=False)
    _count: int = field(repr=False)
    _counted_at: float = field(default_factory=time.monotonic, repr=False)
    backups: VaultBackups | None = field(default=None, repr=False)
    _closed: bool = field(default=False, repr=False)

    def close(self, seconds: float = CLOSING_SECONDS) -> None:
        """Everything into the one file, then close and let others open it. Safe to call twice.

        A backup that is not made within ``seconds`` is made after the next opening; of a damaged vault none is made.
        """
        if self._closed:
            return
        self._closed = True
        with contextlib.ExitStack() as last:
            last.callback(self._lock.release)
            try:
                self._close_connections(seconds)
            except VaultDamaged:  # the connection that met it writes no more
                self._write_out_journal()
            if self.backups is not None:
                self.backups.after_close(self._count)
            if self._rollback_check is not None:
                with translated():
                    self._rollback_check.remember(FileState(self.vault_id, self._count, digest_of(self._path)))

    def _close_connections(self, seconds: float) -> None:
        with contextlib.ExitStack() as connections:
            connections.callback(self._seals.close)
            connections.callback(self.session.close)
            self.facts.close()
            if self.backups is not None:
                self.backups.at_close(seconds)
            with contextlib.suppress(DeskError):  # an older mark asks a question too many, and that is all
                self.clock.keep()
            self.session.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def _write_out_journal(self) -> None:
        """What was saved goes into the file; a damaged page stays as it is."""
        with (
            contextlib.suppress(DeskError),
            translated(),
            contextlib.closing(connect(self._path, self._key)) as fresh,
        ):
            fresh.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def check_pages(self, progress: Progress = no_progress) -> None:
        """Look at the seal of every page, which the opening leaves to this. Takes a second for 200 MB; on any thread.

        Raises: VaultDamaged; Cancelled, also when the vault is closed meanwhile.
        """
        self._seals.check(progress)

    def count_on(self) -> None:
        """Called after every change: keep when that was; count, and have it remembered, if the last count is old.

        What was acknowledged stays so whatever comes of the count; a vault ahead of what is remembered is the newest.
        """
        if time.monotonic() - self._counted_at < COUNT_SECONDS:
            return
        self._counted_at = time.monotonic()
        with contextlib.suppress(DeskError):
            self.clock.keep()
            if self._rollback_check is not None:
                self.session.change(_COUNT, ())
                self._count = self.session.value("SELECT generation FROM vault")
                self._rollback_check.remember(FileState(self.vault_id, self._count))


def create_vault(
    path: Path,
    key: bytes,
    *,
    practice: bool,
    today: date,
    vault_id: str | None = None,
    migrations: Path = MIGRATIONS,
    office_key: OfficeKeys | None = None,
    first_base: int = FIRST_BASE,
    rollback_check: RollbackCheck | None = None,
    backup_plan: BackupPlan | None = None,
) -> OpenVault:
    """A new, empty vault at ``path``, open. It is built under another name, so that it is there whole or not at all.

    A folder that is not there yet is made, for its owner only.
    Raises: VaultExists when anything is there, even a leftover of a journal; DiskFull, VaultReadOnly, VaultIoFailed.
    """
    refuse_existing(path)
    with translated():
        private_folder(path.parent)
        lock = VaultLock(path)
    with _let_go_on_failure(lock), translated():
        refuse_existing(path)
        new = path.with_name(path.name + ".new")
        try:
            now = backup_plan.clock() if backup_plan else datetime.combine(today, datetime.min.time())
            _build(new, key, practice, today, now, vault_id or uuid4().hex, migrations)
            refuse_existing(path)  # a sync program or a hand may have put something there meanwhile
            new.rename(path)
        finally:
            remove(new)
        keep_names(path.parent)
        return _open(path, key, practice, lock, migrations, office_key, first_base, rollback_check, backup_plan)


def open_vault(
    path: Path,
    key: bytes,
    *,
    practice: bool,
    migrations: Path = MIGRATIONS,
    office_key: OfficeKeys | None = None,
    first_base: int = FIRST_BASE,
    rollback_check: RollbackCheck | None = None,
    backup_plan: BackupPlan | None = None,
) -> OpenVault:
    """The vault at ``path``, proven, migrated (after a verified copy was put beside it) and locked to this process.

    Whoever opens it has every page looked at by ``check_pages``, beside other work; until then SQLCipher looks at the
    pages that are read. All are looked at before where more is at stake: before a migration, and before a journal
    that was left by a crash is written into the file.
    Without ``office_key`` nothing can be published from it, without ``backup_plan`` no backups are made of it.
    ``rollback_check`` judges the vault before anything is written; what it raises goes to the caller.

    Raises: VaultMissing, NotAVault, WrongKey, VaultDamaged, VaultTooNew, VaultReadOnly, VaultBusy,
        PracticeMismatch, DiskFull, VaultIoFailed. None of them changes the file.
    """
    with translated():
        path = path.resolve()  # one lock for one file, by whatever name it was asked for
        if not path.exists():
            raise VaultMissing()
        refuse_plain(path)
        _refuse_read_only(path)
        lock = VaultLock(path)
    with _let_go_on_failure(lock), translated():
        examine(path, key, practice, migrations, rollback_check, whole=False)
        return _open(path, key, practice, lock, migrations, office_key, first_base, rollback_check, backup_plan)


def examine(
    path: Path,
    key: bytes,
    practice: bool,
    migrations: Path = MIGRATIONS,
    rollback_check: RollbackCheck | None = None,
    *,
    whole: bool = True,
) -> None:
    """Whether the file may be opened, asked over a connection that cannot write, not even what waits in the journal.

    Without ``whole`` not every page is looked at, unless a migration or a journal waits. Leaves nothing beside the
    file that was not there before. Raises: as ``open_vault``.
    """
    refuse_cut(path)
    new = [companion for companion in companions(path) if not companion.exists()]
    try:
        with contextlib.closing(connect(path, key, read_only=True)) as connection:
            waits = bool(pending(connection, migrations))
            _prove(connection, practice)
            in_journal = pages_in_journal(path)
            if whole or waits or in_journal:
                refuse_damaged(connection, in_journal)
            else:
                refuse_torn(path)
                VaultTimekeeper(Session(connection), None)  # reads what the opening will read, before it writes
            if rollback_check is not None:
                _check_rollback(rollback_check, connection, path)
    finally:
        for companion in new:
            companion.unlink(missing_ok=True)


def _check_rollback(rollback_check: RollbackCheck, connection: Any, path: Path) -> None:
    """A damaged file is not what it was either, and is called by its own name."""
    try:
        rollback_check.check(file_state_of(connection, path))
    except DeskError:
        refuse_damaged(connection, pages_in_journal(path))
        raise


def _open(
    path: Path,
    key: bytes,
    practice: bool,
    lock: VaultLock,
    migrations: Path,
    office_key: OfficeKeys | None,
    first_base: int,
    rollback_check: RollbackCheck | None,
    backup_plan: BackupPlan | None,
) -> OpenVault:
    with contextlib.ExitStack() as on_failure:
        connection = connect(path, key)
        on_failure.callback(connection.close)
        if is_in_journal(path):  # after a crash: only now can the pages be looked at that stood in the journal
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            refuse_damaged(connection)
        waits = pending(connection, migrations)
        if waits:
            copy_before_migration(connection, path, key, version(connection))
        connection.execute(_COUNT)  # before anything else is written: who counts higher is newer
        if waits:
            migrate(connection, migrations)
        connection.set_authorizer(guard.working)
        session = Session(connection)
        vault_id, generation = session.rows("SELECT vault_id, generation FROM vault")[0]
        clock = VaultTimekeeper(session, backup_plan.clock if backup_plan else None)
        clock.keep()
        backups = backup_plan.of(path, key, vault_id, generation, session, migrations, clock) if backup_plan else None
        seals = Seals(path, key)
        on_failure.pop_all()
    vault = OpenVault(
        practice=practice,
        vault_id=vault_id,
        generation=generation,
        book=Book(session, clock),
        facts=Facts(path, key),
        ledger=VaultLedger(session, clock, practice=practice, office_key=office_key, first_base=first_base),
        clock=clock,
        session=session,
        _path=path,
        _key=key,
        _seals=seals,
        _lock=lock,
        _rollback_check=rollback_check,
        _count=generation,
        backups=backups,
    )
    session.after_commit = vault.count_on
    if rollback_check is not None:
        rollback_check.remember(FileState(vault_id, generation))
    return vault


def _prove(connection: Any, practice: bool) -> None:
    """That this is one of our vaults, and of the kind it was opened as."""
    if version(connection) == 0:
        raise NotAVault()
    row = connection.execute("SELECT marker, practice FROM vault").fetchone()
    if row is None or row[0] != MARKER:
        raise NotAVault()
    if bool(row[1]) != practice:
        raise PracticeMismatch()


def _build(
    new: Path, key: bytes, practice: bool, today: date, now: datetime, vault_id: str, migrations: Path
) -> None:
    remove(new)  # left behind by a process that was killed while creating; it never held a case
    handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    os.close(handle)
    new.chmod(0o600)  # whatever the umask says; SQLite gives its journals the rights of the file
    with contextlib.closing(connect(new, key, new=True)) as connection:
        migrate(connection, migrations)
        founding = {
            "marker": MARKER,
            "vault_id": vault_id,
            "created_on": today.isoformat(),
            "practice": int(practice),
            "secret": _PRACTICE_SECRET if practice else secrets.token_bytes(_SECRET_BYTES),
        }
        connection.execute(_FOUND, founding)
        connection.execute(_FIRST_USE, {"key": LAST_USED, "value": now.isoformat()})
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def refuse_existing(path: Path) -> None:
    """Raises: VaultExists when anything is there, even a leftover of a journal."""
    if any(map(os.path.lexists, (path, *companions(path)))):
        raise VaultExists()


def _refuse_read_only(path: Path) -> None:
    """A file marked read-only stays so, even for somebody whom the system would let write."""
    marked = not path.stat().st_mode & stat.S_IWUSR
    if marked or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise VaultReadOnly()


@contextlib.contextmanager
def _let_go_on_failure(lock: VaultLock) -> Iterator[None]:
    try:
        yield
    except BaseException:
        lock.release(and_forget=True)
        raise
