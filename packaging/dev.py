"""The one front door for developers: ``python3 packaging/dev.py run | test | bench | campaign | bundle | lock``.

Needs nothing but Python 3.11 or newer; it makes ``.venv`` from the hash-locked lists when they have changed.

Exit codes: 0 done, 1 a check failed or a limit was passed, 2 it could not start (the text says what to do).
``run`` ends with the program's own exit code.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

if not (3, 11) <= sys.version_info < (3, 15):
    sys.exit("Counsellor Desk needs Python 3.11 to 3.14.")

from devtools import benchmarks, bundling, campaigns, changed, checks, environment, system
from devtools.places import OUT, ROOT, ToolError, clean_environment

Command = Callable[[argparse.Namespace], int]


def run(arguments: argparse.Namespace) -> int:
    """The desk on a practice vault: a window where there is a display, else its main work without one."""
    shown = system.has_display()
    system.need([*system.missing_for_python(), *system.missing_for_qt(x11=shown)])
    python = environment.ensure_environment("runtime")
    words = ["--practice"] if shown else ["tour", "--out", str(OUT)]
    command = [str(python), "-m", "counsellor_desk", *words, *arguments.rest]
    surroundings = clean_environment() | ({} if shown else {"QT_QPA_PLATFORM": "offscreen"})
    return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode


def test(arguments: argparse.Namespace) -> int:
    """All checks and all tests, in a desktop session made for them."""
    python = _python_with_session()
    if arguments.changed is not None:
        tests = changed.tests_since(python, arguments.changed, arguments.rest)
    else:
        tests = {"pytest": arguments.rest} if arguments.rest else checks.every_test()
    return 0 if checks.run_checks(python, tests, tests_only=arguments.tests_only) else 1


def bench(arguments: argparse.Namespace) -> int:
    """The benchmarks: ratios within one run, as a table and as out/bench.json."""
    _known(arguments.names, benchmarks.names())
    python = _python_with_session()
    return 0 if benchmarks.run_benchmarks(python, arguments.names) else 1


def campaign(arguments: argparse.Namespace) -> int:
    """A long search for rare failures; these do not belong to the daily test."""
    _known([arguments.name], campaigns.names())
    python = _python_with_session()
    rest = [argument for argument in arguments.rest if argument != "--"]
    return campaigns.run_campaign(python, arguments.name, rest)


def bundle(_: argparse.Namespace) -> int:
    """The program with its own Python in one folder, .bundle/, and the promises that are tried on it."""
    python = _python_with_session()
    program = bundling.build()
    return 0 if bundling.keeps_its_promises(python, program) else 1


def lock(_: argparse.Namespace) -> int:
    """New hash-locked lists of the newest packages that fit pyproject.toml; needs a package registry."""
    environment.lock()
    return 0


def _python_with_session() -> Path:
    """The Python of the developers' environment, on a machine that can start a test session."""
    system.need([*system.missing_for_python(), *system.missing_for_qt(x11=True), *system.missing_for_session()])
    return environment.ensure_environment("dev")


def _known(wanted: list[str], there: list[str]) -> None:
    unknown = [name for name in wanted if name not in there]
    if unknown:
        raise ToolError(f"Unknown: {', '.join(unknown)}. There is: {', '.join(there) or 'none yet'}.")


def parser() -> argparse.ArgumentParser:
    """The command line; every command answers ``--help``."""
    codes = "Exit codes: 0 done, 1 a check failed or a limit was passed, 2 it could not start."
    root = argparse.ArgumentParser(prog="dev.py", description="Run, test and measure Counsellor Desk.", epilog=codes)
    commands = root.add_subparsers(required=True, metavar="COMMAND")

    def command(function: Command, name: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=function.__doc__, description=function.__doc__, epilog=codes)
        made.set_defaults(function=function)
        return made

    command(run, "run").add_argument("rest", nargs="*", metavar="-- ARGUMENT", help="passed on to the program")
    tests = command(test, "test")
    tests.add_argument("--tests-only", action="store_true", help="only pytest, in its session")
    since = (
        "only the tests of what changed since commit REV (default: the last) and of what stands on it, no heavy ones"
    )
    tests.add_argument("--changed", nargs="?", const="HEAD", metavar="REV", help=since)
    tests.add_argument("rest", nargs="*", metavar="-- ARGUMENT", help="passed on to pytest, for example: -- -k lock")
    known = ", ".join(benchmarks.names())
    command(bench, "bench").add_argument("names", nargs="*", metavar="NAME", help=f"one or more of: {known}")
    long_runs = command(campaign, "campaign")
    long_runs.add_argument("name", metavar="NAME", help=f"one of: {', '.join(campaigns.names()) or 'none yet'}")
    rest = "passed on to the campaign, for example: --short --seed 2"
    long_runs.add_argument("rest", nargs=argparse.REMAINDER, metavar="ARGUMENT", help=rest)
    command(bundle, "bundle")
    command(lock, "lock")
    return root


def main() -> int:
    """The exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    arguments = parser().parse_args()
    try:
        command: Command = arguments.function
        return command(arguments)
    except ToolError as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 2


if __name__ == "__main__":
    sys.exit(main())
