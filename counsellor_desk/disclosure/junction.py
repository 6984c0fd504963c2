"""When linked tables surely come from one set of cases: the crossings must form a junction tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from counsellor_desk.disclosure.errors import NotLinkable
from counsellor_desk.disclosure.table import Crossing

Edge = tuple[int, int]


def junction_tree(crossings: Sequence[Crossing]) -> tuple[Edge, ...]:
    """The edges (positions of neighbours) of a junction tree of ``crossings``.

    Integer tables of the crossings that agree on what neighbours share can be glued to one table of all dimensions
    exactly when such a tree exists, which makes "there is a set of cases with these figures" a linear statement.
    A maximum spanning tree by shared dimensions is a junction tree when its weight is the sum over dimensions of
    (number of crossings with it - 1).
    Source: Lauritzen, Graphical Models (1996), 2.1.3; Jensen & Jensen, Optimal junction trees (UAI 1994), theorem 1.

    Raises: NotLinkable.
    """
    edges, weight = _spanning_tree(crossings)
    if weight == _full_weight(crossings):
        return edges
    for at, crossing in enumerate(crossings):
        rest = [*crossings[:at], *crossings[at + 1 :]]
        if _spanning_tree(rest)[1] == _full_weight(rest):
            raise NotLinkable(drop=crossing.name)
    raise NotLinkable(drop="")


def is_junction_tree(crossings: Sequence[Crossing]) -> bool:
    """Whether ``junction_tree`` finds one."""
    return _spanning_tree(crossings)[1] == _full_weight(crossings)


def shared(one: Crossing, other: Crossing) -> tuple[str, ...]:
    """The dimensions both have, in the order of ``one``."""
    return tuple(name for name in one.dimensions if name in other.dimensions)


def _full_weight(crossings: Sequence[Crossing]) -> int:
    seen = Counter(name for crossing in crossings for name in crossing.dimensions)
    return sum(seen.values()) - len(seen)


def _spanning_tree(crossings: Sequence[Crossing]) -> tuple[tuple[Edge, ...], int]:
    """Prim's algorithm, heaviest edge first, ties by position."""
    edges: list[Edge] = []
    weight = 0
    best = {at: (len(shared(crossings[0], crossings[at])), 0) for at in range(1, len(crossings))}
    while best:
        at = max(best, key=lambda key: (best[key][0], -key))
        heaviest, inside = best.pop(at)
        edges.append((inside, at))
        weight += heaviest
        for other, (known, _) in list(best.items()):
            common = len(shared(crossings[at], crossings[other]))
            if common > known:
                best[other] = (common, at)
    return tuple(edges), weight
