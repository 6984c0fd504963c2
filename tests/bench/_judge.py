"""One judge for all methods: the integer attacker, who knows the rule of each, on the small cells of a table."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.costs import Draw
from counsellor_desk.disclosure.plan import TOTAL
from counsellor_desk.disclosure.protect import protect
from counsellor_desk.disclosure.suppression.suppress import suppress
from counsellor_desk.disclosure.table import Promise, Row, Wanted
from tests.bench._tables import BASE, Codes, Instance

ROUNDING, SUPPRESSION = "ours, rounding", "ours, suppression"
PEERS = {"pytauargus OPT": "OPT", "pytauargus RND": "RND", "CtrlRound": "CtrlRound"}
MOST_JUDGED = 150  # small cells of a table; a sample of the largest
SECONDS = 120  # that a peer may take
_TIMES, _ENOUGH = 3, 2.0  # the shortest of three, or of as many as fit into two seconds
_PEER = Path(__file__).with_name("_peer.py")


@dataclass(frozen=True, slots=True)
class Outcome:
    """``figures``: cell -> figure, None for a cross. ``sure``: what a reader knows who knows the rule."""

    seconds: float
    figures: dict[Codes, int | None]
    sure: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Of ``judged`` small cells those with fewer than six counts left, and those proven not to be empty; crosses and
    their weight (count + 1 each); mean error of the figures."""

    seconds: float
    judged: int
    narrowed: int
    present: int
    crosses: int
    weight: int
    error: float


def rounding(instance: Instance) -> Outcome:
    """System, figures and certificate."""

    def work() -> tuple[Promise, ...]:
        wanted = [Wanted(cell.row, instance.truth[cell.where]) for cell in instance.plan.cells()]
        return protect(instance.plan.system(), wanted, (), Draw(b"b" * 32, instance.name), BASE).promises

    truth = instance.truth  # counted before the clock runs
    seconds, said = _shortest(work)
    cells = zip(instance.plan.cells(), said, strict=True)
    return Outcome(seconds, {cell.where: promise.figure for cell, promise in cells if cell.where in truth}, said)


def suppression(instance: Instance) -> Outcome:
    """Pattern, intervals and proof."""
    seconds, done = _shortest(lambda: suppress(instance.plan, instance.leaves, BASE))
    shown = {promise.row: promise.figure for promise in done.published}
    figures = {cell.where: shown.get(cell.row) for cell in instance.plan.cells()}
    return Outcome(seconds, figures, done.published)


def peer(python: Path, name: str, instance: Instance) -> Outcome | str:
    """What another program makes of the table; its own words when it cannot."""
    dimensions = instance.plan.dimensions
    asked = {
        "method": PEERS[name],
        "dimensions": [dimension.name for dimension in dimensions],
        "codes": {dimension.name: dimension.codes for dimension in dimensions},
        "parents": {dimension.name: dict(dimension.parents) for dimension in dimensions},
        "tables": instance.plan.tables,
        "leaves": list(instance.leaves.items()),
        "base": BASE,
    }
    command = [str(python), "-I", str(_PEER)]
    with tempfile.TemporaryDirectory() as litter:  # a peer writes its logs where it stands
        run = partial(subprocess.run, command, input=json.dumps(asked), text=True, capture_output=True, cwd=litter)
        try:
            done = run(timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return f"no answer in {SECONDS} s"
    if done.returncode:
        return f"fell over, code {done.returncode}"
    answer: dict[str, Any] = json.loads(done.stdout.split("ANSWER ")[-1].splitlines()[0])
    if "error" in answer:
        return str(answer["error"])
    return _outcome(instance, name, answer)


def score(instance: Instance, outcome: Outcome) -> Score:
    """What the attacker finds."""
    small = {cell.row: cell.where for cell in instance.plan.cells() if 0 < instance.truth[cell.where] < BASE}
    rows = Random(instance.name).sample(sorted(small, key=lambda one: one.name), min(MOST_JUDGED, len(small)))
    found = Attacker(instance.plan.system(), outcome.sure).bounds_of(rows)
    crosses = [where for where, figure in outcome.figures.items() if figure is None]
    errors = [abs(figure - instance.truth[where]) for where, figure in outcome.figures.items() if figure is not None]
    return Score(
        outcome.seconds,
        len(rows),
        sum(most - least < BASE for least, most in found),
        sum(least > 0 for least, _ in found),
        len(crosses),
        sum(instance.truth[where] + 1 for where in crosses),
        sum(errors) / max(len(errors), 1),
    )


def _outcome(instance: Instance, name: str, answer: dict[str, Any]) -> Outcome:
    """Figures and what they tell. What is a cross in one table and a figure in another is a figure. A rounded table
    promises of its inner cells one of the two multiples around the count, of its margins nothing."""
    rows = {cell.where: cell.row for cell in instance.plan.cells()}
    figures: dict[Codes, int | None] = {}
    sure: list[Promise] = []
    window = 0 if name == "pytauargus OPT" else answer["base"] - 1
    for names, table in zip(instance.plan.tables, answer["tables"], strict=True):
        for codes, figure in table:
            where = _where(instance, names, codes)
            figures[where] = figures.get(where) if figure is None else figure
            if figure is not None and (not window or _is_inner(instance, names, codes)):
                sure.append(Promise(rows[where], figure, window))
    if not window:
        sure += _left_out(instance, rows, figures)
    return Outcome(answer["seconds"], figures, tuple(dict.fromkeys(sure)))


def _left_out(instance: Instance, rows: dict[Codes, Row], figures: dict[Codes, int | None]) -> Iterable[Promise]:
    """A code without any case is left out of the table; that is a zero for all to see."""
    return [Promise(row, 0, 0) for where, row in rows.items() if where not in figures]


def _where(instance: Instance, names: Sequence[str], codes: Sequence[str]) -> Codes:
    at = dict(zip(names, codes, strict=True))
    return tuple(at.get(dimension.name, TOTAL) for dimension in instance.plan.dimensions)


def _is_inner(instance: Instance, names: Sequence[str], codes: Sequence[str]) -> bool:
    finest = {dimension.name: dimension.codes for dimension in instance.plan.dimensions}
    return all(code in finest[name] for name, code in zip(names, codes, strict=True))


def _shortest(work: Callable[[], Any]) -> tuple[float, Any]:
    begun, best, found = time.perf_counter(), float("inf"), None
    for _ in range(_TIMES):
        started = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - started)
        if time.perf_counter() - begun > _ENOUGH:
            break
    return best, found
