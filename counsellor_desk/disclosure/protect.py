"""The only door out: rows with their truth in, proven promises out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from counsellor_desk.disclosure.certificate import Proof, needed, prove
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.rounding import round_rows
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Wanted

LADDER = (1, 2, 3)  # windows in units of the base times what one case adds at most, narrowest first


@dataclass(frozen=True, slots=True)
class _Seal:
    """Only this module holds one."""


_SEAL = _Seal()


@dataclass(frozen=True, slots=True)
class Protected:
    """What may leave: a promise for every wanted row, in order, and the proof over ``ledger``: these and all earlier
    ones. ``ladder`` is the step of windows that was needed, from 1; ``best`` is False when the search for figures was
    cut short, which makes them no less safe. Made by ``protect`` only.
    """

    promises: tuple[Promise, ...]
    proof: Proof
    base: int
    ladder: int
    best: bool
    ledger: tuple[Promise, ...]
    seal: _Seal = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not _SEAL or self.proof.rho < needed(self.ledger, self.base):
            raise ValueError("only protect() makes protected figures")

    @property
    def corrected(self) -> bool:
        """Whether figures took the place of earlier ones, in this release or before it."""
        return not all(promise.stands for promise in self.ledger)


def protect(
    system: System,
    wanted: Sequence[Wanted],
    history: Sequence[Promise],
    draw: Draw,
    base: int,
    reserved: Sequence[Wanted] = (),
    first_step: int = 1,
    guides: Sequence[Wanted] = (),
) -> Protected:
    """Figures for ``wanted`` that are safe together with ``history``.

    A row that counts the same cells as an earlier one keeps that one's figure and window: nothing is drawn twice.
    ``reserved`` rows are rounded along and thrown away, so that they can still be published later: figures that
    leave them no room would betray them. ``first_step`` starts the ladder higher, for a public reason only (never
    because of counts). The figures of ``guides`` follow from those of fresh rows: these only have a cost, and
    ``steps`` says within how many windows they lie in any case.

    Raises: NotProven.
    """
    known = {system.key(promise.row): promise for promise in history if promise.stands}
    keys = [system.key(one.row) for one in wanted]
    if all(key in known for key in keys):
        reserved = guides = ()  # nothing is chosen, so nothing can take room from others
    keys += [system.key(one.row) for one in reserved]
    fresh: dict[bytes, Wanted] = {}
    for key, one in zip(keys, (*wanted, *reserved), strict=True):
        if key not in known:
            fresh.setdefault(key, one)
    others = {system.key(one.row): one for one in guides}
    led = tuple(one for key, one in others.items() if key not in known and key not in fresh)
    refusal = NotProven(why="rounding")
    for ladder, times in enumerate(LADDER[first_step - 1 :], start=first_step):
        windows = tuple(max(times, one.steps) * base * one.row.most for one in fresh.values())
        spreads = tuple(times * one.steps * base * one.row.most for one in led)
        rows = (*fresh.values(), *led)
        rounded = round_rows(system, rows, (*windows, *spreads), tuple(known.values()), draw, base)
        if rounded is None:
            continue
        new = zip(fresh.items(), rounded.figures[: len(fresh)], windows, strict=True)
        made = known | {key: Promise(one.row, figure, window) for (key, one), figure, window in new}
        found = [made[key] for key in keys[: len(wanted)]]
        every = tuple(dict.fromkeys((*history, *found)))
        try:
            if reserved:
                prove(system, tuple(dict.fromkeys((*history, *made.values()))), base)
            proof = prove(system, every, base)
        except NotProven as error:
            refusal = error
            continue
        promises = tuple(
            p if p.row is one.row else p._replace(row=one.row) for one, p in zip(wanted, found, strict=True)
        )
        return Protected(promises, proof, base, ladder, rounded.best, every, _SEAL)
    raise refusal
