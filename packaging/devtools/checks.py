"""Everything ``dev.py test`` looks at, in order; one failure never hides the next."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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
CAMPAIGNS = "tests/test_campaigns"  # long, and mostly other processes: they run beside the others

Result = tuple[str, int, float]


def run_checks(python: Path, pytest_arguments: list[str], *, tests_only: bool = False) -> bool:
    """Whether everything passed; each result is printed, and all of them again at the end."""
    steps = {} if tests_only else _static_checks(python)
    for name, arguments in ({"pytest": pytest_arguments} if pytest_arguments else every_test()).items():
        steps[name] = partial(run_in_session, [str(python), "-m", "pytest", *arguments])
    results: list[Result] = []
    with _beside("pytest, campaigns", [] if pytest_arguments else [str(python), "-m", "pytest", CAMPAIGNS], results):
        results += [(name, *_timed(name, step)) for name, step in steps.items()]
    print("\nSummary")
    for name, code, seconds in results:
        print(f"  {'ok    ' if code == 0 else 'FAILED'}  {name:<20} {seconds:7.1f} s")
    return all(code == 0 for _, code, _ in results)


@contextmanager
def _beside(name: str, command: list[str], results: list[Result]) -> Iterator[None]:
    """Runs ``command``, if there is one, while the block runs; what it said is printed afterwards."""
    if not command:
        yield
        return
    with tempfile.TemporaryFile() as said, ThreadPoolExecutor() as pool:
        started = time.monotonic()
        running = pool.submit(lambda: (run_in_session(command, output=said), time.monotonic() - started))
        yield
        results.append((name, *running.result()))
        said.seek(0)
        print(f"\n--- {name}", flush=True)
        sys.stdout.buffer.write(said.read())
        sys.stdout.flush()


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
    """The arguments of pytest: first for what is covered whole, then for all other tests but the campaigns."""
    apart = [path for paths in COVERED.values() for path in paths]
    measure = [f"--cov={name}" for name in COVERED]
    rule = ["--cov-branch", "--cov-fail-under=100", "--cov-report=term-missing:skip-covered"]
    return {
        "pytest, every branch": [*measure, *rule, *apart],
        "pytest": [f"--ignore={path}" for path in (*apart, CAMPAIGNS)],
    }


def _timed(name: str, step: Callable[[], int]) -> tuple[int, float]:
    print(f"\n--- {name}", flush=True)
    started = time.monotonic()
    return step(), time.monotonic() - started


def _run(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode
