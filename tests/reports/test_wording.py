from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import Unit
from counsellor_desk.reports.errors import WordingDamaged
from counsellor_desk.reports.wording import LANGUAGES, Wording, load


@pytest.mark.parametrize(
    ("words", "nl", "en"),
    [
        ("2026Q3", "derde kwartaal 2026", "third quarter of 2026"),
        ("2026H1", "eerste helft 2026", "first half of 2026"),
        ("2025", "jaar 2025", "year 2025"),
    ],
)
def test_periods_are_named_in_words(wordings: Mapping[str, Wording], words: str, nl: str, en: str) -> None:
    assert [wordings[language].period(Period.parse(words)) for language in ("nl", "en")] == [nl, en]


def test_numbers_are_written_the_way_the_language_writes_them(wordings: Mapping[str, Wording]) -> None:
    assert [wordings[language].number(-12345) for language in ("nl", "en")] == ["−12.345", "−12,345"]


def test_days_are_written_in_words(wordings: Mapping[str, Wording]) -> None:
    assert wordings["nl"].day(date(2026, 3, 1)) == "1 maart 2026"


def test_every_unit_has_its_words(wording: Wording) -> None:
    assert all(wording.has(f"unit.{unit}") and wording.has(f"per.{unit}") for unit in Unit)


def test_every_language_offered_is_shipped() -> None:
    assert {path.stem for path in resource("report").glob("*.toml")} == set(LANGUAGES)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("[period]", "[periods]"),
        lambda text: text.replace("{year}", "{jaar}"),
        lambda text: text.replace("[report]", "[report"),
        lambda text: text.replace('"Totaal"', "1"),
        lambda text: text.replace("{base}", "{base"),
        lambda text: text.replace("Kerncijfers", "Kerncijfers van 7 zaken"),
        lambda text: text.replace("Nazorg", "Nazorg aan Drie mensen"),
        lambda text: text.replace("Nazorg", "Nazorg aan tientallen"),
    ],
    ids=[
        "another key",
        "another placeholder",
        "no TOML",
        "no sentence",
        "an open brace",
        "a typed number",
        "a number in words",
        "a vague number",
    ],
)
def test_damaged_wording_is_refused(tmp_path: Path, damage: Callable[[str], str]) -> None:
    shutil.copytree(resource("report"), tmp_path, dirs_exist_ok=True)
    file = tmp_path / "nl.toml"
    file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")

    with pytest.raises(WordingDamaged):
        load(tmp_path)


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    shutil.copy(resource("report", "nl.toml"), tmp_path)

    with pytest.raises(WordingDamaged) as caught:
        load(tmp_path)

    assert caught.value.params["language"] == "en"
