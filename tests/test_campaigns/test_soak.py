"""The short form of the campaign that works without a rest, and that it sees what grows."""

from __future__ import annotations

import pytest

from tests.campaigns import soak
from tests.campaigns._report import Length

pytestmark = [pytest.mark.x11, pytest.mark.timeout(600)]


def test_some_hundred_operations_leave_memory_journal_and_handles_as_they_were() -> None:
    assert soak.main(["--count", "250"]) == 0


@pytest.mark.parametrize(("fault", "seen"), [("memory", soak.GROWTH), ("handles", soak.HANDLES)])
def test_what_grows_is_found_out(fault: str, seen: str) -> None:
    report = soak.run(Length(100, seed=2), fault=fault)

    assert [line for line in report.wrong if seen in line]
    assert report.finish() == 1
