"""The front door for developers: it says what it does, what it cannot do, and leaves nothing running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from devtools import benchmarks, checks, environment, session, system
from devtools.places import ToolError, venv_program

ROOT = Path(__file__).parents[2]
DEV = [sys.executable, str(ROOT / "packaging" / "dev.py")]


def dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*DEV, *arguments], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("command", ["run", "test", "bench", "campaign", "bundle", "lock"])
def test_every_command_explains_itself_and_its_exit_codes(command: str) -> None:
    answer = dev(command, "--help")

    assert answer.returncode == 0
    assert "Exit codes:" in answer.stdout


def test_an_unknown_benchmark_is_answered_with_the_known_ones() -> None:
    answer = dev("bench", "nonsense")

    assert answer.returncode == 2
    assert "start" in answer.stderr


def test_an_unknown_command_is_refused() -> None:
    assert dev("nonsense").returncode == 2


def test_who_may_not_install_is_told_the_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)

    with pytest.raises(ToolError, match="sudo apt-get install --no-install-recommends libegl1 libgl1"):
        system.need(["libgl1", "libegl1"])


def test_nothing_missing_asks_for_nothing() -> None:
    system.need([])


@pytest.mark.parametrize(
    ("variable", "name"), [("DISPLAY", ":98765"), ("WAYLAND_DISPLAY", "wayland-98765"), ("DISPLAY", "")]
)
def test_a_display_that_nobody_answers_for_is_none(
    variable: str, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv(variable, name)

    assert not system.has_display()


@pytest.mark.x11
def test_the_display_of_a_session_is_one() -> None:
    assert system.has_display()


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been done to an environment made from two short lists in ``tmp_path``."""
    done: list[str] = []
    (tmp_path / "runtime.txt").write_text("a==1\n", "utf-8")
    (tmp_path / "dev.txt").write_text("a==1\nb==1\n", "utf-8")
    monkeypatch.setattr(environment, "LOCKS", tmp_path)
    monkeypatch.setattr(environment, "_STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(environment, "_made_by_this_python", lambda: True)
    monkeypatch.setattr(environment, "_create", lambda: done.append("create"))
    monkeypatch.setattr(environment, "_install", done.append)
    return done


def test_an_unchanged_list_installs_nothing(steps: list[str]) -> None:
    environment.ensure_environment("dev")
    environment.ensure_environment("runtime")

    assert steps == ["dev"]


def test_a_changed_list_is_installed(steps: list[str], tmp_path: Path) -> None:
    environment.ensure_environment("runtime")
    (tmp_path / "runtime.txt").write_text("a==2\n", "utf-8")
    environment.ensure_environment("runtime")

    assert steps == ["runtime", "runtime"]


def test_an_environment_copied_from_another_checkout_is_made_anew(
    steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.ensure_environment("runtime")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    environment.ensure_environment("runtime")

    assert steps == ["runtime", "create", "runtime"]


def test_a_failed_install_is_tried_again(steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(kind: str) -> None:
        raise ToolError(kind)

    monkeypatch.setattr(environment, "_install", fail)

    for _ in range(2):
        with pytest.raises(ToolError):
            environment.ensure_environment("runtime")


def test_a_benchmark_beyond_its_limit_fails(capsys: pytest.CaptureFixture[str]) -> None:
    row = {"name": "a", "ours": 3.0, "base": 1.0, "unit": "ms", "aim": 1.5, "limit": 2, "ratio": 3.0}

    assert not benchmarks._show("a", [{**row, "verdict": "TOO SLOW"}])
    assert not benchmarks._show("a", None)
    assert benchmarks._show("a", [{**row, "verdict": "good"}])


@pytest.mark.x11
@pytest.mark.parametrize("ending", ["by itself", "by a signal"])
def test_nothing_of_a_session_outlives_it(ending: str) -> None:
    inner = "import os, time; print(os.environ['HOME'], flush=True); "
    inner += "time.sleep(600)" if ending == "by a signal" else "pass"
    outer = "import signal, sys; from devtools.session import run_in_session; "
    outer += "signal.signal(signal.SIGTERM, lambda *_: sys.exit(2)); "
    outer += f"sys.exit(run_in_session([sys.executable, '-c', {inner!r}]))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}

    with subprocess.Popen(
        [sys.executable, "-c", outer], env=environment, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        home = running.stdout.readline().strip()
        if ending == "by a signal":
            running.send_signal(signal.SIGTERM)
        running.wait(timeout=30)

    assert not Path(home).exists()
    assert [process for process in Path("/proc").glob("[0-9]*") if f"HOME={home}" in _environment_of(process)] == []


@pytest.mark.x11
def test_what_takes_too_long_in_a_session_is_ended() -> None:
    assert (
        session.run_in_session([sys.executable, "-c", "import threading; threading.Event().wait()"], seconds=0.5)
        == session.TIMED_OUT
    )


def _environment_of(process: Path) -> list[str]:
    try:
        return (process / "environ").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []


@pytest.fixture
def peers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been installed for the benchmark that compares with other programs."""
    done: list[str] = []
    (tmp_path / "peers.txt").write_text("a==1\n", "utf-8")
    monkeypatch.setattr(environment, "LOCKS", tmp_path)
    monkeypatch.setattr(environment, "PEERS", tmp_path / "peers")
    monkeypatch.setattr(environment, "_make_venv", lambda folder: folder.mkdir())
    monkeypatch.setattr(environment, "_pip", lambda _, kind: done.append(kind))
    return done


def test_peers_are_installed_once_for_a_list(peers: list[str], tmp_path: Path) -> None:
    for _ in range(2):
        assert environment.ensure_peers().is_relative_to(tmp_path / "peers")
    (tmp_path / "peers.txt").write_text("a==2\n", "utf-8")
    environment.ensure_peers()

    assert peers == ["peers", "peers"]


@pytest.mark.parametrize(("calls", "code"), [("f(1)", 1), ("f(1) + f(0)", 0)])
def test_one_branch_that_no_test_takes_fails_the_check(
    calls: str, code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "room.py").write_text("def f(x):\n    if x:\n        x = 2\n    return x\n", "utf-8")
    (tmp_path / "test_room.py").write_text(
        f"from room import f\n\n\ndef test_it():\n    assert {calls} == 2\n", "utf-8"
    )
    monkeypatch.setattr(checks, "COVERED", {"room": ["test_room.py"]})
    measured = checks.every_test()["pytest, every branch"]

    done = subprocess.run([sys.executable, "-m", "pytest", *measured], cwd=tmp_path, capture_output=True, check=False)

    assert done.returncode == code


def test_no_test_is_run_twice_and_none_is_left_out() -> None:
    *rooms, others = checks.every_test().values()

    apart = [path for room in rooms for path in room if not path.startswith("--")]
    assert sorted(apart) == sorted(path.removeprefix("--ignore=") for path in others)
    assert all((ROOT / path).exists() for path in apart)
    assert not [(a, b) for a in apart for b in apart if a != b and Path(b).is_relative_to(a)]


@pytest.mark.x11
def test_rooms_run_side_by_side_and_one_failure_hides_no_other(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    codes = {"a": 0, "b": 1, "c": 0}
    commands = {name: [sys.executable, "-c", f"print('of {name}'); exit({code})"] for name, code in codes.items()}

    results = checks.side_by_side(commands)

    heard = capfdbinary.readouterr().out
    assert {name: code for name, code, _ in results} == codes
    assert all(f"--- {name}\n".encode() in heard and f"of {name}\n".encode() in heard for name in codes)


def test_the_bundle_is_made_from_the_programs_own_packages(
    peers: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "BUNDLER", tmp_path / "bundler")
    for name in ("runtime", "bundle"):
        (tmp_path / f"{name}.txt").write_text("a==1\n", "utf-8")

    environment.ensure_bundler()

    assert peers == ["runtime", "bundle"]


def test_the_program_can_be_typed_from_any_folder_and_takes_nothing_from_there(tmp_path: Path) -> None:
    program = tmp_path / "an environment" / "counsellor-desk"
    program.parent.mkdir()
    for name in ("json.py", "counsellor_desk.py"):
        (tmp_path / name).write_text("raise SystemExit('taken from here')\n", "utf-8")

    environment.put_program(program, Path(sys.executable))
    done = subprocess.run(
        [program, "protect", "a plan.json", "counts.csv", "--out", ".", "--language", "en"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The file of the plan cannot be read.")


def test_the_program_stands_beside_the_python_of_the_checkout() -> None:
    answer = subprocess.run([venv_program(), "--version"], capture_output=True, text=True, check=False)

    assert answer.stdout.startswith("counsellor-desk ")
