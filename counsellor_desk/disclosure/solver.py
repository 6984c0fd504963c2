"""The one door to HiGHS: a mixed integer linear problem in, a solution or None out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import highspy
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_Highs: Callable[[], Any] = highspy.Highs


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

    def total(self, columns: npt.NDArray[np.int64], lower: float, upper: float) -> None:
        """One row that sums ``columns``."""
        self.add(columns, np.ones(len(columns)), lower, upper)

    def copy(self) -> Lines:
        """The same rows, to which others can be added."""
        return Lines(list(self.index), list(self.value), list(self.lower), list(self.upper))

    def hold(self, x: npt.NDArray[np.int64]) -> bool:
        """Whether integer ``x`` satisfies every row exactly."""
        for columns, weights, lower, upper in zip(self.index, self.value, self.lower, self.upper, strict=True):
            total = int(np.dot(weights.astype(np.int64), x[columns]))
            if not lower <= total <= upper:
                return False
        return True


def solve(
    cost: Floats, lower: Floats, upper: Floats, lines: Lines, integer: npt.NDArray[np.bool_], *, gap: float = 0.0
) -> Floats | None:
    """The x with least ``cost`` within its bounds and rows, whole where ``integer``; None when there is none.

    ``gap`` is the relative distance to the proven optimum at which the search may stop. One thread and no time
    limit, so the same problem always has the same answer. Source: Huangfu & Hall, Math. Prog. Comp. 10 (2018).
    """
    model = highspy.HighsLp()
    model.num_col_ = len(cost)
    model.num_row_ = len(lines.index)
    model.col_cost_ = cost
    model.col_lower_ = lower
    model.col_upper_ = upper
    model.row_lower_ = np.array(lines.lower)
    model.row_upper_ = np.array(lines.upper)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.concatenate([[0], np.cumsum([len(columns) for columns in lines.index])]).astype(np.int32)
    matrix.index_ = np.concatenate([*lines.index, np.zeros(0, dtype=np.int64)]).astype(np.int32)
    matrix.value_ = np.concatenate([*lines.value, np.zeros(0)])
    if integer.any():
        whole, real = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        model.integrality_ = [whole if flag else real for flag in integer]
    highs: Any = _Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("mip_rel_gap", gap)
    highs.setOptionValue("mip_abs_gap", 1e-6)
    highs.passModel(model)
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return np.array(highs.getSolution().col_value)
