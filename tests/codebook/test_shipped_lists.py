"""Sweeps every shipped list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook
from counsellor_desk.codebook.reader import CROSSWALKS

FOLDER = resource("codebook")
RELEASED = [tuple(line.split()) for line in Path(__file__).with_name("released_codes.txt").read_text().splitlines()]
LISTS = sorted({name for name, _code in RELEASED})

each_list = pytest.mark.parametrize("name", LISTS)
each_file = pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)


def test_every_list_of_the_profession_is_there(book: Codebook) -> None:
    assert list(book.list_names()) == LISTS


def test_a_released_code_is_never_removed_renamed_or_moved_and_a_new_one_is_written_down(book: Codebook) -> None:
    shipped = [(name, code.code) for name in book.list_names() for code in book.codes(name)]

    assert sorted(shipped) == sorted(RELEASED)


@each_list
def test_every_code_is_short_named_in_both_languages_and_sourced(book: Codebook, name: str) -> None:
    for code in book.codes(name):
        assert re.fullmatch(r"[A-Z0-9.]{1,12}", code.code)
        assert set(code.labels) == {"nl", "en"}, code.code
        for label in code.labels.values():
            assert len(label) <= 60
            assert not label[0].islower() or label.startswith("vera*"), label
        assert code.source.strip(), code.code
        assert set(code.crosswalks) <= set(CROSSWALKS)


@each_list
def test_a_category_is_its_own_category(book: Codebook, name: str) -> None:
    for code in book.codes(name):
        assert book.rollup(book.rollup(code.code)) == code.rollup
        assert code.rollup in book.rollups(name)


@pytest.mark.parametrize("language", ["nl", "en"])
@each_list
def test_no_two_codes_of_a_list_are_called_the_same(book: Codebook, name: str, language: str) -> None:
    labels = [code.label(language).casefold() for code in book.codes(name)]

    assert len(set(labels)) == len(labels)


def test_a_nature_has_a_counterpart_and_the_parent_its_code_names(book: Codebook) -> None:
    for code in book.codes("NATURE"):
        root, dot, _leaf = code.code.partition(".")
        assert code.crosswalks["mores6"] in {"SI", "IN", "PE", "DI", "AG", "OV"}
        assert code.parent == (root if dot else None)


def test_the_categories_of_nature_are_the_six_of_mores_and_three_more(book: Codebook) -> None:
    assert set(book.rollups("NATURE")) == {"SI", "IN", "PE", "DI", "AG", "OV"} | {"BN", "IG", "VR"}


@pytest.mark.parametrize(
    "name",
    [
        *("CLIENT_ROLE", "CLIENT_STATUS", "RELATION", "SAME_LINK", "SETTING", "RECENCY"),
        *("ACTION", "REFERRAL", "OUTCOME", "AFTERCARE"),
    ],
)
def test_a_published_table_of_cases_has_at_most_eight_rows(book: Codebook, name: str) -> None:
    assert 3 <= len(book.rollups(name)) <= 8


@each_file
def test_a_file_is_plain_utf8_with_unix_line_ends_and_no_stray_spaces(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")

    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not re.search(r"(^|,)[ \t]|[ \t](,|$)", re.sub(r'"[^"]*"', "x", text), re.MULTILINE)


@each_list
def test_every_source_is_explained(book: Codebook, name: str) -> None:
    explained = (FOLDER / "SOURCES.md").read_text("utf-8")

    for code in book.codes(name):
        source, _of, _article = code.source.partition(" art. ")
        assert f"| {source}" in explained
