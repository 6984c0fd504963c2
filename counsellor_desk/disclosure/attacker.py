"""The second, independent check: what the cleverest reader could compute. Shares no code with the certificate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from counsellor_desk.disclosure.solver import solve
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Row


def bounds(
    system: System, promises: Sequence[Promise], target: Row, known: Sequence[Mapping[str, str]] = ()
) -> tuple[int, int]:
    """The least and the greatest count of ``target`` that fits all promises, to somebody who knows the cases
    ``known`` (one code per dimension each). Two integer problems.

    Raises: ValueError when nothing fits the promises.
    """
    lines = system.lines.copy()
    for promise in promises:
        columns = system.columns(promise.row)
        lines.total(columns, promise.figure - promise.window, promise.figure + promise.window)
    lower = np.zeros(system.width)
    for case in known:
        lower[system.case(dict(case))] += 1
    columns = system.columns(target)
    ends = []
    for sign in (1.0, -1.0):
        cost = np.zeros(system.width)
        cost[columns] = sign
        found = solve(cost, lower, np.full(system.width, np.inf), lines, np.ones(system.width, dtype=bool))
        if found is None:
            raise ValueError("no set of cases fits these promises")
        ends.append(int(np.rint(found[columns].sum())))
    return ends[0], ends[1]
