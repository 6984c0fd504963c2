"""Only the keyring of the platform is asked, whatever the environment says, and never for longer than agreed."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from counsellor_desk.custody import keystore
from counsellor_desk.custody.errors import (
    KeyringDenied,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyringTimeout,
)
from counsellor_desk.custody.keystore import OsKeyring, Ring
from tests.custody.conftest import FakeStore
from tests.custody.contract import KeyStoreContract


class TestFakeStore(KeyStoreContract):
    """The fake keeps the promises of the real one."""

    @pytest.fixture
    def store(self) -> FakeStore:
        return FakeStore()


class FakeRing:
    """A backend that fails, hangs or answers as told."""

    priority = 5.0

    def __init__(self, error: Exception | None = None, until: threading.Event | None = None) -> None:
        self.error = error
        self.until = until
        self.asked = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return "late"

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()

    def delete_password(self, service: str, username: str) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.set()
        if self.until is not None:
            self.until.wait(30)
        if self.error is not None:
            raise self.error


def over(ring: Ring, monkeypatch: pytest.MonkeyPatch, seconds: float = 10) -> OsKeyring:
    """The keyring of a platform whose one backend is ``ring``."""
    monkeypatch.setitem(keystore._BACKENDS, "test", ("test.Ring", lambda: ring))
    return OsKeyring(seconds, platform="test")


def ask_everything(store: OsKeyring) -> Iterator[pytest.ExceptionInfo[KeyringFailed]]:
    """What each call raises."""
    calls = (lambda: store.get("x"), lambda: store.put("x", "y"), lambda: store.delete("x"))
    for call in calls:
        with pytest.raises(KeyringFailed) as caught:
            call()
        yield caught


def caused(error: Exception, cause: Exception) -> Exception:
    """The error as ``raise error from cause`` leaves it."""
    error.__cause__ = cause
    return error


def named(name: str) -> Exception:
    """An error of a class of this name, as the platforms' libraries have them."""
    return type(name, (Exception,), {})()


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (named("KeyringLocked"), KeyringLocked),
        (named("LockedException"), KeyringLocked),
        (caused(named("InitError"), named("PromptDismissedException")), KeyringDenied),
        (caused(named("KeyringLocked"), named("KeychainDenied")), KeyringDenied),
        (named("SecretServiceNotAvailableException"), KeyringMissing),
        (caused(named("InitError"), named("SecretServiceNotAvailableException")), KeyringMissing),
        (ModuleNotFoundError("secretstorage"), KeyringMissing),
        (caused(KeyringMissing(), RuntimeError()), KeyringMissing),
        (named("PasswordSetError"), KeyringFailed),
        (OSError(1783, "The stub received bad data"), KeyringFailed),
        (ValueError("any other"), KeyringFailed),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value.__name__,
)
def test_every_error_of_a_backend_becomes_a_named_state(
    error: Exception, state: type[KeyringFailed], monkeypatch: pytest.MonkeyPatch
) -> None:
    for caught in ask_everything(over(FakeRing(error), monkeypatch)):
        assert type(caught.value) is state
        assert caught.value.params == {}


def test_a_keyring_that_hangs_does_not_hang_the_caller_and_its_late_answer_is_dropped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    until = threading.Event()
    ring = FakeRing(until=until)

    for caught in ask_everything(over(ring, monkeypatch, seconds=0.05)):
        assert type(caught.value) is KeyringTimeout
        assert caught.value.params == {"seconds": 0}
    assert ring.asked.is_set()

    until.set()
    assert over(ring, monkeypatch).get("x") == "late"
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(5)


def test_a_keyring_is_never_asked_in_the_thread_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    asked_in: list[threading.Thread] = []

    def opened() -> FakeRing:
        asked_in.append(threading.current_thread())
        return FakeRing()

    monkeypatch.setitem(keystore._BACKENDS, "test", ("test.Ring", opened))
    OsKeyring(platform="test").get("x")

    assert asked_in != [threading.current_thread()]
    assert asked_in[0].daemon


def test_a_secret_too_long_for_some_keyring_is_refused_by_all(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="too long"):
        over(FakeRing(), monkeypatch).put("x", "y" * 256)


# what the environment cannot do


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A backend of somebody else's, named everywhere the ``keyring`` library looks."""
    (tmp_path / "planted_ring.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 99\n"
        "    def get_password(self, service, username): return 'planted'\n"
        "    def set_password(self, service, username, password): pass\n"
    )
    settings = tmp_path / "python_keyring"
    settings.mkdir()
    (settings / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=planted_ring.Keyring\nkeyring-path={tmp_path}\n"
    )
    entry = tmp_path / "planted-1.dist-info"
    entry.mkdir()
    (entry / "METADATA").write_text("Metadata-Version: 2.1\nName: planted\nVersion: 1\n")
    (entry / "entry_points.txt").write_text("[keyring.backends]\nplanted = planted_ring\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "planted_ring.Keyring")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    return "planted_ring"


@pytest.mark.parametrize("platform", ["linux", "freebsd14", "win32", "darwin"])
def test_a_planted_backend_is_never_even_imported(planted: str, platform: str) -> None:
    for caught in ask_everything(OsKeyring(platform=platform)):
        assert type(caught.value) is KeyringMissing

    assert planted not in sys.modules


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere", "nonsense", "unix:abstract=nobody-listens-here"])
def test_a_session_without_a_bus_has_no_keyring(address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

    for caught in ask_everything(OsKeyring(platform="linux")):
        assert type(caught.value) is KeyringMissing


@pytest.mark.parametrize(
    ("platform", "backend"),
    [
        ("linux", "keyring.backends.SecretService.Keyring"),
        ("win32", "keyring.backends.Windows.WinVaultKeyring"),
        ("darwin", "keyring.backends.macOS.Keyring"),
    ],
)
def test_each_platform_has_one_keyring(platform: str, backend: str) -> None:
    assert OsKeyring(platform=platform).backend == backend


def test_a_backend_of_low_rank_is_none() -> None:
    class Low(FakeRing):
        priority = 0.0

    with pytest.raises(KeyringMissing):
        keystore._usable(Low)
