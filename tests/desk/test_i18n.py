"""Dutch and English from the first day: nothing unfinished, nothing missing, nothing left over."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from counsellor_desk.bundle import resource
from counsellor_desk.desk.i18n import Catalogue, Languages, read_catalogue
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.theme import Look

PACKAGE = Path(__file__).resolve().parents[2] / "counsellor_desk" / "desk"
PLACEHOLDER = re.compile(r"%n|%\d|\{\w+\}")


def lupdate(file: Path, *options: str) -> str:
    """The catalogue as the code wants it now, with the translations it already has."""
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [tool, "-silent", "-extensions", "py", PACKAGE, "-ts", file, "-locations", "none", "-no-obsolete"]
    subprocess.run([*command, *options], check=True, capture_output=True, timeout=120)
    return file.read_text("utf-8")


@pytest.mark.parametrize(("language", "options"), [("nl", ()), ("en", ("-pluralonly",))])
def test_the_catalogue_holds_exactly_the_sentences_of_the_code(
    tmp_path: Path, language: str, options: tuple[str, ...]
) -> None:
    shipped = resource("i18n", f"desk_{language}.ts").read_text("utf-8")
    copy = tmp_path / f"desk_{language}.ts"
    copy.write_text(shipped, "utf-8")

    assert lupdate(copy, *options) == shipped


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_translation_is_unfinished(language: str) -> None:
    assert 'type="' not in resource("i18n", f"desk_{language}.ts").read_text("utf-8")


def test_a_translation_keeps_every_placeholder() -> None:
    lost = [
        (source, form)
        for (_context, source), forms in read_catalogue(resource("i18n", "desk_nl.ts")).items()
        for form in forms
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(form))
    ]

    assert not lost


def test_dutch_speaks_politely_and_never_of_anonymity() -> None:
    familiar = re.compile(r"\b(je|jij|jouw|jullie|anoniem\w*|oeps|ongeldig\w*)\b", re.IGNORECASE)
    words = [form for forms in read_catalogue(resource("i18n", "desk_nl.ts")).values() for form in forms]

    assert not [sentence for sentence in words if familiar.search(sentence)]


class Speaker(QObject):
    """Says one sentence with a number and one without."""

    def say(self, number: int) -> str:
        return self.tr("%n case(s)", "", number)

    def greet(self) -> str:
        return self.tr("Good morning")


class Grandchild(Speaker):
    """Says nothing of its own."""


@pytest.fixture
def dutch(qapp: QApplication) -> object:
    catalogue = Catalogue(
        {("Speaker", "%n case(s)"): ("%n dossier", "%n dossiers"), ("Speaker", "Good morning"): ("Goedemorgen",)}
    )
    qapp.installTranslator(catalogue)
    yield catalogue
    qapp.removeTranslator(catalogue)


@pytest.mark.parametrize(("number", "words"), [(0, "0 dossiers"), (1, "1 dossier"), (2, "2 dossiers")])
def test_a_number_chooses_the_form(dutch: object, number: int, words: str) -> None:
    assert Speaker().say(number) == words


def test_a_class_speaks_the_sentences_of_the_class_it_is_made_from(dutch: object) -> None:
    assert Grandchild().greet() == "Goedemorgen"


def test_a_sentence_nobody_translated_stays_english(dutch: object) -> None:
    assert QCoreApplication.translate("Speaker", "Good evening") == "Good evening"


def test_a_language_is_worn_and_taken_off(qapp: QApplication) -> None:
    languages = Languages(qapp, resource("i18n"))

    languages.install("nl")
    dutch = QCoreApplication.translate("Pages", "Today")
    languages.install("en")

    assert (dutch, QCoreApplication.translate("Pages", "Today")) == ("Vandaag", "Today")


def test_preferences_survive_and_nonsense_in_the_file_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "desk.ini"
    file.write_text("[General]\nlanguage=klingon\nlook=pink\nlock_minutes=99999\ngeometry=12\n", "utf-8")
    odd = Preferences(file)

    assert odd.language in ("nl", "en")
    assert odd.look is Look.SYSTEM
    assert odd.lock_minutes == 5
    assert odd.geometry.isEmpty()


def test_preferences_name_nothing_but_language_look_lock_and_window(tmp_path: Path) -> None:
    file = tmp_path / "desk.ini"
    chosen = Preferences(file)
    chosen.language, chosen.look, chosen.lock_minutes = "nl", Look.DARK, 3
    del chosen

    keys = set(re.findall(r"^(\w+)=", file.read_text("utf-8"), re.MULTILINE))

    assert keys == {"language", "look", "lock_minutes"}
    again = Preferences(file)
    assert (again.language, again.look, again.lock_minutes) == ("nl", Look.DARK, 3)
