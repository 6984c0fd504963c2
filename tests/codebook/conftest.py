"""The shipped code lists, and small ones made up for a test."""

from __future__ import annotations

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook, load


@pytest.fixture(scope="session")
def book() -> Codebook:
    """The shipped lists."""
    return load(resource("codebook"))
