from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.codebook import Codebook
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.figures.errors import (
    AudienceTooSmall,
    LedgerBroken,
    NothingToCount,
    PeriodNotEnded,
    ReleaseMissing,
)
from counsellor_desk.figures.gate import audiences
from counsellor_desk.figures.ledger import entry, read
from counsellor_desk.figures.packet import from_json, sealed, to_json
from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.figures.ports import ActivityFact
from counsellor_desk.figures.publishing import releases, stored
from counsellor_desk.figures.release import SECTOR, Audience, AudienceKind, Figure, Release, ReleasedTable
from tests.figures.fakes import MIX_2023, FakeFacts, FakeLedger, office, some_case
from tests.figures.published import preview, publish

TODAY = date(2026, 11, 23)
ORDER = ("2025Q1", "2025Q2", "2025Q3", "2025Q4", "2025")


def organisation(number: int) -> Audience:
    return Audience(AudienceKind.ORGANISATION, number, f"House {number}")


def out(
    facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, period: str, audience: Audience = SECTOR
) -> Release:
    return publish(facts, ledger, codebook, Period.parse(period), audience, TODAY)


def table(release: Release, name: str) -> ReleasedTable:
    return next(one for one in release.tables if one.id == name)


def headline(release: Release) -> dict[str, int]:
    return {row.code: row.value for row in table(release, "T1").rows}


def all_figures(release: Release) -> list[Figure]:
    return [row for one in release.tables for row in (*one.rows, *((one.total,) if one.total else ()))]


def mores_2023() -> FakeFacts:
    """The 200 reports of Mores.online over 2023, spread over the year."""
    codes = itertools.chain.from_iterable([code] * number for code, number in MIX_2023.items())
    days = (date(2025, 1, 1) + timedelta(days=at * 7 % 365) for at in itertools.count())
    cases = [
        replace(some_case(at, day), nature=code) for at, (code, day) in enumerate(zip(codes, days, strict=False))
    ]
    return FakeFacts(cases=cases)


def test_the_reports_of_a_real_year_come_out_within_their_windows_and_add_up(codebook: Codebook) -> None:
    release = out(mores_2023(), FakeLedger(), codebook, "2025")

    nature = table(release, "T2")
    shown = {row.code: row.value for row in nature.rows}
    assert all(abs(shown[code] - MIX_2023.get(code, 0)) <= 5 for code in shown)
    assert nature.total is not None
    assert nature.total.value == sum(shown.values())
    assert abs(nature.total.value - 200) <= 5


def test_tables_that_count_the_same_have_the_same_total(codebook: Codebook) -> None:
    release = out(office(60, 1, codebook=codebook), FakeLedger(), codebook, "2025Q2")

    totals: dict[str, set[int]] = {}
    for one in release.tables:
        if one.additive and one.total and one.total.window:
            assert one.total.value == sum(row.value for row in one.rows)
            totals.setdefault(one.unit, set()).add(one.total.value)
    assert totals == {
        "new_cases": {headline(release)["new_cases"]},
        "closed_cases": {headline(release)["closed_cases"]},
        "persons": {headline(release)["persons"]},
    }


def test_twenty_previews_show_the_same_figures_and_publishing_shows_them_too(codebook: Codebook) -> None:
    facts, ledger = office(40, 2, codebook=codebook), FakeLedger()

    seen = [preview(facts, ledger, codebook, Period.parse("2025Q1"), SECTOR, TODAY).release for _ in range(20)]
    release = out(facts, ledger, codebook, "2025Q1")

    assert seen[0] is not None
    assert all(one == seen[0] for one in seen)
    assert seen[0].tables == release.tables
    assert seen[0].to_date == release.to_date


def test_four_quarters_and_their_year_have_one_certificate_and_agree(codebook: Codebook) -> None:
    facts, ledger = office(80, 3, codebook=codebook), FakeLedger()

    made = [out(facts, ledger, codebook, period) for period in ORDER]

    year = made[-1]
    assert year.certificate.rho >= 5
    assert year.certificate.releases == 5
    for key in ("new_cases", "closed_cases"):
        assert headline(year)[key] == sum(headline(quarter)[key] for quarter in made[:4])
    assert headline(year)["persons"] <= sum(headline(quarter)["persons"] for quarter in made[:4])
    assert all(figure.window == 5 for one in year.tables for figure in one.rows if one.id[:3] != "T14")


