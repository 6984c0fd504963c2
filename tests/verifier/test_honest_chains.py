"""Whatever an office publishes, in whatever order, is proven: all of it and each beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import is_signed
from counsellor_desk.disclosure.certificate import slack
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import Hierarchy, Plan
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.figures.errors import CorrectionRefused
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR, Audience, AudienceKind
from counsellor_desk.packet.envelope import Certificate, Packet, open_packet
from counsellor_desk.verifier import joint
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.verdict import Verdict
from counsellor_desk.verifier.verify import verify
from counsellor_desk.workbench.ledger import PlanLedger
from tests.figures.fakes import FakeFacts, FakeLedger, office, some_case
from tests.figures.published import correct, publish
from tests.verifier.forging import forged
from tests.workbench.plans import SECRET, published, some

MUSEUM = Path(__file__).parents[1] / "museum" / "packets"
OUT = {"house-then-sector": [10, 5], "table-then-crossing": [6, 5], "correction-then-quarter": [5, 4, 3]}
"""Packets of programs that stated whatever slack the figures had by then, and refused these chains for it."""

TODAY = date(2027, 11, 23)
HEADLINE = Audience(AudienceKind.ORGANISATION, 1, "House")
WHOLE = Audience(AudienceKind.ORGANISATION, 2, "Works")
READERS = ((SECTOR,), (HEADLINE, SECTOR), (HEADLINE, WHOLE), (HEADLINE, WHOLE, SECTOR))
PERIODS = ("Q1", "Q2", "Q3", "Q4", "H1", "H2", "")

KIND = Hierarchy("kind", ("a1", "a2", "b"), {"a1": "a", "a2": "a"})
PROPERTIES = (KIND, Hierarchy("role", ("x", "y", "z")), Hierarchy("place", ("n", "s")), Hierarchy("year", ("1", "2")))
TABLE = Plan("cases", "1", 5, PROPERTIES[:1], (("kind",),))
CROSSING = Plan("cases", "2", 5, PROPERTIES[:2], (("kind", "role"),))


def out_already(name: str) -> list[Packet]:
    return [open_packet(path.read_bytes()) for path in sorted(MUSEUM.glob(f"{name}-*.json"))]


def stated(packets: Sequence[Packet]) -> list[int]:
    """The slack that each certificate states."""
    return [one.certificate.rho for one in packets if isinstance(one.certificate, Certificate)]


def proven(packets: Sequence[Packet], codebook: Codebook) -> list[Verdict]:
    """The verdict on each beginning of a chain."""
    found = [verify(packets[:count], is_signed, codebook) for count in range(1, len(packets) + 1)]
    assert all(isinstance(one, Verdict) and one.same_witness for one in found)
    return [one for one in found if isinstance(one, Verdict)]


def refused(packets: Sequence[Packet], codebook: Codebook) -> tuple[str | int, str | int]:
    with pytest.raises(NotVerified) as refusal:
        verify(packets, is_signed, codebook)
    return refusal.value.params["reason"], refusal.value.params["number"]


# out already


@pytest.mark.parametrize("name", OUT)
def test_a_chain_that_is_out_already_is_proven_and_so_is_each_beginning(name: str, codebook: Codebook) -> None:
    packets = out_already(name)
    assert stated(packets) == OUT[name]

    verdicts = proven(packets, codebook)

    assert [one.rho for one in verdicts] == [min(rho, one.base) for rho, one in zip(OUT[name], verdicts, strict=True)]
    assert [one.claimed for one in verdicts] == [OUT[name][0]] * len(packets)


@pytest.mark.parametrize("name", OUT)
@pytest.mark.parametrize("more", [1, 999_999_000])
def test_no_certificate_may_claim_more_than_was_so_when_it_left(name: str, more: int, codebook: Codebook) -> None:
    packets = out_already(name)

    for number, rho in enumerate(OUT[name], start=1):
        assert refused(forged(packets, number, rho=rho + more), codebook) == ("rho", number)


def test_a_correction_that_leaves_less_than_the_floor_is_refused_whatever_it_states(codebook: Codebook) -> None:
    def touches_more(release: dict[str, Any]) -> None:
        release["corrections"]["changed"] = 3

    for rho in (3, 4):
        packets = forged(out_already("correction-then-quarter"), 2, touches_more, rho=rho)
        assert refused(packets, codebook) == ("slack", 3)
        assert refused(packets[:2], codebook) == ("slack", 2)


def test_a_slack_that_many_certificates_state_is_searched_for_once(
    codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    packets, ledger = [], PlanLedger(SECRET)
    for version in "12345":
        packet, ledger = published(replace(TABLE, version=version), kinds(), ledger)
        packets.append(packet)
    for number, rho in enumerate((6, 6, 5, 6, 5), start=1):
        packets = forged(packets, number, rho=rho)
    asked: list[tuple[int, float]] = []

    def noted(system: System, promises: Sequence[Promise], most: int, seconds: float, *, least: int) -> int:
        asked.append((most, seconds))
        return slack(system, promises, most, seconds, least=least)

    monkeypatch.setattr(joint, "slack", noted)

    assert verify(packets, is_signed, codebook, seconds=90.0).claimed == 6
    assert asked == [(6, 45.0)]


def test_a_certificate_that_takes_too_long_to_check_is_not_proven(
    codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: object, **__: object) -> int:
        raise NotProven(why="time")

    monkeypatch.setattr(joint, "slack", endless)

    assert refused(out_already("house-then-sector"), codebook) == ("time", 1)


# from now on


def kinds() -> dict[tuple[str, ...], int]:
    """The cases of ``CROSSING`` by their kind alone."""
    fewer: dict[tuple[str, ...], int] = {}
    for codes, number in some(CROSSING, 90).items():
        fewer[codes[:1]] = fewer.get(codes[:1], 0) + number
    return fewer


@pytest.mark.parametrize("base", [3, 5, 10])
def test_a_table_and_then_its_crossing_are_proven_and_neither_promises_more_than_the_base(
    base: int, codebook: Codebook
) -> None:
    _, ledger = published(replace(TABLE, base=base), kinds())
    _, ledger = published(replace(CROSSING, base=base), some(CROSSING, 90), ledger)
    packets = [entry.packet for entry in ledger.entries]

    assert stated(packets) == [base, base]
    assert [(one.rho, one.claimed) for one in proven(packets, codebook)] == [(base, base)] * 2


@pytest.mark.parametrize("yearly", [12, 40, 120])
@pytest.mark.parametrize("first", [HEADLINE, SECTOR])
def test_a_house_with_key_figures_and_the_sector_are_proven_in_either_order(
    yearly: int, first: Audience, codebook: Codebook
) -> None:
    facts, ledger = office(yearly, 1, codebook=codebook), FakeLedger()
    for reader in (first, SECTOR if first is HEADLINE else HEADLINE):
        publish(facts, ledger, codebook, Period.parse("2025"), reader, TODAY)
    packets = packets_of(ledger)

    assert stated(packets) == [5, 5]
    assert [(one.rho, one.claimed) for one in proven(packets, codebook)] == [(5, 5)] * 2


def packets_of(ledger: FakeLedger) -> list[Packet]:
    return [open_packet(entry.public.encode()) for entry in ledger.kept]


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), base=st.sampled_from([3, 5, 10]))
def test_whatever_a_desk_publishes_in_whatever_order_is_proven(codebook: Codebook, seed: int, base: int) -> None:
    dice = Random(f"order {seed}")
    facts = office(dice.choice((8, 40, 150, 300)), seed, (2024, 2025), codebook)
    facts.cases.append(some_case(0, date(2023, 12, 31)))
    ledger = FakeLedger(secret=seed.to_bytes(32), first_base=base)
    for reader, period in some_order(dice):
        try:
            publish(facts, ledger, codebook, period, reader, TODAY)
        except NotProven:
            continue  # after corrections there may be no room left
        if dice.random() < 0.3:
            corrected(facts, ledger, codebook, period, dice)
    packets = packets_of(ledger)

    assert max(stated(packets)) <= base
    assert proven(packets, codebook)[-1].last == len(packets)


def some_order(dice: Random) -> Iterator[tuple[Audience, Period]]:
    """Two to six reports about one year or two; mostly the first is one of key figures."""
    readers, years = dice.choice(READERS), dice.choice(((2025,), (2024, 2025)))
    every = [(reader, Period.parse(f"{year}{words}")) for reader in readers for year in years for words in PERIODS]
    chosen = dice.sample(every, dice.randint(2, 6))
    yield from sorted(chosen, key=lambda one: one[0] is not HEADLINE) if dice.random() < 0.7 else chosen


def corrected(facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, period: Period, dice: Random) -> None:
    """One case of ``period`` turns out to be about something else; the newest report is replaced if that can be."""
    inside = [at for at, one in enumerate(facts.cases) if period.first_day <= one.registered_on <= period.last_day]
    for at in dice.sample(inside, min(1, len(inside))):
        facts.cases[at] = replace(facts.cases[at], nature=dice.choice(("PE", "DI")))
        try:
            correct(facts, ledger, codebook, len(ledger.kept), TODAY)
        except CorrectionRefused:
            return


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), base=st.sampled_from([3, 5, 10]), cases=st.integers(0, 200))
def test_whatever_tables_of_the_same_cases_are_protected_one_after_the_other_are_proven(
    codebook: Codebook, seed: int, base: int, cases: int
) -> None:
    dice, ledger = Random(f"tables {seed}"), PlanLedger(SECRET)
    every = [tuple(dice.choice(one.codes) for one in PROPERTIES) for _ in range(cases)]
    for version in range(dice.randint(2, 5)):
        at = dice.sample(range(len(PROPERTIES)), dice.randint(1, 3))
        names = [PROPERTIES[one].name for one in at]
        tables = {tuple(dice.sample(names, dice.randint(1, min(2, len(names))))) for _ in range(2)}
        plan = Plan("cases", str(version), base, tuple(PROPERTIES[one] for one in at), tuple(sorted(tables)))
        counts: dict[tuple[str, ...], int] = {}
        for case in every:
            codes = tuple(case[one] for one in at)
            counts[codes] = counts.get(codes, 0) + 1
        _, ledger = published(plan, counts, ledger)
    packets = [entry.packet for entry in ledger.entries]

    assert stated(packets) == [base] * len(packets)
    assert [(one.rho, one.claimed) for one in proven(packets, codebook)] == [(base, base)] * len(packets)
