"""The one place where a connection to a vault is opened: keyed, with its safety settings asserted."""

from __future__ import annotations

import hashlib
import hmac
import re
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.vault.faults import NotAVault, ProfileRefused, VaultDamaged, WrongKey
from counsellor_desk.vault.guard import PATIENT

KEY_BYTES = 32
PAGE = 4096
SALT_BYTES = 16
_PLAIN = b"SQLite format 3\0"
_PAGE_NUMBER = re.compile(r"page (\d+)")
_NEAR = 24  # bits; two unrelated salts differ in 64 +- 6 of their 128 bits

# Source: SQLite's documentation of pragmas and SQLCipher's API. WAL with FULL keeps every acknowledged commit
# through a power cut; secure_delete overwrites what is deleted; temp_store 2 keeps sorting out of plain temp files.
_SETTINGS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-64000",
    PATIENT,
)
PROFILE: tuple[tuple[str, str], ...] = (
    ("PRAGMA journal_mode", "wal"),
    ("PRAGMA synchronous", "2"),
    ("PRAGMA secure_delete", "1"),
    ("PRAGMA foreign_keys", "1"),
    ("PRAGMA trusted_schema", "0"),
    ("PRAGMA temp_store", "2"),
    ("PRAGMA cell_size_check", "1"),
    ("PRAGMA cache_size", "-64000"),
    ("PRAGMA mmap_size", "0"),
    ("PRAGMA cipher_page_size", "4096"),
    ("PRAGMA cipher_use_hmac", "1"),
)

Connection = sqlcipher.Connection


def connect(path: Path, key: bytes, *, new: bool = False, read_only: bool = False, finished: bool = False) -> Any:
    """A keyed connection to the file at ``path``, its profile asserted, in autocommit; no table is read yet.

    ``new`` sets up an empty file. ``finished`` is for a copy that nobody writes any more: it is read without a lock,
    a journal or any other file beside it, so also from a medium that cannot be written. The key goes to SQLCipher as
    a raw key and never becomes SQL text.
    Raises: WrongKey, NotAVault, VaultDamaged, ProfileRefused, and what ``translated`` names.
    """
    if len(key) != KEY_BYTES:
        raise WrongKey()
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rw") + ("&immutable=1" if finished else "")
    connection = sqlcipher.connect(uri, uri=True, isolation_level=None, cached_statements=256)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        connection.set_key(_raw_key(key, salt_of(key) if new else b""))
        if new:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
        _unlock(connection, path, key)
        for setting in _SETTINGS:
            connection.execute(setting).fetchall()
        if read_only:
            connection.execute("PRAGMA query_only=ON").fetchall()
        _assert_profile(connection, PROFILE[1:] if finished else PROFILE)
    except BaseException:
        connection.close()
        raise
    return connection


def salt_of(key: bytes) -> bytes:
    """The 16 bytes a vault of this key begins with: a fingerprint by which damage and a wrong key differ.

    SQLCipher keeps its salt unencrypted at the start of the file. With a random raw key the salt protects
    nothing by itself, so it may as well be a keyed hash that says whose file this is.
    """
    return hmac.digest(key, b"counsellor-desk vault salt 1", hashlib.sha256)[:SALT_BYTES]


def is_salted_by(salt: bytes, key: bytes) -> bool:
    """Whether a file that begins with ``salt`` is one of ``key``, be some of its bits damaged."""
    return _bits_apart(salt, salt_of(key)) <= _NEAR


def refuse_plain(path: Path) -> None:
    """Raises: NotAVault for an unencrypted SQLite database or a folder, VaultDamaged for an empty file."""
    if not path.is_file():
        raise NotAVault()
    with path.open("rb") as file:
        start = file.read(len(_PLAIN))
    if start == _PLAIN:
        raise NotAVault()
    if not start:
        raise VaultDamaged()


def could_be_vault(path: Path) -> bool:
    """Whether the file has the size and the even mix of bytes of an encrypted one; which, only a key can say."""
    with path.open("rb") as file:
        return _is_mixed(file.read(PAGE)) and not path.stat().st_size % PAGE


def refuse_damaged(connection: Any, in_journal: frozenset[int] = frozenset()) -> None:
    """Every page of the file carries the seal it was written with; those ``in_journal`` are not read from the file.

    Half a second for 200 MB. Raises: VaultDamaged.
    """
    if any(page not in in_journal for page in damaged_pages(connection)):
        raise VaultDamaged()


def damaged_pages(connection: Any) -> list[int]:
    """The pages of the file, counted from 1, that do not carry the seal they were written with; 0 for one without a
    number."""
    found = (_PAGE_NUMBER.search(words) for (words,) in connection.execute("PRAGMA cipher_integrity_check"))
    return [0 if page is None else int(page[1]) for page in found]


def refuse_unsealed(connection: Any) -> None:
    """Every page that ``connection`` has read until now carried its seal; asked after reading, before it is believed.

    SQLCipher hands out a page without its seal as zeros. Where that can be no page SQLite calls it damage, but it
    passes as the end of a long text and the numbers behind it. From then on this connection writes nothing, and says
    so here.
    Raises: VaultDamaged; MemoryError when there is no room for the answer.
    """
    said = connection.execute("PRAGMA cipher_status").fetchone()
    if said != ("1",):
        raise VaultDamaged() if said == ("0",) else MemoryError()


def refuse_torn(path: Path) -> None:
    """Raises: VaultDamaged for a file that is no whole number of pages."""
    if path.stat().st_size % PAGE:
        raise VaultDamaged()


def _raw_key(key: bytes, salt: bytes) -> bytes:
    return b"x'" + key.hex().encode() + salt.hex().encode() + b"'"


def _unlock(connection: Any, path: Path, key: bytes) -> None:
    """Reads page 1, which only the right key can."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except sqlcipher.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT):
            raise _diagnosis(path, key) from error
        raise


def _diagnosis(path: Path, key: bytes) -> WrongKey | NotAVault | VaultDamaged:
    """Why page 1 could not be read with this key."""
    with path.open("rb") as file:
        page = file.read(PAGE)
    salt = page[:SALT_BYTES]
    if is_salted_by(salt, key) or not any(salt):
        return VaultDamaged()
    return WrongKey() if _is_mixed(page) and not path.stat().st_size % PAGE else NotAVault()


def _is_mixed(page: bytes) -> bool:
    """Whether these bytes may be encrypted ones: 4096 random bytes hold about 256 different ones."""
    return len(set(page)) >= 200


def _bits_apart(salt: bytes, ours: bytes) -> int:
    """Differing bits; of a file too short to hold a salt only what is there is compared."""
    return (int.from_bytes(salt) ^ int.from_bytes(ours[: len(salt)])).bit_count()


def _assert_profile(connection: Any, profile: tuple[tuple[str, str], ...]) -> None:
    """A finished copy has no journal; everything else holds for it as well."""
    for question, wanted in profile:
        row = connection.execute(question).fetchone()
        if row is None or str(row[0]).lower() != wanted:
            raise ProfileRefused(setting=question.removeprefix("PRAGMA "))
