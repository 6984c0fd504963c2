"""How others keep small counts from readers: each method of the field on the same tables, and what it says.

The tables: for each quarter the cases by four properties, for the year two crossings and one property. What a method
says of a count is an interval; a reader knows the rule, so a rounded figure is an interval as well.
Sources: Handbook on Statistical Disclosure Control, ch. 5 (suppression, rounding, cell key); NHS Digital, Hospital
Episode Statistics analysis guide, from 2018 (1 to 7 as an asterisk, others to the nearest 5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.plan import Hierarchy, Plan
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.rounding import round_rows
from counsellor_desk.disclosure.suppression.suppress import suppress
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Promise, Row, Wanted, row
from counsellor_desk.figures.assembly import MARGIN

BASE = 5
SMALL = range(1, BASE)  # what the rule of five calls unsafe
SHARES: Mapping[str, tuple[int, ...]] = {  # nature and role as at Mores.online in 2023, the others invented
    "Q": (1, 1, 1, 1),
    "B": (61, 46, 34, 22, 20, 17),
    "R": (75, 12, 10, 3),
    "W": (40, 30, 20, 10),
    "O": (300, 200, 200, 100, 100, 50, 10, 5),
}
CODES = {name: tuple(f"{name}{at}" for at in range(1, 1 + len(shares))) for name, shares in SHARES.items()}
PROPERTIES = ("B", "R", "W", "O")
CROSSED = (("B", "R"), ("B", "O"))
Case = Mapping[str, str]
Truth = Mapping[Row, int]


@dataclass(frozen=True, slots=True)
class Year:
    """The cases of a year, and the count of every row that any method prints or promises."""

    cases: Sequence[Case]
    truth: Truth


@dataclass(frozen=True, slots=True)
class Table:
    """One table as it is printed: its rows, and which of them add up to which."""

    rows: tuple[Row, ...]
    sums: tuple[tuple[Row, tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Of every printed cell its figure, None for a cross; and what a reader who knows the rule may be sure of."""

    figures: tuple[tuple[Row, int | None], ...]
    sure: tuple[tuple[Row, int, int], ...]  # row, least and greatest count

    def promises(self) -> tuple[Promise, ...]:
        """The same in the terms of an attacker: an interval is what two even windows have in common."""
        return tuple(
            promise
            for of, low, high in dict.fromkeys(self.sure)
            for promise in {Promise(of, low + (high - low), high - low), Promise(of, high - (high - low), high - low)}
        )


Method = Callable[[Year, Random], Said]


@cache
def tables(quarters: tuple[str, ...] = CODES["Q"], year: bool = True) -> tuple[Table, ...]:
    """All tables of some quarters and of the year."""
    made = [_table({"Q": (quarter,)}, (name,)) for quarter in quarters for name in PROPERTIES]
    return (*made, *((_table({}, names) for names in (*CROSSED, ("W",))) if year else ()))


@cache
def system() -> System:
    """How the tables hang together."""
    crossings = [Crossing(("Q", name)) for name in PROPERTIES] + [Crossing(pair) for pair in CROSSED]
    return System([Dimension(name, codes) for name, codes in CODES.items()], crossings)


def suppress_small(year: Year, dice: Random) -> Said:
    """1 to 4 as a cross, everything else exact; no secondary crosses."""
    return _each(lambda n: (None, 1, 4) if n in SMALL else (n, n, n), year)


def nearest(year: Year, dice: Random) -> Said:
    """Every cell for itself to the nearest 5."""
    return _each(_nearest, year)


def nhs(year: Year, dice: Random) -> Said:
    """1 to 7 as an asterisk, zeros shown, others to the nearest 5."""
    return _each(lambda n: (0, 0, 0) if not n else (None, 1, 7) if n < 8 else _nearest(n), year)


def random_rounding(year: Year, dice: Random) -> Said:
    """Every cell for itself up or down to a multiple of 5, without bias."""

    def one(n: int) -> tuple[int, int, int]:
        figure = n - n % BASE + (BASE if dice.random() * BASE < n % BASE else 0)
        return figure, max(figure - BASE + 1, 0), figure + BASE - 1

    return _each(one, year)


def cell_key(most: int) -> Method:
    """Noise up to ``most`` on every cell but zero, the same for the same cell. Simulated: equal chances."""

    def method(year: Year, dice: Random) -> Said:
        def one(n: int) -> tuple[int, int, int]:
            figure = max(n + dice.randint(-most, most), 0) if n else 0
            return figure, max(figure - most, 1 if figure else 0), figure + most

        return _each(one, year)

    return method


def table_by_table(year: Year, dice: Random) -> Said:
    """Additive rounding of each table for itself, to one of the two multiples around each count."""
    figures: list[tuple[Row, int]] = []
    for table in tables():
        wanted = [Wanted(one, year.truth[one]) for one in table.rows]
        windows = [BASE - 1] * len(table.rows)
        found = round_rows(system(), wanted, windows, (), Draw(dice.randbytes(32), "alone"), BASE)
        if found is None:
            raise ValueError("a table that cannot be rounded alone")
        figures += zip(table.rows, found.figures, strict=True)
    return Said(tuple(figures), tuple((of, max(m - BASE + 1, 0), m + BASE - 1) for of, m in figures))


