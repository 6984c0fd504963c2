from __future__ import annotations

from pathlib import Path

import pytest

from counsellor_desk.desk.catalogue import read_catalogue, spoken

TS = """<?xml version="1.0" encoding="utf-8"?><TS><context><name>Page</name>
<message><source>One &amp; all</source><translation>Een &amp; al</translation></message>
<message numerus="yes"><source>%n case(s)</source><translation>
<numerusform>%n zaak</numerusform><numerusform>%n zaken</numerusform></translation></message>
<message><source>Later</source><translation type="unfinished">Straks</translation></message>
<message><source>Never</source><translation></translation></message>
</context></TS>"""


def test_finished_translations_are_read_with_both_forms(tmp_path: Path) -> None:
    file = tmp_path / "desk_nl.ts"
    file.write_text(TS, "utf-8")

    assert read_catalogue(file) == {
        ("Page", "One & all"): ("Een & al",),
        ("Page", "%n case(s)"): ("%n zaak", "%n zaken"),
    }


def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "desk_nl.ts"
    file.write_text("<TS><context>", "utf-8")

    with pytest.raises(ValueError, match="desk_nl"):
        read_catalogue(file)


def test_a_sentence_without_a_translation_stays_english() -> None:
    assert spoken("Verdict", "nl")("Not proven.") == "Niet bewezen."
    assert spoken("Verdict", "nl")("Unheard of.") == "Unheard of."
    assert spoken("Verdict", "tlh")("Not proven.") == "Not proven."
