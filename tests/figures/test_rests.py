from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.table import Row
from counsellor_desk.figures import making
from counsellor_desk.figures.gate import Gate
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import PlanLine, as_row, lines
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.figures.rests import rests
from counsellor_desk.figures.span import whole
from counsellor_desk.figures.tally import tally
from tests.campaigns._offices import TODAY, cases_of, counted
from tests.figures.fakes import FakeLedger, office
from tests.figures.published import publish

SECRET = bytes.fromhex("2602b6a533f79a76ba5a3c5c0807a60e1309b3cd40b8694ca23964157a6f51a8")


def asked(words: str, codebook: Codebook) -> list[PlanLine]:
    """The rows of a period for the sector and an organisation."""
    return [line for owner in (None, 1) for line in lines(whole(Period.parse(words)), owner, Gate.ALL, codebook)]


def windows(some: Iterable[PlanLine], window: int = 5) -> dict[Row, int]:
    return dict.fromkeys(map(as_row, some), window)


@pytest.mark.parametrize("words", ["2025Q1", "2025H1"])
def test_a_rest_counts_the_cases_of_a_total_that_its_part_does_not(words: str, codebook: Codebook) -> None:
    facts = office(60, 1, (2024, 2025), codebook)
    cases = cases_of(facts, ["1"])
    tallies = {str(quarter): tally(facts, quarter, codebook) for quarter in Period.parse(words).quarters}

    for rest in rests(asked(words, codebook), {}, codebook):
        assert rest.ask(tallies).truth == counted(cases, rest.row), rest


def test_every_row_that_is_a_part_of_others_has_a_rest_of_each(codebook: Codebook) -> None:
    every = asked("2025Q1", codebook)
    tables = [line for line in every if not line.is_margin or line.code == "persons"]
    organisations = [line for line in every if line.organisation]

    found = list(rests(every, {}, codebook))

    assert Counter(rest.part for rest in found) == Counter(tables + organisations)
    assert all(rest.steps == 2 for rest in found)


@pytest.mark.parametrize("words", ["2025Q2", "2025Q4", "2025H2", "2025"])
def test_what_is_not_the_year_so_far_or_all_of_it_needs_none(words: str, codebook: Codebook) -> None:
    assert not list(rests(asked(words, codebook), {}, codebook))


def test_what_was_published_has_none(codebook: Codebook) -> None:
    every = asked("2025Q1", codebook)

    assert not list(rests(every, windows(every), codebook))


def test_beside_a_total_that_was_published_with_wider_windows_a_rest_has_more_room(codebook: Codebook) -> None:
    every = asked("2025Q1", codebook)
    sector = [line for line in every if line.organisation is None]

    found = [rest for rest in rests(every, windows(sector, 10), codebook) if rest.whole in sector]

    assert {rest.part for rest in found} == {line for line in every if line.organisation}
    assert {rest.steps for rest in found} == {3}


def test_the_rest_of_all_organisations_takes_in_those_of_earlier_reports(codebook: Codebook) -> None:
    every = asked("2025Q1", codebook)
    earlier = windows(replace(line, organisation=7) for line in every)

    found = [rest for rest in rests(every, earlier, codebook) if rest.whole.organisation != rest.part.organisation]

    assert {dict(rest.row.where)["O"] for rest in found} == {frozenset({"7", "rest"})}


@pytest.mark.parametrize(("weighed", "step"), [(True, 1), (False, 2)])
def test_an_office_that_ran_out_of_room_in_its_third_quarter_no_longer_does(
    weighed: bool, step: int, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not weighed:
        monkeypatch.setattr(making, "rests", lambda *_: ())
    facts, ledger = office(103, 49, (2024, 2025), codebook), FakeLedger(secret=SECRET)

    made = [publish(facts, ledger, codebook, Period.parse(f"2025Q{n}"), SECTOR, TODAY) for n in (1, 2, 3)]

    assert [release.certificate.ladder for release in made] == [1, 1, step]
