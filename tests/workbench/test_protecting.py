from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import TOTAL, Hierarchy
from counsellor_desk.packet.canonical import canonical
from counsellor_desk.packet.envelope import Packet
from counsellor_desk.workbench import protecting
from counsellor_desk.workbench.counts import Counts, truths
from counsellor_desk.workbench.errors import CountsChanged, NotProtected, PlanChanged
from counsellor_desk.workbench.figures_file import figures_csv
from counsellor_desk.workbench.ledger import PlanLedger
from counsellor_desk.workbench.protecting import CORRECTED
from counsellor_desk.workbench.release import release_of
from tests.workbench.plans import KIND, PLAN, QUARTER, WIDER, published, some


def more(counts: Counts, codes: tuple[str, ...], number: int) -> Counts:
    return {**counts, codes: counts.get(codes, 0) + number}


@settings(max_examples=25, deadline=None)
@given(cases=st.integers(0, 200), seed=st.integers(0, 1000), base=st.sampled_from([3, 5, 10]))
def test_figures_are_multiples_of_the_base_near_the_counts_and_add_up(cases: int, seed: int, base: int) -> None:
    plan = replace(PLAN, base=base)
    counts = some(plan, cases, seed)

    packet, _ = published(plan, counts)
    release, truth = release_of(packet), truths(plan, counts)

    shown = {cell.where: one.figure for cell, one in zip(release.cells, release.promises, strict=True)}
    for cell, one in zip(release.cells, release.promises, strict=True):
        assert one.figure % base == 0
        assert abs(one.figure - truth.get(cell.where, 0)) <= one.window
    assert packet.certificate.rho >= base
    assert shown["a", "1"] == shown["a1", "1"] + shown["a2", "1"]
    assert shown[TOTAL, TOTAL] == sum(shown[TOTAL, quarter] for quarter in QUARTER.codes)


def test_the_same_counts_again_give_the_same_packet_and_nothing_new() -> None:
    counts = some(PLAN, 40)
    packet, ledger = published(PLAN, counts)

    again, after = published(PLAN, dict(reversed(counts.items())), ledger)

    assert again.text == packet.text
    assert after is ledger


def test_counts_that_the_figures_are_still_true_of_give_the_same_packet() -> None:
    counts = {("a1", "1"): 3}
    packet, ledger = published(PLAN, counts)
    release = release_of(packet)
    up = all(one.figure - 4 + 5 >= 0 for one in release.promises)

    again, _ = published(PLAN, {("a1", "1"): 4}, ledger)

    assert up
    assert again.text == packet.text


def revised() -> tuple[Counts, Packet, PlanLedger]:
    """Counts with two cases more than before, so that figures were no longer true; their packet and its ledger."""
    for seed in range(20):
        counts = some(PLAN, 60, seed)
        first, ledger = published(PLAN, counts)
        for codes in product(KIND.codes, QUARTER.codes):
            now = more(counts, codes, CORRECTED)
            second, after = published(PLAN, now, ledger)
            if second != first:
                return now, second, after
    raise AssertionError("no figure was near its window")


def test_cases_that_make_figures_untrue_lead_to_a_revision_with_its_floor() -> None:
    now, revision, ledger = revised()
    release, truth = release_of(revision), truths(PLAN, now)

    assert (revision.number, release.corrected) == (2, CORRECTED)
    assert 3 <= revision.certificate.rho < 5
    for cell, one in zip(release.cells, release.promises, strict=True):
        assert abs(one.figure - truth.get(cell.where, 0)) <= one.window
    assert published(PLAN, now, ledger)[0] == revision


def test_after_a_revision_only_two_more_cases_can_be_corrected_and_hardly_ever_are() -> None:
    now, revision, ledger = revised()
    others = {codes: max(number - CORRECTED, 0) for codes, number in now.items()}

    with pytest.raises(CountsChanged):
        published(PLAN, others, ledger)
    kept, after = published(replace(PLAN, version="2"), now, ledger)

    assert [one.figure for one in release_of(kept).promises] == [one.figure for one in release_of(revision).promises]
    assert len(after.entries) == 3


