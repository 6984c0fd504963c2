"""Everything ``dev.py test`` looks at, in order; one failure never hides the next."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
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
# The rooms of the tests that run apart; what is in none of them is one more. Longest first, so that both workers end
# at about the same time.
ROOMS = {
    "pytest, campaigns": "tests/test_campaigns",
    "pytest, desk": "tests/desk",
    "pytest, journeys": "tests/journeys",
}
WORKERS = 2

Result = tuple[str, int, float]


def run_checks(python: Path, tests: dict[str, list[str]], *, tests_only: bool = False) -> bool:
    """Whether everything passed; each result is printed, and all of them again at the end.

    ``tests`` are runs of pytest by name, with their arguments. A single one is heard at once.
    """
    steps = {} if tests_only else _static_checks(python)
    results = [_timed(name, step) for name, step in steps.items()]
    commands = {name: [str(python), "-m", "pytest", *arguments] for name, arguments in tests.items()}
    if len(commands) == 1:
        results += [_timed(name, partial(run_in_session, command)) for name, command in commands.items()]
    else:
        results += side_by_side(commands)
    print("\nSummary")
    for name, code, seconds in results:
        print(f"  {'ok    ' if code == 0 else 'FAILED'}  {name:<20} {seconds:7.1f} s")
    return all(code == 0 for _, code, _ in results)


def side_by_side(commands: dict[str, list[str]]) -> list[Result]:
    """What came of each command, each in a session of its own, ``WORKERS`` at a time; what it said is printed when it
    has ended. However this ends, no session goes on."""
    waiting, results = list(commands.items()), []
    with ExitStack() as running:
        workers: list[Worker] = []
        while waiting or workers:
            while waiting and len(workers) < WORKERS:
                workers.append(running.enter_context(Worker(*waiting.pop(0))))
            time.sleep(0.1)
            for worker in [worker for worker in workers if worker.has_ended()]:
                workers.remove(worker)
                results.append(worker.result())
    return results


class Worker:
    """One command in a session, as a process of its own: ended with SIGTERM, it takes its session along."""

    def __init__(self, name: str, command: list[str]) -> None:
        self._name = name
        self._started = time.monotonic()
        self._folder = tempfile.TemporaryDirectory()
        self._said = Path(self._folder.name, "said")
        inside = [sys.executable, "-m", "devtools.session", *command]
        environment = clean_environment() | {"PYTHONPATH": str(ROOT / "packaging")}
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(inside, cwd=ROOT, env=environment, stdout=said, stderr=said)

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait()
        self._folder.cleanup()

    def has_ended(self) -> bool:
        """Whether there is a result."""
        return self._process.poll() is not None

    def result(self) -> Result:
        """Prints what it said."""
        print(f"\n--- {self._name}", flush=True)
        sys.stdout.buffer.write(self._said.read_bytes())
        sys.stdout.flush()
        return self._name, self._process.returncode, time.monotonic() - self._started


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
    """The arguments of pytest for each room: together every test once. What is covered whole is a room of its own."""
    covered = [path for paths in COVERED.values() for path in paths]
    measure = [f"--cov={name}" for name in COVERED]
    rule = ["--cov-branch", "--cov-fail-under=100", "--cov-report=term-missing:skip-covered"]
    apart = [*ROOMS.values(), *covered]
    return {
        **{name: [path] for name, path in ROOMS.items()},
        "pytest, every branch": [*measure, *rule, *covered],
        "pytest, all others": [f"--ignore={path}" for path in apart],
    }


def _timed(name: str, step: Callable[[], int]) -> Result:
    print(f"\n--- {name}", flush=True)
    started = time.monotonic()
    return name, step(), time.monotonic() - started


def _run(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode
