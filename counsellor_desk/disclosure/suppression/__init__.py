"""Complementary suppression: exact counts with the small ones withheld, and as few others as that needs.

For large tables of a sector desk; never for a counsellor's own figures, where most cells would be missing and the
gaps themselves would say that somebody came. The way through: ``grid`` (cells and how they add up) -> ``pattern``
(which cells to withhold: ``master`` proposes, ``attack`` answers) -> ``audit`` (``intervals`` and proof, from what is
published alone) -> ``suppress`` (the only door out).

    done = suppress(plan, {("a", "x"): 12, ("a", "y"): 3}, base=5, history=())
    done.published   # Promise(row, figure, window=0) for every published cell
    done.withheld    # Interval(row, least, most) for every other cell; most=None when it has no end
    done.proof       # what prove(plan, done.published, done.withheld, 5, history) computes again without the counts

A later release gets ``(*history, *done.published, *done.withheld)``.
"""