def test_a_later_correction_never_changes_a_published_figure(codebook: Codebook) -> None:
    facts, ledger = office(40, 4, codebook=codebook), FakeLedger()
    before = to_json(out(facts, ledger, codebook, "2025Q1"))

    facts.cases = [replace(case, nature="PE", client_role="R.GET") for case in facts.cases[10:]]

    assert to_json(out(facts, ledger, codebook, "2025Q1")) == before
    assert len(ledger.kept) == 1


def test_a_frozen_quarter_counts_in_the_year_as_it_was_published(codebook: Codebook) -> None:
    facts, ledger = office(40, 5, codebook=codebook), FakeLedger()
    for quarter in ORDER[:4]:
        out(facts, ledger, codebook, quarter)
    truth = preview(facts, ledger, codebook, Period.parse("2025"), SECTOR, TODAY).truth

    facts.cases = facts.cases[:3]

    assert preview(facts, ledger, codebook, Period.parse("2025"), SECTOR, TODAY).truth == truth


def test_a_quarter_that_was_published_empty_stays_empty(codebook: Codebook) -> None:
    facts, ledger = FakeFacts(cases=[some_case(1, date(2024, 1, 5))]), FakeLedger()
    out(facts, ledger, codebook, "2025Q1")

    facts.cases.append(some_case(2, date(2025, 1, 5)))  # allowed to be counted later on

    assert preview(facts, ledger, codebook, Period.parse("2025H1"), SECTOR, TODAY).truth["T1", "new_cases"] == 0


def test_a_late_case_counts_in_the_quarter_of_its_registration(codebook: Codebook) -> None:
    facts = FakeFacts(cases=[some_case(1, date(2025, 1, 5)), some_case(2, date(2025, 4, 2))])

    first, second = (
        preview(facts, FakeLedger(), codebook, Period.parse(period), SECTOR, TODAY).truth
        for period in ("2025Q1", "2025Q2")
    )

    assert first["T1", "new_cases"] == second["T1", "new_cases"] == 1


def test_a_person_counts_once_in_a_quarter_a_half_year_and_a_year(codebook: Codebook) -> None:
    days = (date(2025, 1, 5), date(2025, 2, 5), date(2025, 4, 5), date(2025, 8, 5), date(2025, 12, 5))
    facts = FakeFacts(cases=[replace(some_case(at, day), person=7) for at, day in enumerate(days, start=1)])
    facts.cases.append(replace(some_case(9, date(2025, 1, 6)), person=7, organisation=2))

    persons = {
        period: preview(facts, FakeLedger(), codebook, Period.parse(period), SECTOR, TODAY).truth["T1", "persons"]
        for period in ("2025Q1", "2025Q2", "2025H1", "2025H2", "2025")
    }

    assert persons == {"2025Q1": 2, "2025Q2": 1, "2025H1": 2, "2025H2": 1, "2025": 2}


def test_activities_are_exact_to_the_quarter_of_an_hour(codebook: Codebook) -> None:
    facts = FakeFacts(cases=[some_case(1, date(2025, 1, 5))])
    facts.work = [
        ActivityFact(None, "V.TRA", date(2025, 1, day), minutes, None) for day, minutes in ((3, 50), (4, 5))
    ]

    release = out(facts, FakeLedger(), codebook, "2025Q1")

    assert {row.code: row.value for row in table(release, "T14").rows}["V.TRA"] == 2
    assert {row.code: row.value for row in table(release, "T14m").rows}["V.TRA"] == 45 + 15
    assert table(release, "T14").total == Figure("*", 2, 0)


@pytest.mark.parametrize("order", list(itertools.permutations(("2025", "2025H1", "2025Q2", "2025Q1")))[::4])
def test_periods_in_any_order_keep_one_certificate(codebook: Codebook, order: tuple[str, ...]) -> None:
    facts, ledger = office(40, 6, codebook=codebook), FakeLedger()

    for period in order:
        release = out(facts, ledger, codebook, period)
        truth = preview(facts, ledger, codebook, release.period, SECTOR, TODAY).truth
        assert release.certificate.rho >= 5
        for one in release.tables:
            assert all(abs(row.value - truth[one.id, row.code]) <= row.window for row in one.rows)


