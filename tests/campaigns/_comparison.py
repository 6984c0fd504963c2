"""The methods of the field and ours, attacked by one reader: what remains of small counts, and of the figures."""

from __future__ import annotations

from dataclasses import dataclass, fields
from random import Random

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.table import Row
from tests.campaigns import _methods
from tests.campaigns._methods import BASE, SMALL, Method, Said, Truth, some_year, system, tables

OURS = "ours: all tables, one lot"
METHODS: dict[str, Method] = {
    "suppress 1 to 4, no secondary": _methods.suppress_small,
    "... with secondary, each release alone": _methods.suppress_each_release,
    "... with secondary, all at once (ours)": _methods.suppress_jointly,
    "nearest 5, each cell": _methods.nearest,
    "NHS: 1 to 7 hidden, nearest 5": _methods.nhs,
    "random rounding, each cell": _methods.random_rounding,
    "cell key, noise up to 2": _methods.cell_key(2),
    "cell key, noise up to 5": _methods.cell_key(5),
    "controlled rounding, table by table": _methods.table_by_table,
    OURS: _methods.ours,
}


@dataclass
class Score:
    """``exact``, ``narrow`` (five counts or fewer) and ``present`` of ``attacked`` cells with 1 to 4 cases; and what
    the figures are worth: ``error`` in all of ``counted`` figures, ``gone`` of ``filled`` cells that are not empty,
    ``uneven`` of ``sums``."""

    attacked: int = 0
    exact: int = 0
    narrow: int = 0
    present: int = 0
    error: int = 0
    counted: int = 0
    gone: int = 0
    filled: int = 0
    uneven: int = 0
    sums: int = 0

    def add(self, other: Score) -> None:
        """Takes in another data set."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def line(self) -> str:
        """In words and percentages."""
        parts = [
            f"exact {_share(self.exact, self.attacked)}",
            f"<= 5 counts {_share(self.narrow, self.attacked)}",
            f"presence {_share(self.present, self.attacked)}",
            f"gone {_share(self.gone, self.filled)}",
            f"mean error {self.error / max(self.counted, 1):.2f}",
            f"sums wrong {_share(self.uneven, self.sums)}",
            f"({self.attacked} cells)",
        ]
        return "  ".join(parts)


def compare(seed: int, number: int, attacks: int) -> dict[str, Score]:
    """The score of every method on one data set of ``number`` cases; ``attacks`` small cells, the same for all."""
    dice = Random(f"comparison {seed}")
    year = some_year(number, dice)
    truth = year.truth
    printed = list(dict.fromkeys(one for table in tables() for one in table.rows))
    small = [one for one in printed if truth[one] in SMALL]
    chosen = dice.sample(small, min(attacks, len(small)))
    return {name: _score(method(year, Random(f"{seed} {name}")), truth, chosen) for name, method in METHODS.items()}


def _score(said: Said, truth: Truth, chosen: list[Row]) -> Score:
    score = Score()
    found = Attacker(system(), said.promises()).bounds_of(chosen)
    for one, (least, most) in zip(chosen, found, strict=True):
        if not least <= truth[one] <= most:
            raise ValueError(f"the truth {truth[one]} of {one.name} is ruled out: {least} to {most}")
        score.attacked += 1
        score.exact += least == most
        score.narrow += most - least < BASE
        score.present += least > 0
    _utility(said, truth, score)
    return score


def _utility(said: Said, truth: Truth, score: Score) -> None:
    for one, figure in said.figures:
        score.filled += truth[one] > 0
        score.gone += truth[one] > 0 and figure is None
        if figure is not None:
            score.counted += 1
            score.error += abs(figure - truth[one])
    at = iter(said.figures)
    for table in tables():
        shown = {one: next(at)[1] for one in table.rows}
        for whole, parts in table.sums:
            values = [shown[one] for one in parts]
            if shown[whole] is not None and None not in values:
                score.sums += 1
                score.uneven += shown[whole] != sum(filter(None, values))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"
