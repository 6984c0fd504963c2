"""The key as it lies in the keyring: sealed under a passphrase, or plain where the counsellor chose so.

Sealed: AES-256-GCM under a key that scrypt stretches from the passphrase. A check over the text tells a damaged seal
from a wrong passphrase; it is public and helps nobody to guess.

Source: RFC 7914 (scrypt); NIST SP 800-38D (GCM); OWASP Password Storage Cheat Sheet (N = 2^17, r = 8, p = 1 as the
least); RFC 8265, section 4.2 (how a passphrase is prepared); NIST SP 800-63B (length, not composition).
The cryptography package is loaded where it is first used: the first picture of the window does not need it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from counsellor_desk.custody.errors import (
    KeyForAnotherVault,
    PassphraseNeeded,
    PassphraseTooShort,
    SealDamaged,
    SealTooNew,
    WrongPassphrase,
)
from counsellor_desk.custody.files import read_object
from counsellor_desk.custody.sheet import KEY_BYTES

SALT_BYTES = 16
NONCE_BYTES = 12
LEAST_CHARACTERS = 10  # four words of two letters are longer than this, so words need no rule of their own
LEAST_SECONDS = 0.25

_VERSION = 1
_TAG_BYTES = 16
_BLOCK = 8
_MOST_LOG_N = 18  # 256 MiB: more is not ours, and must not exhaust the machine
_MOST_PASSES = 16
_MOST_CHARACTERS = 255  # 512 bytes in UTF-16 with its mark, a fifth of what the Windows Credential Manager takes


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: ``2**log_n`` KiB of memory, ``passes`` times over (scrypt's N and p, with r = 8)."""

    log_n: int
    passes: int


LEAST_COST = Cost(log_n=17, passes=1)


def calibrate(seconds: float = LEAST_SECONDS, clock: Callable[[], float] = time.thread_time) -> Cost:
    """The cost at which one guess takes at least ``seconds`` on this machine, and never less than the least.

    ``clock`` counts the processor's seconds of this thread, so that a busy moment does not pass for a slow machine.
    """
    fastest = min(_seconds_of_a_guess(clock) for _ in range(2))  # the first also pays for the memory
    return Cost(LEAST_COST.log_n, min(_MOST_PASSES, math.ceil(seconds / fastest)))


def check_passphrase(passphrase: str) -> None:
    """Accept a new passphrase, or say why not. Only its length counts.

    Raises: PassphraseTooShort.
    """
    if len(_prepared(passphrase).strip()) < LEAST_CHARACTERS:
        raise PassphraseTooShort(least=LEAST_CHARACTERS)


def seal(key: bytes, passphrase: str, *, vault_id: str, salt: bytes, nonce: bytes, cost: Cost) -> str:
    """The text that keeps ``key`` under ``passphrase``; it opens for this vault only.

    ``salt`` and ``nonce`` are fresh random bytes (16 and 12) for every seal.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    box = AESGCM(_stretch(passphrase, salt, cost)).encrypt(nonce, key, _bound_to(vault_id))
    return _write(
        {
            "version": _VERSION,
            "form": "sealed",
            "log_n": cost.log_n,
            "passes": cost.passes,
            "salt": _text(salt),
            "nonce": _text(nonce),
            "box": _text(box),
            "for": _owner(vault_id),
        }
    )


def leave_open(key: bytes, *, vault_id: str) -> str:
    """The text that keeps ``key`` unsealed: whoever uses this account's keyring has the key. It says so itself."""
    return _write({"version": _VERSION, "form": "open", "key": _text(key), "for": _owner(vault_id)})


def refuse_foreign(text: str, *, vault_id: str) -> None:
    """Accept a text that was made for this vault; one of before texts said so passes, and is told by its key.

    Raises: KeyForAnotherVault, SealDamaged, SealTooNew.
    """
    if _read(text).get("for", _owner(vault_id)) != _owner(vault_id):
        raise KeyForAnotherVault()


def is_sealed(text: str) -> bool:
    """Whether a passphrase is needed to have the key.

    Raises: SealDamaged, SealTooNew.
    """
    return _read(text)["form"] == "sealed"


def unseal(text: str, passphrase: str | None, *, vault_id: str) -> bytes:
    """The key in ``text``; the passphrase of an open text is not looked at.

    Raises: SealDamaged, SealTooNew, PassphraseNeeded, WrongPassphrase.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    fields = _read(text)
    if fields["form"] == "open":
        return _bytes(fields, "key", KEY_BYTES)
    cost = Cost(_number(fields, "log_n", _MOST_LOG_N), _number(fields, "passes", _MOST_PASSES))
    salt, nonce = _bytes(fields, "salt", SALT_BYTES), _bytes(fields, "nonce", NONCE_BYTES)
    box = _bytes(fields, "box", KEY_BYTES + _TAG_BYTES)
    if passphrase is None:
        raise PassphraseNeeded()
    try:
        return AESGCM(_stretch(passphrase, salt, cost)).decrypt(nonce, box, _bound_to(vault_id))
    except InvalidTag as error:
        raise WrongPassphrase() from error


def _seconds_of_a_guess(clock: Callable[[], float]) -> float:
    before = clock()
    _stretch("calibration", bytes(SALT_BYTES), LEAST_COST)
    return max(clock() - before, 1e-3)


def _prepared(passphrase: str) -> str:
    """One spelling for what looks the same, so that it opens from every keyboard: NFC, and one kind of space.

    Not NFKC, which would also fold signs that a person sees as different. Source: RFC 8265, section 4.2.2.
    """
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    return unicodedata.normalize("NFC", spaced)


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    secret = _prepared(passphrase).encode("utf-8", "surrogatepass")
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=32, n=2**cost.log_n, r=_BLOCK, p=cost.passes).derive(secret)


def _bound_to(vault_id: str) -> bytes:
    return f"counsellor-desk seal {_VERSION} {vault_id}".encode()


def _owner(vault_id: str) -> str:
    """Tells the vaults of one keyring apart: without it the passphrase would seem wrong."""
    return hashlib.sha256(vault_id.encode()).hexdigest()[:8]


def _write(fields: dict[str, object]) -> str:
    text = _compact({**fields, "check": _check(fields)})
    if len(text) > _MOST_CHARACTERS:
        raise ValueError("too long for a keyring")
    return text


def _read(text: str) -> dict[str, object]:
    if len(text) > _MOST_CHARACTERS:
        raise SealDamaged()
    try:
        fields = read_object(text)
    except ValueError as error:
        raise SealDamaged() from error
    if fields.pop("check", None) != _check(fields):
        raise SealDamaged()
    version = fields.get("version")
    if isinstance(version, int) and version > _VERSION:
        raise SealTooNew()
    if version != _VERSION or fields.get("form") not in ("sealed", "open"):
        raise SealDamaged()
    return fields


def _check(fields: dict[str, object]) -> str:
    return hashlib.sha256(_compact(fields).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _compact(fields: dict[str, object]) -> str:
    return json.dumps(fields, separators=(",", ":"), sort_keys=True)


def _number(fields: dict[str, object], name: str, most: int) -> int:
    value = fields.get(name)
    if type(value) is not int or not 1 <= value <= most:
        raise SealDamaged()
    return value


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(fields: dict[str, object], name: str, length: int) -> bytes:
    try:
        data = base64.b64decode(str(fields.get(name)), validate=True)
    except ValueError as error:
        raise SealDamaged() from error
    if len(data) != length:
        raise SealDamaged()
    return data
