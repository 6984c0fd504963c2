"""Where things are in a checkout, and how a failed step ends the command."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "locks"
VENV = ROOT / ".venv"
PEERS = ROOT / ".venv-peers"  # tests/bench/bench_disclosure.py looks for it there
BUNDLER = ROOT / ".venv-bundle"
BUNDLE = ROOT / ".bundle"
OUT = ROOT / "out"


class ToolError(Exception):
    """A step that cannot go on; its text says what to do. ``dev.py`` prints it and ends with exit code 2."""


def venv_python(folder: Path = VENV) -> Path:
    """The interpreter of an environment, the project's own by default."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_program(folder: Path = VENV) -> Path:
    """The program itself in an environment, as README says it can be typed."""
    return folder / ("Scripts/counsellor-desk.cmd" if os.name == "nt" else "bin/counsellor-desk")


def clean_environment() -> dict[str, str]:
    """The environment for a child process, without what could make Python another one, or a slower one."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
