"""How the tests are run on changed code: the outermost ``conftest.py`` of the copy that ``mutation`` works on."""

from __future__ import annotations

import pytest
from mutmut.state import state


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick tests first: most changes are noticed by one of them, and the first that notices is the last."""
    items.sort(key=lambda item: state().duration_by_test.get(item.nodeid, 0.0))


def pytest_unconfigure(config: pytest.Config) -> None:
    """The process goes on after the tests, to tell what they reached, also when there was a Qt application."""
    from tests.conftest import VERDICT

    if VERDICT in config.stash:
        del config.stash[VERDICT]
