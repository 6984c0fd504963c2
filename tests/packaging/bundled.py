"""What the bundle holds and can do. Not of the daily tests: ``python3 packaging/dev.py bundle`` makes one, runs these
tests on it, and then looks for what a lock leaves in its memory."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk import __version__
from counsellor_desk.figures.period import PeriodKind, last_full
from tests.campaigns._traces import sockets
from tests.journeys.harness import PROGRAM

pytestmark = pytest.mark.os_keyring

ROOT = Path(__file__).parents[2]
FOLDER = Path(PROGRAM[0]).parent


def desk(*arguments: str, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*before, *PROGRAM, *arguments], capture_output=True, text=True, check=False, timeout=170)


@dataclass(frozen=True)
class Published:
    """A report of the practice vault, made without a network under strace."""

    done: subprocess.CompletedProcess[str]
    out: Path
    calls: str


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder, out = tmp_path_factory.mktemp("calls"), tmp_path_factory.mktemp("out")
    alone = ("unshare", "-n") if os.geteuid() == 0 else ("unshare", "-rn")
    watched = ("strace", "-f", "--seccomp-bpf", "-qq", "-o", str(folder / "calls"), "-e", "trace=execve,socket")
    report = ("report", "--practice", "--period", str(last_full(PeriodKind.QUARTER, date.today())))
    done = desk(*report, "--out", str(out), before=(*alone, *watched))
    return Published(done, out, (folder / "calls").read_text("utf-8"))


def test_these_tests_are_about_the_bundle() -> None:
    assert len(PROGRAM) == 1
    assert FOLDER.is_relative_to(ROOT / ".bundle")


def test_it_says_its_version() -> None:
    assert desk("--version").stdout == f"counsellor-desk {__version__}\n"


def test_it_finds_the_keyring_and_encrypts() -> None:
    done = desk("self-check", "--json")

    found = {finding["subject"]: (finding["state"], finding["detail"]) for finding in json.loads(done.stdout)}
    assert found["keyring"] == ("ok", "Keyring")
    assert found["encryption"] == ("ok", "sqlcipher")
    assert done.returncode < 2, found


def test_it_publishes_and_writes_a_report(published: Published) -> None:
    assert published.done.returncode == 0, published.done.stderr
    assert {path.suffix for path in published.out.iterdir()} >= {".pdf", ".xlsx", ".csv", ".json"}


def test_it_asks_for_no_socket_of_the_internet_meanwhile(published: Published) -> None:
    assert "execve(" in published.calls, "its calls were heard"
    assert sockets(published.calls) == []


def test_it_holds_every_resource_and_every_file_that_is_no_code() -> None:
    asked = ["git", "ls-files", "-z", "resources", "counsellor_desk"]
    listed = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    files = {name for name in listed if name and not name.endswith(".py")}
    inside = FOLDER / "_internal"

    here = {name for name in files if (inside / name).is_file() or (inside / "counsellor_desk" / name).is_file()}
    assert files - here == set()


def test_no_plugin_of_qt_in_it_listens_or_speaks_to_a_network() -> None:
    plugins = {path.relative_to(FOLDER) for path in FOLDER.rglob("*/plugins/*/*")}

    assert any(path.stem == "libqxcb" for path in plugins), "the plugins are where they are looked for"
    assert [path for path in plugins if path.parent.name in ("tls", "networkinformation", "generic")] == []
    assert [path for path in plugins if "vnc" in path.stem] == []
