from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import OfficeKey, is_signed
from counsellor_desk.disclosure.certificate import Proof, prove
from counsellor_desk.disclosure.plan import Hierarchy
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.packet.envelope import Certificate, Packet, PacketKind, seal
from counsellor_desk.packet.errors import PacketUnreadable
from counsellor_desk.verifier import joint
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.verify import verify
from counsellor_desk.workbench.counts import truths
from counsellor_desk.workbench.ledger import PlanEntry, PlanLedger
from counsellor_desk.workbench.plan_file import plan_hash, plan_json
from tests.verifier.forging import Change, forged
from tests.workbench.plans import KIND, PLACE, PLAN, SECRET, WIDER, published, some
from tests.workbench.test_protecting import revised

KEY = OfficeKey(SECRET)


@pytest.fixture(scope="module")
def chain() -> tuple[Packet, ...]:
    """Two versions of one plan, and another plan in between."""
    counts = some(WIDER, 60)
    fewer: dict[tuple[str, ...], int] = {}
    for codes, number in counts.items():
        fewer[codes[:2]] = fewer.get(codes[:2], 0) + number
    ledger = PlanLedger(SECRET)
    for plan, table in ((PLAN, fewer), (replace(PLAN, name="others", base=3), some(PLAN, 9)), (WIDER, counts)):
        _, ledger = published(plan, table, ledger)
    return tuple(entry.packet for entry in ledger.entries)


def reason(packets: Sequence[Packet], codebook: Codebook) -> tuple[str | int, str | int]:
    with pytest.raises(NotVerified) as refused:
        verify(packets, is_signed, codebook)
    return refused.value.params["reason"], refused.value.params["number"]


def test_plans_of_one_name_are_proven_together_and_others_by_themselves(
    chain: Sequence[Packet], codebook: Codebook
) -> None:
    verdict = verify(chain, is_signed, codebook)

    assert (verdict.last, verdict.rho, verdict.base, verdict.alone) == (3, 5, 5, False)
    assert verdict.rows == len(WIDER.rows())
    assert not verdict.persons
    assert verify(chain[:1], is_signed, codebook).alone


def test_a_revision_is_proven_with_what_it_corrects(codebook: Codebook) -> None:
    _, _, ledger = revised()

    verdict = verify([entry.packet for entry in ledger.entries], is_signed, codebook)

    assert (verdict.corrected, verdict.rho) == (2, 3)


