"""Would the tests notice? Changes the code in small ways, one at a time, and counts the changes a test falls over.

``mutation [ROOM…]`` tries every change; ``--count 80 --seed 2`` tries eighty of each room, drawn at random, and says
between which bounds the share of all changes lies. A share below a room's goal ends with 1. Works on a copy of the
checkout, one process at a time and with low priority.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from statistics import NormalDist

_ROOT = Path(__file__).resolve().parents[2]
_NOTICED = frozenset({"killed", "timeout", "suspicious", "segfault"})
_UNDECIDED = frozenset({"not checked", "check was interrupted by user"})
_FOLDERS = ("counsellor_desk", "tests", "packaging", "resources")
_WHEEL = re.compile(r"[\u2800-\u28ff] ")
_SETTINGS = """
[tool.mutmut]
source_paths = ["counsellor_desk"]
only_mutate = {changed}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "no:randomly", "-x", "-q"]
also_copy = ["resources", "packaging", "tests", "conftest.py"]
process_isolation = "forkserver"  # each change begins in a process that has run no test and has no Qt application
timeout_constant = 60.0           # endless loops end by the limit of each test, in _mutant_tests.py; on a busy
timeout_multiplier = 10.0         # machine a short limit for all tests together would take a slow change for one
"""


@dataclass(frozen=True, slots=True)
class Room:
    """What is changed, which tests should notice, and the least share of changes they must."""

    changed: tuple[str, ...]
    tests: tuple[str, ...]
    goal: float


def _room(name: str, goal: float) -> Room:
    """The files of one folder and the tests that mirror it."""
    return Room((f"counsellor_desk/{name}/*.py",), (f"tests/{name}",), goal)


def _files(folder: str, *names: str) -> tuple[str, ...]:
    return tuple(f"counsellor_desk/{folder}/{name}.py" for name in names)


ROOMS: Mapping[str, Room] = {
    "disclosure": Room(
        _files("disclosure", "attacker", "certificate", "chordal", "costs", "junction", "plan", "protect", "revision")
        + _files("disclosure", "rounding", "solver", "system", "table"),
        ("tests/disclosure", "--ignore=tests/disclosure/suppression"),
        0.90,
    ),
    "suppression": _room("disclosure/suppression", 0.90),
    "custody": Room(  # a real keyring answers too late on a busy machine, and then a test fails without any change
        ("counsellor_desk/custody/*.py",),
        ("tests/custody", "--ignore=tests/custody/test_os_keyring.py"),
        0.85,
    ),
    "vault": Room(
        _files("vault", "connection", "guard", "journal", "lock"),
        tuple(
            f"tests/vault/test_{name}.py"
            for name in ("connection", "guard", "journal", "lock", "open", "format", "facts")
        ),
        0.85,
    ),
    "lock": Room(
        _files("desk", "lock", "cover", "inactivity") + _files("desk/session", "watch", "buses"),
        (
            "tests/desk/test_lock.py",
            "tests/desk/test_cover.py",
            "tests/desk/test_inactivity.py",
            "tests/desk/test_window.py",
            "tests/desk/session",
        ),
        0.85,
    ),
    "packet": _room("packet", 0.85),
    "verifier": _room("verifier", 0.85),
    "workbench": _room("workbench", 0.85),
    "ledger": Room(_files("figures", "ledger", "quarter", "period"), ("tests/figures",), 0.85),
}


def main(arguments: list[str]) -> int:
    """0 when every room reached its goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"one or more of: {', '.join(ROOMS)}; none is all")
    parser.add_argument("--count", type=int, help="this many changes of each room, drawn at random, in place of all")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same changes (default 1)")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.rooms) - ROOMS.keys():
        print(f"No such room: {', '.join(sorted(unknown))}. There are: {', '.join(ROOMS)}.")
        return 1
    reached = [  # every room is told, whatever the first says
        is_reached(name, ROOMS[name], asked.count, asked.seed) for name in asked.rooms or ROOMS
    ]
    return 0 if all(reached) else 1


