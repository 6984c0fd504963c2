"""One vault, one base: that of its first report, which the organisation may set to 10."""

from __future__ import annotations

from datetime import date

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR, Release
from counsellor_desk.packet.envelope import open_packet
from counsellor_desk.verifier.verify import verify
from tests.figures.fakes import FakeFacts, FakeLedger, office
from tests.figures.published import publish

TODAY = date(2026, 11, 23)
YEAR = ("2025Q1", "2025Q2", "2025Q3", "2025Q4", "2025")


@pytest.fixture(scope="module")
def facts() -> FakeFacts:
    return office(60, 1)


def out(facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, *periods: str) -> list[Release]:
    return [publish(facts, ledger, codebook, Period.parse(one), SECTOR, TODAY) for one in periods]


def test_an_office_that_begins_under_a_base_of_ten_publishes_its_whole_year_so(
    facts: FakeFacts, codebook: Codebook
) -> None:
    ledger = FakeLedger(first_base=10)

    made = out(facts, ledger, codebook, *YEAR)

    assert {one.certificate.base for one in made} == {10}
    assert all(one.certificate.rho >= 10 for one in made)
    shown = [row for one in made for table in one.tables if table.id < "T14" for row in table.figures]
    assert shown
    assert all(row.value % 10 == 0 and row.window >= 10 for row in shown)


def test_whoever_checks_the_packets_finds_them_proven(facts: FakeFacts, codebook: Codebook) -> None:
    ledger = FakeLedger(first_base=10)
    out(facts, ledger, codebook, *YEAR)

    packets = [open_packet(kept.public.encode()) for kept in ledger.kept]
    verdict = verify(packets, ledger.signer.signed, codebook)

    assert verdict.base == 10


@pytest.mark.parametrize(("begun", "later"), [(5, 10), (10, 5)])
def test_a_ledger_keeps_the_base_it_began_with(facts: FakeFacts, codebook: Codebook, begun: int, later: int) -> None:
    ledger = FakeLedger(first_base=begun)
    out(facts, ledger, codebook, "2025Q1")
    ledger.first_base = later

    (second,) = out(facts, ledger, codebook, "2025Q2")

    assert second.certificate.base == begun
