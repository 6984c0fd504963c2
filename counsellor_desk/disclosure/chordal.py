"""From any crossings to hidden tables that hang together: a chordal completion and its maximal cliques.

The tables of crossings in a ring (AB, BC, CA) can agree in pairs and still come from no set of cases. Crossing the
dimensions of the ring (ABC) mends that: the maximal cliques of a chordal graph always form a junction tree.
Source: Lauritzen, Graphical Models (1996), 2.1.3; greedy minimum fill-in: Rose, Graph Theory and Computing (1972).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from counsellor_desk.disclosure.errors import NotLinkable
from counsellor_desk.disclosure.junction import is_junction_tree
from counsellor_desk.disclosure.table import Crossing, Dimension

MOST_CELLS = 50_000  # of one hidden table: beyond that the integer problems are no longer a matter of seconds

Graph = dict[str, set[str]]  # the neighbours of every dimension


def linkable(dimensions: Mapping[str, Dimension], crossings: Sequence[Crossing]) -> tuple[Crossing, ...]:
    """Crossings that form a junction tree and hold every one of ``crossings``: these themselves when they do.

    A combination that is impossible in a crossing is impossible in every clique that holds it.

    Raises: NotLinkable when a clique has more than ``MOST_CELLS`` cells.
    """
    cliques = _cliques(crossings)
    if _largest(dimensions, cliques) > MOST_CELLS:
        raise NotLinkable(drop=_best_to_drop(dimensions, crossings))
    if is_junction_tree(crossings):
        return tuple(crossings)
    return tuple(_hold(dimensions, clique, crossings) for clique in cliques)


def _cliques(crossings: Sequence[Crossing]) -> list[tuple[str, ...]]:
    """The maximal cliques of the completed graph, each in the order of first mention.

    The dimension whose neighbours lack the fewest edges is taken out next, ties by first mention.
    """
    order = {name: at for at, name in enumerate(dict.fromkeys(n for one in crossings for n in one.dimensions))}
    graph: Graph = {name: set() for name in order}
    for crossing in crossings:
        for one, other in combinations(crossing.dimensions, 2):
            graph[one].add(other)
            graph[other].add(one)
    found: list[set[str]] = []
    while graph:
        name = min(graph, key=lambda name: (len(_missing(graph, name)), order[name]))
        for one, other in _missing(graph, name):
            graph[one].add(other)
            graph[other].add(one)
        clique = {name, *graph[name]}
        if not any(clique <= known for known in found):
            found.append(clique)
        for neighbour in graph.pop(name):
            graph[neighbour].discard(name)
    return [tuple(sorted(clique, key=order.__getitem__)) for clique in found] or [()] * bool(crossings)


def _missing(graph: Graph, name: str) -> list[tuple[str, str]]:
    """The edges that the neighbours of ``name`` lack among themselves."""
    return [(one, other) for one, other in combinations(sorted(graph[name]), 2) if other not in graph[one]]


def _largest(dimensions: Mapping[str, Dimension], cliques: Sequence[tuple[str, ...]]) -> int:
    return max((math.prod(len(dimensions[name].codes) for name in clique) for clique in cliques), default=0)


def _best_to_drop(dimensions: Mapping[str, Dimension], crossings: Sequence[Crossing]) -> str:
    """The crossing without which the largest clique is smallest; "" when that is still too large."""
    left = [
        (_largest(dimensions, _cliques([*crossings[:at], *crossings[at + 1 :]])), at) for at in range(len(crossings))
    ]
    size, at = min(left)
    return crossings[at].name if size <= MOST_CELLS else ""


def _hold(dimensions: Mapping[str, Dimension], clique: tuple[str, ...], crossings: Sequence[Crossing]) -> Crossing:
    """The crossing of a clique, with the impossible combinations of all crossings within it."""
    inside = [
        ([clique.index(name) for name in crossing.dimensions], crossing.impossible)
        for crossing in crossings
        if crossing.impossible and set(crossing.dimensions) <= set(clique)
    ]
    if not inside:
        return Crossing(clique)
    every = product(*(dimensions[name].codes for name in clique))
    return Crossing(
        clique,
        frozenset(cell for cell in every if any(tuple(cell[at] for at in axes) in barred for axes, barred in inside)),
    )
