"""What the cleverest reader makes of an office's reports: integer attacks on groups of cases, and their verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Protocol

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.table import Promise, Row, row
from tests.campaigns._findings import Findings
from tests.campaigns._offices import Case, OfficeYear, counted, office_year

BASE = 5
Bounds = tuple[int, int]
_MOST_KNOWN = 3
_FIRST = "Y"  # whoever is not the first of the year presupposes another case


class Reader(Protocol):
    """Somebody who computes."""

    def bounds_of(self, rows: Sequence[Row], known: Sequence[Case] = ()) -> Sequence[Bounds]:
        """Of each of ``rows`` the least and the greatest count that fits all that was said. Raises: ValueError."""
        ...


@dataclass(frozen=True, slots=True)
class Target:
    """A group to attack; ``figure`` is what was published of it, None for a group nobody published."""

    kind: str
    row: Row
    figure: int | None


def attack_office(seed: int, attacks: int) -> Findings:
    """``attacks`` attacks on a random office-year."""
    office = office_year(seed)
    return attack(office, Attacker(office.system, office.promises), Random(f"attack {seed}"), attacks)


def attack(office: OfficeYear, reader: Reader, dice: Random, attacks: int) -> Findings:
    """``attacks`` attacks on ``office`` by readers who know 0 to 3 of its cases."""
    found, chosen = Findings(), list(islice(targets(office, dice), attacks))
    for number in range(_MOST_KNOWN + 1):
        known, some = knows(office, number, dice), chosen[number :: _MOST_KNOWN + 1]
        bounds = reader.bounds_of([target.row for target in some], known)
        for target, ends in zip(some, bounds, strict=True):
            found.attacks[target.kind] += 1
            _judge(office, reader, target, known, ends, found)
    return found


def knows(office: OfficeYear, number: int, dice: Random) -> tuple[Case, ...]:
    """At most ``number`` cases that somebody knows; of a person that returned all of them, for each tells of the
    one before."""
    known: list[Case] = []
    persons = list(dict.fromkeys(office.persons))
    dice.shuffle(persons)
    for person in persons:
        all_of_them = [case for case, of in zip(office.cases, office.persons, strict=True) if of == person]
        if len(known) + len(all_of_them) <= number:
            known += all_of_them
    return tuple(known)


def targets(office: OfficeYear, dice: Random) -> Iterator[Target]:
    """Published rows, small published rows and free groups, in turns, without end."""
    rows = list({office.system.key(promise.row): promise for promise in office.promises}.values())
    small = [promise for promise in rows if 1 <= counted(office.cases, promise.row) <= 4] or rows
    codes = _codes(office)
    while True:
        yield _published("published", dice.choice(rows))
        yield _published("sensitive", dice.choice(small))
        yield Target("free", _free(office, dice.choice(rows).row, codes, dice), None)


def _published(kind: str, promise: Promise) -> Target:
    return Target(kind, promise.row, promise.figure)


def _codes(office: OfficeYear) -> dict[str, list[str]]:
    """The codes of every dimension that a case has or a report names."""
    codes: dict[str, set[str]] = {}
    for named in [*(case.items() for case in office.cases)]:
        for name, code in named:
            codes.setdefault(name, set()).add(code)
    for promise in office.promises:
        for name, some in promise.row.where:
            codes.setdefault(name, set()).update(some)
    return {name: sorted(some) for name, some in codes.items()}


def _free(office: OfficeYear, like: Row, codes: Mapping[str, list[str]], dice: Random) -> Row:
    """Any combination of codes of the dimensions of ``like``, or of some of them, that a case can have."""
    while True:
        names = [name for name, _ in like.where if dice.random() < 0.8]
        group = row(**{name: dice.sample(codes[name], dice.randint(1, len(codes[name]))) for name in names})
        if names and _stands_alone(group) and len(office.system.columns(group)):
            return group


def _stands_alone(group: Row) -> bool:
    """Whether the group can hold a person's first case: of returning persons only, fewer counts may remain."""
    return all(name != "W" or _FIRST in some for name, some in group.where)


def _judge(
    office: OfficeYear, reader: Reader, target: Target, known: Sequence[Case], bounds: Bounds, found: Findings
) -> None:
    where = f"{office.name}, {target.kind} {target.row.name}"
    found.see(len(known), bounds, office.rho, counted(office.cases, target.row), where)
    low = target.figure is not None and target.figure <= BASE
    if low and bounds[0] > counted(known, target.row) and not _told_by_cases(reader, target, known):
        found.prove_presence(f"{where}, {len(known)} known")


def _told_by_cases(reader: Reader, target: Target, known: Sequence[Case]) -> bool:
    """Whether the row counts persons, and cases it says nothing about show that there were persons: ten cases have
    somebody who came. A fact of life, not of the figures."""
    cases = row(**{name: some for name, some in target.row.where if name != "W"})
    return cases != target.row and reader.bounds_of([cases], known)[0][0] > counted(known, cases)
