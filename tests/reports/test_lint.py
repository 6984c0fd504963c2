from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Release
from counsellor_desk.reports import writers
from counsellor_desk.reports.content import ReportText, compose
from counsellor_desk.reports.errors import WordingDamaged
from counsellor_desk.reports.lint import Vocabulary, vocabulary
from counsellor_desk.reports.wording import Wording
from tests.reports.samples import NOORD, sample


@pytest.fixture
def allowed(release: Release, codebook: Codebook, wordings: Mapping[str, Wording]) -> Vocabulary:
    return vocabulary(release, codebook, wordings["nl"], pages=3)


def test_a_figure_of_the_release_is_no_stranger(allowed: Vocabulary) -> None:
    assert allowed.strangers("Nieuwe zaken 45 ±5, minuten 18.975") == ()


@pytest.mark.parametrize("number", ["43", "7", "18.974", "46", "2019"])
def test_a_number_from_elsewhere_is_a_stranger(allowed: Vocabulary, number: str) -> None:
    assert allowed.strangers(f"Nieuwe zaken {number}") == (number,)


def test_a_word_from_elsewhere_is_a_stranger(allowed: Vocabulary) -> None:
    assert allowed.strangers("Seksuele intimidatie door Geertruida") == ("geertruida",)


def test_pages_are_numbered_no_further_than_they_go(release: Release, codebook: Codebook, wording: Wording) -> None:
    bare = replace(release, tables=())

    assert "8" in vocabulary(bare, codebook, wording, pages=8).numbers
    assert "8" not in vocabulary(bare, codebook, wording, pages=4).numbers


@pytest.fixture(scope="session")
def known(codebook: Codebook, wordings: Mapping[str, Wording]) -> list[tuple[Vocabulary, ReportText]]:
    """What a report may say and what it says, in each language."""
    release = sample(codebook)
    return [(vocabulary(release, codebook, one), compose(release, codebook, one)) for one in wordings.values()]


@given(
    number=st.integers(0, 10_000_000), at=st.integers(0, 10_000), wrote=st.sampled_from(["{:d}", "±{:d}", "x{:d}"])
)
def test_any_number_put_into_any_sentence_of_a_report_is_found_unless_the_release_has_it(
    known: list[tuple[Vocabulary, ReportText]], number: int, at: int, wrote: str
) -> None:
    for allowed, text in known:
        sentences = (*text.rules, *text.guarantee, *text.limits, *text.check, *text.not_shown, text.reading)
        words = sentences[at % len(sentences)].split(" ")
        words.insert(at % (len(words) + 1), wrote.format(number))

        token = wrote.format(number).lstrip("±")
        assert allowed.strangers(" ".join(words)) == (() if token in allowed.numbers else (token,))


@given(name=st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=40))
def test_a_report_of_any_organisation_holds_nothing_but_its_vocabulary(
    codebook: Codebook, wordings: Mapping[str, Wording], name: str
) -> None:
    release = sample(codebook, audience=replace(NOORD, name=name))
    for wording in wordings.values():
        text = compose(release, codebook, wording)
        said = (text.title, text.audience, *text.rules, *text.guarantee, *text.limits, *text.check, *text.not_shown)

        assert vocabulary(release, codebook, wording).strangers(" ".join(said)) == ()


def test_a_report_with_a_number_of_its_own_is_not_written(
    codebook: Codebook, wordings: Mapping[str, Wording], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    typed = {
        language: replace(one, entries={**one.entries, "reading.rounding": "{base} 43"})
        for language, one in wordings.items()
    }
    monkeypatch.setattr(writers, "load", lambda _folder: typed)

    with pytest.raises(WordingDamaged):
        writers.Writers(codebook).export(sample(codebook), "en", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("word", ["two", "three", "ten", "twee", "drie", "tien", "dozens", "tientallen"])
def test_a_number_in_words_is_a_stranger_in_both_languages(
    release: Release, codebook: Codebook, wording: Wording, word: str
) -> None:
    assert vocabulary(release, codebook, wording).strangers(f"Er waren {word}.")[-1] == word