def test_all_proofs_share_the_time(
    chain: Sequence[Packet], codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []

    def noted(system: System, promises: Sequence[Promise], base: int, seconds: float) -> Proof:
        asked.append(seconds)
        return prove(system, promises, base, seconds)

    monkeypatch.setattr(joint, "prove", noted)
    for packets in (chain, [entry.packet for entry in revised()[2].entries]):
        verify(packets, is_signed, codebook, seconds=90.0)

    assert asked == [45.0] * 4


def test_a_revision_that_does_not_say_so_is_redrawn(codebook: Codebook) -> None:
    _, _, ledger = revised()
    packets = [entry.packet for entry in ledger.entries]
    silent = forged(packets, 2, lambda release: release.update(corrected=0), key=KEY, rho=5)

    assert reason(silent, codebook) == ("redrawn", 2)


def cell(release: dict[str, Any], at: int, **change: int) -> None:
    release["cells"][at].update(change)


CHANGES: dict[str, tuple[Change, str]] = {
    "a negative figure": (lambda release: cell(release, 0, figure=-5), "negative"),
    "an exact total": (lambda release: cell(release, 0, window=0), "exact"),
    "a narrow window": (lambda release: cell(release, 3, window=4), "window"),
    "a wide window": (lambda release: cell(release, 3, window=10), "ladder"),
    "no multiple": (lambda release: cell(release, 3, figure=4), "multiple"),
    "a total that is none": (lambda release: cell(release, 0, figure=500), "witness"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_nobody_may_publish_is_named(name: str, chain: Sequence[Packet], codebook: Codebook) -> None:
    change, why = CHANGES[name]

    assert reason(forged(chain[:1], 1, change, key=KEY), codebook) == (why, 1)


def test_a_figure_that_was_out_already_is_not_drawn_again(chain: Sequence[Packet], codebook: Codebook) -> None:
    redrawn = forged(chain, 3, lambda release: cell(release, 0, figure=release["cells"][0]["figure"] + 5), key=KEY)

    assert reason(redrawn, codebook) == ("redrawn", 3)


@pytest.mark.parametrize(
    ("certificate", "why"),
    [({"rho": 4}, "rho"), ({"rho": 6}, "rho"), ({"base": 3}, "plan"), ({"releases": 2}, "releases")],
)
def test_a_certificate_that_claims_something_else_is_named(
    certificate: dict[str, int], why: str, chain: Sequence[Packet], codebook: Codebook
) -> None:
    assert reason(forged(chain[:1], 1, key=KEY, **certificate), codebook) == (why, 1)


def planned(packet: Packet, **plan: object) -> list[Packet]:
    return [seal(PacketKind.PLAN, 1, "", {**packet.plan, **plan}, packet.certificate, packet.release, KEY)]


def test_a_plan_that_is_not_the_one_its_hash_names_is_named(chain: Sequence[Packet], codebook: Codebook) -> None:
    assert reason(planned(chain[0], version="9"), codebook) == ("plan", 1)
    assert reason(planned(chain[0], hash="0" * 64), codebook) == ("plan", 1)


def test_a_dimension_with_other_codes_under_the_same_name_is_named(codebook: Codebook) -> None:
    _, ledger = published(PLAN, some(PLAN, 9))
    other = replace(PLAN, dimensions=(replace(KIND, codes=("x", "y", "z"), parents={}), *PLAN.dimensions[1:]))
    _, apart = published(other, {})
    first, second = ledger.entries[0].packet, apart.entries[0].packet
    certificate = replace(second.certificate, releases=2)
    packets = [first, seal(PacketKind.PLAN, 2, first.digest, second.plan, certificate, second.release, KEY)]

    assert reason(packets, codebook) == ("plan", 2)


def test_packets_of_a_desk_and_of_plans_are_not_one_history(
    chain: Sequence[Packet], quarters: Sequence[Packet], codebook: Codebook
) -> None:
    for packets in ((chain[0], quarters[1]), (quarters[0], chain[1])):
        first = forged(packets[:1], 0, key=KEY)[0]
        other = packets[1]
        second = seal(other.kind, 2, first.digest, other.plan, other.certificate, other.release, KEY)

        assert reason([first, second], codebook) == ("plan", 1)


def test_more_plans_than_can_be_laid_out_are_refused(codebook: Codebook) -> None:
    ledger = PlanLedger(SECRET)
    for version in range(3):
        dimensions = tuple(replace(KIND, name=f"d{version}-{at}") for at in range(8))
        plan = replace(PLAN, version=str(version), dimensions=dimensions, tables=((dimensions[0].name,),))
        _, ledger = published(plan, {}, ledger)

    assert reason([entry.packet for entry in ledger.entries], codebook) == ("too_large", 3)


def test_certificates_of_one_row_have_one_base(codebook: Codebook) -> None:
    _, ledger = published(PLAN, some(PLAN, 9))
    first = ledger.entries[0].packet
    _, apart = published(replace(PLAN, base=10, version="2"), some(PLAN, 9))
    second = apart.entries[0].packet
    certificate = replace(second.certificate, releases=2)
    packets = [first, seal(PacketKind.PLAN, 2, first.digest, second.plan, certificate, second.release, KEY)]

    assert reason(packets, codebook) == ("base", 2)


def test_tables_that_hang_together_in_too_large_a_ring_are_refused(codebook: Codebook) -> None:
    ledger = PlanLedger(SECRET)
    x, y, z = (replace(PLACE, name=name, codes=tuple(map(str, range(40)))) for name in "xyz")
    for version, table in enumerate(((x, y), (y, z), (z, x))):
        plan = replace(PLAN, version=str(version), dimensions=table, tables=(tuple(one.name for one in table),))
        apart = published(plan, {}, PlanLedger(SECRET))[0]
        certificate = replace(apart.certificate, releases=version + 1)
        number, before = len(ledger.entries) + 1, ledger.last_digest
        packet = seal(PacketKind.PLAN, number, before, apart.plan, certificate, apart.release, KEY)
        ledger = ledger.with_entry(PlanEntry(packet, (), {}))

    assert reason([entry.packet for entry in ledger.entries], codebook) == ("too_large", 3)


@pytest.mark.parametrize(
    "change",
    [
        lambda release: release["cells"].pop(),
        lambda release: release["cells"].reverse(),
        lambda release: release.update(method="guess"),
        lambda release: release["cells"][0].update(lower=1),
    ],
)
def test_cells_in_another_form_are_no_packet(change: Change, chain: Sequence[Packet], codebook: Codebook) -> None:
    with pytest.raises(PacketUnreadable):
        verify(forged(chain[:1], 1, change, key=KEY), is_signed, codebook)


def test_a_packet_that_is_built_to_keep_the_solver_busy_ends_in_time(codebook: Codebook) -> None:
    dimensions = tuple(Hierarchy(name, tuple(map(str, range(36)))) for name in "xyz")
    ring = replace(PLAN, dimensions=dimensions, tables=(("x", "y"), ("y", "z"), ("z", "x")))
    counts = {codes: 5 * number for codes, number in some(ring, 3000).items()}
    truth = truths(ring, counts)
    cells = [{"cell": list(cell.where), "figure": truth.get(cell.where, 0), "window": 5} for cell in ring.cells()]
    release = {"method": "rounding", "corrected": 0, "cells": cells}
    certificate = Certificate(base=5, rho=5, ladder=1, rows=len(cells), releases=1, witness="0" * 64)
    packet = seal(PacketKind.PLAN, 1, "", {**plan_json(ring), "hash": plan_hash(ring)}, certificate, release, KEY)

    with pytest.raises(NotVerified) as refused:
        verify([packet], is_signed, codebook, seconds=0.2)

    assert refused.value.params == {"reason": "time", "number": 1}
