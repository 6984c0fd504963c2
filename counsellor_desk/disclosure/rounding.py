"""Randomised controlled rounding of all wanted rows at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from counsellor_desk.disclosure.costs import Draw, options, weights
from counsellor_desk.disclosure.solver import solve
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Wanted


def round_rows(
    system: System,
    wanted: Sequence[Wanted],
    windows: Mapping[str, int],
    history: Sequence[Promise],
    draw: Draw,
    base: int,
) -> tuple[int, ...] | None:
    """Figures for ``wanted`` that some set of cases has exactly, together with all of ``history``; None if there
    are none within ``windows`` (by row name).

    Every row picks one multiple of ``base``, times the most that one case adds, near its truth; the sum of
    -ln(chance) - Gumbel over the rows is least. For a row that is linked to nothing this is unbiased random rounding
    (the Gumbel-max trick), and every picture within the windows can come out, so a reader who knows the method learns
    no more than the windows say.
    Source: Cox, JASA 82 (1987); Salazar-Gonzalez et al., Controlled rounding (Handbook on Statistical Disclosure
    Control, ch. 5); Gumbel (1954).
    """
    lines = system.lines.copy()
    cost: list[float] = []
    shown: list[tuple[int, ...]] = []
    for row in wanted:
        unit = base * row.row.most
        figures = options(row.truth, unit, windows[row.row.name])
        if not figures:
            return None
        picks = np.arange(len(figures)) + system.width + len(cost)
        chances = weights(row.truth, unit, figures)
        lucks = (draw.gumbel(row.row.name, figure) for figure in figures)
        cost.extend(row.weight * (-math.log(c) - g) for c, g in zip(chances, lucks, strict=True))
        shown.append(figures)
        lines.total(picks, 1.0, 1.0)
        columns = system.columns(row.row)
        multiples = -np.array(figures, dtype=np.float64) / base
        lines.add(np.concatenate([columns, picks]), np.concatenate([system.weights(row.row), multiples]), 0.0, 0.0)
    for promise in history:
        share = promise.figure / base
        lines.add(system.columns(promise.row), system.weights(promise.row), share, share)
    hidden, chosen = np.zeros(system.width), np.ones(len(cost))
    found = solve(
        np.concatenate([hidden, np.array(cost)]),
        np.zeros(system.width + len(cost)),
        np.concatenate([np.full(system.width, np.inf), chosen]),
        lines,
        np.concatenate([hidden, chosen]).astype(bool),
        gap=1e-4,
    )
    return None if found is None else _picked(found[system.width :], shown)


def _picked(
    choice: np.ndarray[tuple[int, ...], np.dtype[np.float64]], shown: list[tuple[int, ...]]
) -> tuple[int, ...]:
    picked, at = [], 0
    for figures in shown:
        picked.append(figures[int(np.argmax(choice[at : at + len(figures)]))])
        at += len(figures)
    return tuple(picked)
