"""The command line publishes nothing from a vault of which any page is damaged."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from counsellor_desk import cli
from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.intake import open_case
from counsellor_desk.casework.model import Answer, Organisation, OrganisationId
from counsellor_desk.custody.custodian import VAULT_FILE, Custodian
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.figures.publishing import releases
from counsellor_desk.policy import OWN
from tests.custody.conftest import QUICK, FakeStore
from tests.support import FakeClock
from tests.test_doors import PASSPHRASE, _codebook
from tests.test_wrong_clock import report
from tests.vault.conftest import fill, flip, pages

REGISTERED, QUARTER_OVER = datetime(2024, 3, 25, 9), datetime(2024, 4, 10, 9)


def test_a_report_of_a_damaged_vault_is_refused_and_nothing_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, store, clock, out = tmp_path / "desk", FakeStore(), FakeClock(REGISTERED), tmp_path / "out"
    door = RealDoor(
        folder, Custodian(folder, store, cost=lambda: QUICK), LastSeen(store), clock.today, OWN, clock.now
    )
    asked = door.begin_set_up()
    office = door.finish_set_up(asked, PASSPHRASE, asked.groups)
    office.book.add_organisation(Organisation(OrganisationId(0), "Omroep Proef", "K.OMR", "W.250"))
    open_case(office.book, _codebook(), CaseStart(consent_to_count=Answer.YES), clock.today())
    fill(office.book)
    office.close()
    clock.set(QUARTER_OVER)
    last = pages(folder / VAULT_FILE)[-1]  # which no report reads

    flip(folder / VAULT_FILE, last)
    store.secrets = {name: secret for name, secret in store.secrets.items() if not name.endswith("/seen")}
    assert report(door, out, monkeypatch) == cli.REFUSED

    said = capsys.readouterr()
    assert said.err.startswith("A part of the vault is damaged.")
    assert said.out == ""
    flip(folder / VAULT_FILE, last)
    office = door.unlock(PASSPHRASE, "custody.vault_older")
    assert releases(office.ledger) == ()
    office.close()
    assert report(door, out, monkeypatch) == cli.DONE
