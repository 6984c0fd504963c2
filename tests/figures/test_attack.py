from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.attack import READERS, Attack, Range
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR, Audience, Release
from tests.figures.fakes import FakeFacts, FakeLedger, office, some_case
from tests.figures.published import preview
from tests.figures.test_publishing import TODAY, organisation, out


def attacked(release: Release, ledger: FakeLedger, tables: Sequence[str]) -> dict[tuple[str, str], tuple[Range, ...]]:
    """Table and row code -> what remains to each reader."""
    attack = Attack(ledger, release)
    return {(one.table, one.figure.code): attack.ranges(one) for one in attack.targets if one.table in tables}


def seen(
    facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, period: str, audience: Audience = SECTOR
) -> Release:
    release = preview(facts, ledger, codebook, Period.parse(period), audience, TODAY).release
    assert release is not None
    return release


def test_every_rounded_figure_of_the_period_is_attacked_and_no_exact_one(codebook: Codebook) -> None:
    ledger = FakeLedger()
    release = out(office(40, 1, codebook=codebook), ledger, codebook, "2025Q1")

    targets = [(one.table, one.figure) for one in Attack(ledger, release).targets]
    assert targets == [(table.id, figure) for table in release.tables for figure in table.figures if figure.window]


@pytest.mark.parametrize("period", ["2025Q3", "2025H1", "2025"])
def test_no_reader_gets_below_what_the_certificate_promises(codebook: Codebook, period: str) -> None:
    facts, ledger = office(40, 2, codebook=codebook), FakeLedger()
    for quarter in ("2025Q1", "2025Q2"):
        out(facts, ledger, codebook, quarter)
    release = seen(facts, ledger, codebook, period)

    for ranges in attacked(release, ledger, ("T1", "T4", "T11", "T13c")).values():
        for known, one in zip(READERS, ranges, strict=True):
            assert one.numbers >= release.certificate.possible_counts(known)


def test_a_figure_of_nothing_leaves_a_reader_exactly_what_is_promised_and_no_proof_of_others(
    codebook: Codebook,
) -> None:
    facts, ledger = FakeFacts(cases=[some_case(1, TODAY.replace(year=2024))]), FakeLedger()
    release = out(facts, ledger, codebook, "2025Q1")
    zero = next(one for one in release.tables[1].rows if one.value == 0)

    ranges = attacked(release, ledger, ("T2",))["T2", zero.code]
    assert ranges == (Range(0, 5), Range(1, 5), Range(2, 5), Range(3, 5))
    assert [one.numbers for one in ranges] == [release.certificate.possible_counts(known) for known in READERS]


def test_the_whole_ledger_counts_also_what_came_after_a_release(codebook: Codebook) -> None:
    facts, ledger = office(60, 3, codebook=codebook), FakeLedger()
    first = out(facts, ledger, codebook, "2025Q1")
    alone = attacked(first, ledger, ("T1",))
    for quarter in ("2025Q2", "2025Q3", "2025Q4"):
        out(facts, ledger, codebook, quarter)

    together = attacked(first, ledger, ("T1",))
    for key, ranges in together.items():
        for known, one in zip(READERS, ranges, strict=True):
            assert alone[key][known].least <= one.least <= one.most <= alone[key][known].most
            assert one.numbers >= first.certificate.possible_counts(known)


def test_the_reports_of_an_organisation_are_attacked_with_those_of_the_sector(codebook: Codebook) -> None:
    facts, ledger = office(60, 4, codebook=codebook), FakeLedger()
    out(facts, ledger, codebook, "2025Q1")
    release = out(facts, ledger, codebook, "2025Q1", organisation(1))

    for ranges in attacked(release, ledger, ("T1",)).values():
        assert [one.numbers >= release.certificate.possible_counts(s) for s, one in enumerate(ranges)] == [True] * 4


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), yearly=st.integers(4, 120))
def test_the_true_number_is_always_among_those_that_remain(codebook: Codebook, seed: int, yearly: int) -> None:
    facts, ledger = office(yearly, seed, codebook=codebook), FakeLedger(secret=seed.to_bytes(4))
    facts.cases.append(some_case(0, TODAY.replace(year=2024)))
    shown = preview(facts, ledger, codebook, Period.parse("2025Q2"), SECTOR, TODAY)
    assert shown.release is not None

    for key, ranges in attacked(shown.release, ledger, ("T1", "T7b")).items():
        assert ranges[0].least <= shown.truth[key] <= ranges[0].most
