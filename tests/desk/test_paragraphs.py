"""Very long paragraphs are held in pieces, and the text stays what it is."""

from __future__ import annotations

from unicodedata import combining

from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.desk.kit.paragraphs import SEAM, breaks, with_seams, without_seams

TEXT = st.text(st.sampled_from("ab é\u0301\u034f\n\U0001f600"), max_size=200)
MOST = 7


@given(TEXT)
def test_a_text_with_seams_stands_for_the_text(text: str) -> None:
    assert without_seams(with_seams(text, MOST)) == text


@given(TEXT)
def test_no_paragraph_is_longer_than_agreed(text: str) -> None:
    paragraphs = with_seams(text, MOST).split("\n")

    assert max(len(without_seams(paragraph)) for paragraph in paragraphs) <= MOST


@given(TEXT, st.data())
def test_a_text_that_is_cut_at_any_place_is_still_the_text(text: str, data: st.DataObject) -> None:
    held = with_seams(text, MOST)
    cut = data.draw(st.integers(0, len(held)))

    both = without_seams(held[:cut]) + without_seams(held[cut:])

    assert both.replace("\n", "") == text.replace("\n", "")


@given(st.text(st.sampled_from("ab "), max_size=200))
def test_a_word_is_broken_only_when_it_is_too_long_itself(text: str) -> None:
    for place in breaks(text, MOST):
        assert text[place - 1] == " " or " " not in text[place - MOST : place]


@given(st.text(st.sampled_from("ab\u0301"), max_size=200).filter(lambda text: "\u0301" * MOST not in text))
def test_a_letter_keeps_its_accent(text: str) -> None:
    assert not any(combining(text[place]) for place in breaks(text, MOST))


def test_short_paragraphs_have_no_seam() -> None:
    text = "Two lines.\n\nAnd a blank one between."

    assert with_seams(text) == text
    assert SEAM not in text
