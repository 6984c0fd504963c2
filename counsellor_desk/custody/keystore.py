"""The keyring of the operating system, and nothing that only pretends to be one.

The ``keyring`` library chooses a backend by environment variable, configuration file, installed plug-ins and
priority; a plain-text file or a backend that forgets can win. Here one class per platform is named and instantiated
directly, and what the environment sets on it is removed.
Source: keyring, "Configuring" (PYTHON_KEYRING_BACKEND, keyringrc.cfg, KEYRING_PROPERTY_*).
"""

from __future__ import annotations

import secrets
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar
from uuid import uuid4

from counsellor_desk.custody.errors import (
    KeyAbsent,
    KeyringDenied,
    KeyringFailed,
    KeyringForgets,
    KeyringLocked,
    KeyringMissing,
    KeyringTimeout,
)

SERVICE = "counsellor-desk"
ACCOUNT = "key"
MOST_BYTES = 512  # of UTF-16, as Windows counts; its Credential Manager takes 2560
SECONDS = 10.0

T = TypeVar("T")
R = TypeVar("R", bound="Ring")


class KeyStore(Protocol):
    """Keeps small secrets, each under a name. Every method may raise ``KeyringFailed`` or a special case of it."""

    @property
    def backend(self) -> str:
        """The kind of keyring, so that another one is recognised as another."""
        ...

    def get(self, name: str) -> str:
        """The secret under ``name``. Raises: KeyAbsent."""
        ...

    def put(self, name: str, secret: str) -> None:
        """Keep ``secret`` under ``name``, in place of what was there. Read it back before you rely on it."""
        ...

    def delete(self, name: str) -> None:
        """Keep nothing under ``name``; nothing there is fine."""
        ...


def try_out(store: KeyStore) -> None:
    """Prove that ``store`` keeps what it is given: a random item goes in, comes back, and is taken out.

    Raises: KeyringForgets, KeyringFailed and its special cases.
    """
    name, item = f"trial-{uuid4().hex}", secrets.token_hex(16)
    store.put(name, item)
    try:
        kept = store.get(name)
    except KeyAbsent:
        kept = ""
    store.delete(name)
    if kept != item:
        raise KeyringForgets()


class Ring(Protocol):
    """What we use of a backend of the ``keyring`` library."""

    @property
    def priority(self) -> float: ...
    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class OsKeyring:
    """The keyring of this platform, asked in a thread of its own so that one which hangs does not hang us.

    ``seconds`` is how long an answer may take, the time for a prompt of the system included; a late answer is
    dropped. Each name is a service of its own: under a shared one Windows moves the older item about at every write.
    """

    def __init__(self, seconds: float = SECONDS, platform: str = sys.platform) -> None:
        self._seconds = seconds
        self.backend, self._open = _BACKENDS.get(platform, _SECRET_SERVICE)

    def get(self, name: str) -> str:
        secret = self._ask(lambda ring: ring.get_password(_service(name), ACCOUNT))
        if secret is None:
            raise KeyAbsent()
        return secret

    def put(self, name: str, secret: str) -> None:
        if len(secret.encode("utf-16")) > MOST_BYTES:
            raise ValueError("too long for a keyring")
        self._ask(lambda ring: ring.set_password(_service(name), ACCOUNT, secret))

    def delete(self, name: str) -> None:
        def delete(ring: Ring) -> None:
            if ring.get_password(_service(name), ACCOUNT) is not None:
                ring.delete_password(_service(name), ACCOUNT)

        self._ask(delete)

    def _ask(self, question: Callable[[Ring], T]) -> T:
        answer: Future[T] = Future()

        def work() -> None:
            try:
                answer.set_result(question(self._open()))
            except Exception as error:  # whatever a backend throws becomes a named state in the caller's thread
                state = _named(error)
                state.__cause__ = error
                answer.set_exception(state)

        threading.Thread(target=work, name="keyring", daemon=True).start()
        try:
            return answer.result(timeout=self._seconds)
        except TimeoutError:
            raise KeyringTimeout(seconds=round(self._seconds)) from None


def _service(name: str) -> str:
    return f"{SERVICE}/{name}"


def _named(error: Exception) -> KeyringFailed:
    """The state that an error of a backend stands for, or what caused it; the deepest cause that we know counts.

    By name, so that no platform's library must be importable on another.
    """
    state = KeyringFailed()
    link: BaseException | None = error
    while link is not None:
        state = link if isinstance(link, KeyringFailed) else _STATES.get(type(link).__name__, type(state))()
        link = link.__cause__ or link.__context__
    return state


_STATES: dict[str, type[KeyringFailed]] = {
    "ModuleNotFoundError": KeyringMissing,
    "SecretServiceNotAvailableException": KeyringMissing,
    "KeyringLocked": KeyringLocked,
    "LockedException": KeyringLocked,
    "PromptDismissedException": KeyringDenied,
    "KeychainDenied": KeyringDenied,
}


def _secret_service() -> Ring:
    from keyring.backends.SecretService import Keyring

    return _usable(Keyring)


def _credential_manager() -> Ring:
    from keyring.backends.Windows import WinVaultKeyring

    ring = _usable(WinVaultKeyring)
    ring.persist = "local machine"  # the default would let the key roam through a domain
    return ring


def _keychain() -> Ring:
    from keyring.backends.macOS import Keyring

    ring = _usable(Keyring)
    ring.keychain = None  # not the one an environment variable names
    return ring


def _usable(kind: Callable[[], R]) -> R:
    """A backend as its class makes it, without what environment variables set on it.

    Raises: KeyringMissing when it cannot work in this session.
    """
    ring = kind()
    vars(ring).clear()
    try:
        able = ring.priority > 0
    except (RuntimeError, OSError):  # how a backend says so, and how a session bus that is gone does
        able = False
    if not able:
        raise KeyringMissing()
    return ring


_SECRET_SERVICE = ("keyring.backends.SecretService.Keyring", _secret_service)
_BACKENDS: dict[str, tuple[str, Callable[[], Ring]]] = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring", _credential_manager),
    "darwin": ("keyring.backends.macOS.Keyring", _keychain),
}
