"""The only door out for counts with some of them withheld: counts in, proven statements out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import Plan
from counsellor_desk.disclosure.suppression.audit import SuppressionProof, examined, is_wide
from counsellor_desk.disclosure.suppression.grid import Grid, Interval, Statement
from counsellor_desk.disclosure.suppression.pattern import Limits, lightest
from counsellor_desk.disclosure.table import Promise


@dataclass(frozen=True, slots=True)
class _Seal:
    """Only this module holds one."""


_SEAL = _Seal()
_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What may leave: a promise without window for every published cell, an interval for every withheld one, and the
    proof over these and all earlier ones. ``optimal`` when no lighter pattern is safe. Made by ``suppress`` only.

    ``withheld`` holds again, and perhaps narrower, what was withheld before.
    """

    published: tuple[Promise, ...]
    withheld: tuple[Interval, ...]
    proof: SuppressionProof
    base: int
    optimal: bool
    seal: _Seal = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise ValueError("only suppress() makes suppressed counts")


def suppress(
    plan: Plan,
    counts: Mapping[tuple[str, ...], int],
    base: int,
    history: Sequence[Statement] = (),
    limits: Limits = _LIMITS,
) -> Suppressed:
    """The cells of ``plan``, those with 1 to ``base`` - 1 cases and as few others as possible withheld.

    ``counts`` are the cases by their finest codes of all dimensions of the plan, in its order; what is missing is 0.
    ``history`` is every statement of all earlier releases, rounded ones too. What it says exactly is published again.
    Where ``limits`` end the search for the lightest pattern, a safe one that may be heavier is taken.

    Raises: NotLinkable; NotProven with ``why`` "history" (the counts are not those of earlier releases) or "pattern"
    (earlier releases leave no safe pattern); ValueError for counts below 0 or of codes that the plan has not.
    """
    if min(counts.values(), default=0) < 0:
        raise ValueError("a count is at least 0")
    grid = Grid(plan, history)
    try:
        hidden = grid.system.tally([dimension.name for dimension in plan.dimensions], counts)
    except KeyError as unknown:
        raise ValueError("a code of a count is not in the plan") from unknown
    pattern = lightest(grid, hidden, base, limits)
    truth = dict(zip(grid.rows, grid.unknowns(hidden).tolist(), strict=False))
    shown = [row for row, withheld in zip(grid.rows[: grid.own], pattern.withheld, strict=False) if not withheld]
    published = tuple(Promise(row, truth[row], 0) for row in shown)
    withheld, proof = examined(grid.after(published), base)
    if any(0 < truth[one.row] < base and not is_wide(one, base) for one in withheld):
        raise NotProven(why="pattern")
    return Suppressed(published, withheld, proof, base, pattern.optimal, _SEAL)
