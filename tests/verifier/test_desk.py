from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import OfficeKey, is_signed
from counsellor_desk.figures.packet import to_json
from counsellor_desk.packet.envelope import Packet, Withholding, open_packet, seal
from counsellor_desk.packet.errors import ChainBroken, PacketUnreadable
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.verdict import Verdict
from counsellor_desk.verifier.verify import MOST_PACKETS, verify
from tests.figures.fakes import FakeLedger, office
from tests.reports.samples import sample
from tests.verifier.conftest import HOUSE, published
from tests.verifier.forging import OFFICE_KEY, Change, forged, table


def reason(packets: Sequence[Packet], codebook: Codebook, **options: float) -> tuple[str | int, str | int]:
    with pytest.raises(NotVerified) as refused:
        verify(packets, is_signed, codebook, **options)
    return refused.value.params["reason"], refused.value.params["number"]


def test_two_years_of_a_desk_and_a_house_are_proven(codebook: Codebook) -> None:
    facts, ledger = office(40, 2, (2024, 2025), codebook), FakeLedger()
    for year in ("2024", "2025"):
        published(facts, ledger, codebook, f"{year}Q1", f"{year}Q2", f"{year}H1", f"{year}Q3", f"{year}Q4", year)
    packets = published(facts, ledger, codebook, "2024Q1", "2025H1", audience=HOUSE)

    verdict = verify(packets[::-1], is_signed, codebook)

    assert (verdict.last, verdict.rho, verdict.base, verdict.practice) == (14, 5, 5, False)
    assert verdict.same_witness
    assert verdict.persons
    assert verdict.office == OFFICE_KEY.key


def test_every_beginning_of_a_chain_is_proven(quarters: Sequence[Packet], codebook: Codebook) -> None:
    found = [verify(quarters[:length], is_signed, codebook) for length in range(1, 6)]

    assert [one.last for one in found] == [1, 2, 3, 4, 5]
    assert all(isinstance(one, Verdict) and one.rho >= 5 and one.same_witness for one in found)
    assert found[0].possible_counts(0) == 6


def test_a_chain_that_is_forged_without_a_change_is_the_chain(quarters: Sequence[Packet]) -> None:
    assert forged(quarters, 0) == list(quarters)


def first_row(release: dict[str, Any], name: str, **change: int) -> None:
    table(release, name)["rows"][0].update(change)


def add(release: dict[str, Any], name: str, step: int) -> None:
    """``step`` more in the first row and in the total, so that the table adds up."""
    table(release, name)["rows"][0]["value"] += step
    table(release, name)["total"]["value"] += step


def another_row(release: dict[str, Any], name: str, code: str) -> None:
    """A row more, by the code lists of another year."""
    release["codebook"] = "2031.1"
    for one in (*release["tables"], *(one for part in release["to_date"] for one in part["tables"])):
        if one["id"] == name:
            one["rows"].append({"code": code, "value": 0, "window": 5})


