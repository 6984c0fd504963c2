from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.correcting import correct
from counsellor_desk.figures.errors import ReportDoesNotFit, ReportsNotTakenUp
from counsellor_desk.figures.ledger import read
from counsellor_desk.figures.packet import to_json
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.publishing import preview, releases
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.figures.taking_up import take_up
from tests.figures.fakes import FakeFacts, FakeLedger
from tests.figures.test_correcting import an_office, recode
from tests.figures.test_publishing import ORDER, TODAY, out

QUARTERS = ORDER[:4]


def published(facts: FakeFacts, codebook: Codebook, periods: tuple[str, ...] = QUARTERS) -> FakeLedger:
    ledger = FakeLedger()
    for period in periods:
        out(facts, ledger, codebook, period)
    return ledger


def packets(ledger: FakeLedger) -> list[bytes]:
    return [to_json(release).encode() for release in releases(ledger)]


def older(ledger: FakeLedger, number: int) -> FakeLedger:
    """The ledger of the backup that was made after release ``number``."""
    return FakeLedger(kept=ledger.kept[:number])


@settings(max_examples=8, deadline=None)
@given(before=st.integers(0, 4), seed=st.integers(0, 99))
def test_a_vault_from_an_older_backup_knows_again_all_that_left(codebook: Codebook, before: int, seed: int) -> None:
    facts = an_office(codebook, seed)
    lost = published(facts, codebook)
    back = older(lost, before)
    files = packets(lost)
    Random(seed).shuffle(files)

    assert take_up(facts, back, codebook, files) == 4 - before

    assert back.kept == lost.kept


def test_the_year_is_what_it_would_have_been(codebook: Codebook) -> None:
    facts = an_office(codebook)
    lost = published(facts, codebook)
    back = older(lost, 1)
    forgetful = preview(facts, older(lost, 1), codebook, Period.parse("2025"), SECTOR, TODAY).release

    take_up(facts, back, codebook, packets(lost)[1:])

    year = preview(facts, back, codebook, Period.parse("2025"), SECTOR, TODAY).release
    assert year == preview(facts, lost, codebook, Period.parse("2025"), SECTOR, TODAY).release
    assert year is not None
    assert forgetful is not None
    assert (forgetful.certificate.releases, year.certificate.releases) == (2, 5)


def test_what_is_known_already_changes_nothing(codebook: Codebook) -> None:
    facts = an_office(codebook)
    ledger = published(facts, codebook, QUARTERS[:2])
    kept = list(ledger.kept)

    assert take_up(facts, ledger, codebook, packets(ledger) * 2) == 0
    assert take_up(facts, ledger, codebook, []) == 0
    assert take_up(facts, FakeLedger(), codebook, []) == 0

    assert ledger.kept == kept


def test_a_correction_comes_back_with_the_report_it_took_the_place_of(codebook: Codebook) -> None:
    facts = an_office(codebook)
    lost = published(facts, codebook, QUARTERS[:3])
    recode(facts)
    correct(facts, lost, codebook, 3, TODAY)

    back = older(lost, 2)
    assert take_up(facts, back, codebook, packets(lost)) == 2

    assert releases(back) == releases(lost)
    assert read(back).frozen == read(lost).frozen
    assert read(back).promises() == read(lost).promises()


def test_a_correction_alone_puts_what_is_counted_now_in_the_place_of_the_quarter(codebook: Codebook) -> None:
    facts = an_office(codebook)
    lost = published(facts, codebook, QUARTERS[:3])
    recode(facts)
    correct(facts, lost, codebook, 3, TODAY)

    back = older(lost, 3)
    take_up(facts, back, codebook, packets(lost)[3:])

    assert back.kept == lost.kept


def test_a_report_in_between_that_is_missing_is_named(codebook: Codebook) -> None:
    facts = an_office(codebook)
    lost = published(facts, codebook)
    back, files = older(lost, 1), packets(lost)

    assert refused(facts, back, codebook, [files[3]]) == {"reason": "missing", "number": 2, "missing": "2, 3"}


def test_a_report_of_another_office_is_not_taken_up(codebook: Codebook) -> None:
    facts = an_office(codebook)
    strange = FakeLedger(secret=b"x" * 32)
    for period in QUARTERS[:2]:
        out(facts, strange, codebook, period)

    assert refused(facts, FakeLedger(), codebook, packets(strange))["reason"] == "foreign"
    one = published(facts, codebook, QUARTERS[:1])
    assert refused(facts, one, codebook, packets(strange)[1:])["reason"] == "foreign"


def test_a_report_that_was_changed_is_not_taken_up(codebook: Codebook) -> None:
    facts = an_office(codebook)
    lost = published(facts, codebook, QUARTERS[:1])
    forged = packets(lost)[0].replace(b'"value":5', b'"value":10', 1)

    assert refused(facts, FakeLedger(), codebook, [forged])["reason"] == "changed"


def test_another_report_with_a_number_that_is_taken_is_not_taken_up(codebook: Codebook) -> None:
    facts = an_office(codebook)
    lost, again = published(facts, codebook, QUARTERS[:2]), published(facts, codebook, ("2025Q1", "2025Q3"))

    assert refused(facts, again, codebook, packets(lost))["reason"] == "twice"


def test_what_is_no_packet_is_named(codebook: Codebook) -> None:
    facts = an_office(codebook)

    assert refused(facts, FakeLedger(), codebook, [b"{}"]) == {"reason": "no_packet"}


def test_a_report_about_other_cases_than_the_vault_has_is_refused_until_they_are_entered(codebook: Codebook) -> None:
    facts = an_office(codebook)
    lost = published(facts, codebook, QUARTERS[:2])
    backup = replace(
        facts, cases=[one for one in facts.cases if one.registered_on < Period.parse("2025Q2").first_day]
    )
    back = older(lost, 1)

    with pytest.raises(ReportDoesNotFit) as refusal:
        take_up(backup, back, codebook, packets(lost))

    assert refusal.value.params == {"number": 2, "period": "2025Q2"}
    assert back.kept == lost.kept[:1]
    assert take_up(facts, back, codebook, packets(lost)) == 1


def refused(facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, files: list[bytes]) -> dict[str, str | int]:
    """Why ``files`` are not taken up; nothing is."""
    kept = list(ledger.kept)
    with pytest.raises(ReportsNotTakenUp) as refusal:
        take_up(facts, ledger, codebook, files)
    assert ledger.kept == kept
    return dict(refusal.value.params)
