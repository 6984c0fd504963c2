"""Which small counts a pattern leaves unprotected, and what would help them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from counsellor_desk.disclosure.suppression.grid import Flags, Floats, Grid, Ints
from counsellor_desk.disclosure.suppression.polytope import EPS, Polytope, whole

_BATCHES = 12  # tables looked for at once, at most, before single cells are asked about
_FEW = 4  # cells left, or newly covered, at which asking one by one is cheaper


@dataclass(frozen=True, slots=True)
class Cut:
    """Every safe pattern meets it: the sum of ``help`` [cell] over its withheld cells is at least ``need``."""

    help: Floats
    need: float


class SuppressionAttack:
    """A reader who knows all published counts, against the small counts ``primary`` of a true table.

    A cell is covered when both a table with 0 in it and one with the base are possible. A pattern may be a ``share``
    from 0 (published) to 1 (withheld) of each cell: then no cell moves further from its count than its share of the
    way. All tables found are kept: whichever lies within a pattern shows at once which cells it covers, and no
    problem is solved for what is already shown.
    """

    def __init__(self, grid: Grid, hidden: Ints, primary: Flags, base: int) -> None:
        self._grid, self._primary, self._base = grid, primary, base
        table = grid.unknowns(hidden)
        self.counts, self._others = table[: grid.size], table[grid.size :]
        self.rise, self.fall = grid.high - self.counts, self.counts - grid.low
        self._tables: list[Floats] = [self.counts.astype(np.float64)]
        self._turn = np.arange(grid.size) * 0.6180339887 % 1 < 0.5  # scattered evenly, so that neighbours differ

    def gaps(self, share: Floats) -> list[Cut]:
        """A line that ``share`` breaks for every cell and direction not covered, fractions of cases allowed.

        By linear programming duality a cell can move up (down) by no more than the sum over withheld cells of their
        price times the way they can go in the direction that is paid for. Where the price is high enough the cell
        counts as all that is needed, because a pattern withholds it or not.
        Source: Fischetti & Salazar, Management Science 47 (2001), 4.
        """
        low, high = self._within(share)
        least, most = self._known(low, high)
        found: list[Cut] = []
        if not any(self._open(least, most)):
            return found
        polytope = Polytope(self._grid, low, high)
        self._batches(polytope, low, high, least, most)
        for cell, sign in self._open(least, most):
            self._see(self._reach(polytope, cell, sign, low, high), least, most)
            if self._still(cell, sign, least, most):
                found.append(self._line(polytope.prices(), cell, sign))
        return found

    def whole_gaps(self, pattern: Flags) -> list[Cut]:
        """The same in whole numbers: a line for a pattern that covers some cell by fractions of cases only.

        What such a pattern does not cover no smaller pattern does, so a further cell must be withheld.
        """
        low, high = self._within(pattern.astype(float))
        least, most = self._known(low, high)
        for cell, sign in self._open(least, most):
            polytope = Polytope(self._grid, low, high, whole=True)
            self._see(self._reach(polytope, cell, sign, low, high), least, most)
            if self._still(cell, sign, least, most):
                return [Cut((~pattern).astype(float), 1.0)]
        return []

    def start(self) -> Iterator[Cut]:
        """Lines from single equations: whatever moves a cell must move others of the same equation by as much."""
        for equation in self._grid.equations:
            side = np.ones(len(equation))
            side[0] = -1.0
            primary = self._primary[equation]
            counts = self.counts[equation]
            for turn in (1, -1):
                way = np.where(-turn * side > 0, self.rise[equation], self.fall[equation])
                need = np.where(turn * side > 0, self._base - counts, counts)
                surely = np.minimum(way[primary][None, :], need[primary][:, None]).sum(axis=1)
                surely -= np.minimum(way, need)[primary]
                for at in np.flatnonzero(primary)[surely < need[primary]]:
                    help_ = np.zeros(self._grid.size)
                    help_[equation] = np.minimum(way, need[at])
                    help_[equation[at]] = 0.0
                    yield Cut(help_, float(need[at]))

    def _within(self, share: Floats) -> tuple[Floats, Floats]:
        """How far each cell can go: all the way when withheld; by at most the base when withheld in part."""
        share = np.where(share < EPS, 0.0, share)
        part = share < 1.0
        rise: Floats = np.where(part, np.minimum(self.rise, self._base) * share, self.rise)
        return self.counts - self.fall * share, self.counts + rise

    def _known(self, low: Floats, high: Floats) -> tuple[Floats, Floats]:
        """The least and the greatest count of each cell among the known tables that lie within the bounds."""
        tables = np.array(self._tables)
        tables = tables[((tables >= low) & (tables <= high)).all(axis=1)]
        return np.min(tables, axis=0), np.max(tables, axis=0)

    def _open(self, least: Floats, most: Floats) -> Iterator[tuple[int, int]]:
        """The small counts and directions (1 up, -1 down) that are still open when their turn comes."""
        for cell in np.flatnonzero(self._primary):
            for sign in (1, -1):
                if self._still(int(cell), sign, least, most):
                    yield int(cell), sign

    def _still(self, cell: int, sign: int, least: Floats, most: Floats) -> bool:
        return bool(most[cell] < self._base - EPS) if sign > 0 else bool(least[cell] > EPS)

    def _see(self, table: Floats, least: Floats, most: Floats) -> None:
        """Notes which cells a table covers, and keeps it when it is a table of cases."""
        counts = table[: self._grid.size]
        rounded = whole(table)
        if rounded is not None:
            counts = rounded[: self._grid.size].astype(np.float64)
            self._tables.append(counts)
        np.minimum(least, counts, out=least)
        np.maximum(most, counts, out=most)

    def _batches(self, polytope: Polytope, low: Floats, high: Floats, least: Floats, most: Floats) -> None:
        """Tables that cover many small counts at once: some as high as they need, the others as low as can be."""
        cells = np.flatnonzero(self._primary)
        polytope.bound(cells, low[cells], np.minimum(high[cells], self._base))
        batch, covered = 0, _FEW
        up, down = most[cells] < self._base - EPS, least[cells] > EPS
        while covered >= _FEW and up.sum() + down.sum() > _FEW and batch < _BATCHES:
            either = np.where(self._turn[cells] ^ bool(batch % 2), 1.0, -1.0)
            self._see(polytope.highest(cells, np.where(up & down, either, 1.0 * up - down)), least, most)
            before = up.sum() + down.sum()
            up, down = most[cells] < self._base - EPS, least[cells] > EPS
            covered = before - up.sum() - down.sum()
            batch += 1
        polytope.bound(cells, low[cells], high[cells])

    def _reach(self, polytope: Polytope, cell: int, sign: int, low: Floats, high: Floats) -> Floats:
        """A table where ``cell`` is as high as needed, or as low, or as near to that as can be."""
        at = np.array([cell])
        polytope.bound(at, low[at], np.minimum(high[at], self._base))
        table = polytope.highest(at, np.array([float(sign)]))
        polytope.bound(at, low[at], high[at])
        return table

    def _line(self, prices: Floats, cell: int, sign: int) -> Cut:
        need = float(self._base - self.counts[cell] if sign > 0 else self.counts[cell])
        of, others = prices[: self._grid.size], prices[self._grid.size :]
        way = np.where(of > 0, self.rise, self.fall)
        paid = np.abs(of) > EPS
        help_ = np.zeros(self._grid.size)
        help_[paid] = np.minimum(np.abs(of[paid]) * way[paid], need)
        return Cut(help_, need - float(np.maximum(-others, 0.0) @ self._others))