CHANGES: dict[str, tuple[Change, str]] = {
    "a negative figure": (lambda release: first_row(release, "T2", value=-5), "negative"),
    "a negative activity": (lambda release: first_row(release, "T14", value=-1), "negative"),
    "an exact total": (lambda release: table(release, "T2")["total"].update(window=0), "exact"),
    "a narrow window": (lambda release: first_row(release, "T2", window=4), "window"),
    "an endless window": (lambda release: first_row(release, "T2", window=5000), "window"),
    "a wider window than the step": (lambda release: first_row(release, "T2", window=10), "ladder"),
    "a half-year with a wider window than its class": (
        lambda release: release["to_date"][0]["tables"][1]["rows"][0].update(window=15),
        "ladder",
    ),
    "no multiple": (lambda release: first_row(release, "T2", value=7), "multiple"),
    "a table that does not add up": (lambda release: first_row(release, "T2", value=5000), "witness"),
    "a table that disagrees with another": (lambda release: add(release, "T2", 50), "unequal"),
    "activities that do not add up": (lambda release: first_row(release, "T14", value=9999), "sum"),
    "activities with a window": (lambda release: first_row(release, "T14", window=5), "tables"),
    "a table of endless rows": (
        lambda release: (
            release.update(codebook="2031.1"),
            table(release, "T2").update(rows=[{"code": str(at), "value": 0, "window": 5} for at in range(99)]),
        ),
        "too_large",
    ),
    "other rows than before, together too many": (
        lambda release: (
            release.update(codebook="2031.1"),
            table(release, "T2").update(rows=[{"code": f"N.{at}", "value": 0, "window": 5} for at in range(55)]),
        ),
        "too_large",
    ),
    "a key figure that nobody knows": (lambda release: another_row(release, "T1", "x"), "tables"),
    "an answer that nobody knows": (lambda release: another_row(release, "T13c", "perhaps"), "tables"),
    "a row that no code list could have": (lambda release: another_row(release, "T2", "x"), "tables"),
    "a step by the name of another dimension": (lambda release: another_row(release, "T11", "C"), "tables"),
    "a table left out": (lambda release: release["tables"].pop(2), "tables"),
    "only the headline": (
        lambda release: release.update(tables=release["tables"][:1] + release["tables"][-2:]),
        "tables",
    ),
    "a row left out": (lambda release: table(release, "T2")["rows"].pop(), "tables"),
    "a row twice": (lambda release: table(release, "T2")["rows"].append(table(release, "T2")["rows"][0]), "tables"),
    "another list": (lambda release: table(release, "T2").update(code_list="SETTING"), "tables"),
    "no total": (lambda release: table(release, "T2").update(total=None), "tables"),
    "no year so far": (lambda release: release["to_date"].pop(), "spans"),
    "another period": (lambda release: release.update(period="2025Q1"), "again"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_no_desk_may_publish_is_named(name: str, quarters: Sequence[Packet], codebook: Codebook) -> None:
    change, why = CHANGES[name]

    assert reason(forged(quarters[:2], 2, change), codebook) == (why, 2)


def test_a_quarter_that_is_redrawn_is_named(codebook: Codebook) -> None:
    facts = office(40, 3, codebook=codebook)
    first = published(facts, FakeLedger(), codebook, "2025Q1")
    ledger = FakeLedger(secret=b"another draw".ljust(32))
    again = published(facts, ledger, codebook, "2025Q1", "2025H1")
    redrawn = [
        *first,
        seal(
            again[1].kind,
            2,
            first[0].digest,
            again[1].plan,
            again[1].certificate,
            again[1].release,
            OFFICE_KEY,
        ),
    ]

    assert reason(redrawn, codebook)[0] in {"redrawn", "witness"}


@pytest.mark.parametrize(
    ("certificate", "why"),
    [
        ({"rho": 6}, "rho"),
        ({"rho": 4}, "rho"),
        ({"base": 7}, "base"),
        ({"base": 3}, "window"),
        ({"base": 10, "rho": 10}, "window"),
        ({"releases": 1}, "releases"),
        ({"rows": 1}, "rows"),
        ({"ladder": 0}, "ladder"),
        ({"ladder": 3}, "ladder"),
        ({"ladder": 4}, "ladder"),
    ],
)
def test_a_certificate_that_claims_something_else_is_named(
    certificate: dict[str, int], why: str, quarters: Sequence[Packet], codebook: Codebook
) -> None:
    assert reason(forged(quarters[:2], 2, **certificate), codebook) == (why, 2)


def test_another_set_of_cases_proves_as_much(quarters: Sequence[Packet], codebook: Codebook) -> None:
    verdict = verify(forged(quarters[:2], 2, witness="0" * 64), is_signed, codebook)

    assert not verdict.same_witness


def test_invented_figures_are_proven_among_themselves_and_never_mixed(
    quarters: Sequence[Packet], codebook: Codebook
) -> None:
    ledger = FakeLedger(practice=True)
    practice = published(office(40, 1, codebook=codebook), ledger, codebook, "2025Q1")

    assert verify(practice, is_signed, codebook).practice
    assert reason(forged(quarters[:2], 2, lambda release: release.update(practice=True)), codebook) == ("practice", 2)


def test_a_plan_that_nobody_knows_is_named(quarters: Sequence[Packet], codebook: Codebook) -> None:
    one = quarters[0]
    for plan in ({**one.plan, "hash": "0" * 64}, {**one.plan, "version": "2"}, {}):
        packet = seal(one.kind, 1, "", plan, one.certificate, one.release, OFFICE_KEY)
        assert reason([packet], codebook) == ("plan", 1)


def test_code_lists_of_another_year_are_taken_as_they_stand(quarters: Sequence[Packet], codebook: Codebook) -> None:
    def renamed(release: dict[str, Any]) -> None:
        release["codebook"] = "2031.1"
        for part in (release, *release["to_date"]):
            table(part, "T2")["rows"][0]["code"] = "NEW"

    assert verify(forged(quarters[:1], 1, renamed), is_signed, codebook).rho == 5


def test_centuries_are_refused_before_any_of_them_is_laid_out(quarters: Sequence[Packet], codebook: Codebook) -> None:
    def far(release: dict[str, Any]) -> None:
        release["period"] = "9000Q1"
        release["to_date"] = []

    assert reason(forged(quarters[:2], 2, far), codebook) == ("too_large", 2)


def test_more_packets_than_any_office_has_are_refused(quarters: Sequence[Packet], codebook: Codebook) -> None:
    assert reason(list(quarters[:1]) * (MOST_PACKETS + 1), codebook) == ("too_large", 1)


def test_what_takes_too_long_is_not_proven(quarters: Sequence[Packet], codebook: Codebook) -> None:
    assert reason(quarters, codebook, seconds=0.0) == ("time", 5)


def test_a_release_in_another_spelling_is_no_packet(quarters: Sequence[Packet], codebook: Codebook) -> None:
    for change in (
        lambda release: release.update(period="2025q1"),
        lambda release: release.update(published_on="20261123"),
        lambda release: release.update(published_on=""),
        lambda release: release.update(more=1),
        lambda release: release["audience"].update(kind="nobody"),
        lambda release: release["audience"].update(kind="organisation"),
        lambda release: release["audience"].update(kind="organisation", organisation=0),
        lambda release: release["audience"].update(organisation=3),
        lambda release: release["audience"].update(name="House"),
    ):
        with pytest.raises(PacketUnreadable):
            verify(forged(quarters[:1], 1, change), is_signed, codebook)


@pytest.mark.parametrize(
    ("pick", "why"),
    [
        (lambda p: [p[0], p[2]], "missing"),
        (lambda p: [p[1]], "missing"),
        (lambda p: [*forged(p[:1], 1, key=OfficeKey(b"another office".ljust(32))), *p[1:3]], "foreign"),
        (lambda p: [replace(p[0], previous="0" * 64), *p[1:3]], "changed"),
        (lambda p: [*forged(p[:1], 1, lambda release: add(release, "T2", 5)), *p[1:3]], "order"),
    ],
)
def test_a_chain_that_is_not_whole_is_named(
    pick: Any, why: str, quarters: Sequence[Packet], codebook: Codebook
) -> None:
    with pytest.raises(ChainBroken) as refused:
        verify(pick(quarters), is_signed, codebook)

    assert refused.value.params["reason"] == why


def test_a_release_made_by_hand_is_not_proven(codebook: Codebook) -> None:
    packet = open_packet(to_json(sample(codebook)).encode())
    assert packet.number > 1

    with pytest.raises(ChainBroken):
        verify([packet], is_signed, codebook)


def test_withheld_counts_are_nothing_a_desk_publishes(quarters: Sequence[Packet], codebook: Codebook) -> None:
    dressed = replace(quarters[0], certificate=Withholding(5, 0, 0, 25, 1))

    assert reason(forged([dressed], 0), codebook) == ("method", 1)
