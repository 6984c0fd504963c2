"""Prepared, then kept: exactly what was seen becomes final, once, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.publishing import keep, prepare, preview, releases
from counsellor_desk.figures.release import SECTOR, Release
from counsellor_desk.figures.request import Request
from tests.figures.fakes import FakeFacts, FakeLedger, office, some_case
from tests.figures.published import correction_of, publish

TODAY = date(2026, 11, 23)
QUARTER = Period.parse("2025Q1")
ASKED = Request(QUARTER, SECTOR)


@pytest.fixture
def facts(codebook: Codebook) -> FakeFacts:
    facts = office(40, 1, codebook=codebook)
    facts.cases.append(some_case(0, date(2024, 12, 31)))
    return facts


def seen(facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, request: Request = ASKED) -> Release:
    shown = preview(facts, ledger, codebook, request, TODAY).release
    assert shown is not None
    return shown


def miscoded(facts: FakeFacts, cases: int) -> None:
    inside = [at for at, one in enumerate(facts.cases) if QUARTER.first_day <= one.registered_on <= QUARTER.last_day]
    for at in [at for at in inside if facts.cases[at].nature != "PE"][:cases]:
        facts.cases[at] = replace(facts.cases[at], nature="PE")


def test_what_is_prepared_is_published_only_when_it_is_kept(facts: FakeFacts, codebook: Codebook) -> None:
    ledger = FakeLedger()
    prepared = prepare(facts, ledger, codebook, ASKED, TODAY)
    assert ledger.kept == []

    assert keep(ledger, prepared) == prepared.release == releases(ledger)[0]
    assert prepared.release.published_on == TODAY


def test_what_was_seen_is_what_is_prepared(facts: FakeFacts, codebook: Codebook) -> None:
    shown = seen(facts, FakeLedger(), codebook)

    prepared = prepare(facts, FakeLedger(), codebook, ASKED, TODAY, shown)

    assert prepared.entry is not None
    assert prepared.release.unpublished() == shown


def test_figures_that_changed_since_they_were_seen_cannot_be_kept(facts: FakeFacts, codebook: Codebook) -> None:
    ledger = FakeLedger()
    shown = seen(facts, ledger, codebook)
    facts.cases += [some_case(1000 + at, QUARTER.last_day) for at in range(20)]

    prepared = prepare(facts, ledger, codebook, ASKED, TODAY, shown)

    assert prepared.release == seen(facts, ledger, codebook) != shown
    with pytest.raises(ValueError, match="not seen"):
        keep(ledger, prepared)
    assert ledger.kept == []


def test_a_request_that_was_published_before_is_answered_and_not_kept_again(
    facts: FakeFacts, codebook: Codebook
) -> None:
    ledger = FakeLedger()
    first = publish(facts, ledger, codebook, QUARTER, SECTOR, TODAY)

    again = prepare(facts, ledger, codebook, ASKED, TODAY, seen(facts, FakeLedger(), codebook))

    assert (keep(ledger, again), len(ledger.kept)) == (first, 1)


def test_a_correction_goes_the_same_way(facts: FakeFacts, codebook: Codebook) -> None:
    ledger = FakeLedger()
    publish(facts, ledger, codebook, QUARTER, SECTOR, TODAY)
    miscoded(facts, 1)
    asked = correction_of(ledger, 1)
    shown = seen(facts, ledger, codebook, asked)

    prepared = prepare(facts, ledger, codebook, Request.of(shown), TODAY, shown)
    assert keep(ledger, prepared).corrections.replaces == 1

    assert [one.number for one in releases(ledger)] == [1, 2]


def test_a_correction_that_changed_since_it_was_seen_cannot_be_kept(facts: FakeFacts, codebook: Codebook) -> None:
    ledger = FakeLedger()
    publish(facts, ledger, codebook, QUARTER, SECTOR, TODAY)
    late = facts.cases[:]
    miscoded(facts, 1)
    shown = seen(facts, ledger, codebook, correction_of(ledger, 1))
    facts.cases = [*late, some_case(2000, QUARTER.last_day)]

    prepared = prepare(facts, ledger, codebook, Request.of(shown), TODAY, shown)

    assert (prepared.entry, prepared.release.published_on) == (None, None)
    assert prepared.release != shown
