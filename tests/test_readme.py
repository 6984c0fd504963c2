"""Every command in README can be typed as it stands, in the folder of the checkout."""

from __future__ import annotations

import contextlib
import re
import shlex
from datetime import date
from pathlib import Path

import dev
import pytest
from devtools import campaigns
from devtools.places import VENV, venv_program

from counsellor_desk import app, cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CHECKOUT = "python3 packaging/dev.py "
PROGRAM = ".venv/bin/counsellor-desk"
WITHOUT_WINDOW = ("report", "verify", "protect", "--version")  # in this order: one checks what another has written


def typed(program: str) -> list[list[str]]:
    """The words after ``program`` of each command in a code block or in the first column of a table."""
    lines = re.findall(r"^(?:\| `)?((?:python3|\.venv)[^`#\n]*)", README, re.MULTILINE)
    return [shlex.split(line.removeprefix(program)) for line in lines if line.startswith(program)]


def test_no_command_is_shown_that_has_to_be_completed_first() -> None:
    shown = re.findall(r"`([^`]*counsellor-desk[^`]*)`", README)

    assert [words for words in shown if re.search(r"\b[A-Z]{2,}\b|\.\.\.", words)] == []
    assert len(typed(PROGRAM)) >= len(WITHOUT_WINDOW)


@pytest.mark.parametrize("words", typed(CHECKOUT), ids=" ".join)
def test_a_command_for_developers_is_one(words: list[str]) -> None:
    asked = dev.parser().parse_args(words)

    assert asked.function.__name__ == words[0]
    assert words[0] != "campaign" or asked.name in campaigns.names()


def test_the_program_is_where_the_commands_look_for_it() -> None:
    assert venv_program(Path(".venv")) == Path(PROGRAM)
    assert VENV == ROOT / ".venv"


@pytest.mark.parametrize("words", typed(PROGRAM), ids=" ".join)
def test_a_command_of_the_program_is_understood(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(SystemExit):  # --version ends here; what is not understood says why
        cli._parser().parse_args(words)

    assert capsys.readouterr().err == ""


def test_those_without_a_window_do_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(app, "_today", lambda: date(2026, 12, 1))  # README names a period

    for words in sorted((words for words in typed(PROGRAM) if words), key=order):
        if words[0] not in WITHOUT_WINDOW:
            continue
        try:
            code = cli.main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        assert (words, code, capsys.readouterr().err) == (words, 0, "")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"report", "protected"}


def order(words: list[str]) -> int:
    return WITHOUT_WINDOW.index(words[0]) if words[0] in WITHOUT_WINDOW else len(WITHOUT_WINDOW)
