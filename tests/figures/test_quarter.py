from __future__ import annotations

from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.quarter import LastQuarter, QuarterState, last_quarter
from counsellor_desk.figures.release import SECTOR
from tests.figures.fakes import FakeFacts, FakeLedger, some_case
from tests.figures.published import publish

TODAY = date(2026, 11, 23)
QUARTER = Period.parse("2026Q3")


def test_a_quarter_with_cases_is_ready_until_it_has_been_published(codebook: Codebook) -> None:
    facts, ledger = FakeFacts([some_case(1, date(2026, 8, 1))]), FakeLedger()
    assert last_quarter(facts, ledger, TODAY) == LastQuarter(QUARTER, QuarterState.READY)

    publish(facts, ledger, codebook, QUARTER, SECTOR, TODAY)

    assert last_quarter(facts, ledger, TODAY) == LastQuarter(QUARTER, QuarterState.PUBLISHED)


def test_before_the_first_case_there_is_nothing_to_publish() -> None:
    facts = FakeFacts([some_case(1, date(2026, 10, 2))])

    assert last_quarter(facts, FakeLedger(), TODAY).state is QuarterState.BEFORE
    assert last_quarter(FakeFacts([]), FakeLedger(), TODAY).state is QuarterState.BEFORE
