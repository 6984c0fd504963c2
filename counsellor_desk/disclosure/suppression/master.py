"""Which cells to withhold at least, so that a growing set of lines holds."""

from __future__ import annotations

from typing import Any

import highspy
import numpy as np

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.solver import highs
from counsellor_desk.disclosure.suppression.attack import Cut
from counsellor_desk.disclosure.suppression.grid import Flags, Floats, Ints
from counsellor_desk.disclosure.suppression.polytope import EPS

_STATUS = highspy.HighsModelStatus


class Master:
    """The lightest 0/1 pattern [cell] with all ``surely`` cells withheld and no ``never`` cell.

    ``equations`` add the rule that no cell is withheld alone in one: its count would follow from the others, so the
    lightest safe pattern never does that. They are looked at only where a pattern breaks the rule.
    """

    def __init__(self, weights: Floats, surely: Flags, never: Flags, equations: list[Ints], nodes: int) -> None:
        """``nodes`` is how large a search tree may grow."""
        self._weights, self._surely = weights, surely
        self._free = np.flatnonzero(~surely & ~never)
        self._at = np.full(len(weights), -1)
        self._at[self._free] = np.arange(len(self._free))
        self._equations = [cells for cells in equations if not surely[cells].any()]
        self._known: set[tuple[bytes, bytes]] = set()
        self._highs = highs(
            mip_rel_gap=0.0,
            mip_abs_gap=1.0 - EPS,  # weights are whole: nearer than 1 is reached
            mip_max_nodes=nodes,
            mip_detect_symmetry=False,
            mip_allow_restart=False,
            mip_pool_soft_limit=50,  # many cuts are no stronger here, only slower
            mip_heuristic_run_feasibility_jump=False,  # nor is any of these searches
            mip_heuristic_run_rins=False,
            mip_heuristic_run_rens=False,
            mip_heuristic_run_root_reduced_cost=False,
            presolve="off",  # takes longer than it saves on problems of this kind
        )
        self._every = every = np.arange(len(self._free), dtype=np.int32)
        model = highspy.HighsLp()
        model.num_col_ = len(every)
        model.col_cost_, model.col_lower_, model.col_upper_ = (
            weights[self._free],
            np.zeros(len(every)),
            np.ones(len(every)),
        )
        model.a_matrix_.start_ = np.zeros(len(every) + 1, dtype=np.int32)
        self._highs.passModel(model)

    def require(self, line: Cut) -> bool:
        """Adds a line; False when it is there already.

        Raises: NotProven (why="pattern") when withholding every cell would not meet it.
        """
        need = line.need - float(line.help[self._surely].sum())
        help_ = line.help[self._free]
        at = np.flatnonzero(help_ > EPS).astype(np.int64)
        values = np.minimum(help_[at], need)
        if values.sum() < need - EPS:
            raise NotProven(why="pattern")
        key = (at.tobytes(), np.round(values / need, 6).tobytes())
        if key in self._known:
            return False
        self._known.add(key)
        self._add(at, values, need)
        return True

    def relaxed(self) -> Floats:
        """Shares from 0 to 1 of least weight.

        Raises: NotProven (why="pattern") when there are none.
        """
        self._run()
        return self._share()

    def exact(self) -> Flags | None:
        """The pattern; None when the search tree grows beyond its limit or ends with parts of cells.

        Raises: NotProven (why="pattern") when there is none.
        """
        whole, real = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        self._highs.changeColsIntegrality(len(self._every), self._every, np.full(len(self._every), whole))
        solved = self._run() == _STATUS.kOptimal
        share = self._share()
        pattern = share > 0.5
        solved = solved and bool(np.abs(share - pattern).max(initial=0.0) < EPS)  # parts of cells are no answer
        self._highs.changeColsIntegrality(len(self._every), self._every, np.full(len(self._every), real))
        return pattern if solved else None

    def alone(self, share: Floats, least: float) -> bool:
        """Whether the rule about cells that are alone was broken by more than ``least``; if so it is added there."""
        broken = False
        for cells in self._equations:
            shares = share[cells]
            at = int(np.argmax(shares))
            if 2 * shares[at] - shares.sum() > least:
                values = np.ones(len(cells))
                values[at] = -1.0
                free = self._at[cells] >= 0
                self._add(self._at[cells[free]], values[free], 0.0)
                broken = True
        return broken

    def patched(self, pattern: Flags, line: Cut) -> Flags:
        """``pattern`` with further cells, those that help most for their weight first, until it meets the line or
        none is left that helps."""
        lack = line.need - float(line.help[pattern].sum())
        if lack <= EPS:
            return pattern
        free = self._free[~pattern[self._free] & (line.help[self._free] > EPS)]
        order = free[np.argsort(self._weights[free] / np.minimum(line.help[free], lack), kind="stable")]
        enough = int(np.searchsorted(np.cumsum(line.help[order]), lack - EPS)) + 1
        more = pattern.copy()
        more[order[:enough]] = True
        return more

    def _run(self) -> Any:
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == _STATUS.kInfeasible:
            raise NotProven(why="pattern")
        return status

    def _add(self, at: Ints, values: Floats, need: float) -> None:
        self._highs.addRow(need, np.inf, len(at), at.astype(np.int32), values)

    def _share(self) -> Floats:
        share = self._surely.astype(float)
        share[self._free] = np.clip(self._highs.getSolution().col_value, 0.0, 1.0)
        return share
