"""What every test stands on: no network, no real keyring unless asked for, a home of its own, a clock it sets.

Tests marked ``os_keyring`` or ``x11`` need a desktop session of their own; ``python3 packaging/dev.py test`` makes
one and sets COUNSELLOR_DESK_FULL. Outside of it they are skipped; inside nothing may be skipped silently.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Generator, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication

from counsellor_desk.desk.garbage import collect_what_is_due
from counsellor_desk.process import keep_singletons
from tests.support import FakeClock

keep_singletons()
gc.disable()  # pages are collected on the main thread, between tests: see counsellor_desk/desk/garbage.py
os.environ["QT_QPA_PLATFORM"] = "offscreen"  # x11 tests start the program itself on a real X server

FULL = os.environ.get("COUNSELLOR_DESK_FULL") == "1"
VERDICT = pytest.StashKey[int]()
SESSION_MARKS = ("os_keyring", "x11")
HEAVY_ROOMS = ("journeys", "test_campaigns")
HONEST_SKIPS = ("needs root", "only on ")

settings.register_profile("desk", deadline=None, max_examples=50)
settings.load_profile("desk")


class NetworkRefused(AssertionError):
    """The program tried to reach a network; it never may."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        raise NetworkRefused(f"{event} {arguments[1:]}")
    if event == "socket.getaddrinfo":
        raise NetworkRefused(event)


sys.addaudithook(_refuse_network)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is heavy by its folder. Outside a test session, leaves out what needs one."""
    for item in items:
        if item.path.parent.name in HEAVY_ROOMS:
            item.add_marker("heavy")
    if FULL:
        return
    reason = "needs the test session: python3 packaging/dev.py test --tests-only -- <path>"
    for item in items:
        if any(item.get_closest_marker(mark) for mark in SESSION_MARKS):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In the full run a skipped test is a failed one, unless this machine honestly cannot run it."""
    report = yield
    if FULL and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not reason.removeprefix("Skipped: ").startswith(HONEST_SKIPS):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid}: nothing may be skipped in the full run ({reason})"
    return report


@pytest.fixture(autouse=True)
def garbage_is_collected_between_tests() -> Iterator[None]:
    """Never during a test, whose workers would be the ones to collect."""
    yield
    collect_what_is_due()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder; what the program writes "for the user" lands there."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name, folder in (
        ("DATA", ".local/share"),
        ("STATE", ".local/state"),
        ("CONFIG", ".config"),
        ("CACHE", ".cache"),
    ):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    return home


@pytest.fixture(autouse=True)
def no_real_keyring(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves no way to the session's keyring, except for a test that is marked as wanting it."""
    if any(request.node.get_closest_marker(mark) for mark in SESSION_MARKS):
        return
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def fake_clock() -> FakeClock:
    """A clock that stands still at a Monday morning in November until the test moves it."""
    return FakeClock(datetime(2026, 11, 23, 9, 0))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keeps the verdict for the very end."""
    session.config.stash[VERDICT] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Ends the process once everything is reported.

    Pages that many tests have made are otherwise destroyed by the interpreter in no order at all, and Qt then ends
    the process with a segmentation fault after the last test has passed. The program itself closes its window first
    and ends with 0; the journeys see to that.
    """
    if VERDICT in config.stash and QCoreApplication.instance() is not None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[VERDICT])
