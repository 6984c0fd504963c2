from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from counsellor_desk.casework.model import (
    CaseFile,
    FollowUp,
    FollowUpId,
    HoursId,
    Identity,
    NoteClass,
    Organisation,
    OrganisationId,
    ProfessionalHours,
)
from counsellor_desk.casework.views import CaseFilter, CaseSort
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.vault import OpenVault
from tests.vault.conftest import TODAY, contact_of, note_of

NewCase = Callable[..., CaseFile]


def numbers(book: Book, wanted: CaseFilter) -> list[str]:
    return [row.number for row in book.list_cases(wanted)]


def test_a_row_shows_the_last_contact_and_the_next_follow_up(book: Book, new_case: NewCase) -> None:
    case = new_case(natures=("PE", "SI"))
    for days in (9, 2, 5):
        book.add_contact(contact_of(case, on=TODAY - timedelta(days=days)))
    for days, done in ((1, TODAY), (3, None), (6, None)):
        due = TODAY + timedelta(days=days)
        book.add_follow_up(FollowUp(FollowUpId(0), case.id, due, None, "", done_on=done))

    (row,) = book.list_cases(CaseFilter())

    assert (row.id, row.number, row.status, row.organisation, row.nature) == (
        case.id, case.number, "B.NIE", "Omroep Proef", "PE",
    )  # fmt: skip
    assert row.first_contact_on == TODAY
    assert row.last_contact_on == TODAY - timedelta(days=2)
    assert row.follow_up_on == TODAY + timedelta(days=3)


def test_the_last_contact_follows_when_one_is_moved_or_removed(book: Book, vault: OpenVault, case: CaseFile) -> None:
    first = book.add_contact(contact_of(case, on=TODAY - timedelta(days=9)))
    last = book.add_contact(contact_of(case))
    moved = "UPDATE contact SET on_day = '2026-11-20' WHERE id = :id"
    vault.session.change(moved, {"id": last.id})
    assert book.recent_cases()[0].last_contact_on == date(2026, 11, 20)

    vault.session.change("DELETE FROM contact WHERE id = :id", {"id": last.id})

    assert book.recent_cases()[0].last_contact_on == first.on
    assert book.case(case.id) == case


def test_a_parent_nature_finds_its_children_and_nothing_else(book: Book, new_case: NewCase) -> None:
    for natures in (("SI",), ("SI.VER",), ("PE", "SI.DIG"), ("SIX",), ("IN",), ()):
        new_case(natures=natures)

    by_number = CaseFilter(sort=CaseSort.NUMBER, descending=False)

    assert numbers(book, replace(by_number, natures=("SI",))) == ["26-001", "26-002", "26-003"]
    assert numbers(book, replace(by_number, natures=("SI.DIG", "IN"))) == ["26-003", "26-005"]
    assert book.count_cases(replace(by_number, natures=("SI",))) == 3


def test_filters_narrow_each_other(book: Book, new_case: NewCase) -> None:
    other = book.add_organisation(Organisation(OrganisationId(0), "Producent", "K.PRO", "W.010"))
    new_case(status="B.LOP")
    new_case(status="B.WAC", organisation=other.id)
    new_case(status="B.LOP", organisation=other.id)
    new_case(number="25-001", status="B.LOP", organisation=other.id)

    assert set(numbers(book, CaseFilter(statuses=("B.LOP", "B.WAC")))) == {"26-001", "26-002", "26-003", "25-001"}
    assert set(numbers(book, CaseFilter(statuses=("B.LOP",), organisations=(other.id,)))) == {"26-003", "25-001"}
    assert numbers(book, CaseFilter(statuses=("B.LOP",), organisations=(other.id,), number="26-")) == ["26-003"]
    assert numbers(book, CaseFilter(number="%")) == []
    assert numbers(book, CaseFilter(number="2_-001")) == []
    assert book.status_counts() == {"B.LOP": 3, "B.WAC": 1}


@pytest.mark.parametrize(
    ("sort", "ascending"),
    [
        (CaseSort.NUMBER, ["25-002", "26-999", "26-1000"]),
        (CaseSort.LAST_CONTACT, ["26-1000", "25-002", "26-999"]),
        (CaseSort.STATUS, ["25-002", "26-1000", "26-999"]),
        (CaseSort.ORGANISATION, ["26-999", "25-002", "26-1000"]),
    ],
)
def test_the_list_is_ordered_both_ways(book: Book, new_case: NewCase, sort: CaseSort, ascending: list[str]) -> None:
    first = book.add_organisation(Organisation(OrganisationId(0), "aa", "K.PRO", "W.010"))
    for number, status, organisation, days in (
        ("26-1000", "B.LOP", None, 30),
        ("26-999", "B.WAC", first.id, 1),
        ("25-002", "B.DIC", None, 20),
    ):
        case = new_case(number=number, status=status, **({"organisation": organisation} if organisation else {}))
        book.add_contact(contact_of(case, on=TODAY - timedelta(days=days)))
    if sort is CaseSort.ORGANISATION:  # within one organisation the last talk comes first, either way
        ascending = [ascending[0], ascending[1], ascending[2]]
        descending = [ascending[1], ascending[2], ascending[0]]
    else:
        descending = ascending[::-1]

    assert numbers(book, CaseFilter(sort=sort, descending=False)) == ascending
    assert numbers(book, CaseFilter(sort=sort, descending=True)) == descending


