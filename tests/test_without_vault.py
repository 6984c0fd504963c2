"""The commands that need no vault, as they are typed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.cli import DONE, REFUSED, UNUSABLE, main
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.publishing import publish
from counsellor_desk.figures.release import SECTOR
from tests.figures.fakes import FakeLedger, office, shipped_codebook


@pytest.fixture(scope="module")
def packets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The files of three quarters."""
    codebook, ledger = shipped_codebook(), FakeLedger()
    facts, folder = office(40, 1, codebook=codebook), tmp_path_factory.mktemp("packets")
    for period in ("2025Q1", "2025Q2", "2025Q3"):
        publish(facts, ledger, codebook, Period.parse(period), SECTOR, date(2026, 11, 23))
    files = tuple(folder / f"{entry.number}.json" for entry in ledger.kept)
    for file, entry in zip(files, ledger.kept, strict=True):
        file.write_text(entry.public, "utf-8")
    return files


def say(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_whole_chain_is_proven_in_one_paragraph(
    packets: Sequence[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code, words, trouble = say(capsys, "verify", packets[2], packets[1], packets[0], "--language", "en")

    assert (code, trouble, words.count("\n")) == (DONE, "", 1)
    assert words.startswith("Proven: publications 1 to 3 of office ")
    assert "at least 6 different numbers of cases" in words
    assert "Not proven: that the office counted well" in words
    assert "{" not in words


def test_dutch_says_the_same(packets: Sequence[Path], capsys: pytest.CaptureFixture[str]) -> None:
    code, words, _ = say(capsys, "verify", packets[0], "--language", "nl")

    assert code == DONE
    assert words.startswith("Bewezen: publicatie 1 van meldpunt ")
    assert "minstens 6 verschillende aantallen" in words


def test_a_gap_is_not_proven_and_named(packets: Sequence[Path], capsys: pytest.CaptureFixture[str]) -> None:
    code, words, _ = say(capsys, "verify", packets[2], packets[0], "--language", "en")

    assert code == REFUSED
    assert words.startswith("Not proven. The publications with these numbers are missing: 2.")


def test_a_changed_figure_is_not_proven(
    packets: Sequence[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = tmp_path / "changed.json"
    changed.write_text(packets[0].read_text("utf-8").replace('"value":5', '"value":10', 1), "utf-8")

    code, words, _ = say(capsys, "verify", changed, "--language", "nl")

    assert (code, words.split(". ")[0]) == (REFUSED, "Niet bewezen")
    assert "gewijzigd" in words


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\x00", None])
def test_a_file_that_is_no_packet_is_named(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letter.json"
    if content is not None:
        file.write_bytes(content)

    code, words, trouble = say(capsys, "verify", file, "--language", "en")

    assert (code, words) == (UNUSABLE, "")
    assert trouble.startswith("letter.json: This file")


def test_neither_window_nor_keyring_nor_vault_is_loaded(packets: Sequence[Path]) -> None:
    code = f"""
import sys
from counsellor_desk.cli import main
main(["verify", {str(packets[0])!r}, "--language", "nl"])
print([name for name in ("PySide6", "keyring", "sqlcipher3", "reportlab") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.splitlines()[-1] == "[]"
    assert len(done.stdout.splitlines()) == 2
