"""The commands that need no vault, as they are typed."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk import without_vault
from counsellor_desk.cli import DONE, REFUSED, UNUSABLE, main
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.packet.canonical import canonical
from counsellor_desk.process import take_lock
from counsellor_desk.workbench.plan_file import plan_json
from tests.figures.fakes import FakeLedger, office, shipped_codebook
from tests.figures.published import publish
from tests.workbench.plans import PLAN, some


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


def test_more_bytes_than_can_be_checked_are_not_read(
    packets: Sequence[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(without_vault, "MOST_IN_ALL", packets[0].stat().st_size + 10)

    code, _, trouble = say(capsys, "verify", packets[0], packets[1], "--language", "en")

    assert (code, trouble[:7]) == (UNUSABLE, "2.json:")
    assert say(capsys, "verify", packets[0])[0] == DONE


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A folder with a plan and its counts."""
    (tmp_path / "plan.json").write_text(canonical(plan_json(PLAN)), "utf-8")
    lines = [f"{kind},{quarter},{number}" for (kind, quarter), number in some(PLAN, 40).items()]
    (tmp_path / "counts.csv").write_text("\n".join(["kind,quarter,count", *lines, ""]), "utf-8")
    return tmp_path


def protect(capsys: pytest.CaptureFixture[str], folder: Path, *words: str | Path) -> tuple[int, str, str]:
    return say(capsys, "protect", folder / "plan.json", folder / "counts.csv", "--language", "en", *words)


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_counts_are_protected_and_proven(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, words, trouble = protect(capsys, given, "--out", given / "out")

    assert (code, trouble) == (DONE, "")
    assert words.splitlines() == [str(given / "out" / name) for name in ("figures.csv", "packet.json")]
    assert say(capsys, "verify", given / "out" / "packet.json")[0] == DONE


def test_small_counts_are_withheld_when_that_is_asked_for(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert protect(capsys, given, "--method", "suppression", "--out", given / "out")[0] == DONE

    heading = written(given / "out")["figures.csv"].decode().splitlines()[0]
    assert heading == "kind,quarter,figure,window,lower,upper"
    assert say(capsys, "verify", given / "out" / "packet.json")[0] == DONE


def test_without_a_ledger_every_run_is_another_office(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        protect(capsys, given, "--out", given / name)

    assert written(given / "one")["packet.json"] != written(given / "two")["packet.json"]


def test_with_a_ledger_the_same_counts_give_the_same_files(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = given / "ledger.json"
    protect(capsys, given, "--ledger", ledger, "--out", given / "one")
    kept = ledger.read_bytes()
    protect(capsys, given, "--ledger", ledger, "--out", given / "two")

    assert written(given / "one") == written(given / "two")
    assert ledger.read_bytes() == kept
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600


def test_a_ledger_keeps_the_chain(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for version in ("1", "2"):
        plan = replace(PLAN, version=version, tables=(("kind", "quarter"), ("kind",))[: int(version)])
        (given / "plan.json").write_text(canonical(plan_json(plan)), "utf-8")
        protect(capsys, given, "--ledger", given / "ledger.json", "--out", given / version)
    packets = [given / version / "packet.json" for version in ("2", "1")]

    code, words, _ = say(capsys, "verify", *packets, "--language", "en")

    assert code == DONE
    assert "publications 1 to 2" in words
    assert say(capsys, "verify", packets[0])[0] == REFUSED


def test_after_a_crash_between_ledger_and_files_the_same_files_come(
    given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = given / "ledger.json"
    (given / "blocked" / "figures.csv").mkdir(parents=True)  # a folder where the file should be
    assert protect(capsys, given, "--ledger", ledger, "--out", given / "blocked")[0] == REFUSED
    kept = ledger.read_bytes()

    protect(capsys, given, "--ledger", ledger, "--out", given / "out")

    assert ledger.read_bytes() == kept
    assert json.loads(written(given / "out")["packet.json"])["number"] == 1


def test_another_base_is_used_when_it_is_asked_for(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    protect(capsys, given, "--base", "10", "--out", given / "out")

    rows = written(given / "out")["figures.csv"].decode().splitlines()[1:]
    assert all(int(row.split(",")[2]) % 10 == 0 and row.endswith(",10") for row in rows)


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("counts.csv", "kind;quarter;count\n", "semicolons"),
        ("counts.csv", "kind,quarter,count\nzz,1,1\n", "Line 2"),
        ("counts.csv", "kind,quarter,count\na1,1,-1\n", "whole number"),
        ("counts.csv", None, "cannot be read"),
        ("plan.json", "{}", "not a table plan"),
        ("plan.json", None, "cannot be read"),
        ("ledger.json", "", "not a ledger"),
        ("ledger.json", "{}", "not a ledger"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_written(
    file: str, content: str | None, words: str, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is None:
        (given / file).unlink()
    else:
        (given / file).write_text(content, "utf-8")
    before = written(given)

    code, said, trouble = protect(capsys, given, "--ledger", given / "ledger.json", "--out", given / "out")

    assert (code, said) == (REFUSED, "")
    assert words in trouble
    assert not (given / "out").exists()
    assert {name: data for name, data in written(given).items() if name != "ledger.json.lock"} == before


@pytest.mark.parametrize("name", ["plan.json", "counts.csv", "ledger.json"])
def test_what_is_given_is_never_written_over(
    name: str, given: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(without_vault, "PACKET", name)
    protect(capsys, given, "--ledger", given / "ledger.json", "--out", given / "out")
    before = written(given)

    code, said, trouble = protect(capsys, given, "--ledger", given / "ledger.json", "--out", given)

    assert (code, said, "other files with these names" in trouble) == (REFUSED, "", True)
    assert written(given) == before


def test_a_link_to_a_ledger_is_that_ledger(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (given / "kept").mkdir()
    (given / "ledger.json").symlink_to(given / "kept" / "ledger.json")
    protect(capsys, given, "--ledger", given / "ledger.json", "--out", given / "one")
    protect(capsys, given, "--ledger", given / "kept" / "ledger.json", "--out", given / "two")

    assert (given / "ledger.json").is_symlink()
    assert written(given / "one") == written(given / "two")


def test_a_folder_is_no_ledger_and_no_file(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (given / "out" / "packet.json").mkdir(parents=True)

    assert "not a ledger" in protect(capsys, given, "--ledger", given / "out", "--out", given / "other")[2]
    assert "other files with these names" in protect(capsys, given, "--out", given / "out")[2]
    assert [path.name for path in (given / "out").iterdir()] == ["packet.json"]


def test_a_ledger_in_a_folder_that_is_not_there_is_named(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, trouble = protect(capsys, given, "--ledger", given / "no" / "ledger.json", "--out", given / "out")

    assert (code, "no ledger in that folder" in trouble) == (REFUSED, True)


def test_one_ledger_serves_one_at_a_time(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (given / "ledger.json.lock").open("wb") as held:
        take_lock(held.fileno())
        code, _, trouble = protect(capsys, given, "--ledger", given / "ledger.json", "--out", given / "out")

    assert code == REFUSED
    assert "at this moment" in trouble


def test_neither_window_nor_keyring_nor_vault_is_loaded(packets: Sequence[Path]) -> None:
    code = f"""
import sys
from counsellor_desk.cli import main
main(["verify", {str(packets[0])!r}, "--language", "nl"])
main(["protect", "nowhere.json", "nowhere.csv", "--out", "nowhere"])
print([name for name in ("PySide6", "keyring", "sqlcipher3", "reportlab") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.splitlines()[-1] == "[]"
    assert len(done.stdout.splitlines()) == 2
