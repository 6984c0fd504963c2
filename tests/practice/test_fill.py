from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import CaseFilter, ContactEntry
from counsellor_desk.codebook import load
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.practice.fill import fill
from counsellor_desk.vault.vault import create_vault
from tests.figures.published import publish

TODAY = date(2026, 11, 23)


@contextmanager
def _practice(folder: Path) -> Iterator[Casebook]:
    vault = create_vault(folder / "desk.vault", secrets.token_bytes(32), practice=True, today=TODAY)
    with closing(vault):
        fill(vault.book, load(resource("codebook")), resource("practice", "notes.toml"), TODAY)
        yield vault.book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    with _practice(tmp_path_factory.mktemp("practice")) as made:
        yield made


def test_it_is_three_years_of_a_practice_of_six_organisations(book: Casebook) -> None:
    cases = book.list_cases(CaseFilter(limit=1000))
    contacts = sum(isinstance(entry, ContactEntry) for case in cases for entry in book.case_view(case.id).timeline)

    assert len(book.organisations()) == 6
    assert len(cases) == 240
    assert 1000 <= contacts <= 1200
    assert min(case.first_contact_on for case in cases).year == 2023


def test_the_mix_follows_the_published_figures(book: Casebook) -> None:
    codebook = load(resource("codebook"))
    cases = book.list_cases(CaseFilter(limit=1000))
    shares = Counter(codebook.rollup(case.nature) for case in cases if case.nature)

    assert 0.22 <= shares["SI"] / 240 <= 0.39
    assert 0.15 <= shares["AG"] / 240 <= 0.31


def test_something_waits_today(book: Casebook) -> None:
    board = book.board(TODAY)

    assert len(board.due) >= 5
    assert board.waiting
    assert board.running > 5
    assert {code for code, _ in board.hours} == {"E.BNS", "E.ITV", "E.EXT"}


def test_it_is_the_same_every_time(book: Casebook, tmp_path: Path) -> None:
    everything = CaseFilter(limit=1000)
    with _practice(tmp_path) as again:
        assert again.list_cases(everything) == book.list_cases(everything)
        for case in again.list_cases(everything):
            assert again.case_view(case.id) == book.case_view(case.id)


def test_its_figures_are_the_same_every_time(tmp_path: Path) -> None:
    codebook = load(resource("codebook"))
    checks = set()
    for folder in ("first", "second"):
        vault = create_vault(
            tmp_path / folder / "desk.vault",
            secrets.token_bytes(32),
            practice=True,
            today=TODAY,
            office_key=OfficeKey,
        )
        fill(vault.book, codebook, resource("practice", "notes.toml"), TODAY)
        release = publish(vault.facts, vault.ledger, codebook, Period.parse("2026Q3"), SECTOR, TODAY)
        checks.add(release.check_code)
        vault.close()

    assert len(checks) == 1
