"""From counts to a packet: new, or the one that is there already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotLinkable, NotProven
from counsellor_desk.disclosure.plan import Cell, Plan
from counsellor_desk.disclosure.protect import Protected, protect
from counsellor_desk.disclosure.revision import revise
from counsellor_desk.disclosure.suppression.grid import Statement
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Wanted
from counsellor_desk.packet.envelope import Certificate, Packet, Withholding
from counsellor_desk.packet.signature import Signer
from counsellor_desk.workbench.cases import history, link
from counsellor_desk.workbench.counts import Counts, truths
from counsellor_desk.workbench.errors import CountsChanged, NotProtected, PlanChanged
from counsellor_desk.workbench.ledger import PlanEntry, PlanLedger
from counsellor_desk.workbench.release import Method, PlanRelease, release_of, sealed
from counsellor_desk.workbench.withholding import withhold

MARGIN = 2.0  # how much closer than the finest cells totals keep to the truth
CORRECTED = 2
"""How many cases a revision may correct. Fixed beforehand, for it is published; with three, the windows of base 5
leave no room for any other figure (``disclosure.revision``)."""


@dataclass(frozen=True, slots=True)
class Published:
    """A release, its packet, and the ledger that holds it: the very one that was given when it was there already."""

    release: PlanRelease
    packet: Packet
    ledger: PlanLedger


def publish(
    plan: Plan, counts: Counts, ledger: PlanLedger, signer: Signer, method: Method = Method.ROUNDING
) -> Published:
    """``counts`` protected, in the ledger.

    Plans of one name are about the same cases. What was published about them comes back as it was, as long as it is
    true of ``counts``; a rounded figure that is no longer true is corrected by a revision.

    Raises: NotProtected, PlanChanged, CountsChanged.
    """
    past = ledger.about(plan.name)
    releases = [release_of(entry.packet) for entry in past]
    if any(release.method is not method for release in releases):
        raise PlanChanged(reason="method", subject=method)
    truth = truths(plan, counts)
    for entry, release in reversed(list(zip(past, releases, strict=True))):
        if release.plan == plan and _is_true(release, truth):
            return Published(release, entry.packet, ledger)
        if release.corrected:
            break  # what was published before it is no longer true
    made: tuple[PlanRelease, Certificate | Withholding]
    try:
        if method is Method.SUPPRESSION:
            made = withhold(plan, counts, releases)
        else:
            made = _round(plan, counts, truth, past, releases, Draw(ledger.secret, plan.label))
    except NotProven as error:
        raise NotProtected(reason="figures") from error
    except NotLinkable as error:
        raise NotProtected(reason="tables", drop=error.params["drop"]) from error
    release, certificate = made
    packet = sealed(release, len(ledger.entries) + 1, ledger.last_digest, certificate, signer)
    names = tuple(dimension.name for dimension in plan.dimensions)
    return Published(release, packet, ledger.with_entry(PlanEntry(packet, names, counts)))


def _round(
    plan: Plan,
    counts: Counts,
    truth: Mapping[tuple[str, ...], int],
    past: Sequence[PlanEntry],
    releases: Sequence[PlanRelease],
    draw: Draw,
) -> tuple[PlanRelease, Certificate]:
    system = link([*(release.plan for release in releases), plan])
    cells = plan.cells()
    promises, wanted = history(system, releases), _wanted(plan, cells, truth)
    corrected = CORRECTED if _broken(system, promises, wanted) else 0
    if corrected:
        _refuse_large(system, promises, wanted, plan, counts, past[-1])
        made = revise(system, wanted, promises, draw, plan.base, corrected)
    else:
        made = protect(system, wanted, promises, draw, plan.base)
    release = PlanRelease(plan, cells, made.promises, Method.ROUNDING, corrected)
    return release, _certificate(made, len(past) + 1)


def _is_true(release: PlanRelease, truth: Mapping[tuple[str, ...], int]) -> bool:
    return all(
        _fits(statement, truth.get(cell.where, 0))
        for cell, statement in zip(release.cells, release.statements, strict=True)
    )


def _fits(statement: Statement, number: int) -> bool:
    if isinstance(statement, Promise):
        return abs(number - statement.figure) <= statement.window
    return statement.least <= number and (statement.most is None or number <= statement.most)


def _wanted(plan: Plan, cells: Sequence[Cell], truth: Mapping[tuple[str, ...], int]) -> list[Wanted]:
    """The rows with their truth; totals and parents weigh more than what no table tells more finely."""
    tables = {frozenset(table) for table in plan.tables}
    leaves = [(one.name, frozenset(one.codes)) for one in plan.dimensions]
    wanted = []
    for cell in cells:
        fine = frozenset(name for (name, codes), code in zip(leaves, cell.where, strict=True) if code in codes)
        wanted.append(Wanted(cell.row, truth.get(cell.where, 0), 1.0 if fine in tables else MARGIN))
    return wanted


def _broken(system: System, promises: Sequence[Promise], wanted: Sequence[Wanted]) -> bool:
    """Whether something that was published and still stands is no longer true."""
    standing = {system.key(promise.row): promise for promise in promises if promise.stands}
    for one in wanted if standing else ():
        promise = standing.get(system.key(one.row))
        if promise is not None and abs(one.truth - promise.figure) > promise.window:
            return True
    return False


def _refuse_large(
    system: System, promises: Sequence[Promise], wanted: Sequence[Wanted], plan: Plan, counts: Counts, last: PlanEntry
) -> None:
    """A revision publishes anew all that a correction can touch, and corrects few cases."""
    keys = {system.key(one.row) for one in wanted}
    if any(system.key(promise.row) not in keys for promise in promises):
        raise CountsChanged(reason="tables", most=CORRECTED)
    names = [dimension.name for dimension in plan.dimensions]
    shared = [name for name in names if name in last.dimensions]
    now, before = _by(names, shared, counts), _by(last.dimensions, shared, last.counts)
    if max((now - before).total(), (before - now).total()) > CORRECTED:
        raise CountsChanged(reason="many", most=CORRECTED)


def _by(names: Sequence[str], kept: Sequence[str], counts: Counts) -> Counter[tuple[str, ...]]:
    """``counts`` by their codes of ``kept``, which are some of their ``names``."""
    order = [names.index(name) for name in kept]
    found: Counter[tuple[str, ...]] = Counter()
    for codes, number in counts.items():
        found[tuple(codes[at] for at in order)] += number
    return found


def _certificate(made: Protected, releases: int) -> Certificate:
    proof = made.proof
    return Certificate(made.base, proof.rho, made.ladder, proof.rows, releases, proof.witness)
