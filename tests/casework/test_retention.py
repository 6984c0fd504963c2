from __future__ import annotations

from datetime import date

import pytest

from counsellor_desk.casework.retention import TERMS, RetentionProfile, RetentionUnknown, retention_due


@pytest.mark.parametrize(
    ("profile", "due"),
    [
        ("NL-VP", date(2025, 3, 31)),
        ("NL-VP-2Y", date(2026, 2, 28)),
        ("IOA", date(2024, 5, 29)),
        ("BE-PAPSY", date(2044, 2, 28)),
        ("BE-DERDEN", date(2029, 2, 28)),
    ],
)
def test_each_retention_profile_has_its_day(profile: str, due: date) -> None:
    assert retention_due(profile, date(2024, 2, 29)) == due


def test_every_profile_has_a_term_with_its_source() -> None:
    assert set(TERMS) == set(RetentionProfile)
    assert all(term.source for term in TERMS.values())


def test_an_unknown_profile_is_never_taken_for_another() -> None:
    with pytest.raises(RetentionUnknown):
        retention_due("from tomorrow", date(2024, 2, 29))
