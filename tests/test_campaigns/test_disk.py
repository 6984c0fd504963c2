"""The short form of the campaign of full and failing disks, and that it sees what it is there to see."""

from __future__ import annotations

import os
import sys

import pytest

from tests.campaigns import _worker, disk
from tests.campaigns._report import Length
from tests.campaigns._verdict import FAULTS, LOST, NONE


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs root on Linux to mount a small disk")
@pytest.mark.timeout(900)
def test_no_failing_disk_loses_what_was_acknowledged() -> None:
    assert disk.main(["--short"]) == 0


@pytest.mark.parametrize("way", ["file size", "failing calls"])
def test_a_desk_that_does_not_tell_of_a_failure_is_found_out(way: str) -> None:
    report = disk.run(Length(6, seed=2), fault=_worker.SWALLOW, ways={way: disk.WAYS[way]})

    assert report.figures[LOST]
    assert report.finish() == 1


def test_a_desk_that_lets_its_backups_go_before_there_is_a_newer_one_is_found_out() -> None:
    report = disk.run(Length(4, seed=2), fault=_worker.HASTY, ways={"file size": disk.WAYS["file size"]})

    assert {name for name in (*FAULTS, disk.SHORTER, disk.UNNAMED) if report.figures[name]} == {NONE}
    assert report.finish() == 1
