"""Randomised controlled rounding of all wanted rows at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from counsellor_desk.disclosure.costs import Draw, costs, options
from counsellor_desk.disclosure.solver import Model, Outcome
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
    more; where the second step is the cheaper one, it presupposes the first. A row that is a hidden cell, and has one
    step, needs no line that says so: the cell's own unknown is the step.
    Source: Cox, JASA 82 (1987); Salazar-Gonzalez et al., Controlled rounding (Handbook on Statistical Disclosure
    Control, ch. 5); Gumbel (1954); Markowitz & Manne, Econometrica 25 (1957) for the steps.
    """
    lines = system.lines.copy()
    width = system.width
    lowest, upper, step = [0.0] * width, [math.inf] * width, [0.0] * width  # of each hidden cell
    further: list[float] = []  # what every step costs that is an unknown of its own
    choices: list[tuple[tuple[int, ...], int]] = []  # the figures of a row, and the unknown of its first step
    for one, window in zip(wanted, windows, strict=True):
        figures = options(one.truth, base * one.row.most, window)
        if not figures:
            return None
        terms, first = system.terms(one.row), figures[0] / base
        dearer = [higher - lower for lower, higher in pairwise(costs(draw, one, base, figures))]
        if len(dearer) == one.row.most == 1 and terms.cell >= 0 and math.isinf(upper[terms.cell]):
            lowest[terms.cell], upper[terms.cell], step[terms.cell] = first, 1.0, dearer[0]
            choices.append((figures, terms.cell))
            continue
        choices.append((figures, width + len(further)))
        steps = np.arange(len(dearer)) + (width + len(further))
        signs = np.full(len(dearer), -float(one.row.most))
        lines.add(np.concatenate([terms.columns, steps]), np.concatenate([terms.weights, signs]), first, first)
        for at in range(1, len(dearer)):
            if dearer[at] < dearer[at - 1]:
                lines.add(steps[at - 1 : at + 1], _ORDERED, -np.inf, 0.0)
        further.extend(dearer)
    for promise in history:
        terms = system.terms(promise.row)
        lines.add(terms.columns, terms.weights, promise.figure / base, promise.figure / base)
    lowest += [0.0] * len(further)
    highest = np.array(upper + [1.0] * len(further))
    model = Model(
        np.zeros(len(highest)),
        highest,
        lines.less(np.array(lowest)),
        np.isfinite(highest),
        gap=GAP,
        nodes=NODES,
        seconds=SECONDS,
        simplified=False,  # takes longer than it saves on problems of this kind
    )
    found = model.least(np.array(step + further))
    if found.x is None:
        return None
    taken = np.rint(found.x).astype(int).tolist()
    shown = [figures[sum(taken[first : first + len(figures) - 1])] for figures, first in choices]
    return Rounded(tuple(shown), found.outcome is Outcome.BEST)


_ORDERED = np.array([-1.0, 1.0])