def test_a_page_of_the_list_is_cut_in_sql(book: Book, new_case: NewCase) -> None:
    for _ in range(5):
        new_case()
    by_number = CaseFilter(sort=CaseSort.NUMBER, descending=False, limit=2)

    assert numbers(book, by_number) == ["26-001", "26-002"]
    assert numbers(book, replace(by_number, offset=4)) == ["26-005"]
    assert book.count_cases(by_number) == 5
    assert len(book.recent_cases(3)) == 3


def test_the_case_page_shows_the_safe_contact_without_the_name(book: Book, case: CaseFile) -> None:
    assert (book.case_view(case.id).has_identity, book.case_view(case.id).safe_contact) == (False, "")
    book.save_identity(Identity(case.person, safe_contact="na 18 uur"))
    assert (book.case_view(case.id).has_identity, book.case_view(case.id).safe_contact) == (False, "na 18 uur")
    book.save_identity(Identity(case.person, "Naam"))
    assert book.case_view(case.id).has_identity


def test_what_is_due_stands_oldest_first_until_a_week_ahead(book: Book, case: CaseFile) -> None:
    for days, at, of in (
        (8, None, case.id),
        (7, None, None),
        (0, time(15), case.id),
        (0, time(9), case.id),
        (-30, None, case.id),
    ):
        book.add_follow_up(FollowUp(FollowUpId(0), of, TODAY + timedelta(days=days), at, str(days)))
    done = FollowUp(FollowUpId(0), case.id, TODAY, None, "gedaan", done_on=TODAY)
    book.add_follow_up(done)

    due = book.board(TODAY).due

    assert [(row.follow_up.text, row.follow_up.due_at, row.number) for row in due] == [
        ("-30", None, case.number),
        ("0", time(9), case.number),
        ("0", time(15), case.number),
        ("7", None, None),
    ]


def test_the_board_counts_what_the_day_needs(book: Book, new_case: NewCase) -> None:
    quiet = new_case(first_contact_on=TODAY - timedelta(days=100), registered_on=TODAY - timedelta(days=100))
    waiting = new_case(status="B.WAC")
    closed = new_case(status="B.DIC", closed_on=TODAY, first_contact_on=TODAY - timedelta(days=200))
    new_case(is_test=True)
    new_case(duplicate_of=waiting.id)
    book.add_contact(contact_of(waiting, on=TODAY - timedelta(days=200), registered_on=TODAY))
    book.add_contact(contact_of(waiting, on=TODAY - timedelta(days=10)))
    book.add_contact(contact_of(closed, registered_on=TODAY - timedelta(days=100)))
    for days in (0, 7, 8):
        expires = TODAY + timedelta(days=days)
        book.add_note(note_of(waiting, "a", note_class=NoteClass.AID, expires_on=expires))

    board = book.board(TODAY)

    assert [row.id for row in board.to_close] == [quiet.id]
    assert [row.id for row in board.waiting] == [waiting.id]
    assert (board.opened_this_quarter, board.running, board.contacts_this_quarter) == (2, 2, 2)
    assert board.expiring_notes == 2


@pytest.mark.parametrize(
    ("today", "counted"),
    [
        (date(2026, 11, 23), date(2022, 11, 24)),
        (date(2028, 2, 29), date(2024, 3, 1)),
        (date(2104, 2, 29), date(2100, 3, 1)),
    ],
)
def test_hours_count_over_four_years(book: Book, today: date, counted: date) -> None:
    for day, minutes in ((counted, 60), (today, 30), (counted - timedelta(days=1), 600)):
        book.add_hours(ProfessionalHours(HoursId(0), "E.BNS", day, minutes))
    book.add_hours(ProfessionalHours(HoursId(0), "E.ITV", today, 10))

    assert book.board(today).hours == (("E.BNS", 90), ("E.ITV", 10))


def test_an_empty_vault_has_empty_pages(book: Book) -> None:
    board = book.board(TODAY)

    assert (board.due, board.waiting, board.to_close, board.hours, board.running) == ((), (), (), (), 0)
    assert (book.list_cases(CaseFilter()), book.count_cases(CaseFilter()), book.recent_cases()) == ((), 0, ())
    assert book.status_counts() == {}
