"""The short form of the campaign on what was published, and that it sees what it is there to see."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.figures.gate import Gate
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import as_row, lines
from counsellor_desk.figures.span import whole
from counsellor_desk.figures.tally import tally, total
from tests.campaigns import _attacks, _micro, disclosure
from tests.campaigns._findings import Findings
from tests.campaigns._offices import OfficeYear, book, cases_of, counted, office_year
from tests.campaigns._report import Report
from tests.figures.fakes import office


@pytest.fixture(scope="module")
def published() -> OfficeYear:
    return office_year(1)


def attacked(office: OfficeYear, fault: Promise) -> Findings:
    """Attacks on the row of ``fault`` after that was said as well."""
    reader = _attacks.Outsider(office.system, (fault, *office.promises))
    return _attacks.attack(replace(office, promises=(fault,)), reader, Random(1), 6)


def test_no_attack_on_an_office_or_a_small_one_breaks_the_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosure, "ATTACKS", 16)

    assert disclosure.main(["attacks", "--count", "2"]) == 0


def test_one_exact_number_is_found_out(published: OfficeYear) -> None:
    small = next(one for one in published.promises if counted(published.cases, one.row) == 2)

    found = attacked(published, replace(small, figure=2, window=0))

    report = Report("a fault")
    disclosure.tell(found, report)
    assert found.too_few
    assert found.presence
    assert report.finish() == 1


def test_a_window_that_is_missed_is_found_out(published: OfficeYear) -> None:
    row = next(one.row for one in published.promises if counted(published.cases, one.row) == 2)

    assert attacked(published, Promise(row, 10, 7)).untrue


def test_equations_that_are_forgotten_are_found_out_by_the_second_attacker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(System, "_agree", lambda *_: None)

    assert any("disagree" in line for line in _micro.compare(0, 40).wrong)


@pytest.mark.parametrize("words", ["2025Q1", "2025Q4", "2025H1", "2025"])
def test_the_campaign_counts_what_the_desk_counts(words: str) -> None:
    facts, span = office(60, 1, (2024, 2025), book()), whole(Period.parse(words))
    cases = cases_of(facts, ["1"])
    tallies = {str(quarter): tally(facts, quarter, book()) for quarter in span.quarters}

    for organisation in (None, 1):
        for line in lines(span, organisation, Gate.ALL, book()):
            assert counted(cases, as_row(line)) == total(tallies, line), line
