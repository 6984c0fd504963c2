"""The short form of the campaign of kills among backups, and that it sees what it is there to see."""

from __future__ import annotations

from tests.campaigns import backups
from tests.campaigns._report import Length


def test_no_kill_among_backups_loses_a_note_breaks_a_copy_or_brings_back_a_word() -> None:
    assert backups.main(["--count", "4"]) == 0


def test_a_program_that_says_too_early_that_it_destroyed_is_found_out() -> None:
    report = backups.run(Length(10, seed=2), fault=backups.EARLY)

    assert report.figures[backups.AGAIN]
    assert report.finish() == 1