def test_counts_of_other_cases_under_the_same_name_are_refused() -> None:
    _, ledger = published(PLAN, some(PLAN, 40))

    with pytest.raises(CountsChanged) as refused:
        published(PLAN, some(PLAN, 120, seed=2), ledger)

    assert refused.value.params == {"reason": "many", "most": CORRECTED}


def test_a_revision_that_would_leave_rows_behind_is_refused() -> None:
    counts = some(WIDER, 40)
    _, ledger = published(WIDER, counts)
    fewer = {("b", "1"): 90}

    with pytest.raises(CountsChanged) as refused:
        published(PLAN, fewer, ledger)

    assert refused.value.params["reason"] == "tables"


def test_a_new_version_keeps_the_figures_that_are_out() -> None:
    counts = some(WIDER, 60)
    fewer: dict[tuple[str, ...], int] = {}
    for codes, number in counts.items():
        fewer[codes[:2]] = fewer.get(codes[:2], 0) + number
    first, ledger = published(PLAN, fewer)
    second, _ = published(WIDER, counts, ledger)

    shown = {cell.where: one for cell, one in zip(release_of(second).cells, release_of(second).promises, strict=True)}
    for cell, one in zip(release_of(first).cells, release_of(first).promises, strict=True):
        assert shown[*cell.where, TOTAL].figure == one.figure
    assert (second.number, second.certificate.releases) == (2, 2)


def test_a_plan_of_another_name_is_about_other_cases() -> None:
    _, ledger = published(PLAN, some(PLAN, 40))

    packet, _ = published(replace(PLAN, name="others"), some(PLAN, 120, seed=2), ledger)

    assert (packet.number, packet.certificate.releases) == (2, 1)


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        (replace(PLAN, base=3), "base"),
        (replace(PLAN, dimensions=(replace(KIND, codes=("a1", "a2", "c")), QUARTER)), "codes"),
    ],
)
def test_a_plan_that_does_not_fit_with_its_namesake_is_refused(plan: object, reason: str) -> None:
    _, ledger = published(PLAN, some(PLAN, 40))

    with pytest.raises(PlanChanged) as refused:
        published(plan, {}, ledger)

    assert refused.value.params["reason"] == reason


def test_the_table_has_a_line_for_every_cell() -> None:
    packet, _ = published(replace(PLAN, dimensions=(KIND, Hierarchy("quarter", ("1",)))), {("a1", "1"): 7})
    text = figures_csv(release_of(packet))
    lines = text.splitlines()

    assert "\r" not in text
    assert lines[0] == "kind,quarter,figure,window"
    assert len(lines) == 1 + 5 * 2
    assert lines[1].startswith("*,*,")
    assert all(line.endswith(",5") for line in lines[1:])


def test_the_packet_is_read_as_it_was_sealed() -> None:
    packet, _ = published(PLAN, some(PLAN, 40))

    assert canonical(packet.json()) == packet.text
    assert release_of(packet).plan == PLAN


def test_tables_that_hang_together_in_too_large_a_ring_are_refused() -> None:
    dimensions = tuple(Hierarchy(name, tuple(str(code) for code in range(60))) for name in ("x", "y", "z"))
    ring = replace(PLAN, dimensions=dimensions, tables=(("x", "y"), ("y", "z"), ("z", "x")))

    with pytest.raises(NotProtected) as refused:
        published(ring, {})

    assert refused.value.params["reason"] == "tables"


def test_figures_that_cannot_be_proven_leave_no_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotProven(why="rounding")

    monkeypatch.setattr(protecting, "protect", refuse)

    with pytest.raises(NotProtected) as refused:
        published(PLAN, some(PLAN, 40))

    assert refused.value.params == {"reason": "figures"}
