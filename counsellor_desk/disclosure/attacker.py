"""The second, independent check: what the cleverest reader could compute. Shares no code with the certificate.

The reader knows the program, every promise ever made, and some cases. For any group of cases, published or not, he
asks for the least and the greatest count that fits: two integer problems (Fischetti & Salazar-Gonzalez, Management
Science 47 (2001), the attacker's problem). One model serves all questions, and every solution found for one group is
a possible set of cases for all of them, so that most groups need no problem of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from counsellor_desk.disclosure.solver import Flags, Floats, Model, Outcome
from counsellor_desk.disclosure.system import Columns, System
from counsellor_desk.disclosure.table import Promise, Row

Group = Row | Columns  # a row, or any hidden cells of the system
Case = Mapping[str, str]  # one code per dimension
Bounds = tuple[int, int]
Cells = npt.NDArray[np.int64]
Terms = tuple[Columns, Floats]  # the cells a group sums, and what one case in each of them adds
UNBOUNDED = 2**31  # the greatest count where no promise limits it


class Attacker:
    """A reader of all ``promises`` about ``system``."""

    def __init__(self, system: System, promises: Sequence[Promise]) -> None:
        self._system = system
        self._lines = system.lines.copy()
        for one in promises:
            self._lines.add(*system.terms(one.row)[:2], one.figure - one.wide, one.figure + one.wide)
        self._free = np.full(system.width, np.inf)
        whole = np.ones(system.width, dtype=bool)
        self._model = Model(np.zeros(system.width), self._free, self._lines, whole)

    def bounds(self, row: Group, known: Sequence[Case] = ()) -> Bounds:
        """The least and the greatest count of ``row`` that fits all promises, to whoever knows the cases ``known``.

        Raises: ValueError when nothing fits.
        """
        return self.bounds_of([row], known)[0]

    def bounds_of(self, rows: Sequence[Group], known: Sequence[Case] = ()) -> tuple[Bounds, ...]:
        """``bounds`` of many rows. Raises: ValueError when nothing fits."""
        seen = self._seen(rows, known)
        for at in range(len(rows)):
            self._ask(seen, at, 1)
            self._ask(seen, at, -1)
        return tuple(zip(seen.least.tolist(), seen.most.tolist(), strict=True))

    def at_least(self, rows: Sequence[Group], width: int, known: Sequence[Case] = ()) -> tuple[bool, ...]:
        """For each of ``rows``, whether its greatest and least count differ by ``width`` or more.

        Solves only for rows that no set of cases found so far has shown to be that wide. Raises: ValueError when
        nothing fits.
        """
        seen = self._seen(rows, known)
        for sign in (1, -1):
            for at in range(len(rows)):
                if not seen.wide(width)[at]:
                    self._ask(seen, at, sign)
        return tuple(seen.wide(width).tolist())

    def _seen(self, rows: Sequence[Group], known: Sequence[Case]) -> _Seen:
        """``rows`` in some set of cases that fits."""
        lower = np.zeros(self._system.width)
        for case in known:
            lower[self._system.case(dict(case))] += 1
        self._model.bound(lower, self._free)
        found = self._model.least(np.zeros(self._system.width)).x
        if found is None:
            raise ValueError("no set of cases fits these promises")
        return _Seen([self._terms(row) for row in rows], self._checked(found))

    def _terms(self, row: Group) -> Terms:
        if isinstance(row, Row):
            return self._system.terms(row)[:2]
        return row, np.ones(len(row))

    def _ask(self, seen: _Seen, at: int, sign: int) -> None:
        """One end of a row: the least for ``sign`` 1, the greatest for -1."""
        columns, weights = seen.terms[at]
        cost = np.zeros(self._system.width)
        cost[columns] = sign * weights
        answer = self._model.least(cost, reached=min(sign * seen.least[at], sign * seen.most[at]))
        if answer.outcome is Outcome.ENDLESS:
            seen.most[at] = UNBOUNDED
        elif answer.x is not None:
            seen.add(self._checked(answer.x))

    def _checked(self, found: Floats) -> Cells:
        x = np.rint(found).astype(np.int64)
        if not self._lines.hold(x):
            raise ValueError("the solver's answer fits no promise")
        return x


class _Seen:
    """The least and the greatest value of every asked row in all the sets of cases found so far."""

    def __init__(self, terms: Sequence[Terms], first: Cells) -> None:
        self.terms = terms
        self._row = np.repeat(np.arange(len(terms)), [len(columns) for columns, _ in terms])
        self._columns = np.concatenate([*(columns for columns, _ in terms), np.zeros(0, dtype=np.int64)])
        self._weights = np.concatenate([*(weights for _, weights in terms), np.zeros(0)])
        self.least = self._values(first)
        self.most = self.least.copy()

    def add(self, x: Cells) -> None:
        """One more set of cases."""
        values = self._values(x)
        np.minimum(self.least, values, out=self.least)
        np.maximum(self.most, values, out=self.most)

    def wide(self, width: int) -> Flags:
        """Which rows were seen to differ by ``width``."""
        return self.most - self.least >= width

    def _values(self, x: Cells) -> Cells:
        sums = np.bincount(self._row, self._weights * x[self._columns], len(self.terms))
        return sums.astype(np.int64)


def bounds(system: System, promises: Sequence[Promise], target: Group, known: Sequence[Case] = ()) -> Bounds:
    """The least and the greatest count of one group. Raises: ValueError when nothing fits the promises."""
    return Attacker(system, promises).bounds(target, known)
