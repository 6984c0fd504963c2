"""Runs one method of another program on one table: JSON in on standard input, JSON out. Needs nothing of ours.

In: ``method`` ("OPT", "RND" or "CtrlRound"), ``dimensions``, ``tables``, ``leaves`` (codes and count), ``parents``
and ``codes`` by dimension, ``base``. Out: ``seconds``, ``base`` (what figures are multiples of) and ``tables``, of
each the cells with their codes and figure, None for a cross; or ``error``, the program's own words.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
import time
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

TOTAL = "*"
_TIMES, _ENOUGH = 3, 2.0  # the shortest of three, or of as many as fit into two seconds


def main() -> None:
    """The answer to standard output, whatever the program itself prints."""
    asked = json.loads(sys.stdin.read())
    work = _ctrl_round if asked["method"] == "CtrlRound" else _tau_argus
    answer: dict[str, Any] = {"base": _base(asked) if asked["method"] == "RND" else asked["base"]}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            answer["seconds"], answer["tables"] = _shortest(lambda: work(asked))
    except Exception as error:  # the answer holds whatever the program says
        answer = {"error": f"{type(error).__name__}: {error}"}
    sys.stdout.write("\nANSWER " + json.dumps(answer) + "\n")


def _shortest(work: Any) -> tuple[float, Any]:
    begun, best, found = time.perf_counter(), float("inf"), None
    for _ in range(_TIMES):
        seconds, found = work()
        best = min(best, seconds)
        if time.perf_counter() - begun > _ENOUGH:
            break
    return best, found


def _tau_argus(asked: dict[str, Any]) -> tuple[float, Any]:
    import pytauargus

    records: dict[str, list[Any]] = {name: [] for name in (*asked["dimensions"], "cases")}
    numbers = {name: _numbers(asked["codes"][name], asked["parents"][name]) for name in asked["dimensions"]}
    for codes, count in asked["leaves"]:
        for name, code in zip(asked["dimensions"], codes, strict=True):
            records[name] += [numbers[name][code]] * count
        records["cases"] += [1] * count
    suppress = "OPT(1)" if asked["method"] == "OPT" else f"RND(1,{_base(asked)})"
    with tempfile.TemporaryDirectory() as folder:
        trees = {
            name: _tree(
                Path(folder) / f"{name}.hrc", {of[code]: of[over] for code, over in asked["parents"][name].items()}
            )
            for name, of in numbers.items()
            if asked["parents"][name]
        }
        begun = time.perf_counter()
        result = pytauargus.protect(
            records,
            asked["tables"],
            response="cases",
            safety_rules="FREQ(5,100)",
            suppress=suppress,
            hrc=trees or None,
            hierleadstring="@" if trees else None,
            decimals=0,
            workdir=f"{folder}/run",
        )
        seconds = time.perf_counter() - begun
        codes = {name: {number: code for code, number in of.items()} for name, of in numbers.items()}
        found = [
            [
                [[codes[name].get(row[name].strip(), TOTAL) for name in names], _figure(row, asked["method"])]
                for row in table.rows
            ]
            for names, table in zip(asked["tables"], result.tables, strict=True)
        ]
    return seconds, found


def _figure(row: dict[str, Any], method: str) -> int | None:
    """A rounded table leaves whole; in a suppressed one unsafe and secondary cells are crosses."""
    return None if method == "OPT" and row["status"] in "UM" else round(row["cases"])


def _base(asked: dict[str, Any]) -> int:
    """The base it accepts: never below the power of ten that is as long as the total."""
    total = sum(count for _, count in asked["leaves"])
    return max(asked["base"], 10 ** (len(str(total)) - 1))


def _numbers(codes: list[str], parents: dict[str, str]) -> dict[str, str]:
    """A number of five digits for every code: it finds no code of a hierarchy that is shorter than the longest."""
    return {code: f"{at:05}" for at, code in enumerate(dict.fromkeys((*codes, *parents, *parents.values())))}


def _tree(path: Path, tree: dict[str, str]) -> str:
    """A hierarchy file: children under their parent, one sign deeper."""
    children: dict[str, list[str]] = {}
    for child, parent in tree.items():
        children.setdefault(parent, []).append(child)
    lines: list[str] = []

    def write(code: str, depth: int) -> None:
        lines.append("@" * depth + code)
        for child in children.get(code, []):
            write(child, depth + 1)

    for top in dict.fromkeys(parent for parent in tree.values() if parent not in tree):
        write(top, 0)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return str(path)


def _ctrl_round(asked: dict[str, Any]) -> tuple[float, Any]:
    import pandas
    from CtrlRound import ctrl_round

    if any(asked["parents"].values()):
        raise ValueError("no hierarchies")
    seconds, found = 0.0, []
    for names in asked["tables"]:
        at = [asked["dimensions"].index(name) for name in names]
        cells: Counter[tuple[str, ...]] = Counter(
            dict.fromkeys(product(*(asked["codes"][name] for name in names)), 0)
        )
        for codes, count in asked["leaves"]:
            cells[tuple(codes[one] for one in at)] += count
        frame = pandas.DataFrame([(*codes, count) for codes, count in cells.items()], columns=[*names, "cases"])
        begun = time.perf_counter()
        result = ctrl_round(df_in=frame, by=names, var="cases", rounding_base=asked["base"])
        seconds += time.perf_counter() - begun
        whole = pandas.concat([result["rounded_table"], result["rounded_margins"]])
        rows = whole.astype(object).where(whole.notna(), TOTAL).to_dict("records")
        found.append([[[str(row[name]) for name in names], int(row["cases"])] for row in rows])
    return seconds, found


if __name__ == "__main__":
    main()
