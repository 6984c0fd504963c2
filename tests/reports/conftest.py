"""Releases made by hand, and the shipped words to print them with."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook, load
from counsellor_desk.figures.release import Release
from counsellor_desk.reports import wording as words
from counsellor_desk.reports.wording import Wording
from counsellor_desk.reports.writers import Writers
from tests.reports.samples import sample, with_year_to_date


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load(resource("codebook"))


@pytest.fixture(scope="session")
def wordings() -> Mapping[str, Wording]:
    return words.load(resource("report"))


@pytest.fixture(params=["nl", "en"])
def wording(request: pytest.FixtureRequest, wordings: Mapping[str, Wording]) -> Wording:
    return wordings[request.param]


@pytest.fixture
def release(codebook: Codebook) -> Release:
    return sample(codebook)


@pytest.fixture
def third_quarter(release: Release) -> Release:
    return with_year_to_date(release)


@pytest.fixture
def practice_release(codebook: Codebook) -> Release:
    return sample(codebook, practice=True)


@pytest.fixture
def writers(codebook: Codebook) -> Writers:
    return Writers(codebook)
