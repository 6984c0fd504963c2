"""Packets of a desk that has corrected a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import is_signed
from counsellor_desk.desk.verdict import paragraph
from counsellor_desk.figures.release import FLOOR
from counsellor_desk.packet.envelope import Packet, open_packet
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.verify import verify
from tests.figures.fakes import FakeLedger, office, some_case
from tests.figures.published import correct
from tests.verifier.conftest import published
from tests.verifier.forging import forged

TODAY = date(2026, 11, 23)


def corrected_chain(codebook: Codebook) -> list[Packet]:
    """Two quarters, the correction of the second, and the third."""
    facts, ledger = office(60, 1, codebook=codebook), FakeLedger()
    facts.cases.append(some_case(0, date(2024, 12, 31)))
    published(facts, ledger, codebook, "2025Q1", "2025Q2")
    second = next(
        at
        for at, one in enumerate(facts.cases)
        if date(2025, 4, 1) <= one.registered_on <= date(2025, 6, 30) and one.nature != "PE"
    )
    facts.cases[second] = replace(facts.cases[second], nature="PE")
    correct(facts, ledger, codebook, 2, TODAY)
    published(facts, ledger, codebook, "2025Q3")
    return [open_packet(entry.public.encode()) for entry in ledger.kept]


@pytest.fixture(scope="module")
def chain(codebook: Codebook) -> list[Packet]:
    return corrected_chain(codebook)


def test_a_chain_with_a_correction_is_proven_from_its_packets_alone(
    chain: Sequence[Packet], codebook: Codebook
) -> None:
    verdicts = [verify(chain[:length], is_signed, codebook) for length in range(1, 5)]

    assert [one.corrected for one in verdicts] == [0, 0, 1, 1]
    assert [one.rho >= 5 for one in verdicts] == [True, True, False, False]
    assert all(one.rho >= FLOOR for one in verdicts)
    assert "replaced by corrected ones" in paragraph(verdicts[-1], "en")


def change(**corrections: int) -> Callable[[dict[str, Any]], None]:
    return lambda release: release.update(corrections=release["corrections"] | corrections)


@pytest.mark.parametrize(
    ("number", "changes"),
    [
        (3, {"replaces": 1}),
        (3, {"replaces": 3}),
        (3, {"replaces": 9}),
        (3, {"replaces": 0}),
        (3, {"changed": 0}),
        (3, {"count": 2}),
        (4, {"count": 2}),
        (4, {"changed": 1}),
        (4, {"replaces": 2, "changed": 1, "count": 2}),
    ],
)
def test_a_correction_of_something_else_is_named(
    chain: Sequence[Packet], codebook: Codebook, number: int, changes: dict[str, int]
) -> None:
    with pytest.raises(NotVerified) as refused:
        verify(forged(chain, number, change(**changes)), is_signed, codebook)
    assert refused.value.params == {"reason": "correction", "number": number}


def test_a_report_on_which_others_are_built_cannot_be_replaced(chain: Sequence[Packet], codebook: Codebook) -> None:
    def replaces_the_first(release: dict[str, Any]) -> None:
        release.update(corrections={"count": 2, "replaces": 1, "changed": 1}, period="2025Q1", to_date=[])

    with pytest.raises(NotVerified) as refused:
        verify(forged(chain, 4, replaces_the_first), is_signed, codebook)
    assert refused.value.params == {"reason": "correction", "number": 4}


def test_a_correction_that_hides_that_it_is_one_is_named(chain: Sequence[Packet], codebook: Codebook) -> None:
    hidden = forged(chain[:3], 3, lambda release: release.pop("corrections"))

    with pytest.raises(NotVerified) as refused:
        verify(hidden, is_signed, codebook)
    assert refused.value.params == {"reason": "rho", "number": 3}
