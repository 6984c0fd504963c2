from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.packet.envelope import Withholding
from counsellor_desk.workbench import withholding
from counsellor_desk.workbench.counts import truths
from counsellor_desk.workbench.errors import CountsChanged, NotProtected, PlanChanged
from counsellor_desk.workbench.figures_file import figures_csv
from counsellor_desk.workbench.release import Method, release_of
from tests.workbench.plans import KIND, PLAN, QUARTER, WIDER, published, some

LARGER = replace(WIDER, tables=(("kind", "quarter"), ("kind", "place"), ("quarter", "place")))


@settings(max_examples=20, deadline=None)
@given(cases=st.integers(0, 150), seed=st.integers(0, 1000), base=st.sampled_from([3, 5, 10]))
def test_small_counts_are_withheld_and_all_that_is_said_is_true(cases: int, seed: int, base: int) -> None:
    plan = replace(PLAN, base=base)
    counts = some(plan, cases, seed)

    packet, _ = published(plan, counts, method=Method.SUPPRESSION)
    release, truth = release_of(packet), truths(plan, counts)

    assert isinstance(packet.certificate, Withholding)
    assert len(release.statements) == len(release.cells)
    for promise in release.promises:
        assert promise.window == 0
        assert not 0 < promise.figure < base
    for cell, one in zip(release.cells, release.statements, strict=True):
        number = truth.get(cell.where, 0)
        if one in release.withheld:
            assert one.least <= number
            assert one.most is None or number <= one.most
        else:
            assert one.figure == number


def test_the_same_counts_again_give_the_same_packet() -> None:
    packet, ledger = published(PLAN, some(PLAN, 60), method=Method.SUPPRESSION)

    assert published(PLAN, some(PLAN, 60), ledger, Method.SUPPRESSION) == (packet, ledger)


def test_a_larger_plan_says_the_same_about_what_is_out() -> None:
    counts = some(WIDER, 90)
    first, ledger = published(WIDER, counts, method=Method.SUPPRESSION)
    second, _ = published(replace(LARGER, version="3"), counts, ledger, Method.SUPPRESSION)

    before, after = release_of(first), release_of(second)
    exact = {cell.where: one for cell, one in zip(after.cells, after.statements, strict=True)}
    for cell, one in zip(before.cells, before.statements, strict=True):
        if one in before.promises:
            assert exact[cell.where] == one
    assert second.certificate.releases == 2


def test_other_counts_under_the_same_name_are_refused() -> None:
    _, ledger = published(PLAN, some(PLAN, 60), method=Method.SUPPRESSION)

    with pytest.raises(CountsChanged) as refused:
        published(PLAN, some(PLAN, 90, seed=2), ledger, Method.SUPPRESSION)

    assert refused.value.params["reason"] == "exact"


@pytest.mark.parametrize(
    ("plan", "method", "reason"),
    [
        (PLAN, Method.ROUNDING, "method"),
        (replace(PLAN, base=3), Method.SUPPRESSION, "base"),
        (replace(PLAN, dimensions=(QUARTER,), tables=(("quarter",),)), Method.SUPPRESSION, "dimension"),
        (
            replace(PLAN, dimensions=(replace(KIND, codes=("a1", "a2", "c")), QUARTER)),
            Method.SUPPRESSION,
            "codes",
        ),
    ],
)
def test_a_plan_that_does_not_fit_with_its_namesake_is_refused(plan: object, method: Method, reason: str) -> None:
    _, ledger = published(PLAN, some(PLAN, 60), method=Method.SUPPRESSION)

    with pytest.raises(PlanChanged) as refused:
        published(plan, {}, ledger, method)

    assert refused.value.params["reason"] == reason
    assert refused.value.params["subject"]


def test_the_table_gives_bounds_in_place_of_withheld_counts() -> None:
    packet, _ = published(PLAN, some(PLAN, 60), method=Method.SUPPRESSION)
    heading, *rows = (line.split(",") for line in figures_csv(release_of(packet)).splitlines())

    assert heading == ["kind", "quarter", "figure", "window", "lower", "upper"]
    withheld = [row for row in rows if row[2] == ""]
    shown = [row for row in rows if row[2] != ""]
    assert withheld
    assert all(row[3] == "" and int(row[4]) >= 0 for row in withheld)
    assert all(row[2:] == [row[2], "0", row[2], row[2]] for row in shown)


def test_counts_that_no_pattern_keeps_safe_leave_no_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotProven(why="pattern")

    monkeypatch.setattr(withholding, "suppress", refuse)

    with pytest.raises(NotProtected) as refused:
        published(PLAN, some(PLAN, 40), method=Method.SUPPRESSION)

    assert refused.value.params == {"reason": "figures"}
