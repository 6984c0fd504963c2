from __future__ import annotations

from datetime import date

import pytest

from counsellor_desk.casework.recertification import HOURS_ASKED, HOURS_AT_LEAST, first_day_counted
from counsellor_desk.codebook import Codebook


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 23), date(2022, 11, 24)),
        (date(2028, 2, 29), date(2024, 3, 1)),
        (date(2104, 2, 29), date(2100, 3, 1)),
        (date(2026, 12, 31), date(2023, 1, 1)),
    ],
)
def test_hours_count_for_four_years_to_the_day(today: date, first: date) -> None:
    assert first_day_counted(today) == first


def test_the_parts_of_the_hours_are_codes_and_make_the_whole(codebook: Codebook) -> None:
    assert all(codebook.has("HOURS", code) for code in HOURS_AT_LEAST)
    assert sum(HOURS_AT_LEAST.values()) == HOURS_ASKED