def is_reached(name: str, room: Room, count: int | None = None, seed: int = 1) -> bool:
    """Whether the tests notice enough of ``count`` changes (all when None); prints the share and names the others."""
    print(f"--- {name}", flush=True)
    with _copy() as copy:
        with (copy / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write(_SETTINGS.format(changed=_list(room.changed), tests=_list(room.tests)))
        every = _changes(copy, room)
        tried = every if count is None else drawn(every, count, seed)
        run = _mutmut(copy, "run", "--max-children", "1", *(tried if count is not None else ()))
        found = {change: verdict for change, verdict in _verdicts(copy).items() if change in set(tried)}
        if len(found) < len(tried) or not _UNDECIDED.isdisjoint(found.values()):
            print(_told(run.stdout)[-4000:], run.stderr[-2000:])
            return False
        for change, verdict in found.items():
            if verdict != "killed":  # those that were noticed by their time or their crash are worth a look too
                print(f"  {verdict:<10} {change}\n{_difference(copy, change)}")
    share, (low, high) = share_noticed(found), interval(found)
    counts = ", ".join(f"{number} {verdict}" for verdict, number in Counter(found.values()).most_common())
    print(f"  {name}: {share:.1%} of {len(found)} changes noticed, of {len(every)} there are (goal {room.goal:.0%})")
    bounds = "every change was tried" if len(found) == len(every) else f"of all: {low:.1%} to {high:.1%} (95 %)"
    print(f"  {bounds}; {counts}", flush=True)
    return share >= room.goal


def share_noticed(verdicts: Mapping[str, str]) -> float:
    """The share of changes (name -> verdict) that a test noticed; changes no test runs count as not noticed."""
    return _noticed(verdicts) / max(len(verdicts), 1)


def interval(verdicts: Mapping[str, str]) -> tuple[float, float]:
    """The lower and upper bound of the share noticed among all changes, with 95 % confidence.

    The score interval: it stays within 0 and 1 and holds for small samples and shares near 1. That the changes are
    drawn without putting back makes it wider than it need be, never narrower.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22 (1927), 209-212.
    """
    noticed, tried, z = _noticed(verdicts), max(len(verdicts), 1), NormalDist().inv_cdf(0.975)
    middle = noticed + z * z / 2
    half = z * sqrt(noticed * (tried - noticed) / tried + z * z / 4)
    return max((middle - half) / (tried + z * z), 0.0), min((middle + half) / (tried + z * z), 1.0)


def drawn(changes: Collection[str], count: int, seed: int) -> list[str]:
    """``count`` of the changes, each as likely as any other; all when there are fewer."""
    return sorted(random.Random(seed).sample(sorted(changes), min(count, len(changes))))


def _noticed(verdicts: Mapping[str, str]) -> int:
    return sum(verdict in _NOTICED for verdict in verdicts.values())


def _changes(copy: Path, room: Room) -> list[str]:
    """The names of all changes that can be made in the room."""
    from mutmut.configuration import reset_config
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    reset_config()
    with contextlib.chdir(copy):  # where mutmut looks for its settings
        return [
            get_mutant_name(path, change)
            for pattern in room.changed
            for path in sorted(Path().glob(pattern))
            for change in mutate_file_contents(str(path), path.read_text("utf-8")).mutant_names
        ]


def _verdicts(copy: Path) -> dict[str, str]:
    """The verdict on every change, from the lines ``name: verdict``."""
    lines = _mutmut(copy, "results", "--all", "true").stdout.splitlines()
    pairs = (line.strip().rsplit(": ", 1) for line in lines if ": " in line)
    return dict(pairs)


def _difference(copy: Path, change: str) -> str:
    """The lines that went and came."""
    lines = _mutmut(copy, "show", change).stdout.splitlines()
    kept = (line for line in lines if line[:1] in {"-", "+"} and line[:3] not in {"---", "+++"})
    return "\n".join(f"             {line}" for line in kept)


@contextlib.contextmanager
def _copy() -> Iterator[Path]:
    """The part of the checkout that the tests need, in a folder that goes."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        target = Path(folder) / "checkout"
        target.mkdir()
        for part in _FOLDERS:
            shutil.copytree(_ROOT / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        for file in ("pyproject.toml", "README.md"):
            shutil.copy(_ROOT / file, target / file)
        shutil.copy(Path(__file__).with_name("_mutant_tests.py"), target / "conftest.py")
        yield target


def _mutmut(where: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["nice", "-n", "10", sys.executable, "-m", "mutmut", *words]
    return subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)


def _told(output: str) -> str:
    """What a run said, without the wheel it turns while it works."""
    return "\n".join(line for line in output.splitlines() if not _WHEEL.match(line))


def _list(words: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
