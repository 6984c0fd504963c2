from __future__ import annotations

from dataclasses import replace

import pytest

from counsellor_desk.desk.verdict import paragraph
from counsellor_desk.verifier.verdict import Verdict, WithheldVerdict

PROVEN = Verdict(
    "0123456789abcdef" * 4,
    last=4,
    base=5,
    rho=5,
    claimed=5,
    rows=308,
    window=5,
    ladder=1,
    corrected=0,
    alone=True,
    practice=False,
    persons=False,
    same_witness=True,
)


def test_it_names_the_office_and_all_numbers() -> None:
    words = paragraph(PROVEN, "en")

    assert "publications 1 to 4 of office 0123 4567 89ab cdef" in words
    assert "308 figures" in words
    assert "at least 6" in words
    assert "at least 5 to somebody who knows one" in words
    assert "at least 4 to somebody who knows two" in words
    assert "within 5" in words


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "case",
    [
        {},
        {"last": 1},
        {"practice": True},
        {"persons": True},
        {"ladder": 2, "window": 10},
        {"same_witness": False},
        {"corrected": 2},
        {"claimed": 10},
        {"alone": False},
    ],
)
def test_every_case_has_whole_sentences_of_its_own(case: dict[str, int], language: str) -> None:
    words = paragraph(replace(PROVEN, **case), language)

    assert "{" not in words
    assert words.endswith(".")
    assert (words != paragraph(PROVEN, language)) is bool(case)


def test_every_sentence_is_translated() -> None:
    every = replace(PROVEN, practice=True, persons=True, ladder=2, same_witness=False, alone=False, claimed=10)
    english, dutch = (set(paragraph(every, language).split(". ")) for language in ("en", "nl"))

    assert not english & dutch


def test_where_a_publication_stated_more_it_says_what_can_be_relied_on() -> None:
    words = paragraph(replace(PROVEN, claimed=10), "en")

    assert "at least 6 different numbers" in words
    assert "more possible numbers were stated, at most 11; that was right for what was out by then" in words
    assert "more possible numbers" not in paragraph(PROVEN, "en")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_withheld_counts_have_sentences_of_their_own(language: str) -> None:
    words = paragraph(WithheldVerdict("0" * 64, last=2, base=5, rows=40, wide=9, narrow=3, alone=False), language)

    assert "{" not in words
    assert all(number in words for number in ("40", "9", "3", "4"))