def test_an_organisation_and_the_sector_share_one_certificate(codebook: Codebook) -> None:
    facts, ledger = office(60, 7, codebook=codebook), FakeLedger()

    sector = out(facts, ledger, codebook, "2025Q1")
    large, middle = (out(facts, ledger, codebook, "2025Q1", organisation(number)) for number in (2, 1))

    assert {one.id for one in large.tables} == {one.id for one in sector.tables}
    assert {one.id for one in middle.tables} == {"T1", "T14", "T14m"}
    assert {one.subject for one in middle.withheld} >= {"T2", "T13"}
    assert headline(large)["new_cases"] <= headline(sector)["new_cases"]
    assert middle.certificate.rho >= 5


def test_a_small_organisation_has_no_figures_of_its_own(codebook: Codebook) -> None:
    facts = office(30, 8, codebook=codebook)
    facts.bands = {1: "W.49", 2: "W.249", 3: "W.09"}

    with pytest.raises(AudienceTooSmall):
        out(facts, FakeLedger(), codebook, "2025Q1", organisation(1))
    assert audiences(facts, {2: "House"}) == (SECTOR, Audience(AudienceKind.ORGANISATION, 2, "House"))


def test_a_period_that_runs_or_came_before_all_cases_is_refused_in_words(codebook: Codebook) -> None:
    facts = office(30, 9, codebook=codebook)

    refusals = [
        preview(facts, FakeLedger(), codebook, Period.parse(period), SECTOR, TODAY).refusal
        for period in ("2026Q4", "2026", "2024Q4")
    ]

    assert [type(one) for one in refusals] == [PeriodNotEnded, PeriodNotEnded, NothingToCount]


def test_a_quarter_without_cases_can_be_published_so_that_a_report_gives_no_case_away(codebook: Codebook) -> None:
    facts = FakeFacts(cases=[some_case(1, date(2024, 1, 5))])

    assert set(headline(out(facts, FakeLedger(), codebook, "2025Q1")).values()) <= {0, 5}


def test_a_changed_figure_in_the_ledger_is_found(codebook: Codebook) -> None:
    facts, ledger = office(40, 10, codebook=codebook), FakeLedger()
    out(facts, ledger, codebook, "2025Q1")
    ledger.kept[0] = replace(ledger.kept[0], public=ledger.kept[0].public.replace('"value":5', '"value":10', 1))

    with pytest.raises(LedgerBroken) as broken:
        releases(ledger)
    assert broken.value.params["number"] == 1


def test_a_ledger_with_something_else_in_it_is_found(codebook: Codebook) -> None:
    facts, ledger = office(40, 11, codebook=codebook), FakeLedger()
    for quarter in ORDER[:2]:
        out(facts, ledger, codebook, quarter)
    ledger.kept[1] = replace(ledger.kept[1], public="{}")

    with pytest.raises(LedgerBroken) as broken:
        releases(ledger)
    assert broken.value.params["number"] == 2


def test_a_ledger_with_a_gap_is_found(codebook: Codebook) -> None:
    facts, ledger = office(40, 11, codebook=codebook), FakeLedger()
    for quarter in ORDER[:3]:
        out(facts, ledger, codebook, quarter)
    del ledger.kept[1]

    with pytest.raises(LedgerBroken) as broken:
        releases(ledger)
    assert broken.value.params["number"] == 2


def test_a_redrawn_figure_with_a_mended_chain_is_still_refused(codebook: Codebook) -> None:
    facts, ledger = office(40, 12, codebook=codebook), FakeLedger()
    release = out(facts, ledger, codebook, "2025Q1")
    nature = table(release, "T2")
    forged_row = replace(nature.rows[0], value=nature.rows[0].value + 5)
    tables = tuple(replace(t, rows=(forged_row, *t.rows[1:])) if t is nature else t for t in release.tables)
    ledger.kept[0] = entry(sealed(replace(release, tables=tables), ledger.signer), {})

    with pytest.raises(NotProven):
        out(facts, ledger, codebook, "2025Q2")


