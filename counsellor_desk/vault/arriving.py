"""A vault that comes from elsewhere: a backup on a stick, the file of a computer that is no more.

It is copied onto the disk of this computer and proven there, in a folder of its own beside the vault's place, and
gets the name of the vault only when it is whole and there is none. A damaged one is put aside before, as it is, under
another name. The file it came from is only read.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from counsellor_desk.casework.backups import BackupMissing, Contents
from counsellor_desk.casework.progress import Progress, no_progress
from counsellor_desk.errors import DeskError
from counsellor_desk.folders import keep_names, private_folder
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.backups.contents import contents
from counsellor_desk.vault.backups.restoring import KEPT, free_name
from counsellor_desk.vault.backups.rotation import made_at
from counsellor_desk.vault.companions import ENDS, companions
from counsellor_desk.vault.connection import could_be_vault, refuse_plain
from counsellor_desk.vault.faults import NotAVault, VaultDamaged, translated
from counsellor_desk.vault.health import health
from counsellor_desk.vault.lock import VaultLock
from counsellor_desk.vault.vault import examine, open_vault, refuse_existing

_JOURNAL = "-wal"


def written_at(file: Path) -> datetime:
    """When the file was made, as a backup's name says it; of another file, when it was last written.

    Raises: BackupMissing, NotAVault, VaultDamaged, VaultIoFailed.
    """
    with translated():
        if not file.exists():
            raise BackupMissing()
        refuse_plain(file)
        if not could_be_vault(file):
            raise NotAVault()
        changed = datetime.fromtimestamp(int(file.stat().st_mtime), UTC).astimezone()
        return made_at(file.name) or changed.replace(tzinfo=None)


def look_into(file: Path, vault: Path, key: bytes, progress: Progress) -> Contents:
    """What is in the vault that ``file`` is. Nothing stays behind.

    Raises: BackupMissing, NotAVault, WrongKey, VaultDamaged, VaultTooNew, PracticeMismatch, DiskFull, VaultReadOnly,
        VaultIoFailed, and what ``progress`` raises.
    """
    with _copied(file, vault, progress) as copy:
        return _prove(copy, key)


def is_damaged(vault: Path, key: bytes) -> bool:
    """Whether there is a vault of this key that cannot be opened because a part of it is damaged."""
    try:
        with translated():
            refuse_plain(vault)
            examine(vault, key, practice=False)
    except VaultDamaged:
        return True
    except DeskError:
        pass
    return False


def bring_in(file: Path, vault: Path, key: bytes, progress: Progress, now: Callable[[], datetime]) -> None:
    """Puts a proven copy of ``file`` at ``vault``, where there is none or a damaged one. It is closed.

    Raises: VaultExists, VaultBusy, and as ``look_into``.
    """
    with _copied(file, vault, progress) as copy:
        last_on = _prove(copy, key).last_on or date.min
        with contextlib.ExitStack() as last, translated():
            lock = VaultLock(vault)
            last.callback(lock.release)
            if is_damaged(vault, key):
                _put_aside(vault, max(now(), datetime.combine(last_on, time())))  # a slow clock makes it no older
            refuse_existing(vault)
            copy.rename(vault)
            keep_names(vault.parent)


def _put_aside(vault: Path, at: datetime) -> None:
    """What belongs to it goes first: nothing of it may ever lie beside another vault.

    It is kept as a vault that gave way to a restored one is (``backups.clearing``).
    """
    kept = free_name(vault, KEPT, at)
    for end, companion in zip(ENDS, companions(vault), strict=True):
        with contextlib.suppress(FileNotFoundError):
            companion.rename(kept.with_suffix("." + end[1:]))
    vault.rename(kept)


@contextlib.contextmanager
def _copied(file: Path, vault: Path, progress: Progress) -> Iterator[Path]:
    """A copy of ``file`` on the disk of ``vault``, with the journal that lies beside it."""
    folder = vault.with_name(vault.name + ".coming")
    with translated():
        if not file.exists():
            raise BackupMissing()
        private_folder(vault.parent)
        shutil.rmtree(folder, ignore_errors=True)  # left behind by a process that was killed
        private_folder(folder)
    try:
        with translated():
            copy = folder / vault.name
            journal = file.with_name(file.name + _JOURNAL)
            if journal.is_file():
                copying.write(journal, copy.with_name(copy.name + _JOURNAL), no_progress)
            copying.write(file, copy, progress)
        yield copy
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prove(copy: Path, key: bytes) -> Contents:
    """Opens the copy, which brings it to today's schema and empties its journal, and looks at all of it."""
    opened = open_vault(copy, key, practice=False)
    try:
        if not health(opened).is_sound:
            raise VaultDamaged()
        return contents(opened.session)
    finally:
        opened.close()
