"""Runs the benchmarks of ``tests/bench/``, each in a process of its own, and shows their ratios."""

from __future__ import annotations

import json
from pathlib import Path

from devtools.environment import ensure_peers
from devtools.places import OUT, ROOT, ToolError
from devtools.session import run_in_session

_FOLDER = ROOT / "tests" / "bench"
_LONGEST = 20 * 60  # seconds; a benchmark that takes longer helps nobody
_WITH_PEERS = frozenset({"disclosure"})  # compares with other programs, packaging/locks/peers.txt
_COLUMNS = f"  {'measured':<58} {'ours':>10} {'base':>10} {'':<4} {'ratio':>7} {'aim':>6} {'limit':>6}"


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(path.stem.removeprefix("bench_") for path in _FOLDER.glob("bench_*.py"))


def run_benchmarks(python: Path, wanted: list[str]) -> bool:
    """Whether every benchmark ran and stayed within its limits; writes ``out/bench.json``."""
    results = {name: _measure(python, name) for name in wanted or names()}
    OUT.mkdir(exist_ok=True)
    (OUT / "bench.json").write_text(json.dumps(results, indent=1), "utf-8")
    print(f"\n{_COLUMNS}")
    within = [_show(name, rows) for name, rows in results.items()]
    print(f"\nWritten: {OUT / 'bench.json'}")
    return all(within)


def _measure(python: Path, name: str) -> list[dict[str, object]] | None:
    print(f"--- {name}", flush=True)
    if name in _WITH_PEERS and not _peers_are_there(name):
        return None
    answer = OUT / f"bench-{name}.json"
    answer.parent.mkdir(exist_ok=True)
    answer.unlink(missing_ok=True)
    code = run_in_session([str(python), "-m", "tests.bench.frame", name, str(answer)], seconds=_LONGEST)
    if code or not answer.exists():
        return None
    rows: list[dict[str, object]] = json.loads(answer.read_text("utf-8"))
    answer.unlink()
    return rows


def _peers_are_there(name: str) -> bool:
    try:
        ensure_peers()
    except ToolError as trouble:
        print(f"The programs to compare with cannot be installed here, so {name} fails. {trouble}", flush=True)
        return False
    return True


def _show(name: str, rows: list[dict[str, object]] | None) -> bool:
    if rows is None:
        print(f"  {name:<58} FAILED")
        return False
    for row in rows:
        figures = f"{row['ours']:>10.2f} {row['base']:>10.2f} {row['unit']:<4} {row['ratio']:>6.2f}x"
        print(f"  {row['name']:<58} {figures} {row['aim']:>6} {row['limit']:>6}  {row['verdict']}")
    return all(row["verdict"] != "TOO SLOW" for row in rows)
