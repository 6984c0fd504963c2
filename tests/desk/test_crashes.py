"""What nobody expected is told in one calm sentence; its words go nowhere. Each test starts a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.campaigns._planted import hits

CANARY = "kwartelkoningin"
_PROGRAM = """
import gc, sys, threading
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from sqlcipher3 import dbapi2
from tests import inside

words = "".join(["kwartel", "koningin"])  # the word stands nowhere else in this text

def in_a_slot(window):
    local = words
    QTimer.singleShot(0, window, lambda: int(local))

def in_a_thread(window):
    thread = threading.Thread(target=lambda: int(words))
    thread.start()
    thread.join()

def on_the_way_out(window):
    class Leaving:
        def __del__(self):
            raise ValueError(words)
    Leaving()

def in_a_statement(window):
    QTimer.singleShot(0, window, lambda: dbapi2.connect(":memory:").execute(f"SELECT {words} FROM {words}"))

def in_a_job(window):
    window.tasks.run(lambda office: int(words))

def in_qt(window):
    qWarning(words)

def act(window):
    if "--told" in sys.argv:
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
    globals()[sys.argv[1]](window)
    QTimer.singleShot(300, window, lambda: close(window))

def close(window):
    from counsellor_desk.desk.kit.labels import PlainLabel
    shown = [label.text() for label in window.findChildren(PlainLabel) if label.isVisible()]
    print([text for text in shown if "went wrong" in text], flush=True)
    window.close()

sys.exit(inside.run(act, "--practice", "--language", "en"))
"""
CRASHES = {
    "in_a_slot": "ValueError",
    "in_a_thread": "ValueError",
    "on_the_way_out": "ValueError",
    "in_a_statement": "OperationalError",
    "in_a_job": "ValueError",
}


def crashed(*arguments: str) -> subprocess.CompletedProcess[str]:
    command: Sequence[str] = [sys.executable, "-c", _PROGRAM, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=dict(os.environ))


@pytest.mark.parametrize(("where", "kind"), CRASHES.items())
def test_the_words_of_a_crash_go_nowhere(own_home: Path, where: str, kind: str) -> None:
    done = crashed(where)

    assert done.returncode == 0, done.stderr
    assert f"Something went wrong here ({kind})." in done.stdout
    assert hits([CANARY], done.stdout.encode() + done.stderr.encode()) == []
    assert [path for path in own_home.rglob("*") if path.is_file() and hits([CANARY], path.read_bytes())] == []


def test_a_crash_leaves_its_type_and_our_line(own_home: Path) -> None:
    told = crashed("in_a_slot").stderr.splitlines()

    assert [line for line in told if line.startswith("crash: ")] == ["crash: ValueError"]


def test_a_warning_of_qt_leaves_its_kind_only(own_home: Path) -> None:
    done = crashed("in_qt")

    assert "qt: QtWarningMsg" in done.stderr.splitlines()
    assert hits([CANARY], done.stderr.encode()) == []


@pytest.mark.parametrize("where", ["in_a_slot", "in_a_thread"])
def test_without_the_watch_the_words_are_seen(own_home: Path, where: str) -> None:
    assert hits([CANARY], crashed(where, "--told").stderr.encode())
