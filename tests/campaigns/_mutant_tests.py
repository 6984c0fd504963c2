"""How the tests are run on changed code: the outermost ``conftest.py`` of the copy that ``mutation`` works on."""

from __future__ import annotations

import math
import os
import resource
import signal
import threading
from time import process_time

import pytest
from hypothesis import Phase, settings
from mutmut.state import state

_PATIENCE = 30.0  # seconds of computing that any test may take, whatever it took on unchanged code
_FACTOR = 10.0
_TIMER = pytest.StashKey[threading.Timer]()


def pytest_sessionstart(session: pytest.Session) -> None:
    """The first example that fails is enough: nobody reads the smallest, and no change learns from another."""
    profile = settings.get_profile("desk")
    settings.register_profile("changed", profile, phases=(Phase.explicit, Phase.generate), database=None)
    settings.load_profile("changed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick tests first: most changes are noticed by one of them, and the first that notices is the last.

    The unchanged code has just passed them all while it was seen what they reach: once more needs one test only.
    pytest keeps the names it made for parameters, escaped, and would escape them once more in the next session of the
    same process: then no test has the name under which it is asked for.
    """
    for mark in (mark for item in items for mark in item.iter_markers("parametrize")):
        if mark._param_ids_from is not None:
            object.__setattr__(mark._param_ids_from, "_param_ids_generated", None)
    items.sort(key=lambda item: state().duration_by_test.get(item.nodeid, 0.0))
    if state().duration_by_test and not os.environ.get("MUTANT_UNDER_TEST"):
        del items[1:]


def pytest_timeout_set_timer(item: pytest.Item, settings: object) -> bool | None:
    """Ends a change that computes much longer than the unchanged code took, and one that waits without end.

    Counted in processor time, since on a busy machine a slow change looks like an endless one; only what waits is
    ended by the clock. Both end with the verdict "timeout", never with that of a test that failed.
    """
    if (usual := state().duration_by_test.get(item.nodeid)) is None:
        return None  # the unchanged code, for the first time: the common limit holds
    patience = _PATIENCE + _FACTOR * usual
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = math.ceil(process_time() + patience)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    timer = threading.Timer(6 * patience, os.kill, (os.getpid(), signal.SIGXCPU))
    timer.daemon = True
    timer.start()
    item.stash[_TIMER] = timer
    return True


def pytest_timeout_cancel_timer(item: pytest.Item) -> None:
    """The test has ended by itself."""
    if _TIMER in item.stash:
        item.stash[_TIMER].cancel()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A change whose tests were not found was not tried; to mutmut it would look like one that took too long."""
    if exitstatus == pytest.ExitCode.USAGE_ERROR:
        os._exit(pytest.ExitCode.INTERRUPTED)


def pytest_unconfigure(config: pytest.Config) -> None:
    """The process goes on after the tests, to tell what they reached, also when there was a Qt application."""
    from tests.conftest import VERDICT

    if VERDICT in config.stash:
        del config.stash[VERDICT]
