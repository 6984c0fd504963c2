"""The key an office signs its figures with: a pseudonym that says "the same office as before", and nothing else.

It hangs on the secret from which the office's rounding is drawn, through a function of its own label; so it is as
old and as safe as that secret, and is kept nowhere. Ed25519: RFC 8032; HMAC as a key derivation: NIST SP 800-108.
The cryptography package is loaded where it is first used: the first picture of the window does not need it.
"""

from __future__ import annotations

import hashlib
import hmac

_LABEL = b"counsellor desk: the key of the office, 1"


class OfficeKey:
    """Satisfies ``packet.signature.Signer``."""

    def __init__(self, secret: bytes) -> None:
        """``secret`` is the office's figures secret, 32 random bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        seed = hmac.new(secret, _LABEL, hashlib.sha256).digest()
        self._private = Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def key(self) -> str:
        """The public key, hex."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> str:
        """The signature over ``message``, hex; always the same for the same message."""
        return self._private.sign(message).hex()

    def signed(self, key: str, message: bytes, value: str, /) -> bool:
        """Whether ``value`` is the signature of the owner of ``key`` (see ``is_signed``)."""
        return is_signed(key, message, value)


def is_signed(key: str, message: bytes, value: str, /) -> bool:
    """Whether ``value`` is the signature over ``message`` by the owner of ``key``; False for what is no key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(value), message)
    except (InvalidSignature, ValueError):
        return False
    return True
