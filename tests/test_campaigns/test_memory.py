"""The short form of the campaign without memory, and that it sees what it is there to see."""

from __future__ import annotations

import sys

import pytest

from tests.campaigns import _worker, memory
from tests.campaigns._report import Length
from tests.campaigns._verdict import LOST

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: limits of a process")


@pytest.mark.timeout(900)
def test_no_lack_of_memory_loses_what_was_acknowledged() -> None:
    assert memory.main(["--short"]) == 0


def test_a_desk_that_does_not_tell_that_it_could_not_is_found_out() -> None:
    report = memory.run(Length(6, seed=3), fault=_worker.SWALLOW, ways=["library"])

    assert report.figures[LOST]
    assert report.finish() == 1
