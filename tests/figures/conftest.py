from __future__ import annotations

import pytest

from counsellor_desk.codebook import Codebook
from tests.figures.fakes import shipped_codebook


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return shipped_codebook()
