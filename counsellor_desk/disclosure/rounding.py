"""Randomised controlled rounding of all wanted rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from counsellor_desk.disclosure.costs import Draw, costs, options
from counsellor_desk.disclosure.solver import Floats, Model, Verdict
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Wanted

GAP = 1e-6  # as good as the optimum, of which there is one: the order of rows changes nothing
NODES, SECONDS = 1_000, 60.0  # far beyond what any table in the benchmarks took


@dataclass(frozen=True, slots=True)
class Rounded:
    """A figure for every wanted row. ``best`` is False when a limit was reached: they hold as well as any, but on
    another machine others may come out."""

    figures: tuple[int, ...]
    best: bool


def round_rows(
    system: System,
    wanted: Sequence[Wanted],
    windows: Sequence[int],
    history: Sequence[Promise],
    draw: Draw,
    base: int,
) -> Rounded | None:
    """Figures for ``wanted`` that some set of cases has exactly, together with all of ``history``; None if there
    are none within ``windows``.

    Every row takes one multiple of ``base``, times the most that one case adds, near its truth; the sum of
    -ln(chance) - Gumbel over the rows is least. For a row that is linked to nothing this is unbiased random rounding
    (the Gumbel-max trick), and every picture within the windows can come out, so a reader who knows the method learns
    no more than the windows say.
    In the problem a row is its lowest figure and a number of steps, each 0 or 1, that cost what the next figure costs
    more; where the second step is the cheaper one, it presupposes the first.
    Source: Cox, JASA 82 (1987); Salazar-Gonzalez et al., Controlled rounding (Handbook on Statistical Disclosure
    Control, ch. 5); Gumbel (1954); Markowitz & Manne, Econometrica 25 (1957) for the steps.
    """
    lines = system.lines.copy()
    cost: list[float] = []
    shown: list[tuple[int, ...]] = []
    for one, window in zip(wanted, windows, strict=True):
        figures = options(one.truth, base * one.row.most, window)
        if not figures:
            return None
        shown.append(figures)
        columns, weights = system.terms(one.row)
        lowest, taken = figures[0] / base, len(figures) - 1
        steps = np.arange(taken) + (system.width + len(cost))
        signs = np.full(taken, -float(one.row.most))
        lines.add(np.concatenate([columns, steps]), np.concatenate([weights, signs]), lowest, lowest)
        dearer = [higher - lower for lower, higher in pairwise(costs(draw, one, base, figures))]
        for at in range(1, taken):
            if dearer[at] < dearer[at - 1]:
                lines.add(steps[at - 1 : at + 1], _ORDERED, -np.inf, 0.0)
        cost.extend(dearer)
    for promise in history:
        lines.add(*system.terms(promise.row), promise.figure / base, promise.figure / base)
    hidden, chosen = np.zeros(system.width), np.ones(len(cost))
    upper = np.concatenate([np.full(system.width, np.inf), chosen])
    integer = np.concatenate([hidden, chosen]).astype(bool)
    model = Model(np.zeros(len(upper)), upper, lines, integer, gap=GAP, nodes=NODES, seconds=SECONDS)
    found = model.least(np.concatenate([hidden, np.array(cost)]))
    if found.x is None:
        return None
    return Rounded(_taken(found.x[system.width :], shown), found.verdict is Verdict.BEST)


_ORDERED = np.array([-1.0, 1.0])


def _taken(steps: Floats, shown: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The figure of every row: as many above its lowest as it has steps taken."""
    sums = np.concatenate([[0.0], np.cumsum(steps)])
    ends = np.cumsum([0, *(len(figures) - 1 for figures in shown)])
    taken = np.rint(np.diff(sums[ends])).astype(int).tolist()
    return tuple(figures[number] for figures, number in zip(shown, taken, strict=True))
