from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Code, Codebook, load
from counsellor_desk.codebook.finder import Finder
from counsellor_desk.codebook.reader import parse

from .lists import files, row, table

BOOK = load(resource("codebook"))  # Hypothesis wants no fixture that is shared by its examples


def found(book: Codebook, words: str, *lists: str) -> list[str]:
    return [code.code for code in book.find(lists or ("NATURE",), words)]


@pytest.mark.parametrize(
    "words", ["aanr", "AANRAKING", "ongew aanr", "unwanted", "touch", "si.fys", "SI.F", " aanraking "]
)
def test_a_code_is_found_in_either_language_and_by_its_code(book: Codebook, words: str) -> None:
    assert "SI.FYS" in found(book, words)


@pytest.mark.parametrize("words", ["scène", "scene", "SCENE", "sce\u0300ne"])
def test_accents_and_capitals_do_not_matter(book: Codebook, words: str) -> None:
    assert found(book, words) == ["SI.SCN"]


def test_the_start_of_a_code_comes_before_labels_then_words_then_parts_of_them() -> None:
    book = parse(
        files(
            place=table(
                row("A", label_en="Teamwork", label_nl="Samen"),
                row("B", label_en="At work", label_nl="Bezig"),
                row("WORK", label_en="Labour", label_nl="Arbeid"),
                row("D", label_en="Workshop", label_nl="Les"),
            )
        )
    )

    assert found(book, "work", "PLACE") == ["WORK", "D", "B", "A"]


def names(*found: str) -> Finder:
    return Finder(((str(number), (name,)) for number, name in enumerate(found, start=1)), codes=False)


def best(finder: Finder, words: str) -> list[str]:
    return [key for _rank, key in sorted(finder.hits(words), key=lambda hit: hit[0])]


def test_a_whole_name_comes_before_names_that_begin_so_and_those_before_others() -> None:
    finder = names("De Omroep", "Omroepvereniging", "Netomroep", "Omroep")

    assert best(finder, "omroep") == ["4", "2", "1", "3"]


def test_a_key_that_nobody_knows_is_not_looked_into() -> None:
    assert best(names("Omroep", "Studio 1"), "1") == ["2"]


@pytest.mark.parametrize("words", ["ost", "oer", "lodz", "aeg", "cafe", "stras"])
def test_letters_are_found_as_people_type_them(words: str) -> None:
    finder = names("Øst", "Œrsted", "Łódź", "Ægir", "CAFÉ", "Straße")

    assert len(best(finder, words)) == 1


def test_every_word_must_match(book: Codebook) -> None:
    assert found(book, "verbale agressie") == ["AG.VER"]
    assert found(book, "verbale zzz") == []


def test_equals_keep_the_order_of_the_lists_asked(book: Codebook) -> None:
    assert found(book, "hr", "REFERRAL", "ROUTE") == ["X.HRM", "O.HRM"]
    assert found(book, "hr", "ROUTE", "REFERRAL") == ["O.HRM", "X.HRM"]


def test_nothing_typed_offers_the_start_of_the_list(book: Codebook) -> None:
    assert found(book, "") == [code.code for code in book.codes("NATURE")[:8]]


@pytest.mark.parametrize("words", ["🙂", "-", "...", "\0", "%", "_"])
def test_signs_alone_find_nothing(book: Codebook, words: str) -> None:
    assert found(book, words) == []


def test_no_more_than_the_limit_is_found(book: Codebook) -> None:
    assert len(book.find(book.list_names(), "e", limit=3)) == 3


@given(words=st.text(max_size=80), lists=st.lists(st.sampled_from(BOOK.list_names()), max_size=4))
@example(words="🙂 \0 \u202eמילה", lists=["NATURE"])
@example(words="x" * 100_000, lists=list(BOOK.list_names()))
@example(words="", lists=[])
def test_any_text_finds_only_codes_of_the_lists_asked(words: str, lists: list[str]) -> None:
    hits = BOOK.find(lists, words)

    assert {code.list for code in hits} <= set(lists)
    assert len(set(hits)) == len(hits) <= 8
    assert hits == BOOK.find(lists, words)


@given(code=st.sampled_from([code for name in BOOK.list_names() for code in BOOK.codes(name)]), data=st.data())
def test_each_code_is_found_by_its_own_label_and_code(code: Code, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from([*code.labels.values(), code.code]))

    assert code in BOOK.find([code.list], words, limit=100)
