"""Attacks everything an office has published, the way the cleverest reader would; counts what he reaches.

``disclosure [PART…]``, all parts by default: attacks, sight (would the same reader see through other methods?),
enumeration (all that a reader who knows the method can conclude), sabotage (spoiled builds: who names them?),
packets (changed on their way, or by an office that signs what it should not), usefulness, methods (of the field,
compared). A part that finds the promise broken ends with 1.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.figures.period import PeriodKind
from tests.campaigns import _comparison, _enumeration, _packets, _rate, _sabotage
from tests.campaigns._attacks import attack_office
from tests.campaigns._corrections import correct, correct_report
from tests.campaigns._findings import Findings
from tests.campaigns._micro import compare
from tests.campaigns._report import Length, Report, length
from tests.campaigns._sight import Seen, look

PROCESSES = 2
ATTACKS = 100  # on each office
LEAST_EXACT, LEAST_NARROW = 0.30, 0.95  # what a reader who can see makes of naive methods
FIRST_STEP, MEAN_ERROR = 0.999, 1.6
_ALONE = 20  # tries that one process does sooner than two can be started
T = TypeVar("T")


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when every promise held."""
    words = list(arguments)
    wanted = [words.pop(0) for _ in arguments if words and words[0] in PARTS]
    asked = length(__doc__, words, short=6, long=220)
    verdicts = [
        PARTS[name](asked).finish() for name in wanted or PARTS
    ]  # every part is told, whatever the first says
    return max(verdicts)


def attacks(asked: Length) -> Report:
    """Integer attacks on random office-years, and on small offices by a second attacker of its own."""
    report = Report("disclosure: attacks", {"office-years": asked.count, "small offices": asked.count})
    found = Findings()
    for work in (attack_office, compare, correct, correct_report):
        for one in _each(partial(work, attacks=ATTACKS), asked):
            found.add(one)
    tell(found, report)
    return report


def tell(found: Findings, report: Report) -> None:
    """The figures of ``found``."""
    report.figures["integer attacks"] = found.attacks.total()
    for kind, times in sorted(found.attacks.items()):
        report.figures[f"  {kind}"] = times
    report.figures |= dict(sorted(found.events.items()))
    for known, counts in sorted(found.narrowest.items()):
        report.figures[f"fewest possible counts, {known} known"] = counts
    report.figures["groups with too few possible counts"] = found.too_few
    report.figures["proofs that a case exists"] = found.presence
    report.figures["truths ruled out"] = found.untrue
    report.wrong += found.wrong


