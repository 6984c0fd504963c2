"""Everything ``dev.py test`` looks at, in order; one failure never hides the next."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from devtools.places import ROOT, clean_environment
from devtools.session import run_in_session

# A package or module -> the tests that go through every branch of it. These tests run apart from the others, and one
# branch less than all is a failure. One more room is one more line.
COVERED = {
    "counsellor_desk.disclosure": ["tests/disclosure"],
    "counsellor_desk.custody": ["tests/custody"],
    "counsellor_desk.vault.migrate": ["tests/vault/test_migrate.py"],
}


def run_checks(python: Path, pytest_arguments: list[str], *, tests_only: bool = False) -> bool:
    """Whether everything passed; each result is printed, and all of them again at the end."""
    steps = {} if tests_only else _static_checks(python)
    for name, arguments in ({"pytest": pytest_arguments} if pytest_arguments else every_test()).items():
        steps[name] = partial(run_in_session, [str(python), "-m", "pytest", *arguments])
    results = [(name, *_timed(name, step)) for name, step in steps.items()]
    print("\nSummary")
    for name, code, seconds in results:
        print(f"  {'ok    ' if code == 0 else 'FAILED'}  {name:<20} {seconds:7.1f} s")
    return all(code == 0 for _, code, _ in results)


def _static_checks(python: Path) -> dict[str, Callable[[], int]]:
    binaries = python.parent
    commands = {
        "ruff check": [str(binaries / "ruff"), "check", "--output-format=concise", "."],
        "ruff format --check": [str(binaries / "ruff"), "format", "--check", "."],
        "mypy": [str(binaries / "mypy")],
        "mypy (tools)": [str(binaries / "mypy"), "packaging/dev.py", "packaging/devtools"],
        "lint-imports": [str(binaries / "lint-imports"), "--no-cache"],
    }
    return {name: partial(_run, command) for name, command in commands.items()}


def every_test() -> dict[str, list[str]]:
    """The arguments of pytest: first for what is covered whole, then for all other tests."""
    apart = [path for paths in COVERED.values() for path in paths]
    measure = [f"--cov={name}" for name in COVERED]
    rule = ["--cov-branch", "--cov-fail-under=100", "--cov-report=term-missing:skip-covered"]
    return {
        "pytest, every branch": [*measure, *rule, *apart],
        "pytest": [f"--ignore={path}" for path in apart],
    }


def _timed(name: str, step: Callable[[], int]) -> tuple[int, float]:
    print(f"\n--- {name}", flush=True)
    started = time.monotonic()
    return step(), time.monotonic() - started


def _run(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode
