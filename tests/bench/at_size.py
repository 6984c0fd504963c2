"""The practice grown to a large office: 5,000 cases, 20,000 contacts, one case of 1,000, 200 organisations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    CaseFile,
    CaseId,
    FollowUp,
    FollowUpId,
    Note,
    Organisation,
    OrganisationId,
)
from counsellor_desk.casework.views import CaseFilter
from counsellor_desk.office import Office
from counsellor_desk.vault.book import Book
from tests.vault.conftest import add_case, contact_of, note_of

CASES = 5_000
CONTACTS = 20_000
LONG_CASE = 1_000
ORGANISATIONS = 200
ACTIVITIES = 3_000
WORDINGS = 20  # of the newest note of the long case
YEARS = 10
OPEN_AMONG = 10  # one of so many cases is open; of the others the last contact was long ago
TALK = (
    "gesprek over de leidinggevende die haar in het werkoverleg heeft aangesproken waarna zij naar huis ging en "
    "belde met de vraag wat zij nu kan doen, afgesproken dat zij eerst zelf met hem spreekt"
)


def grow(office: Office, today: date) -> CaseId:
    """Fill ``office`` up to that size, in one transaction; gives the long case."""
    book = office.book
    assert isinstance(book, Book)
    with book.transaction():
        organisations = _organisations(book)
        _activities(book, organisations, today)
        had = book.count_cases(CaseFilter())
        for number, opened in enumerate(_openings(CASES - 1 - had, today)):
            _case(book, organisations[number % len(organisations)], number, opened, today)
        return _long_case(book, organisations[0], today)


def said(number: int) -> str:
    """The words of talk ``number``: ten to a hundred of them."""
    words = TALK.split()
    return " ".join(words[(number * 7 + place) % len(words)] for place in range(10 + number * 31 % 90))


def _organisations(book: Book) -> tuple[Organisation, ...]:
    for number in range(ORGANISATIONS - len(book.organisations())):
        book.add_organisation(Organisation(OrganisationId(0), f"Gezelschap {number:03}", "K.COM", "W.250"))
    return book.organisations()


def _activities(book: Book, organisations: tuple[Organisation, ...], today: date) -> None:
    for number in range(ACTIVITIES):
        on = today - timedelta(days=number * 365 * YEARS // ACTIVITIES)
        where = organisations[number % len(organisations)].id
        book.add_activity(Activity(ActivityId(0), "V.ADV", on, 30 + number % 60, where, None))


def _openings(cases: int, today: date) -> Iterator[date]:
    """Evenly over the years, the oldest first."""
    for number in range(cases):
        yield today - timedelta(days=365 * YEARS * (cases - number) // cases)


def _case(book: Book, organisation: Organisation, number: int, opened: date, today: date) -> None:
    is_open = number % OPEN_AMONG == 0
    case = add_case(
        book,
        organisation,
        number=book.next_case_number(opened.year),
        status="B.LOP" if is_open else "B.DIC",
        registered_on=opened,
        first_contact_on=opened,
        natures=("SI.VER",),
        closed_on=None if is_open else min(opened + timedelta(days=60), today),
        counted_closed_on=None if is_open else min(opened + timedelta(days=60), today),
    )
    for week in range((CONTACTS - LONG_CASE) // CASES):
        _talk(book, case, min(opened + timedelta(weeks=week), today), number + week)
    if is_open:
        due = today + timedelta(days=number // OPEN_AMONG % 14 - 7)
        book.add_follow_up(FollowUp(FollowUpId(0), case.id, due, None, "bellen hoe het gaat"))


def _long_case(book: Book, organisation: Organisation, today: date) -> CaseId:
    first = today - timedelta(days=LONG_CASE)
    case = add_case(book, organisation, number=book.next_case_number(first.year), status="B.LOP",
                    registered_on=first, first_contact_on=first, natures=("SI.VER",))  # fmt: skip
    for day in range(LONG_CASE):
        newest = _talk(book, case, first + timedelta(days=day + 1), day)
    for revision in range(WORDINGS - 1):
        book.amend_note(newest.id, revision, said(revision), newest.written_at)
    return case.id


def _talk(book: Book, case: CaseFile, on: date, number: int) -> Note:
    at = datetime.combine(on, time(9, number % 60))
    contact = book.add_contact(replace(contact_of(case), on=on, registered_on=on, codes=("SI.VER",)))
    return book.add_note(note_of(case, said(number), contact=contact.id, written_at=at, changed_at=at))
