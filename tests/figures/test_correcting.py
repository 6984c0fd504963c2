from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.certificate import FLOOR as ENGINE_FLOOR
from counsellor_desk.figures.attack import READERS, Attack
from counsellor_desk.figures.correcting import CHANGED
from counsellor_desk.figures.errors import CorrectionRefused, ReleaseMissing
from counsellor_desk.figures.ledger import read
from counsellor_desk.figures.packet import from_json, to_json
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.publishing import frozen_truth, prepare, releases
from counsellor_desk.figures.release import FLOOR, NO_CORRECTIONS, SECTOR, Corrections
from counsellor_desk.figures.request import Request
from tests.figures.fakes import FakeFacts, FakeLedger, office, some_case
from tests.figures.published import correct, preview, preview_correction
from tests.figures.test_publishing import TODAY, organisation, out

QUARTER = Period.parse("2025Q3")


def an_office(codebook: Codebook, seed: int = 1, yearly: int = 60) -> FakeFacts:
    facts = office(yearly, seed, codebook=codebook)
    facts.cases.append(some_case(0, date(2024, 12, 31)))
    return facts


def recode(facts: FakeFacts, cases: int = 1) -> None:
    """``cases`` cases of the quarter turn out to be about bullying."""
    days = (QUARTER.first_day, QUARTER.last_day)
    inside = [at for at, one in enumerate(facts.cases) if days[0] <= one.registered_on <= days[1]]
    for at in [at for at in inside if facts.cases[at].nature != "PE"][:cases]:
        facts.cases[at] = replace(facts.cases[at], nature="PE")


def published(facts: FakeFacts, codebook: Codebook, periods: Sequence[str] = ("2025Q3",)) -> FakeLedger:
    ledger = FakeLedger()
    for period in periods:
        out(facts, ledger, codebook, period)
    return ledger


def refused(facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, number: int) -> str | int:
    """Why ``number`` is not corrected: the same beforehand and in earnest."""
    with pytest.raises(CorrectionRefused) as refusal:
        correct(facts, ledger, codebook, number, TODAY)
    seen = preview_correction(facts, ledger, codebook, number).refusal
    assert seen is not None
    assert seen.params == refusal.value.params
    return seen.params["reason"]


def test_a_case_that_was_coded_wrongly_is_corrected_by_a_report_of_its_own(codebook: Codebook) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook, ("2025Q1", "2025Q2", "2025Q3"))
    kept = ledger.kept[2]
    recode(facts)
    seen = preview_correction(facts, ledger, codebook, 3)
    release = correct(facts, ledger, codebook, 3, TODAY)

    assert (release.number, release.period, release.corrections) == (4, QUARTER, Corrections(1, 3, CHANGED))
    assert seen.release is not None
    assert (seen.release.tables, seen.release.to_date) == (release.tables, release.to_date)
    assert ledger.kept[2] == kept
    assert releases(ledger)[-1] == release == from_json(to_json(release))


def test_a_correction_stays_above_the_floor_and_within_its_windows(codebook: Codebook) -> None:
    facts = an_office(codebook, 2)
    ledger = published(facts, codebook, ("2025Q1", "2025Q2", "2025Q3"))
    recode(facts)
    release = correct(facts, ledger, codebook, 3, TODAY)
    truth = preview(facts, ledger, codebook, QUARTER, SECTOR, TODAY).truth

    assert FLOOR == ENGINE_FLOOR <= release.certificate.rho < release.certificate.base
    for table in release.tables:
        assert all(abs(one.value - truth[table.id, one.code]) <= one.window for one in table.figures)


def test_the_first_report_keeps_its_truth_and_the_corrected_one_has_the_new(codebook: Codebook) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook)
    before = frozen_truth(ledger, releases(ledger)[0])
    recode(facts)
    release = correct(facts, ledger, codebook, 1, TODAY)

    assert frozen_truth(ledger, releases(ledger)[0]) == before
    assert frozen_truth(ledger, release)["T2", "PE"] == before["T2", "PE"] + 1
    assert preview(facts, ledger, codebook, QUARTER, SECTOR, TODAY).release == release


def test_no_reader_of_both_reports_gets_below_what_the_corrected_one_promises(codebook: Codebook) -> None:
    facts = an_office(codebook, 3)
    ledger = published(facts, codebook)
    recode(facts)
    release = correct(facts, ledger, codebook, 1, TODAY)
    attack = Attack(ledger, release)

    assert attack.promised == release.certificate
    for target in attack.targets[:14]:
        for known, one in zip(READERS, attack.ranges(target), strict=True):
            assert one.numbers >= release.certificate.possible_counts(known)


def test_what_comes_after_a_correction_knows_of_it(codebook: Codebook) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook)
    recode(facts)
    correct(facts, ledger, codebook, 1, TODAY)
    after = out(facts, ledger, codebook, "2025Q4")

    assert after.corrections == Corrections(1)
    assert after.certificate.rho >= FLOOR


def test_an_office_that_corrected_nothing_says_nothing_about_it(codebook: Codebook) -> None:
    [release] = releases(published(an_office(codebook), codebook))

    assert release.corrections == NO_CORRECTIONS
    assert "corrections" not in to_json(release)


@pytest.mark.parametrize("later", ["2025Q4", "2025", "2025H2"])
def test_a_report_on_which_others_are_built_is_not_corrected(codebook: Codebook, later: str) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook, ("2025Q1", "2025Q2", "2025Q3", later))
    recode(facts)

    assert refused(facts, ledger, codebook, 3) == "built_on"
    assert len(ledger.kept) == 4


def test_a_report_of_an_organisation_about_the_same_quarter_stands_in_the_way(codebook: Codebook) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook)
    out(facts, ledger, codebook, "2025Q3", organisation(2))
    recode(facts)

    assert refused(facts, ledger, codebook, 1) == "built_on"


def test_a_report_is_corrected_once_and_then_its_correction_is(codebook: Codebook) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook)
    recode(facts)
    correct(facts, ledger, codebook, 1, TODAY)
    recode(facts)

    assert refused(facts, ledger, codebook, 1) == "replaced"


@pytest.mark.parametrize(("cases", "why"), [(0, "same"), (2, "too_much"), (5, "too_much")])
def test_only_one_case_in_any_row_can_be_corrected(codebook: Codebook, cases: int, why: str) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook)
    recode(facts, cases)

    assert refused(facts, ledger, codebook, 1) == why
    assert len(ledger.kept) == 1


def test_there_is_nothing_to_correct_in_a_report_that_is_not_there(codebook: Codebook) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook)

    for asked in (Request(QUARTER, SECTOR, 2), Request(Period.parse("2025Q2"), SECTOR, 1)):
        with pytest.raises(ReleaseMissing):
            prepare(facts, ledger, codebook, asked, TODAY)


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000), yearly=st.integers(4, 80))
def test_corrections_one_after_the_other_stay_above_the_floor_or_are_refused(
    codebook: Codebook, seed: int, yearly: int
) -> None:
    facts = an_office(codebook, seed, yearly)
    ledger = published(facts, codebook)
    for _ in range(4):
        recode(facts)
        number = len(ledger.kept)
        if preview_correction(facts, ledger, codebook, number).release is not None:
            assert correct(facts, ledger, codebook, number, TODAY).certificate.rho >= FLOOR
    assert len(read(ledger).releases) <= 3
