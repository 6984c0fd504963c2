"""Which tests a change asks for: those of the rooms it touches, and of every room that stands on these."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from devtools.places import ROOT, ToolError, clean_environment

PACKAGE = "counsellor_desk"
ALWAYS = "tests/test_house_rules.py"
DESK = "tests/desk"
QUICK = ["-m", "not heavy"]
_ANY_ROOM = ("pyproject.toml", "tests/conftest.py", "tests/support.py")  # these reach into all tests


def changed_files(base: str = "HEAD") -> list[str]:
    """What differs from commit ``base``, and what git does not know yet; paths from the top of the checkout.

    Raises: ToolError when git does not know ``base``.
    """
    known = _git("diff", "--name-only", "-z", base, "--")
    new = _git("ls-files", "--others", "--exclude-standard", "-z")
    return sorted({name for name in (known + new).split("\0") if name})


def tests_for(files: Iterable[str], standing_on: dict[str, set[str]]) -> list[str]:
    """The arguments of pytest for these changed files; empty when only everything will do.

    ``standing_on`` maps each room of the package to the rooms that import it, directly or not.
    """
    wanted = {ALWAYS}
    for file in files:
        path = PurePosixPath(file)
        if file in _ANY_ROOM:
            return []
        if path.parts[0] == PACKAGE and path.suffix == ".py":
            room = path.parts[1].removesuffix(".py")
            wanted |= {test for each in {room, *standing_on.get(room, ())} for test in _tests_of(each)}
        elif path.parts[0] == "tests" and path.suffix == ".py":
            wanted.add(file if path.name.startswith("test_") else str(path.parent))
        elif path.parts[0] == "resources" and len(path.parts) > 2 and path.parts[1] != "docs":
            return []  # any room may read it
        elif path.parts[0] == "packaging":
            wanted.add("tests/packaging")
    there = {test for test in wanted if (ROOT / test).exists()}
    return sorted(
        test for test in there if not any(test != other and test.startswith(f"{other}/") for other in there)
    )


def rooms_standing_on() -> dict[str, set[str]]:
    """For each room of the package the rooms that import it, directly or through others; read from the imports."""
    import grimp  # comes with import-linter: only in the developers' environment

    graph = grimp.build_graph(PACKAGE)
    rooms = {child.removeprefix(f"{PACKAGE}."): child for child in graph.find_children(PACKAGE)}
    return {
        room: {
            above.split(".")[1] for above in graph.find_downstream_modules(module, as_package=True) if "." in above
        }
        for room, module in rooms.items()
    }


def _tests_of(room: str) -> tuple[str, str]:
    return f"tests/{room}", f"tests/test_{room}.py"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ToolError(f"git could not compare: {done.stderr.strip()}")
    return done.stdout


def tests_since(python: Path, base: str, rest: list[str]) -> dict[str, list[str]]:
    """Runs of pytest for what changed since ``base``, by name, with their arguments and ``rest``: the desk apart from
    the others, and none of the heavy tests, which only the whole run makes. ``python`` is the developers' own.

    Raises: ToolError when git does not know ``base``, or the imports cannot be read.
    """
    read = "import json; from devtools import changed; "
    read += "print(json.dumps({room: sorted(above) for room, above in changed.rooms_standing_on().items()}))"
    environment = clean_environment() | {"PYTHONPATH": str(ROOT / "packaging")}
    told = subprocess.run([str(python), "-c", read], cwd=ROOT, env=environment, capture_output=True, check=False)
    if told.returncode:
        raise ToolError(f"The imports could not be read: {told.stderr.decode('utf-8', 'replace').strip()}")
    standing_on = {room: set(above) for room, above in json.loads(told.stdout).items()}
    paths = tests_for(changed_files(base), standing_on) or ["tests"]
    desk = [path for path in paths if path == DESK or path.startswith(f"{DESK}/")]
    others = [path for path in paths if path not in desk]
    if paths == ["tests"]:
        desk, others = [DESK], ["tests", f"--ignore={DESK}"]
    runs = {"pytest, desk": desk, "pytest, others": others}
    return {name: [*chosen, *QUICK, *rest] for name, chosen in runs.items() if chosen}
