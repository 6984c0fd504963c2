"""What the process does to itself, seen from outside: each test starts one of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

_EMIT = """
import sys
from counsellor_desk.process import keep_singletons
if {kept}:
    keep_singletons()
from PySide6.QtCore import QObject, Signal
class Speaker(QObject):
    said = Signal(bool)
speaker = Speaker()
speaker.said.connect(lambda _: None)
for _ in range(20_000):
    speaker.said.emit(True)
print("alive")
"""


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)


def test_twenty_thousand_signals_do_not_end_the_process() -> None:
    assert _run(_EMIT.format(kept=True)).stdout == "alive\n"


@pytest.mark.xfail(
    sys.version_info >= (3, 12), reason="later Pythons keep their singletons by themselves", strict=True
)
def test_without_immortal_singletons_they_do() -> None:
    assert _run(_EMIT.format(kept=False)).stdout != "alive\n"


def test_a_hardened_process_leaves_no_core_and_lets_nobody_read_it() -> None:
    code = """
import ctypes, resource
from counsellor_desk.process import harden
harden()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
    assert _run(code).stdout == "(0, 0) 0\n"


def test_a_replaced_process_is_the_same_process_without_its_memory() -> None:
    code = """
import os, sys
from counsellor_desk import process
print(os.getpid(), flush=True)
process.replace_process(["--version"])
"""
    done = _run(code)

    assert done.returncode == 0
    assert done.stdout.splitlines()[1].startswith("counsellor-desk ")


def test_a_process_that_cannot_be_replaced_ends() -> None:
    code = """
import sys
from counsellor_desk import process
sys.executable = "/nowhere/python"
try:
    process.replace_process(["--locked"])
finally:
    print("still here", flush=True)
"""
    done = _run(code)

    assert done.stdout == ""
    assert done.returncode == 1
    assert done.stderr == "no new process: FileNotFoundError\n"


def test_a_report_without_a_window_is_made_by_a_hardened_process() -> None:
    code = """
import ctypes, resource
from counsellor_desk.cli import main
main(["report", "--period", "nothing", "--practice", "--out", "nowhere"])
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
    assert _run(code).stdout == "(0, 0) 0\n"
