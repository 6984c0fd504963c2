"""The door and the command line under a clock in doubt: named, with what to do, and nothing published."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from counsellor_desk import app, cli
from counsellor_desk.casework.clock import ClockAhead
from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.intake import open_case
from counsellor_desk.casework.model import Answer, Organisation, OrganisationId
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.figures.publishing import releases
from counsellor_desk.policy import OWN
from tests.custody.conftest import QUICK, FakeStore
from tests.support import FakeClock
from tests.test_doors import PASSPHRASE, _codebook

LAST = datetime(2024, 2, 14, 9)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(LAST)


@pytest.fixture
def door(tmp_path: Path, clock: FakeClock) -> RealDoor:
    """The door of a vault with one case of 14 February 2024, its quarter not over yet."""
    folder, store = tmp_path / "desk", FakeStore()
    custodian = Custodian(folder, store, cost=lambda: QUICK)
    made = RealDoor(folder, custodian, LastSeen(store), clock.today, OWN, clock.now)
    asked = made.begin_set_up()
    office = made.finish_set_up(asked, PASSPHRASE, asked.groups)
    office.book.add_organisation(Organisation(OrganisationId(0), "Omroep Proef", "K.OMR", "W.250"))
    open_case(office.book, _codebook(), CaseStart(consent_to_count=Answer.YES), clock.today())
    office.close()
    return made


def report(door: RealDoor, folder: Path, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> int:
    """The exit code of the command line, asked for the first quarter of 2024."""
    monkeypatch.setattr(app, "harden", lambda: None)
    monkeypatch.setattr(app, "_real_door", lambda _policy: door)
    monkeypatch.setattr("getpass.getpass", lambda: PASSPHRASE)
    return cli.main(["--language", language, "report", "--period", "2024Q1", "--out", str(folder)])


def test_a_report_under_a_clock_in_doubt_is_refused_with_what_to_do(
    door: RealDoor,
    clock: FakeClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock.set(datetime(2027, 3, 14, 9))
    out = tmp_path / "out"
    out.mkdir()

    assert report(door, out, monkeypatch) == cli.REFUSED

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "Your computer says 14-03-2027 09:00, but this vault was last used on 14-02-2024 09:00. Say at the top of "
        "the desk which date is right, or set the clock right. Until then nothing is registered, closed, published "
        "or deleted.\n"
    )
    assert list(out.iterdir()) == []
    office = door.unlock(PASSPHRASE)
    assert releases(office.ledger) == ()
    office.close()


def test_a_report_after_the_answer_is_written(
    door: RealDoor,
    clock: FakeClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock.set(datetime(2027, 3, 14, 9))
    office = door.unlock(PASSPHRASE)
    assert isinstance(office.clock.doubt(), ClockAhead)
    office.clock.accept(clock.now())
    office.close()
    out = tmp_path / "out"
    out.mkdir()

    assert report(door, out, monkeypatch, "nl") == cli.DONE
    assert len(list(out.iterdir())) == len(capsys.readouterr().out.splitlines()) > 0

    clock.set(datetime(2030, 1, 1))  # what was published is written again whatever the clock says
    assert report(door, out, monkeypatch) == cli.DONE
