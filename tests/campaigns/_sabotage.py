"""Builds of the program that somebody spoiled, and who names them: gate, verifier, or a reader who enumerates.

The gate is the certificate: the same calculation before publishing and by whoever verifies a report. It sees figures
only; the verifier also sees plan and order. What no figures show (costs that are not drawn, a plan that follows the
counts) the enumeration shows: to such builds it is the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from random import Random
from typing import Any

from counsellor_desk.custody.office_key import is_signed
from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.certificate import prove
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.rounding import round_rows
from counsellor_desk.disclosure.table import Promise, Wanted
from counsellor_desk.figures.gate import Gate
from counsellor_desk.figures.ledger import promises
from counsellor_desk.figures.model import link
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import as_row, lines
from counsellor_desk.figures.ports import LedgerEntry
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.figures.span import whole
from counsellor_desk.packet.envelope import Packet, open_packet, seal
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.verify import verify
from tests.campaigns import _enumeration
from tests.campaigns._offices import TODAY, book, cases_of, counted
from tests.figures.fakes import FakeFacts, FakeLedger, office, some_case
from tests.figures.published import preview, publish
from tests.verifier.forging import OFFICE_KEY, Change, forged, table

BASE = 5
PERIOD = Period.parse("2025Q1")
YEARLY = 60
MISSED = "NOT NAMED"
BY_CHANCE = "nothing to name: by chance they fit each other, like those of an honest build"


@dataclass
class Restless(FakeLedger):
    """A vault whose secret is another at each look."""

    seed: int = 0

    def __post_init__(self) -> None:
        self._dice = Random(f"restless {self.seed}")

    @property
    def secret(self) -> bytes:
        """Thirty-two other bytes."""
        return self._dice.randbytes(32)

    @secret.setter
    def secret(self, _: bytes) -> None:
        """Not kept."""


def without_chance(seed: int) -> str:
    """The same costs always: no figure shows it, but to know the method is to know more than the windows say."""
    return _without_chance()


def plan_from_counts(seed: int) -> str:
    """A row is printed only when there was a case."""

    def filled(counts: _enumeration.Counts) -> Iterable[_enumeration.Picture]:
        for picture in _enumeration.allowed(counts):
            yield (*(m if count else -1 for m, count in zip(picture[:-1], counts, strict=True)), picture[-1])

    def printed(release: dict[str, Any]) -> None:
        nature = table(release, "T2")
        nature["rows"] = [one for one in nature["rows"] if one["value"]]

    return _both(_enumerated(filled), _verifier(_forged(seed, printed)))


def redraw(seed: int) -> str:
    """The same quarter twice, with other random numbers."""
    facts, ledgers = _facts(seed), [FakeLedger(secret=bytes([number]) * 32) for number in (1, 2)]
    gate = _gate(*(_published(facts, ledger) for ledger in ledgers))
    return _both(gate, _verifier(_chain(*(ledger.kept for ledger in ledgers))))


def previews(seed: int) -> str:
    """Looking until the figures please: previews that draw anew, two of them seen."""
    facts, ledger = _facts(seed), Restless(seed=seed)
    seen = [preview(facts, ledger, book(), PERIOD, SECTOR, TODAY).release for _ in range(2)]
    return _gate(*(tuple(promises(one)) for one in seen if one))


def table_by_table(seed: int) -> str:
    """Each table of a quarter rounded for itself. Now and then they fit each other all the same: figures as safe as
    those of an honest build, in which there is nothing to name."""
    facts = _facts(seed)
    cases, said = cases_of(facts, ()), []
    for name, rows in groupby(lines(whole(PERIOD), None, Gate.ALL, book()), key=lambda line: line.table):
        wanted = [Wanted(as_row(line), counted(cases, as_row(line))) for line in rows]
        windows, system = [BASE] * len(wanted), link([one.row for one in wanted])
        found = round_rows(system, wanted, windows, (), Draw(seed.to_bytes(8), name), BASE)
        assert found is not None
        said += [Promise(one.row, figure, BASE) for one, figure in zip(wanted, found.figures, strict=True)]
    verdict = _gate(said)
    return BY_CHANCE if verdict == MISSED and _fit_each_other(said) else verdict


def exact_total(seed: int) -> str:
    """One total as it is."""
    facts = _facts(seed)
    total, *rest = _published(facts, FakeLedger())
    truth = counted(cases_of(facts, ()), total.row)

    def exactly(release: dict[str, Any]) -> None:
        table(release, "T1")["rows"][0] |= {"value": truth, "window": 0}

    gate = _gate([total._replace(figure=truth, window=0), *rest])
    return _both(gate, _verifier(_forged(seed, exactly)))


def negative(seed: int) -> str:
    """A figure below zero, in a report that is otherwise well."""
    said = list(_published(_facts(seed), FakeLedger()))
    at = next(at for at, promise in enumerate(said) if promise.figure == 0)
    said[at] = said[at]._replace(figure=-BASE)

    def below(release: dict[str, Any]) -> None:
        table(release, "T2")["rows"][0]["value"] = -BASE

    return _both(_gate(said), _verifier(_forged(seed, below)))


def reopened(seed: int) -> str:
    """A quarter that is out is counted again, with the cases that came late, and published as if it were new."""
    facts, ledger = _facts(seed), FakeLedger()
    before, out = _published(facts, ledger), list(ledger.kept)
    ledger.kept.clear()
    facts.cases += [some_case(10_000 + number, PERIOD.last_day) for number in range(2 * BASE)]
    gate = _gate(before, _published(facts, ledger))
    return _both(gate, _verifier(_chain(out, ledger.kept)))


SABOTAGES: dict[str, Callable[[int], str]] = {
    "costs without chance": without_chance,
    "a redraw": redraw,
    "previewing until the figures please": previews,
    "table-by-table rounding": table_by_table,
    "one exact total": exact_total,
    "a plan chosen from the counts": plan_from_counts,
    "a negative cell": negative,
    "a quarter opened again": reopened,
}


@cache
def _without_chance() -> str:
    return _enumerated(_enumeration.without_chance)


def _facts(seed: int) -> FakeFacts:
    return office(YEARLY, seed, (2025,), book())


def _published(facts: FakeFacts, ledger: FakeLedger) -> tuple[Promise, ...]:
    return tuple(promises(publish(facts, ledger, book(), PERIOD, SECTOR, TODAY)))


def _gate(*reports: Iterable[Promise]) -> str:
    """What the certificate over all of ``reports`` says."""
    said = tuple(dict.fromkeys(promise for report in reports for promise in report))
    try:
        proof = prove(link([promise.row for promise in said]), said, BASE)
    except NotProven as refusal:
        return f"the gate refuses it: {refusal.params['why']}"
    return MISSED if proof.rho >= BASE else f"the gate refuses it: slack {proof.rho}"


def _fit_each_other(said: Sequence[Promise]) -> bool:
    """Whether some set of cases has exactly these figures; the gate is not asked."""
    exact = tuple(promise._replace(window=0) for promise in said)
    rows = [promise.row for promise in exact]
    try:
        Attacker(link(rows), exact).bounds(rows[0])
    except ValueError:
        return False
    return True


def _both(one: str, other: str) -> str:
    return MISSED if MISSED in (one, other) else f"{one}, {other}"


def _forged(seed: int, change: Change) -> list[Packet]:
    """The packet of a quarter, changed and signed anew by the office itself."""
    ledger = FakeLedger()
    _published(_facts(seed), ledger)
    return forged(_chain(ledger.kept), 1, change)


def _chain(*ledgers: Iterable[LedgerEntry]) -> list[Packet]:
    """What several ledgers let out, as the one chain of one office."""
    made: list[Packet] = []
    for number, entry in enumerate((entry for ledger in ledgers for entry in ledger), start=1):
        packet = open_packet(entry.public.encode())
        claim = replace(packet.certificate, releases=number)
        before = made[-1].digest if made else ""
        made.append(seal(packet.kind, number, before, packet.plan, claim, packet.release, OFFICE_KEY))
    return made


def _verifier(packets: Sequence[Packet]) -> str:
    """What whoever has the packets is told."""
    try:
        verify(packets, is_signed, book())
    except NotVerified as refusal:
        return f"the verifier too: {refusal.params['reason']}"
    return MISSED


def _enumerated(method: Callable[[_enumeration.Counts], Iterable[_enumeration.Picture]]) -> str:
    found = _enumeration.conclude(method)
    if not found.narrowed and not found.presence:
        return MISSED
    return f"enumeration: {found.narrowed} of {found.cells} cells narrowed, {found.presence} proven not to be empty"
