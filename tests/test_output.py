"""What a command says never undoes what it did: no text, no reader and no disk in its way ends it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.cli import DONE, REFUSED, main
from counsellor_desk.figures.period import PeriodKind, last_full

ROOT = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-m", "counsellor_desk"]
EXAMPLE = ROOT / "resources" / "packet" / "example"
KINDS = {".pdf", ".xlsx", ".csv", ".json"}
FEW_PICTURES = """
import sys
from counsellor_desk.cli import main
from counsellor_desk.desk import tour
from counsellor_desk.desk.model import place
tour.LANGUAGES = ("en",)
tour.Tour._places = lambda self: [("today", lambda: self._shell.navigate(place.Today()))]
sys.exit(main(["tour", "--language", "en", "--out", *sys.argv[1:]]))
"""

posix = pytest.mark.skipif(os.name != "posix", reason="only on a system with pipes in its shell")


def run(
    words: Sequence[str | Path], *, program: Sequence[str] = PROGRAM, into: str = "", **surroundings: str
) -> subprocess.CompletedProcess[str]:
    """The command, its output sent by the shell where ``into`` says; read back as UTF-8."""
    command: Sequence[str] = [*program, *map(str, words)]
    if into:
        command = ["bash", "-c", f"set -o pipefail; {shlex.join(command)} {into}"]
    return subprocess.run(
        command,
        env={**os.environ, **surroundings},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
    )


def report(out: Path) -> list[str | Path]:
    period = last_full(PeriodKind.QUARTER, date.today())
    return ["report", "--practice", "--period", str(period), "--language", "en", "--out", out]


def calm(done: subprocess.CompletedProcess[str]) -> bool:
    return not any(word in done.stderr for word in ("Traceback", "Exception ignored", "Error"))


def kinds(folder: Path) -> set[str]:
    return {path.suffix for path in folder.iterdir()}


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "ascii:strict"])
def test_a_folder_that_the_output_cannot_spell_is_written_to_and_named_as_well_as_it_can(
    tmp_path: Path, encoding: str
) -> None:
    folder = tmp_path / "Łukasz"

    done = run(report(folder), PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (DONE, "")
    assert kinds(folder) == KINDS
    assert "ukasz" in done.stdout.splitlines()[0]
    assert len(done.stdout.splitlines()) == 5


@posix
@pytest.mark.parametrize("into", ["| head -c 1 >/dev/null", "| true", ">&-", "2>&- | true"])
def test_nobody_reads_what_was_published_and_the_files_are_there(tmp_path: Path, into: str) -> None:
    done = run(report(tmp_path / "out"), into=into)

    assert (done.returncode, done.stderr) == (DONE, "")
    assert kinds(tmp_path / "out") == KINDS


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only on a system with a disk that is always full")
def test_a_full_disk_for_what_is_said_is_told_and_what_was_done_stays(tmp_path: Path) -> None:
    done = run(report(tmp_path / "out"), into=">/dev/full")

    assert done.returncode == DONE
    assert calm(done)
    assert done.stderr.startswith("The output of this command could not be written.")
    assert kinds(tmp_path / "out") == KINDS


@posix
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["verify", EXAMPLE / "packet.json", "--language", "nl"], DONE),
        (["verify", EXAMPLE / "plan.json", "--language", "nl"], 2),
        (["report", "--period", "soon", "--out", "nowhere", "--language", "nl"], REFUSED),
        (["--help"], DONE),
        (["report"], 2),
    ],
)
@pytest.mark.parametrize("into", ["", "| true", ">&-", "2>&-", ">&- 2>&-", ">/dev/full 2>/dev/full"])
def test_an_exit_code_is_that_of_the_work_wherever_the_words_go(words: list[str], code: int, into: str) -> None:
    if "full" in into and not Path("/dev/full").exists():
        pytest.skip("only on a system with a disk that is always full")

    done = run(words, into=into, PYTHONIOENCODING="ascii:strict")

    assert done.returncode == code
    assert calm(done)


@pytest.mark.skipif(sys.platform != "linux", reason="only on a system that may have no screen")
def test_a_desk_without_a_screen_says_so_and_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    done = run(["--practice", "--language", "en"])

    assert (done.returncode, done.stdout) == (REFUSED, "")
    assert done.stderr.startswith("There is no screen here")


@pytest.mark.parametrize("folder", ["out", "a/b/c"])
def test_the_folder_of_a_report_is_made(tmp_path: Path, folder: str) -> None:
    done = run(report(tmp_path / folder))

    assert done.returncode == DONE
    assert [Path(line).exists() for line in done.stdout.splitlines()] == [True] * 5


@pytest.mark.parametrize("command", ["report", "tour"])
def test_a_folder_that_cannot_be_made_is_named_before_there_is_anything_to_publish(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    words = report(tmp_path / "file" / "out") if command == "report" else ["tour", "--out", tmp_path / "file" / "out"]

    code = main([*map(str, words), "--language", "en"])

    assert code == REFUSED
    assert capsys.readouterr().err.startswith("That folder is not there.")
    assert list(own_home.rglob("practice*")) == []


def test_protecting_into_a_folder_that_cannot_be_made_leaves_no_ledger(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    ledger = tmp_path / "ledger.json"
    words = ["protect", EXAMPLE / "plan.json", EXAMPLE / "counts.csv", "--ledger", ledger, "--out", tmp_path / "file"]

    assert main([*map(str, words), "--language", "en"]) == REFUSED
    assert not ledger.exists()
    assert "Choose another folder." in capsys.readouterr().err


def test_a_tour_names_the_reports_it_wrote_and_its_pictures(tmp_path: Path) -> None:
    done = run([tmp_path], program=[sys.executable, "-c", FEW_PICTURES])

    named = [Path(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (DONE, "")
    assert set(named) == {path for path in tmp_path.rglob("*") if path.is_file()}
    assert [path.suffix for path in named].count(".pdf") == 2
    assert [path.suffix for path in named].count(".png") == 2


def test_a_tour_takes_its_pictures_at_every_size_that_is_asked_for(tmp_path: Path) -> None:
    run([tmp_path, "--size", "640x400", "--size", "1280x800"], program=[sys.executable, "-c", FEW_PICTURES])

    assert {path.name for path in tmp_path.rglob("*.png")} == {
        "today-en-light-640x400.png",
        "today-en-light.png",
        "today-en-dark-640x400.png",
        "today-en-dark.png",
    }


@pytest.mark.parametrize("words", ["large", "640", "640x", "-1x400"])
def test_a_size_that_is_none_is_named(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["tour", "--out", str(tmp_path), f"--size={words}"])

    assert "a size is written like 640x400" in capsys.readouterr().err
