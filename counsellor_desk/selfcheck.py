"""Whether this machine can hold a vault. Every finding is a code and a state; nothing about cases is looked at."""

from __future__ import annotations

import errno
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from counsellor_desk.custody.errors import FolderFailed
from counsellor_desk.custody.keystore import KeyStore, try_out
from counsellor_desk.custody.place import refuse_shared
from counsellor_desk.errors import DeskError
from counsellor_desk.policy import PolicyReading
from counsellor_desk.vault.vault import create_vault, open_vault


class Severity(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    REMARK = "remark"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``detail`` is a code, never a path or a name."""

    subject: str
    state: Severity
    detail: str


def look(folder: Path, store: KeyStore, today: date, reading: PolicyReading) -> tuple[Finding, ...]:
    """All findings for a vault in ``folder`` with its key in ``store``, and the policy of the machine. Leaves nothing
    behind."""
    return (
        _named("keyring", lambda: _keyring(store)),
        _named("encryption", lambda: _encryption(today)),
        _named("folder", lambda: _folder(folder)),
        _disk(folder),
        *_policy(reading),
        Finding("language", Severity.OK, f"python {sys.version_info[0]}.{sys.version_info[1]}"),
    )


def _named(subject: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(subject, Severity.OK, check())
    except DeskError as trouble:
        return Finding(subject, Severity.FAIL, trouble.code)


def _keyring(store: KeyStore) -> str:
    """A random item goes in, comes back, and is taken out."""
    try_out(store)
    return store.backend.rpartition(".")[2]


def _encryption(today: date) -> str:
    """A scratch vault is made, opened again with its key, and unreadable on disk."""
    with tempfile.TemporaryDirectory() as scratch:
        path, key = Path(scratch) / "scratch.vault", secrets.token_bytes(32)
        create_vault(path, key, practice=True, today=today, vault_id=uuid4().hex).close()
        open_vault(path, key, practice=True).close()
        if path.read_bytes()[:6] == b"SQLite":
            raise DeskError
    return "sqlcipher"


def _folder(folder: Path) -> str:
    """A folder on a disk of this machine, which we may write and nobody copies."""
    refuse_shared(folder)
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not os.access(there, os.W_OK):
        raise FolderFailed(errno=errno.EACCES)
    return "writable"


def _policy(reading: PolicyReading) -> Iterator[Finding]:
    """What is in force, and what of the file is not."""
    if not reading.there:
        yield Finding("policy", Severity.OK, "none")
        return
    for one in fields(reading.policy):
        whose = "set" if one.name in reading.is_set else "own"
        yield Finding("policy", Severity.OK, f"{one.name}={getattr(reading.policy, one.name)} {whose}".lower())
    for remark in reading.remarks:
        yield Finding("policy", Severity.REMARK, f"{remark.why}:{remark.key}" if remark.key else remark.why)


def _disk(folder: Path) -> Finding:
    """Whether the disk below ``folder`` is encrypted, where the system says so without being asked for rights."""
    if sys.platform != "linux":
        return Finding("disk", Severity.REMARK, "ask_it")
    there = next(place for place in (folder, *folder.parents) if place.exists())
    device = there.stat().st_dev
    mapped = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}/dm/uuid")
    encrypted = mapped.is_file() and mapped.read_text("ascii").startswith("CRYPT-")
    return Finding(
        "disk", *((Severity.OK, "encrypted") if encrypted else (Severity.REMARK, "not_known_to_be_encrypted"))
    )
