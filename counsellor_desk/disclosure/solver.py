"""The one door to HiGHS: a mixed integer linear problem in, a solution or the reason why there is none out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import highspy
import numpy as np
import numpy.typing as npt
from highspy import _core

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_Highs: Callable[[], Any] = _core._Highs  # highspy.Highs greets on standard output when it is made


def highs(**options: bool | int | float | str) -> Any:
    """A silent solver on one thread, so that the same questions in the same order have the same answers.

    Raises: ValueError for an option that it does not have.
    """
    made = _Highs()
    for option, value in ({"output_flag": False, "threads": 1} | options).items():
        if made.setOptionValue(option, value) != highspy.HighsStatus.kOk:
            raise ValueError(f"HiGHS does not take {option}={value!r}")
    return made


@dataclass(slots=True)
class Lines:
    """Sparse rows ``lower <= a x <= upper``, added one at a time."""

    index: list[npt.NDArray[np.int64]] = field(default_factory=list)
    value: list[Floats] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)

    def add(self, columns: npt.NDArray[np.int64], weights: Floats, lower: float, upper: float) -> None:
        """One row; ``weights`` belong to ``columns``."""
        self.index.append(columns)
        self.value.append(weights)
        self.lower.append(lower)
        self.upper.append(upper)

    def copy(self) -> Lines:
        """The same rows, to which others can be added."""
        return Lines(list(self.index), list(self.value), list(self.lower), list(self.upper))

    def less(self, x: Floats) -> Lines:
        """The same rows as they bind what is to be added to ``x``."""
        sums = self.sums(x)
        return Lines(self.index, self.value, list(self.lower - sums), list(self.upper - sums))

    def hold(self, x: npt.NDArray[np.int64]) -> bool:
        """Whether integer ``x`` satisfies every row exactly."""
        sums = self.sums(x)  # exact: whole numbers far below 2^53
        return bool(np.all((np.array(self.lower) <= sums) & (sums <= np.array(self.upper))))

    def sums(self, x: npt.NDArray[np.int64] | Floats) -> Floats:
        """The value of each row at ``x``: a x [row]."""
        line = np.repeat(np.arange(len(self.index)), [len(columns) for columns in self.index])
        products = np.concatenate([*self.value, np.zeros(0)]) * x[self.columns()]
        return np.bincount(line, products, len(self.index)).astype(np.float64)

    def columns(self) -> npt.NDArray[np.int64]:
        """The columns of all rows, one row after the other."""
        return np.concatenate([*self.index, np.zeros(0, dtype=np.int64)])


class Outcome(Enum):
    """How a search ended."""

    BEST = "best"
    FOUND = "found"  # a limit was reached: it holds, but something better may exist
    NONE = "none"
    ENDLESS = "endless"  # the costs fall without end
    UNKNOWN = "unknown"  # a limit was reached before anything was found


@dataclass(frozen=True, slots=True)
class Solution:
    """``x`` is there when ``outcome`` is FOUND or a new BEST, ``cost`` its cost."""

    outcome: Outcome
    x: Floats | None = None
    cost: float = math.nan


class Model:
    """One problem asked many times: only costs and bounds change, and HiGHS starts from where it stopped.

    One thread, so the same questions in the same order have the same answers, as long as no search takes ``seconds``.
    ``gap`` is the relative distance to the proven optimum at which a search may stop, ``nodes`` of the tree a limit
    that is the same on every machine. Where fractions are allowed HiGHS solves a ``simplified`` problem, or not.
    Source: Huangfu & Hall, Math. Prog. Comp. 10 (2018).
    """

    def __init__(
        self,
        lower: Floats,
        upper: Floats,
        lines: Lines,
        integer: Flags,
        *,
        gap: float = 0.0,
        nodes: int = 2**31 - 1,
        seconds: float = math.inf,
        simplified: bool = True,
    ) -> None:
        self._lower, self._upper, self._integer, self._gap = lower, upper, integer, gap
        self._simplified = simplified
        self._every = np.arange(len(lower), dtype=np.int32)
        self._corner: Any = None
        self._highs = highs(
            mip_heuristic_run_feasibility_jump=False,  # finds nothing here that is not found sooner
            mip_pool_soft_limit=50,  # more cuts are no stronger here, only slower
            mip_rel_gap=gap,
            mip_abs_gap=1e-6,
            mip_max_nodes=nodes,
            time_limit=seconds,
        )
        self._highs.passModel(_problem(lower, upper, lines, integer))

    def bound(self, lower: Floats, upper: Floats) -> None:
        """Other bounds from now on."""
        self._lower, self._upper = lower, upper
        self._highs.changeColsBounds(len(lower), self._every, lower, upper)

    def least(self, cost: Floats, reached: float = math.inf) -> Solution:
        """The x with least ``cost``, mostly without a tree.

        The least cost with fractions is a bound, rounded up where costs are whole. A solution that has ``reached`` it
        is the best: there is no other ``x`` then. What is whole in the relaxed solution is held; when the rest, made
        whole, is within the gap of the bound, that is an optimum. Only otherwise is the tree searched.
        """
        relaxed = self._relaxed(cost)
        if relaxed.x is None:
            return relaxed
        bound = self._bound(cost, relaxed.cost)
        if reached <= bound:
            return Solution(Outcome.BEST, None, reached)
        near = np.rint(relaxed.x)
        whole = self._integer & (np.abs(relaxed.x - near) < _NEAR)
        if whole[self._integer].all():
            return Solution(Outcome.BEST, np.where(whole, near, relaxed.x), relaxed.cost)
        lower, upper = self._lower, self._upper
        self.bound(np.where(whole, near, lower), np.where(whole, near, upper))
        found = self._run(cost, relaxed=False)
        self.bound(lower, upper)
        if found.x is not None and found.cost <= bound + max(self._gap * abs(bound), _NEAR):
            return Solution(Outcome.BEST, found.x, found.cost)
        answer = self._run(cost, relaxed=False)
        if answer.outcome is Outcome.UNKNOWN and found.x is not None:
            return Solution(Outcome.FOUND, found.x, found.cost)
        return answer

    def _bound(self, cost: Floats, relaxed: float) -> float:
        """What no solution is cheaper than."""
        if (cost[~self._integer] == 0).all() and (cost == np.rint(cost)).all():
            return math.ceil(relaxed - _NEAR)
        return relaxed

    def _relaxed(self, cost: Floats) -> Solution:
        """The least cost with fractions, from the corner where the last such search ended."""
        if self._corner is not None:
            self._highs.setBasis(self._corner)
        answer = self._run(cost, relaxed=True)
        self._corner = self._highs.getBasis()
        return answer if answer.outcome is not Outcome.FOUND else Solution(Outcome.UNKNOWN)

    def _run(self, cost: Floats, *, relaxed: bool) -> Solution:
        self._highs.changeColsCost(len(cost), self._every, cost)
        self._highs.setOptionValue("solve_relaxation", relaxed)
        # Never for a tree: HiGHS 1.16 was seen to simplify the best solution away, or all of them, or to fail.
        self._highs.setOptionValue("presolve", "choose" if relaxed and self._simplified else "off")
        self._highs.run()
        outcome = _VERDICTS.get(self._highs.getModelStatus(), Outcome.UNKNOWN)
        if outcome is Outcome.UNKNOWN and self._highs.getInfo().primal_solution_status == _FEASIBLE:
            outcome = Outcome.FOUND
        if outcome not in (Outcome.BEST, Outcome.FOUND):
            return Solution(outcome)
        x = np.array(self._highs.getSolution().col_value)
        return Solution(outcome, x, float(np.dot(cost, x)))


_NEAR = 1e-6  # HiGHS' own tolerance for what is whole and what holds
_STATUS = highspy.HighsModelStatus
_FEASIBLE = highspy.SolutionStatus.kSolutionStatusFeasible
_VERDICTS = {
    _STATUS.kOptimal: Outcome.BEST,
    _STATUS.kInfeasible: Outcome.NONE,
    _STATUS.kUnboundedOrInfeasible: Outcome.NONE,
    _STATUS.kUnbounded: Outcome.ENDLESS,
}


def _problem(lower: Floats, upper: Floats, lines: Lines, integer: Flags) -> Any:
    problem = highspy.HighsLp()
    problem.num_col_ = len(lower)
    problem.num_row_ = len(lines.index)
    problem.col_cost_ = np.zeros(len(lower))
    problem.col_lower_ = lower
    problem.col_upper_ = upper
    problem.row_lower_ = np.array(lines.lower)
    problem.row_upper_ = np.array(lines.upper)
    matrix = problem.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.concatenate([[0], np.cumsum([len(columns) for columns in lines.index])]).astype(np.int32)
    matrix.index_ = lines.columns().astype(np.int32)
    matrix.value_ = np.concatenate([*lines.value, np.zeros(0)])
    if integer.any():
        whole, real = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        problem.integrality_ = [whole if flag else real for flag in integer]
    return problem
