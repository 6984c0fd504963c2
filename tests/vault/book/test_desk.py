from __future__ import annotations

from datetime import date, timedelta

import pytest

from counsellor_desk.casework.errors import RecordMissing
from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    HoursId,
    Organisation,
    OrganisationId,
    ProfessionalHours,
    Signal,
    SignalId,
)
from counsellor_desk.vault.book import Book
from tests.vault.conftest import NOW, TODAY


def test_activities_of_a_span_come_newest_first(book: Book, organisation: Organisation) -> None:
    days = [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1)]
    added = [
        book.add_activity(Activity(ActivityId(0), "V.VOO", day, 60, organisation.id, "BR.10", "x")) for day in days
    ]

    assert book.activities(days[0], days[1]) == (added[1], added[0])
    book.remove_activity(added[0].id)
    assert book.activities(days[0], days[2]) == (added[2], added[1])


def test_an_activity_needs_no_organisation_but_none_that_is_unknown(book: Book) -> None:
    book.add_activity(Activity(ActivityId(0), "V.ADM", TODAY, 60, None))

    with pytest.raises(RecordMissing):
        book.add_activity(Activity(ActivityId(0), "V.ADM", TODAY, 60, OrganisationId(99)))
    with pytest.raises(RecordMissing):
        book.remove_activity(ActivityId(99))


def test_hours_and_signals_come_newest_first(book: Book) -> None:
    old = book.add_hours(ProfessionalHours(HoursId(0), "E.BNS", TODAY - timedelta(days=9), 90))
    new = book.add_hours(ProfessionalHours(HoursId(0), "E.ITV", TODAY, 60, "groep"))
    first = book.add_signal(Signal(SignalId(0), None, TODAY - timedelta(days=1), "rust", 6, consented=True))
    second = book.add_signal(Signal(SignalId(0), None, TODAY, "sfeer", 7, consented=False, sent_on=TODAY))

    assert book.hours(TODAY - timedelta(days=9)) == (new, old)
    assert book.hours(TODAY) == (new,)
    assert book.signals() == (second, first)


def test_a_draft_is_replaced_and_dropped(book: Book) -> None:
    book.save_draft("contact", "een", NOW)
    book.save_draft("contact", "twee", NOW)
    book.save_draft("note:1", "drie", NOW)
    book.drop_draft("contact")
    book.drop_draft("contact")

    assert (book.draft("contact"), book.draft("note:1"), book.draft("nooit")) == (None, "drie", None)


def test_a_setting_is_replaced(book: Book) -> None:
    book.save_setting("last_case", "1")
    book.save_setting("last_case", "2")

    assert (book.setting("last_case"), book.setting("nooit")) == ("2", None)
