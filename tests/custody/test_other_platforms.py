"""The keyrings of Windows and macOS, over stand-ins for what their systems offer."""

from __future__ import annotations

import platform
from collections.abc import Callable

import pytest
from keyring.backends import Windows, macOS

from counsellor_desk.custody.errors import KeyringDenied, KeyringFailed, KeyringMissing
from counsellor_desk.custody.keystore import OsKeyring
from tests.custody.contract import KeyStoreContract


class WindowsError(Exception):
    """``pywintypes.error``, which is no error of the keyring library."""

    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror, funcname)
        self.winerror = winerror
        self.funcname = funcname

    error: type[Exception]


WindowsError.error = WindowsError


class CredentialManager:
    """What the backend uses of ``win32cred``."""

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_SESSION = 1
    CRED_PERSIST_LOCAL_MACHINE = 2
    CRED_PERSIST_ENTERPRISE = 3

    def __init__(self) -> None:
        self.credentials: dict[object, dict[str, object]] = {}

    def CredRead(self, **asked: object) -> dict[str, object]:
        if asked["TargetName"] not in self.credentials:
            raise WindowsError(1168, "CredRead")
        return self.credentials[asked["TargetName"]]

    def CredWrite(self, credential: dict[str, object], flags: int) -> None:
        blob = str(credential["CredentialBlob"]).encode("utf-16")
        if len(blob) > 2560:
            raise WindowsError(1783, "CredWrite")
        self.credentials[credential["TargetName"]] = {**credential, "CredentialBlob": blob}

    def CredDelete(self, **asked: object) -> None:
        del self.credentials[asked["TargetName"]]


class TestCredentialManager(KeyStoreContract):
    """The backend that Windows gets."""

    @pytest.fixture
    def manager(self, monkeypatch: pytest.MonkeyPatch) -> CredentialManager:
        manager = CredentialManager()
        monkeypatch.setattr(Windows, "win32cred", manager, raising=False)
        monkeypatch.setattr(Windows, "pywintypes", WindowsError, raising=False)
        monkeypatch.setattr(Windows, "missing_deps", False)
        return manager

    @pytest.fixture
    def store(self, manager: CredentialManager) -> OsKeyring:
        return OsKeyring(platform="win32")

    def test_the_key_stays_on_this_machine(self, store: OsKeyring, manager: CredentialManager) -> None:
        store.put("vault/a", "secret")

        assert {item["Persist"] for item in manager.credentials.values()} == {manager.CRED_PERSIST_LOCAL_MACHINE}

    def test_the_environment_cannot_make_the_key_roam(
        self, store: OsKeyring, manager: CredentialManager, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "enterprise")

        store.put("vault/a", "secret")

        assert {item["Persist"] for item in manager.credentials.values()} == {manager.CRED_PERSIST_LOCAL_MACHINE}

    def test_writing_the_new_key_does_not_touch_the_old_one(
        self, store: OsKeyring, manager: CredentialManager
    ) -> None:
        store.put("vault/a", "old")
        old = dict(manager.credentials)

        store.put("vault/b", "new")

        assert manager.credentials.items() > old.items()

    def test_an_error_of_the_system_is_a_named_state(
        self, store: OsKeyring, manager: CredentialManager, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*credential: object) -> None:
            raise WindowsError(5, "CredWrite")

        monkeypatch.setattr(manager, "CredWrite", refuse)

        with pytest.raises(KeyringFailed):
            store.put("vault/a", "secret")


class KeychainError(Exception):
    """The errors of the backend's own binding."""


class NotFound(KeychainError):
    """Nothing under this name."""


class KeychainDenied(KeychainError):
    """The answer to the system's question was no."""


class Keychain:
    """What the backend uses of the macOS keychain; ``names`` are the keychain files it was asked in."""

    Error = KeychainError
    NotFound = NotFound
    KeychainDenied = KeychainDenied

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}
        self.names: set[str | None] = set()
        self.denied = False

    def find_generic_password(self, name: str | None, service: str, username: str) -> str:
        self._ask(name)
        if (service, username) not in self.secrets:
            raise NotFound()
        return self.secrets[service, username]

    def set_generic_password(self, name: str | None, service: str, username: str, password: str) -> None:
        self._ask(name)
        self.secrets[service, username] = password

    def delete_generic_password(self, name: str | None, service: str, username: str) -> None:
        self._ask(name)
        del self.secrets[service, username]

    def _ask(self, name: str | None) -> None:
        self.names.add(name)
        if self.denied:
            raise KeychainDenied()


class TestKeychain(KeyStoreContract):
    """The backend that macOS gets."""

    @pytest.fixture
    def keychain(self, monkeypatch: pytest.MonkeyPatch) -> Keychain:
        keychain = Keychain()
        monkeypatch.setattr(macOS, "api", keychain, raising=False)
        monkeypatch.setattr(platform, "system", lambda: "Darwin")
        return keychain

    @pytest.fixture
    def store(self, keychain: Keychain) -> OsKeyring:
        return OsKeyring(platform="darwin")

    def test_the_environment_cannot_name_another_keychain(
        self, store: OsKeyring, keychain: Keychain, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(macOS.Keyring, "keychain", "planted.keychain")
        monkeypatch.setenv("KEYRING_PROPERTY_KEYCHAIN", "planted.keychain")

        store.put("vault/a", "secret")

        assert keychain.names == {None}

    @pytest.mark.parametrize(
        "ask",
        [lambda s: s.get("a"), lambda s: s.put("a", "b"), lambda s: s.delete("a")],
        ids=["get", "put", "delete"],
    )
    def test_no_to_the_question_of_the_system_is_denied_and_not_locked(
        self, store: OsKeyring, keychain: Keychain, ask: Callable[[OsKeyring], object]
    ) -> None:
        keychain.denied = True

        with pytest.raises(KeyringDenied):
            ask(store)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_the_keyring_of_another_system_is_missing_here(system: str) -> None:
    with pytest.raises(KeyringMissing):
        OsKeyring(platform=system).get("vault/a")