def ours(year: Year, dice: Random) -> Said:
    """All tables and the year so far by one lot, quarter after quarter."""
    draw, history = Draw(dice.randbytes(32), "joint"), tuple[Promise, ...]()
    for last, quarter in enumerate(CODES["Q"], start=1):
        rows = [one for table in tables((quarter,), year=last == len(CODES["Q"])) for one in table.rows]
        if last > 1:
            rows += [one for name in PROPERTIES for one in _table({"Q": CODES["Q"][:last]}, (name,)).rows]
        wanted = [Wanted(one, year.truth[one], _weight(one)) for one in dict.fromkeys(rows)]
        history += protect(system(), wanted, history, draw, BASE).promises
    figures = {one.row: one.figure for one in history}
    shown = tuple((one, figures[one]) for table in tables() for one in table.rows)
    return Said(shown, tuple((one.row, max(one.figure - one.window, 0), one.figure + one.window) for one in history))


def suppress_each_release(year: Year, dice: Random) -> Said:
    """Secondary crosses as well; each quarter and the year are protected alone, as if nothing else was ever out."""
    known: dict[Row, int] = {}
    for quarter in CODES["Q"]:
        some = [case for case in year.cases if case["Q"] == quarter]
        for one, count in _exact(some, [(name,) for name in PROPERTIES]).items():
            known[row(Q=(quarter,), **dict(one.where))] = count
    return _crossed(known | _exact(year.cases, [*CROSSED, ("W",)]))


def suppress_jointly(year: Year, dice: Random) -> Said:
    """Secondary crosses for all quarters and the year at once: our own suppression."""
    return _crossed(_exact(year.cases, [*(("Q", name) for name in PROPERTIES), *CROSSED]))


def some_year(number: int, dice: Random) -> Year:
    """``number`` random cases, their properties independent of each other."""
    cases = [{name: dice.choices(codes, SHARES[name])[0] for name, codes in CODES.items()} for _ in range(number)]
    to_date = [_table({"Q": CODES["Q"][:last]}, (name,)) for last in (2, 3, 4) for name in PROPERTIES]
    rows = dict.fromkeys(one for table in (*tables(), *to_date) for one in table.rows)
    return Year(
        cases, {one: sum(all(case[name] in some for name, some in one.where) for case in cases) for one in rows}
    )


def _exact(cases: Sequence[Case], tables_of: Sequence[tuple[str, ...]]) -> dict[Row, int]:
    """What optimal suppression leaves of some tables."""
    names = list(dict.fromkeys(name for table in tables_of for name in table))
    plan = Plan("year", "1", BASE, tuple(Hierarchy(name, CODES[name]) for name in names), tuple(tables_of))
    counts = Counter(tuple(case[name] for name in names) for case in cases)
    return {promise.row: promise.figure for promise in suppress(plan, counts, BASE).published}


def _crossed(known: Mapping[Row, int]) -> Said:
    return Said(
        tuple((one, known.get(one)) for table in tables() for one in table.rows),
        tuple((one, count, count) for one, count in known.items()),
    )


def _weight(one: Row) -> float:
    """As in the desk: totals and the year so far keep closer to the truth."""
    named = dict(one.where)
    properties, a_quarter = named.keys() - {"Q"}, len(named.get("Q", ())) == 1
    return MARGIN if not properties or (len(properties) == 1 and not a_quarter) else 1.0


def _each(rule: Callable[[int], tuple[int | None, int, int]], year: Year) -> Said:
    said = {one: rule(year.truth[one]) for table in tables() for one in table.rows}
    return Said(
        tuple((one, said[one][0]) for table in tables() for one in table.rows),
        tuple((one, low, high) for one, (_, low, high) in said.items()),
    )


def _nearest(n: int) -> tuple[int, int, int]:
    figure = BASE * ((n + 2) // BASE)
    return figure, max(figure - 2, 0), figure + 2


def _table(where: Mapping[str, Iterable[str]], names: tuple[str, ...]) -> Table:
    """``names`` crossed, with margins, of the cases in ``where``."""

    def cell(*codes: str) -> Row:
        return row(**where, **{name: (code,) for name, code in zip(names, codes, strict=True) if code})

    total = ("",) * len(names)
    inner = [(code,) for code in CODES[names[0]]]
    if len(names) == 1:
        parts = tuple(cell(*one) for one in inner)
        return Table((cell(*total), *parts), ((cell(*total), parts),))
    over, beside = CODES[names[0]], CODES[names[1]]
    sums = [(cell(code, ""), tuple(cell(code, other) for other in beside)) for code in over]
    sums += [(cell("", other), tuple(cell(code, other) for code in over)) for other in beside]
    sums += [(cell("", ""), tuple(cell(code, "") for code in over))]
    sums += [(cell("", ""), tuple(cell("", other) for other in beside))]
    rows = dict.fromkeys(one for whole, parts in sums for one in (whole, *parts))
    return Table(tuple(rows), tuple(sums))
