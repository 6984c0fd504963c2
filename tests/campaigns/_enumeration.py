"""Three cells and their total, every data set up to a size: all that a reader who knows the method can conclude.

Such a reader asks of every data set: could the method, whatever its random numbers, have shown these figures? What
he can conclude must be no more than what the windows say. The random numbers have no bounds, so a picture that is
shown under some numbers has a chance above 0, and one that is never shown under any has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.rounding import round_rows
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Row, Wanted, row

BASE = 5
MOST = 8
CELLS = ("a", "b", "c")
ROWS: tuple[Row, ...] = (*(row(A=(cell,)) for cell in CELLS), row())
Counts = tuple[int, ...]  # of the three cells
Picture = tuple[int, ...]  # figures of the three cells and of the total


@dataclass(frozen=True)
class Steered(Draw):
    """Random numbers in favour of one picture; without a wish all are alike, as if there was no chance at all."""

    wish: Mapping[str, int] = field(default_factory=dict)

    def gumbel(self, row_name: str, figure: int) -> float:
        """A thousand for what is wished; chance can do it, if it has the patience."""
        return 1000.0 if self.wish.get(row_name) == figure else 0.0


@dataclass(frozen=True, slots=True)
class Conclusions:
    """About the cells of the pictures in full view: how many there are, how many have four or fewer possible counts
    left, and of how many it is certain that they are not empty. ``widths``: greatest less least count -> cells."""

    cells: int
    narrowed: int
    presence: int
    widths: Mapping[int, int]


def data_sets(most: int = MOST) -> Iterator[Counts]:
    """All of them."""
    return product(range(most + 1), repeat=len(CELLS))


def allowed(counts: Counts) -> set[Picture]:
    """The pictures that windows of one base allow, worked out by hand."""
    near = [[m for m in range(0, MOST + 2 * BASE, BASE) if abs(m - count) <= BASE] for count in counts]
    pictures = ((*cells, sum(cells)) for cells in product(*near))
    return {picture for picture in pictures if abs(picture[-1] - sum(counts)) <= BASE}


def shown(counts: Counts, draw: Draw) -> Picture:
    """What the method shows. Raises: ValueError when it finds nothing."""
    system = System((Dimension("A", CELLS),), (Crossing(("A",)),))
    wanted = [Wanted(one, count) for one, count in zip(ROWS, (*counts, sum(counts)), strict=True)]
    found = round_rows(system, wanted, [BASE] * len(ROWS), (), draw, BASE)
    if found is None:
        raise ValueError(f"no figures for {counts}")
    return found.figures


def never_shown(most: int) -> list[tuple[Counts, Picture]]:
    """The pictures that windows allow, but that no random numbers bring about."""
    return [
        (counts, picture)
        for counts in data_sets(most)
        for picture in sorted(allowed(counts))
        if shown(counts, _wishing(picture)) != picture
    ]


def beyond_windows(most: int, draws: Iterable[Draw]) -> list[tuple[Counts, Picture]]:
    """What was shown although the windows do not allow it."""
    return [
        (counts, picture)
        for draw in draws
        for counts in data_sets(most)
        if (picture := shown(counts, draw)) not in allowed(counts)
    ]


def conclude(method: Callable[[Counts], Iterable[Picture]]) -> Conclusions:
    """What a reader concludes who knows which pictures ``method`` can show for which counts.

    In full view are the pictures whose data sets all lie within the enumeration: figures of 0 and one base.
    """
    behind: dict[Picture, list[Counts]] = {}
    for counts in data_sets():
        for picture in method(counts):
            behind.setdefault(picture, []).append(counts)
    possible = [
        sorted({counts[cell] for counts in sets})
        for picture, sets in behind.items()
        if max(picture[:-1]) <= BASE
        for cell in range(len(CELLS))
    ]
    widths = [values[-1] - values[0] for values in possible]
    return Conclusions(
        cells=len(possible),
        narrowed=sum(len(values) <= BASE - 1 for values in possible),
        presence=sum(values[0] > 0 for values in possible),
        widths={width: widths.count(width) for width in sorted(set(widths))},
    )


def without_chance(counts: Counts) -> list[Picture]:
    """Sabotage: the same costs always."""
    return [shown(counts, Steered(b"", ""))]


def nearest_of_all(counts: Counts) -> list[Picture]:
    """The classical optimum: additive, each figure one of the two multiples around its count, least total distance.

    Source: zero-restricted controlled rounding, Handbook on Statistical Disclosure Control, ch. 5.
    """
    truth = (*counts, sum(counts))
    pictures = [
        picture
        for picture in allowed(counts)
        if all(abs(m - count) < BASE for m, count in zip(picture, truth, strict=True))
    ]
    return [min(pictures, key=lambda one: (sum(abs(m - n) for m, n in zip(one, truth, strict=True)), one))]


def _wishing(picture: Picture) -> Draw:
    return Steered(b"", "", {one.name: figure for one, figure in zip(ROWS, picture, strict=True)})