def sight(asked: Length) -> Report:
    """The same reader on the same rows, had they been published by suppressing 1 to 4, or to the nearest 5."""
    count = max(asked.count // 4, 1)
    report, seen = Report("disclosure: sight", {"office-years": count}), Seen()
    for one in _each(look, Length(count, asked.seed)):
        seen.add(one)
    exact, narrow = (part / max(seen.attacked, 1) for part in (seen.exact, seen.narrow))
    report.figures["small cells"] = seen.attacked
    report.figures["suppression of 1 to 4, no secondary: exact"] = f"{exact:.1%}"
    report.figures["nearest 5: five counts or fewer left"] = f"{narrow:.1%}"
    if exact < LEAST_EXACT or narrow < LEAST_NARROW:
        report.wrong.append("the attacker does not see through methods that are known to leak")
    return report


def enumeration(asked: Length) -> Report:
    """Three cells and a total: what can be concluded from knowing the method, all data sets and all chances."""
    most = min(asked.count, _enumeration.MOST)
    report = Report("disclosure: enumeration", {"data sets": (most + 1) ** len(_enumeration.CELLS)})
    never = _enumeration.never_shown(most)
    beyond = _enumeration.beyond_windows(most, [Draw(bytes([asked.seed, number]), "three") for number in range(3)])
    report.figures["pictures that windows allow and no chance brings about"] = len(never)
    report.figures["pictures shown beyond their windows"] = len(beyond)
    for name, method in (
        ("windows", _enumeration.allowed),
        ("ours without chance", _enumeration.without_chance),
        ("nearest additive picture", _enumeration.nearest_of_all),
    ):
        found = _enumeration.conclude(method)
        of = f"of {found.cells}"
        report.figures[f"{name}: cells with 4 counts or fewer"] = f"{found.narrowed} {of}"
        report.figures[f"{name}: cells proven not to be empty"] = f"{found.presence} {of}"
        if (found.narrowed + found.presence > 0) != (name != "windows"):
            report.wrong.append(f"{name}: {found}")
    report.wrong += [f"never shown for {counts}: {picture}" for counts, picture in never]
    report.wrong += [f"shown for {counts}: {picture}" for counts, picture in beyond]
    return report


def sabotage(asked: Length) -> Report:
    """Builds that somebody spoiled: each must be named."""
    count = max(asked.count // 20, 1)
    report = Report("disclosure: sabotage", {"tries of each": count})
    for name, spoil in _sabotage.SABOTAGES.items():
        verdicts = Counter(spoil(asked.seed * 10_000 + number) for number in range(count))
        report.figures[name] = "; ".join(f"{times} x {verdict}" for verdict, times in sorted(verdicts.items()))
        if verdicts[_sabotage.MISSED]:
            report.wrong.append(f"nobody names {name}")
    return report


def packets(asked: Length) -> Report:
    """Changed packets: each is named, or proves as much as it says."""
    count = 13 * asked.count
    report = Report("disclosure: packets", {"changed on their way": count, "changed by the office": count})
    for way, tried in (("way", _packets.on_the_way), ("office", _packets.by_the_office)):
        verdicts = Counter(_each(tried, Length(count, asked.seed)))
        report.figures |= {f"{way}: {verdict}": times for verdict, times in sorted(verdicts.items())}
        report.wrong += [f"{way}: {v}" for v in verdicts if v.startswith((_packets.UNNAMED, _packets.TAKEN))]
    return report


def usefulness(asked: Length) -> Report:
    """How often the narrowest windows were enough, and the error of figures."""
    count = 2 * asked.count
    report, found = Report("disclosure: usefulness", {"office-years": count}), _rate.Usefulness()
    for one in _each(_rate.useful, Length(count, asked.seed)):
        found.add(one)
    for readers in (_rate.ALONE, _rate.APART):
        every = sum(times for (who, _), times in found.steps.items() if who == readers)
        first = found.first_step(readers)
        report.figures[f"{readers}: releases"] = every
        report.figures[f"{readers}: at the narrowest windows"] = f"{first:.2%}"
        if first < FIRST_STEP:
            report.wrong.append(f"{readers}: {first:.2%} at the narrowest windows, not {FIRST_STEP:.1%}")
    for kind in PeriodKind:
        for what in ("row", "total"):
            report.figures[f"mean error of a {what}, period {kind}"] = f"{found.mean_error(kind, what):.2f}"
    if found.mean_error(PeriodKind.YEAR, "row") > MEAN_ERROR:
        report.wrong.append("the rows of a year are too far from the truth")
    return report


def methods(asked: Length) -> Report:
    """The methods of the field and ours on the same tables."""
    count = max(asked.count // 5, 1)
    report = Report("disclosure: methods", {"data sets": f"{count} of 40 cases, {max(count // 5, 1)} of 2,000"})
    for number, times in ((40, count), (2_000, max(count // 5, 1))):
        total = {name: _comparison.Score() for name in _comparison.METHODS}
        for scores in _each(partial(_comparison.compare, number=number, attacks=40), Length(times, asked.seed)):
            for name, score in scores.items():
                total[name].add(score)
        report.figures |= {f"{number:,}  {name}": score.line() for name, score in total.items()}
        ours = total[_comparison.OURS]
        if ours.narrow or ours.present:
            report.wrong.append(f"ours, {number} cases: {ours.line()}")
    return report


def _each(work: Callable[[int], T], asked: Length) -> Iterator[T]:
    """``work`` of every number that follows from the seed, in order; two processes when there are many."""
    numbers: Iterable[int] = range(asked.seed * 10_000, asked.seed * 10_000 + asked.count)
    if asked.count <= _ALONE:
        yield from map(work, numbers)
        return
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        yield from pool.map(work, numbers)


PARTS: dict[str, Callable[[Length], Report]] = {
    "attacks": attacks,
    "sight": sight,
    "enumeration": enumeration,
    "sabotage": sabotage,
    "packets": packets,
    "usefulness": usefulness,
    "methods": methods,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
