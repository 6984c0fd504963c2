"""Whether the attacker can see: the same reader on the same rows, had they been published in other ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from random import Random

from counsellor_desk.disclosure.attacker import Attacker
from tests.campaigns._methods import BASE, SMALL, Said
from tests.campaigns._offices import OfficeYear, counted, office_year

MOST_ATTACKED = 40
Rule = Callable[[int], tuple[int, int]]  # a count -> what its figure tells whoever knows the rule: least and greatest


@dataclass
class Seen:
    """Small cells attacked; ``exact`` under suppression of 1 to 4, ``narrow`` (five counts or fewer) under rounding
    to the nearest 5."""

    attacked: int = 0
    exact: int = 0
    narrow: int = 0

    def add(self, other: Seen) -> None:
        """Takes in another office."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def suppressed(count: int) -> tuple[int, int]:
    """1 to 4 as a cross, everything else exact."""
    return (1, BASE - 1) if count in SMALL else (count, count)


def nearest(count: int) -> tuple[int, int]:
    """The nearest multiple of 5."""
    figure = BASE * ((count + 2) // BASE)
    return max(figure - 2, 0), figure + 2


def look(seed: int) -> Seen:
    """What the reader sees of the small cells of a random office-year."""
    office, dice = office_year(seed), Random(f"sight {seed}")
    rows = list({office.system.key(promise.row): promise.row for promise in office.promises}.values())
    small = [one for one in rows if counted(office.cases, one) in SMALL]
    chosen = dice.sample(small, min(MOST_ATTACKED, len(small)))
    reader = {rule: _reader(office, rule).bounds_of(chosen) for rule in (suppressed, nearest)}
    exact = sum(least == most for least, most in reader[suppressed])
    narrow = sum(most - least < BASE for least, most in reader[nearest])
    return Seen(len(chosen), exact, narrow)


def _reader(office: OfficeYear, rule: Rule) -> Attacker:
    said = dict.fromkeys(promise.row for promise in office.promises)
    sure = tuple((one, *rule(counted(office.cases, one))) for one in said)
    return Attacker(office.system, Said((), sure).promises())
