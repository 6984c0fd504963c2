from __future__ import annotations

from datetime import date

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR, Audience, AudienceKind
from counsellor_desk.packet.envelope import Packet, open_packet
from tests.figures.fakes import FakeFacts, FakeLedger, office, shipped_codebook
from tests.figures.published import publish

HOUSE = Audience(AudienceKind.ORGANISATION, 2, "House")


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return shipped_codebook()


def published(
    facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, *periods: str, audience: Audience = SECTOR
) -> tuple[Packet, ...]:
    """All packets of ``ledger`` after publishing ``periods``."""
    for period in periods:
        publish(facts, ledger, codebook, Period.parse(period), audience, date(2026, 11, 23))
    return tuple(open_packet(entry.public.encode()) for entry in ledger.kept)


@pytest.fixture(scope="session")
def quarters(codebook: Codebook) -> tuple[Packet, ...]:
    """The packets of four quarters and their year."""
    ends = ("2025Q1", "2025Q2", "2025Q3", "2025Q4", "2025")
    return published(office(40, 1, codebook=codebook), FakeLedger(), codebook, *ends)
