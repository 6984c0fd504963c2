"""A real vault under the use cases: what they promise must hold where it is kept."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.casework.activities import keep_organisation
from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.intake import open_case
from counsellor_desk.casework.model import Answer, CaseFile, Organisation, OrganisationId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.codebook import Codebook, load
from counsellor_desk.vault.vault import create_vault

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 14, 3)


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load(resource("codebook"))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    vault = create_vault(tmp_path / "desk.vault", secrets.token_bytes(32), practice=False, today=TODAY)
    yield vault.book
    vault.close()


@pytest.fixture
def organisation(book: Casebook, codebook: Codebook) -> Organisation:
    return keep_organisation(book, codebook, Organisation(OrganisationId(0), "Omroep Proef", "K.OMR", "W.250"))


@pytest.fixture
def case(book: Casebook, codebook: Codebook, organisation: Organisation) -> CaseFile:
    start = CaseStart(first_contact_on=date(2026, 11, 2), client_role="R.DOE", consent_to_count=Answer.YES)
    return open_case(book, codebook, start, date(2026, 11, 2))
