"""``report``: published first, then written; by the same two functions as in the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.errors import AudienceTooSmall, PeriodNotEnded
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.ports import LedgerEntry
from counsellor_desk.figures.publishing import keep, prepare, preview, releases
from counsellor_desk.figures.release import SECTOR, Release
from counsellor_desk.figures.request import Request
from counsellor_desk.figures.snapshot import snapshot
from counsellor_desk.headless import AudienceUnknown, write_reports
from tests.figures.fakes import FakeFacts, FakeLedger, office, shipped_codebook

TODAY = date(2026, 11, 23)
QUARTER = Period.parse("2025Q1")


class Refused(DeskError):
    """The ledger keeps nothing."""

    code = "clock.behind"


class RefusingLedger(FakeLedger):
    def append(self, entry: LedgerEntry) -> None:
        raise Refused


@dataclass
class Printer:
    written: list[Release] = field(default_factory=list)

    def export(self, release: Release, language: str, folder: str) -> tuple[str, ...]:
        self.written.append(release)
        return (f"{folder}/{release.period}-{language}",)


class Book:
    def organisations(self) -> tuple[Organisation, ...]:
        return tuple(
            Organisation(OrganisationId(number), f"House {number}", "K.OMR", "W.250") for number in (1, 2, 3)
        )


@dataclass
class Office:
    facts: FakeFacts
    ledger: FakeLedger = field(default_factory=FakeLedger)
    printer: Printer = field(default_factory=Printer)
    book: Book = field(default_factory=Book)

    def report(self, period: Period = QUARTER, audience: str = "sector") -> list[str]:
        return write_reports(
            self, shipped_codebook(), self.printer, [period], audience, TODAY, language="nl", folder="out"
        )


@pytest.fixture
def facts() -> FakeFacts:
    return office(40, 1)


def test_what_is_written_is_what_the_ledger_has(facts: FakeFacts) -> None:
    desk = Office(facts)

    assert desk.report() == ["out/2025Q1-nl"]
    assert tuple(desk.printer.written) == releases(desk.ledger)


def test_a_report_that_is_asked_for_again_is_the_same_and_published_once(facts: FakeFacts) -> None:
    desk = Office(facts)
    desk.report()
    facts.cases.clear()
    desk.report()

    assert desk.printer.written[0] == desk.printer.written[1]
    assert len(desk.ledger.kept) == 1


def test_the_window_and_the_report_publish_the_same(facts: FakeFacts) -> None:
    codebook, by_report, by_window = shipped_codebook(), Office(facts), Office(facts)
    by_report.report()

    ledger, asked = by_window.ledger, Request(QUARTER, SECTOR)
    seen = preview(facts, ledger, codebook, asked, TODAY).release
    taken = snapshot(facts, ledger, QUARTER.year)
    keep(ledger, prepare(taken.facts, taken.ledger, codebook, asked, TODAY, seen))

    assert by_window.ledger.kept == by_report.ledger.kept


@pytest.mark.parametrize(
    ("period", "audience", "refusal"),
    [("2026Q4", "sector", PeriodNotEnded), ("2025Q1", "organisation:3", AudienceTooSmall)],
)
def test_what_a_preview_refuses_the_report_refuses(
    facts: FakeFacts, period: str, audience: str, refusal: type[DeskError]
) -> None:
    desk = Office(facts)
    facts.bands = {1: "W.250", 2: "W.250", 3: "W.49"}

    with pytest.raises(refusal):
        desk.report(Period.parse(period), audience)
    assert (desk.ledger.kept, desk.printer.written) == ([], [])


def test_an_audience_that_is_none_is_named(facts: FakeFacts) -> None:
    with pytest.raises(AudienceUnknown):
        Office(facts).report(audience="organisation:4")


def test_where_the_ledger_refuses_no_file_is_written(facts: FakeFacts) -> None:
    desk = Office(facts, RefusingLedger())

    with pytest.raises(Refused):
        desk.report()
    assert desk.printer.written == []
