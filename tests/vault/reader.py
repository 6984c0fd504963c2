"""Opens a vault without SQLCipher: the published file format, written down once more with other tools.

Source: SQLCipher 4's design and default settings. Every page of 4096 bytes ends in 80 reserved ones: 16 of the
initialisation vector and 64 of an HMAC-SHA512 over the ciphertext, the vector and the page number. The cipher is
AES-256-CBC under the raw key; the HMAC's key is two rounds of PBKDF2-HMAC-SHA512 of it with the salt XOR 0x3a.
The first 16 bytes of the file are the salt, in place of SQLite's own.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, VECTOR, SALT = 4096, 80, 16, 16


def decrypted(path: Path, key: bytes) -> bytes:
    """The plain SQLite database in the vault at ``path``. Raises: ValueError for a page whose seal is broken."""
    data = path.read_bytes()
    salt = data[:SALT]
    seal_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    pages = [_page(data, number, key, seal_key) for number in range(1, len(data) // PAGE + 1)]
    return b"SQLite format 3\0" + b"".join(pages)


def _page(data: bytes, number: int, key: bytes, seal_key: bytes) -> bytes:
    begin = (number - 1) * PAGE + (SALT if number == 1 else 0)
    reserved = number * PAGE - RESERVED
    vector = data[reserved : reserved + VECTOR]
    sealed = hmac.digest(seal_key, data[begin : reserved + VECTOR] + number.to_bytes(4, "little"), "sha512")
    if sealed != data[reserved + VECTOR : number * PAGE]:
        raise ValueError(number)
    cipher = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
    return cipher.update(data[begin:reserved]) + cipher.finalize() + bytes(RESERVED)
