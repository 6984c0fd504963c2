"""What is counted: dimensions, the crossings of them that are linked, and rows as sums of their cells.

Rows, promises and what is wanted are tuples: ten thousand of them are made, hashed and looked up at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Dimension:
    """A property of a case with its finest codes; every case has exactly one of them."""

    name: str
    codes: tuple[str, ...]

    def all_in(self, codes: frozenset[str]) -> bool:
        """Whether every code is one of ``codes``: then it does not matter which one a case has."""
        return len(codes) >= len(self.codes) and codes.issuperset(self.codes)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A hidden table: the counts of every combination of codes of some dimensions.

    ``impossible`` holds combinations no case can have (closed before it was opened): structural zeros.
    """

    dimensions: tuple[str, ...]
    impossible: frozenset[tuple[str, ...]] = frozenset()

    @property
    def name(self) -> str:
        """Its dimensions, crossed."""
        return "x".join(self.dimensions)


class Row(NamedTuple):
    """One number: the cases whose code lies in the named set of every named dimension. One case adds at most 1.

    Dimensions that are not named do not matter; no dimension at all is the count of all cases. Build with ``row``.
    With ``worth`` a case adds what its code of the dimension ``of`` is worth, ``most`` at most: contacts, not cases.
    Build with ``worth``.
    """

    where: tuple[tuple[str, frozenset[str]], ...]
    of: str = ""
    worth: tuple[tuple[str, int], ...] = ()

    @property
    def name(self) -> str:
        """A canonical name, the same in every order of dimensions and codes, and no other row's."""
        named = ";".join(f"{_plain(name)}={','.join(sorted(map(_plain, codes)))}" for name, codes in self.where)
        if not self.worth:
            return named
        return f"{named}|{_plain(self.of)}={','.join(f'{_plain(code)}*{each}' for code, each in self.worth)}"

    @property
    def most(self) -> int:
        """The most that one case can add."""
        return max(each for _, each in self.worth) if self.worth else 1


_PLAIN = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "%;,=|*"})


def _plain(text: str) -> str:
    """``text`` without the signs that part a name."""
    return text if text.isalnum() else text.translate(_PLAIN)


def row(**where: Iterable[str]) -> Row:
    """The row that counts cases with a code in ``where[dimension]`` for every dimension named."""
    return Row(tuple(sorted((dimension, frozenset(codes)) for dimension, codes in where.items())))


def worth(cases: Row, of: str, each: Mapping[str, int]) -> Row:
    """The sum over ``cases`` of what their code of dimension ``of`` is worth: whole numbers, ``each[code]`` >= 0.

    A contribution without a bound cannot be hidden: the last code stands for "so many or more" and is worth its
    least, the cap. Source: contributions are bounded before they are summed, Handbook on Statistical Disclosure
    Control, ch. 4 (dominance), and Wilson et al., Differentially private SQL, PETS 2020 (clamping).
    """
    return Row(cases.where, of, tuple(sorted((code, value) for code, value in each.items() if value)))


@dataclass(frozen=True, slots=True)
class Presupposition:
    """A public fact of life: ``count(of) <= each * count(needs)``. A person's second case presupposes a first."""

    of: Row
    needs: Row
    each: int


class Promise(NamedTuple):
    """A published statement: the true number of ``row`` differs from ``figure`` by at most ``window``.

    It is about the cases as they were known when it was made. Since then up to ``changed`` of them were put in, taken
    out or counted elsewhere, and another promise took its place: see ``revision``.
    """

    row: Row
    figure: int
    window: int
    changed: int = 0

    @property
    def stands(self) -> bool:
        """Whether no other has taken its place."""
        return self.changed == 0

    @property
    def wide(self) -> int:
        """How far the figure can be from the number as it is now."""
        return self.window + self.changed * self.row.most

    @property
    def narrow(self) -> int:
        """How near to the figure the number as it is now keeps the promise whatever was changed; may be below 0."""
        return self.window - self.changed * self.row.most


class Wanted(NamedTuple):
    """A row to be published. ``weight`` > 1 makes the rounding keep closer to the truth (margins).

    ``steps`` is its class of window: the narrowest one it may have, in units of the base. It is fixed by the plan,
    never by counts.
    """

    row: Row
    truth: int
    weight: float = 1.0
    steps: int = 1
