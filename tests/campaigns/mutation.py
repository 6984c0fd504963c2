"""Would the tests notice? Changes the code in thousands of small ways and counts the changes no test falls over.

``mutation [ROOM…]``: a share of noticed changes below a room's goal ends with 1. Works on a copy of the checkout.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_NOTICED = frozenset({"killed", "timeout", "suspicious"})
_FOLDERS = ("counsellor_desk", "tests", "packaging", "resources")
_SETTINGS = """
[tool.mutmut]
source_paths = ["counsellor_desk"]
only_mutate = {changed}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "no:randomly", "-x", "-q"]
also_copy = ["resources", "packaging", "tests"]
"""


@dataclass(frozen=True, slots=True)
class Room:
    """What is changed, which tests should notice, and the least share of changes they must."""

    changed: tuple[str, ...]
    tests: tuple[str, ...]
    goal: float


ROOMS: Mapping[str, Room] = {
    "disclosure": Room(("counsellor_desk/disclosure/*.py",), ("tests/disclosure",), 0.90),
    "custody": Room(("counsellor_desk/custody/*.py",), ("tests/custody",), 0.85),
    "vault": Room(("counsellor_desk/vault/connection.py", "counsellor_desk/vault/lock.py"), ("tests/vault",), 0.85),
}


def main(arguments: list[str]) -> int:
    """0 when every room reached its goal."""
    unknown = set(arguments) - ROOMS.keys()
    if unknown:
        print(f"No such room: {', '.join(sorted(unknown))}. There are: {', '.join(ROOMS)}.")
        return 1
    reached = [_reached(name) for name in arguments or ROOMS]  # every room is told, whatever the first says
    return 0 if all(reached) else 1


def share_noticed(verdicts: Mapping[str, str]) -> float:
    """The share of changes (name -> verdict) that a test noticed; changes no test runs count as not noticed."""
    return sum(verdict in _NOTICED for verdict in verdicts.values()) / max(len(verdicts), 1)


def verdicts(results: str) -> dict[str, str]:
    """The verdict of every change from the lines ``name: verdict``."""
    pairs = (line.strip().rsplit(": ", 1) for line in results.splitlines() if ": " in line)
    return dict(pairs)


def _reached(name: str) -> bool:
    room = ROOMS[name]
    print(f"--- {name}", flush=True)
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy = Path(folder) / "checkout"
        _copy(copy)
        with (copy / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write(_SETTINGS.format(changed=_list(room.changed), tests=_list(room.tests)))
        run = subprocess.run(
            [sys.executable, "-m", "mutmut", "run"], cwd=copy, capture_output=True, text=True, check=False
        )
        found = verdicts(_output(copy, "results", "--all", "true"))
    if not found or "not checked" in found.values():
        print(run.stdout[-2000:], run.stderr[-2000:])
        return False
    for change, verdict in found.items():
        if verdict not in _NOTICED:
            print(f"  {verdict:<10} {change}")
    share = share_noticed(found)
    counts = ", ".join(f"{number} {verdict}" for verdict, number in Counter(found.values()).most_common())
    print(f"  {name}: {share:.1%} of {len(found)} changes noticed (goal {room.goal:.0%}): {counts}", flush=True)
    return share >= room.goal


def _copy(target: Path) -> None:
    target.mkdir()
    for folder in _FOLDERS:
        shutil.copytree(_ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md"):
        shutil.copy(_ROOT / file, target / file)


def _output(where: Path, *words: str) -> str:
    command = [sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, cwd=where, capture_output=True, text=True, check=True).stdout


def _list(words: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
