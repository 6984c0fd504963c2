"""Rounding and suppression against the programs of the field on the same tables, all judged by our integer attacker.

Every table of figures is printed whole; the ratios are what we hold ourselves to. The peers stand in an environment
of their own (``packaging/locks/peers.txt``): without it this benchmark fails.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.bench._judge import PEERS, ROUNDING, SUPPRESSION, Outcome, Score, peer, rounding, score, suppression
from tests.bench._tables import Instance, instances
from tests.bench.frame import Ratio

ROUNDING_MS = 500.0
_ENVIRONMENT = Path(__file__).parents[2] / ".venv-peers"
_PYTHON = _ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_HEAD = (
    f"  {'':<20} {'seconds':>9} {'small':>6} {'narrowed':>9} {'present':>8} {'crosses':>8} {'weight':>7} {'error':>6}"
)


def run() -> list[Ratio]:
    """Time, safety and weight of ours on every table. Raises: RuntimeError without the peers."""
    if not _PYTHON.exists():
        raise RuntimeError("The peers are missing: python3 packaging/dev.py bench disclosure installs them.")
    ratios: list[Ratio] = []
    for instance in instances():
        print(f"\n{instance.name}\n{_HEAD}", flush=True)
        scores: dict[str, Score] = {}
        for name in (ROUNDING, SUPPRESSION, *PEERS):
            done = _done(name, instance)
            scores |= _shown(name, instance, done)
        ratios += _ratios(instance.name, scores)
    return ratios


def _done(name: str, instance: Instance) -> Outcome | str:
    if name == ROUNDING:
        return rounding(instance)
    return suppression(instance) if name == SUPPRESSION else peer(_PYTHON, name, instance)


def _shown(name: str, instance: Instance, done: Outcome | str) -> dict[str, Score]:
    if isinstance(done, str):
        print(f"  {name:<20} {' '.join(done.split())[:90]}", flush=True)
        return {}
    one = score(instance, done)
    counts = (one.judged, one.narrowed, one.present, one.crosses, one.weight)
    print(f"  {name:<20} {one.seconds:>8.3f} {' '.join(f'{n:>8}' for n in counts)} {one.error:>8.2f}", flush=True)
    return {name: one}


def _ratios(table: str, scores: dict[str, Score]) -> list[Ratio]:
    """Ours against half a second, against no cell narrowed, and against the optimum of the field."""
    round_, hide = scores[ROUNDING], scores[SUPPRESSION]
    found = [Ratio(f"{table}: rounding, certificate", round_.seconds * 1000, ROUNDING_MS, "ms", 1.0, 2.0)]
    for name, one in ((ROUNDING, round_), (SUPPRESSION, hide)):
        found.append(Ratio(f"{table}: {name}: given away", one.narrowed + one.present, 1.0, "", 0.0, 0.0))
    field = scores.get("pytauargus OPT")
    if field is not None:
        found.append(
            Ratio(f"{table}: suppression / OPT", hide.seconds * 1000, field.seconds * 1000, "ms", 3.0, 100.0)
        )
        if not field.narrowed + field.present:
            found.append(Ratio(f"{table}: weight / OPT, also safe", hide.weight, field.weight, "", 1.0, 1.0))
    return found
