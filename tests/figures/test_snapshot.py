"""What is read once, on the thread of the vault, tells the same as the vault itself."""

from __future__ import annotations

from datetime import date

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.figures.publishing import prepare
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.figures.request import Request
from counsellor_desk.figures.snapshot import LedgerCopy, YearOfFacts, snapshot
from counsellor_desk.figures.tally import tally
from tests.figures.fakes import FakeLedger, office
from tests.figures.published import preview, publish

TODAY = date(2026, 11, 23)
FIRST = Period.parse("2025Q1")


@pytest.mark.parametrize("quarter", Period(2025, PeriodKind.YEAR).quarters, ids=str)
def test_a_year_of_facts_counts_as_the_facts_do(codebook: Codebook, quarter: Period) -> None:
    facts = office(60, 1, (2024, 2025, 2026), codebook)
    year = YearOfFacts(facts, 2025)

    assert tally(year, quarter, codebook) == tally(facts, quarter, codebook)
    assert year.organisations() == facts.organisations()
    assert year.first_registration() == facts.first_registration()


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2026, 1, 1)])
def test_what_was_not_read_is_not_counted_as_nothing(codebook: Codebook, day: date) -> None:
    facts = office(10, 1, (2024, 2025, 2026), codebook)
    inside = date(2025, 6, 1)

    with pytest.raises(ValueError, match="one year"):
        YearOfFacts(facts, 2025).cases_registered(min(day, inside), max(day, inside))


def test_a_release_made_of_a_snapshot_is_the_one_the_vault_would_make(codebook: Codebook) -> None:
    facts, ledger, other = office(30, 2, (2024, 2025), codebook), FakeLedger(), FakeLedger()
    taken = snapshot(facts, ledger, FIRST.year)

    prepared = prepare(taken.facts, taken.ledger, codebook, Request(FIRST, SECTOR), TODAY)

    assert prepared.release == publish(facts, other, codebook, FIRST, SECTOR, TODAY)
    assert (prepared.entry,) == other.entries()
    assert ledger.entries() == ()


def test_a_release_and_its_preview_are_the_same_but_for_being_published(codebook: Codebook) -> None:
    facts, ledger = office(30, 2, codebook=codebook), FakeLedger()
    seen = preview(facts, ledger, codebook, FIRST, SECTOR, TODAY).release

    assert publish(facts, ledger, codebook, FIRST, SECTOR, TODAY).unpublished() == seen


def test_a_copy_of_the_ledger_does_not_see_what_comes_later(codebook: Codebook) -> None:
    facts, ledger = office(30, 2, codebook=codebook), FakeLedger()
    before = LedgerCopy(ledger)

    publish(facts, ledger, codebook, FIRST, SECTOR, TODAY)

    assert before.entries() == ()
    assert LedgerCopy(ledger).entries() == ledger.entries()
