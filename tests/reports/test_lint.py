from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Release
from counsellor_desk.reports.lint import Vocabulary, vocabulary
from counsellor_desk.reports.wording import Wording


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
