"""A planted word is found in every shape; a text without it is clean."""

from __future__ import annotations

import base64
import io
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.campaigns._planted import hits, planted

WORD = planted(1, seed=3)[0]


def in_a_pdf(word: str) -> bytes:
    paper = io.BytesIO()
    canvas = Canvas(paper, pageCompression=1)
    canvas.drawString(72, 720, word)
    canvas.save()
    return paper.getvalue()


def in_a_zip(word: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<t>{word}</t>" * 50)
    return file.getvalue()


SHAPES: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda word: word.encode(),
    "UTF-16 little end first": lambda word: word.encode("utf-16-le"),
    "UTF-16 big end first": lambda word: word.encode("utf-16-be"),
    "decomposed": lambda word: unicodedata.normalize("NFD", word).encode(),
    "upper case": lambda word: word.upper().encode(),
    "percent": lambda word: urllib.parse.quote(word).encode(),
    "hex": lambda word: word.encode().hex().encode(),
    "base64": lambda word: base64.b64encode(word.encode()),
    "base64, one byte on": lambda word: base64.b64encode(b"." + word.encode() + b"rest"),
    "base64, two bytes on": lambda word: base64.b64encode(b".." + word.encode() + b"rest"),
    "JSON": lambda word: word.encode("ascii", "backslashreplace"),
    "a compressed PDF": in_a_pdf,
    "a spreadsheet": in_a_zip,
    "a bare stream of a PDF": lambda word: b"%PDF\nstream\n" + zlib.compress(word.encode()) + b"\nendstream",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_a_planted_word_is_found_as(shape: Callable[[str], bytes]) -> None:
    assert hits([WORD], shape(WORD)) == [WORD]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_another_word_is_not_taken_for_it(shape: Callable[[str], bytes]) -> None:
    assert hits([WORD], shape("an ordinary word")) == []


def test_two_hundred_planted_words_are_two_hundred() -> None:
    words = planted(200, seed=1)

    assert len(set(words)) == 200
    assert not any(one in other for one in words for other in words if one is not other)