def test_a_release_is_found_again_by_its_number(codebook: Codebook) -> None:
    facts, ledger = office(40, 13, codebook=codebook), FakeLedger()
    made = out(facts, ledger, codebook, "2025Q1")

    assert stored(ledger, 1) == made == preview(facts, ledger, codebook, made.period, SECTOR, TODAY).release
    assert from_json(to_json(made)) == made
    with pytest.raises(ReleaseMissing):
        stored(ledger, 2)


def test_the_order_of_facts_changes_nothing(codebook: Codebook) -> None:
    facts = office(50, 14, codebook=codebook)
    there = out(facts, FakeLedger(), codebook, "2025Q2")
    for some in (facts.cases, facts.steps, facts.talks, facts.work):
        some.reverse()

    assert out(facts, FakeLedger(), codebook, "2025Q2") == there


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), yearly=st.integers(4, 120))
def test_any_year_of_quarters_comes_out_within_its_windows(codebook: Codebook, seed: int, yearly: int) -> None:
    facts, ledger = office(yearly, seed, codebook=codebook), FakeLedger(secret=seed.to_bytes(4))
    facts.cases.append(some_case(0, date(2024, 12, 31)))

    for period in ORDER:
        release = out(facts, ledger, codebook, period)
        truth = preview(facts, ledger, codebook, release.period, SECTOR, TODAY).truth
        assert release.certificate.rho >= 5
        for one in release.tables:
            assert all(abs(row.value - truth[one.id, row.code]) <= row.window for row in one.rows)
    assert all(figure.value % 5 == 0 for figure in all_figures(release) if figure.window)


@settings(max_examples=10, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    bands=st.lists(st.sampled_from(["W.09", "W.49", "W.249", "W.250", "", "W.NB"]), min_size=3, max_size=3),
    asked=st.permutations([1, 2, 3]),
)
def test_an_organisation_below_the_gate_is_never_a_category(
    codebook: Codebook, seed: int, bands: list[str], asked: list[int]
) -> None:
    facts, ledger = office(30, seed, codebook=codebook), FakeLedger(secret=seed.to_bytes(4))
    facts.bands = dict(enumerate(bands, start=1))
    small = {str(number) for number, band in facts.bands.items() if band not in ("W.249", "W.250")}

    sector = out(facts, ledger, codebook, "2025Q4")
    for number in asked:
        if str(number) in small:
            with pytest.raises(AudienceTooSmall):
                out(facts, ledger, codebook, "2025Q4", organisation(number))
        else:
            out(facts, ledger, codebook, "2025Q4", organisation(number))

    rows = [dict(promise.row.where) for promise in read(ledger).promises()]
    categories = {code for row in rows for code in row.get("O", ())}
    assert not categories & small
    assert any(one.subject == "organisation" for one in sector.withheld) == bool(small)


def test_the_second_half_year_that_is_told_along_with_a_quarter_has_room_of_two_steps(codebook: Codebook) -> None:
    facts, ledger = office(60, 8, codebook=codebook), FakeLedger()

    made = {period: out(facts, ledger, codebook, period) for period in ORDER}

    so_far = {
        (str(release.period), part.kind): {figure.window for one in part.tables for figure in one.figures}
        for release in made.values()
        for part in release.to_date
    }
    assert so_far == {
        ("2025Q2", PeriodKind.HALF): {5},
        ("2025Q3", PeriodKind.YEAR): {5},
        ("2025Q4", PeriodKind.HALF): {10},
        ("2025Q4", PeriodKind.YEAR): {5},
    }
    assert all(release.certificate.rho == release.certificate.base for release in made.values())
    own = {figure.window for release in made.values() for figure in all_figures(release)}
    assert own == {5, 0}


def test_a_half_year_published_by_itself_has_room_of_one_step(codebook: Codebook) -> None:
    release = out(office(60, 9, codebook=codebook), FakeLedger(), codebook, "2025H1")

    assert {figure.window for figure in all_figures(release)} == {5, 0}
