"""Works in the real window without a rest, and looks whether memory, journal and handles stay as they were.

One try is one operation: a page, a case, a search, a draft, a note, the other language. The first two fifths
warm the program up: fonts, pages, both languages, the cache of the vault.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.campaigns._report import Length, Report, length

MOST_GROWTH, MOST_JOURNAL, MOST_HANDLES = 30, 8, 4  # MB, MB, and how many more handles an open query may take
OPERATIONS, GROWTH, JOURNAL, HANDLES = "operations", "memory growth, MB", "journal at most, MB", "handles more"


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing grew."""
    return run(length(__doc__, arguments, short=500, long=20_000)).finish()


def run(asked: Length, *, fault: str = "") -> Report:
    """The figures of ``asked.count`` operations."""
    report = Report("soak", {OPERATIONS: 0, GROWTH: 0, JOURNAL: 0, HANDLES: 0})
    samples, code = _soaked(asked, fault)
    if code or not samples or samples[-1][0] < asked.count * 0.9:
        report.wrong.append(f"seed {asked.seed}: the program ended with {code} after {len(samples)} samples")
    if samples:
        _judge(samples, report, asked.seed)
    return report


def _soaked(asked: Length, fault: str) -> tuple[list[list[float]], int]:
    """What the program said of itself, and its exit code."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        folders = {f"XDG_{name}_HOME": f"{home}/.{name.lower()}" for name in ("DATA", "CONFIG", "CACHE", "STATE")}
        done = subprocess.run(
            [sys.executable, "-m", "tests.campaigns._soaking", str(asked.count), str(asked.seed), fault],
            env={**os.environ, **folders, "HOME": home, "QT_QPA_PLATFORM": "xcb"},
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")], done.returncode


def _judge(samples: Sequence[Sequence[float]], report: Report, seed: int) -> None:
    warm, last = samples[len(samples) * 2 // 5], samples[-1]
    figures = {
        OPERATIONS: last[0],
        "memory when warm, MB": warm[1],
        GROWTH: round(last[1] - warm[1], 1),
        JOURNAL: max(sample[3] for sample in samples),
        HANDLES: last[2] - warm[2],
    }
    report.figures |= figures
    for name, most in ((GROWTH, MOST_GROWTH), (JOURNAL, MOST_JOURNAL), (HANDLES, MOST_HANDLES)):
        if figures[name] > most:
            report.wrong.append(f"seed {seed}: {name} is {figures[name]}, at most {most} is allowed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
