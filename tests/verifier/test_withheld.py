from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import OfficeKey, is_signed
from counsellor_desk.packet.envelope import Packet, PacketKind, Withholding, seal
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.verdict import WithheldVerdict
from counsellor_desk.verifier.verify import verify
from counsellor_desk.workbench.ledger import PlanLedger
from counsellor_desk.workbench.plan_file import plan_hash, plan_json
from counsellor_desk.workbench.release import Method
from tests.verifier.forging import Change, forged
from tests.workbench.plans import KIND, PLAN, SECRET, WIDER, published, some
from tests.workbench.test_withholding import LARGER

KEY = OfficeKey(SECRET)


@pytest.fixture(scope="module")
def chain() -> tuple[Packet, ...]:
    """A plan with small counts withheld, a rounded one about other cases, and a larger version of the first."""
    counts, ledger = some(WIDER, 90), PlanLedger(SECRET)
    _, ledger = published(WIDER, counts, ledger, Method.SUPPRESSION)
    _, ledger = published(replace(PLAN, name="others"), some(PLAN, 30), ledger)
    _, ledger = published(replace(LARGER, version="3"), counts, ledger, Method.SUPPRESSION)
    return tuple(entry.packet for entry in ledger.entries)


def reason(packets: Sequence[Packet], codebook: Codebook, **options: float) -> tuple[str | int, str | int]:
    with pytest.raises(NotVerified) as refused:
        verify(packets, is_signed, codebook, **options)
    return refused.value.params["reason"], refused.value.params["number"]


def test_withheld_counts_are_proven_with_all_that_was_said_before(
    chain: Sequence[Packet], codebook: Codebook
) -> None:
    verdict = verify(chain, is_signed, codebook)

    assert isinstance(verdict, WithheldVerdict)
    assert (verdict.last, verdict.base, verdict.alone) == (3, 5, False)
    assert verdict.wide > 0
    assert isinstance(verify(chain[:1], is_signed, codebook), WithheldVerdict)


def shown(release: dict[str, Any]) -> dict[str, Any]:
    """A published count above nothing, not the total of all."""
    return [cell for cell in release["cells"] if cell.get("figure", 0) > 0][1]


def withheld(release: dict[str, Any]) -> dict[str, Any]:
    return next(cell for cell in release["cells"] if "lower" in cell)


CHANGES: dict[str, tuple[Change, str]] = {
    "a small count": (lambda release: shown(release).update(figure=2), "small"),
    "a negative count": (lambda release: shown(release).update(figure=-1), "negative"),
    "a window": (lambda release: shown(release).update(window=5), "window"),
    "counts that do not add up": (lambda release: shown(release).update(figure=9000), "witness"),
    "a narrower interval": (
        lambda release: withheld(release).update(lower=withheld(release)["lower"] + 1),
        "interval",
    ),
    "a wider interval": (lambda release: withheld(release).update(upper=None), "interval"),
    "a revision": (lambda release: release.update(corrected=1), "redrawn"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_nobody_may_publish_is_named(name: str, chain: Sequence[Packet], codebook: Codebook) -> None:
    change, why = CHANGES[name]

    assert reason(forged(chain[:1], 1, change, key=KEY), codebook) == (why, 1)


def test_a_small_count_left_alone_in_its_row_is_shown_by_its_total(codebook: Codebook) -> None:
    plan = replace(PLAN, dimensions=(replace(KIND, parents={}),), tables=(("kind",),))
    packet, _ = published(plan, {("a1",): 3, ("a2",): 7, ("b",): 9}, method=Method.SUPPRESSION)

    def naive(release: dict[str, Any]) -> None:
        for cell, number in zip(release["cells"], (19, 3, 7, 9), strict=True):
            cell.clear()
            where = {19: "*", 3: "a1", 7: "a2", 9: "b"}[number]
            cell.update(cell=[where], figure=number, window=0)
        release["cells"][1] = {"cell": ["a1"], "lower": 0, "upper": None}

    assert reason(forged([packet], 1, naive, key=KEY), codebook)[0] in {"presence", "interval"}


def test_an_exact_count_is_never_another_one_later(chain: Sequence[Packet], codebook: Codebook) -> None:
    other = forged(chain, 3, lambda release: shown(release).update(figure=shown(release)["figure"] + 1), key=KEY)

    assert reason(other, codebook) == ("redrawn", 3)


@pytest.mark.parametrize("certificate", [{"wide": 1}, {"narrow": 99}, {"rows": 1}, {"releases": 2}])
def test_a_certificate_that_claims_something_else_is_named(
    certificate: dict[str, int], chain: Sequence[Packet], codebook: Codebook
) -> None:
    assert reason(forged(chain[:1], 1, key=KEY, **certificate), codebook) == ("rho", 1)


def test_rounded_figures_under_a_certificate_of_withheld_ones_are_named(codebook: Codebook) -> None:
    rounded, _ = published(PLAN, some(PLAN, 30))
    dressed = replace(rounded, certificate=Withholding(5, 0, 0, 25, 1))

    assert reason(forged([dressed], 0, key=KEY), codebook) == ("method", 1)


def test_withheld_counts_under_a_certificate_of_rounded_ones_are_named(
    chain: Sequence[Packet], codebook: Codebook
) -> None:
    rounded, _ = published(PLAN, some(PLAN, 30))
    dressed = replace(chain[0], certificate=rounded.certificate)

    assert reason(forged([dressed], 0, key=KEY), codebook) == ("method", 1)


def test_what_takes_too_long_is_not_proven(chain: Sequence[Packet], codebook: Codebook) -> None:
    assert reason(chain[:1], codebook, seconds=0.0) == ("time", 1)


def test_a_later_plan_without_a_dimension_is_named(chain: Sequence[Packet], codebook: Codebook) -> None:
    lesser, _ = published(replace(PLAN, version="9"), some(PLAN, 60), method=Method.SUPPRESSION)
    second = replace(lesser, number=2, certificate=replace(lesser.certificate, releases=2))

    assert reason(forged([chain[0], second], 0, key=KEY), codebook) == ("plan", 2)


def test_tables_that_hang_together_in_too_large_a_ring_are_refused(codebook: Codebook) -> None:
    names = ("x", "y", "z")
    dimensions = tuple(replace(KIND, name=name, codes=tuple(map(str, range(40))), parents={}) for name in names)
    plan = replace(PLAN, dimensions=dimensions, tables=(("x", "y"),))
    packet, _ = published(plan, {}, method=Method.SUPPRESSION)
    ring = replace(plan, tables=(("x", "y"), ("y", "z"), ("z", "x")))
    cells = [{"cell": list(cell.where), "figure": 0, "window": 0} for cell in ring.cells()]
    release = {"method": "suppression", "corrected": 0, "cells": cells}
    made = seal(
        PacketKind.PLAN, 1, "", {**plan_json(ring), "hash": plan_hash(ring)}, packet.certificate, release, KEY
    )

    assert reason([made], codebook) == ("too_large", 1)
