"""Corrections: figures that take the place of published ones, where that gives nobody away.

Whoever has the old figures and the new ones has two looks at the same cases, and may know what was corrected. Let x
be the cases as they are now and x - d as they were: d puts in and takes out, and counting a case elsewhere does both.
The old promises say |A(x - d) - p| <= K, the new ones |Ax - p'| <= K'. At most k cases were changed, so |Ad| <= k c,
with c the most that one case adds to a row.

If an integer y >= 0 has, for every old promise that was replaced, p - (K - k c) <= Ay <= p + (K - k c) - rho c, and
for every promise that stands p' - K' <= Ay <= p' + K' - rho c, then for every such d, every group of cases and every
s <= rho cases that a reader knows, those put in by the correction among them, rho - s + 1 consecutive counts of the
group remain possible, also to the reader who knows d. Proof: max(y, known) adds at most s cases to any row, and up to
rho - s further ones of the group still fit; as what was put in is among the known, x - d >= 0; Ad moves a replaced
row by at most k c, which is what its window was narrowed by.

d does not occur in this: whoever has the figures and k computes the same rho (``certificate.slack``). k is a bound
that is fixed beforehand, never the number of corrections itself, for it is published.

Two statements are proven for the old and for the new figures, not for both together. That a figure of 0 or b shows
no case: this takes up to b cases out of a y that has exactly all figures, and here a row has two, with narrower
windows. And that knowing the program adds nothing: the same random costs are behind both figures, so that nothing is
drawn twice and most figures stay; how likely a change was, the program tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.protect import Protected, protect
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Row, Wanted


def revise(
    system: System, wanted: Sequence[Wanted], history: Sequence[Promise], draw: Draw, base: int, changed: int
) -> Protected:
    """Figures for ``wanted`` that take the place of those in ``history`` about the same rows.

    ``wanted`` is every published row that the correction can touch, chosen by period, not by what was corrected;
    ``changed`` the most cases it concerns. Refused unless the slack over old and new figures stays at ``FLOOR``.

    Raises: NotProven, ValueError (nothing was changed).
    """
    replaced = supersede(system, history, (one.row for one in wanted), changed)
    return protect(system, wanted, replaced, draw, base)


def supersede(system: System, history: Iterable[Promise], rows: Iterable[Row], changed: int) -> tuple[Promise, ...]:
    """``history`` once ``rows`` are published anew, because up to ``changed`` cases were corrected.

    Raises: ValueError (nothing was changed).
    """
    if changed < 1:
        raise ValueError("a revision corrects one case at least")
    keys = {system.key(row) for row in rows}
    return tuple(p._replace(changed=p.changed + changed) if system.key(p.row) in keys else p for p in history)
