"""The short form of the campaign of kills in a change of key, and that it sees what it is there to see."""

from __future__ import annotations

import pytest

from tests.campaigns import rekey
from tests.campaigns._report import Length


@pytest.mark.timeout(900)
def test_no_kill_in_a_change_of_key_locks_anybody_out() -> None:
    assert rekey.main(["--short"]) == 0


def test_a_desk_that_names_the_new_key_too_early_is_found_out() -> None:
    report = rekey.run(Length(12, seed=2), fault=rekey.EARLY)

    assert report.wrong
    assert report.finish() == 1
