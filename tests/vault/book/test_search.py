from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from counsellor_desk.casework.model import CaseFile
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.vault import OpenVault
from tests.vault.conftest import NOW, note_of


def test_words_are_found_while_they_are_typed(book: Book, case: CaseFile) -> None:
    note = book.add_note(note_of(case, "Zij sprak over de sfeer op de set van gisteren."))

    for typed in ("s", "sf", "sfe", "sfee", "sfeer", "sfeer ", "sfeer o", "set sfeer", "SFEER"):
        (hit,) = book.search(typed)
        assert (hit.case, hit.number, hit.note, hit.on) == (case.id, case.number, note.id, NOW.date())
        assert hit.match in {"sprak", "sfeer", "set", "over"}
        assert hit.before + hit.match + hit.after == note.body


@pytest.mark.parametrize(
    ("written", "typed"), [("scène", "scene"), ("scene", "scène"), ("Çelik", "celik"), ("ИГРА", "игра")]
)
def test_accents_and_capitals_make_no_difference(book: Book, case: CaseFile, written: str, typed: str) -> None:
    book.add_note(note_of(case, written))

    assert book.search(typed)[0].match == written


def test_all_words_must_stand_in_the_note(book: Book, case: CaseFile) -> None:
    book.add_note(note_of(case, "opname en montage"))

    assert book.search("montage opname")
    assert book.search("montage draaidag") == ()


def test_notes_come_newest_first_and_no_more_than_asked(book: Book, case: CaseFile) -> None:
    notes = [book.add_note(note_of(case, "gesprek", written_at=NOW + timedelta(days=day))) for day in range(5)]

    assert [hit.note for hit in book.search("gesprek", limit=3)] == [note.id for note in notes[:1:-1]]


def test_a_case_number_comes_before_notes_that_hold_it(book: Book, new_case: Callable[..., CaseFile]) -> None:
    first, second = new_case(), new_case()
    book.add_note(note_of(first, "zie ook 26-002"))

    hits = book.search("26-002")

    assert [(hit.case, hit.note is None) for hit in hits] == [(second.id, True), (first.id, False)]
    assert [hit.number for hit in book.search(" 26")][:2] == ["26-002", "26-001"]
    assert book.search("%") == ()


def test_context_is_short_on_both_sides(book: Book, case: CaseFile) -> None:
    book.add_note(note_of(case, "ervoor " * 5000 + "vondst " + "erna " * 5000))

    (hit,) = book.search("vondst")

    assert hit.match == "vondst"
    assert 0 < len(hit.before) <= 60
    assert 0 < len(hit.after) <= 60


def test_an_amended_note_is_found_by_its_new_words_only(book: Book, case: CaseFile) -> None:
    note = book.add_note(note_of(case, "eerst"))
    book.amend_note(note.id, 0, "daarna", NOW)

    assert book.search("eerst") == ()
    assert book.search("daarna")


def test_a_removed_note_is_found_no_more(book: Book, vault: OpenVault, case: CaseFile) -> None:
    note = book.add_note(note_of(case, "verdwenen"))
    vault.session.change("DELETE FROM note WHERE id = :id", {"id": note.id})

    assert book.search("verdwenen") == ()
    assert vault.session.rows("PRAGMA quick_check") == [("ok",)]


@pytest.mark.parametrize(
    "text", ["vóór\0erna woord", "🎬 woord 🎬", "שלום woord עולם", "woord\ufdd0\ufdd1", "a" * 100_000 + " woord"]
)
def test_odd_texts_are_found_by_their_words(book: Book, case: CaseFile, text: str) -> None:
    note = book.add_note(note_of(case, text))

    assert book.search("woord")[0].note == note.id


def test_right_to_left_words_are_found(book: Book, case: CaseFile) -> None:
    book.add_note(note_of(case, "שלום עולם"))

    assert book.search("עול")[0].match == "עולם"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40) | st.text("\"'*()^-+:{}\\ANDORNEAT \0,;ab1\u0301\ud83d", max_size=40))
@example('"')
@example('a"b')
@example("\0")
@example("a\0b")
@example("AND OR NOT NEAR(")
@example("body : x")
@example("-a ^b *")
@example("🎬")
@example("\ud83d")
@example("٣ ½ Ⅷ ²")
@example("word " * 100)
def test_whatever_is_typed_is_a_search(book: Book, case: CaseFile, typed: str) -> None:
    book.search(typed)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("abcdefgëéüß", min_size=1, max_size=12), min_size=1, max_size=6))
def test_every_beginning_of_every_word_finds_its_note(book: Book, case: CaseFile, words: list[str]) -> None:
    note = book.add_note(note_of(case, " ".join(words)))

    for word in words:
        for end in range(1, len(word) + 1):
            assert note.id in {hit.note for hit in book.search(word[:end], limit=1000)}
