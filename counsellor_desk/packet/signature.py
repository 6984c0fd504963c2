"""Who speaks: the signature of an office, and what the packet asks of whoever knows cryptography."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Signature:
    """An Ed25519 signature (RFC 8032) and the public key it fits, both hex. The key names an office and nobody."""

    key: str
    value: str


class SignatureCheck(Protocol):
    """Whether ``value`` is the signature over ``message`` by the owner of ``key``; nothing is ever raised."""

    def __call__(self, key: str, message: bytes, value: str, /) -> bool: ...


class Signer(Protocol):
    """The office's key. The same message always has the same signature."""

    @property
    def key(self) -> str: ...

    def sign(self, message: bytes) -> str: ...

    def signed(self, key: str, message: bytes, value: str, /) -> bool: ...
