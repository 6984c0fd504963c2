"""The short form of the campaign of destroyed words, and that it sees what it is there to see."""

from __future__ import annotations

import pytest

from tests.campaigns import forget
from tests.campaigns._report import Length


@pytest.mark.timeout(900)
def test_no_destroyed_word_is_found_in_any_page_journal_or_backup() -> None:
    assert forget.main(["--short"]) == 0


@pytest.mark.parametrize("fault", [forget.KEPT_PAGES, forget.UNCLEARED])
def test_words_that_were_not_really_destroyed_are_found(fault: str) -> None:
    report = forget.run(Length(1, seed=1), fault=fault)

    assert report.figures[forget.HITS]
    assert report.finish() == 1
