"""Which cases are in no figure, and why: together with the facts they are all there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counsellor_desk.casework.model import Answer, CaseFile, Organisation, OrganisationId
from counsellor_desk.casework.views import CaseFilter, UncountedCase, WhyUncounted
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.reports.writers import Writers
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.vault import OpenVault
from tests.figures.fakes import FakeLedger, shipped_codebook
from tests.figures.published import publish
from tests.vault.conftest import TODAY, add_case, contact_of

NewCase = Callable[..., CaseFile]
FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
LONG_AGO = date(2020, 1, 1)


def why(book: Book, **asked: OrganisationId) -> list[WhyUncounted]:
    return [one.why for one in book.uncounted_cases(FIRST, LAST, **asked)]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"consent_to_count": Answer.UNKNOWN}, WhyUncounted.NOT_ASKED),
        ({"consent_to_count": Answer.NO}, WhyUncounted.DECLINED),
        ({"consent_to_count": Answer.UNKNOWN, "destroyed_on": TODAY}, WhyUncounted.GONE),
        ({"consent_to_count": Answer.NO, "destroyed_on": TODAY}, WhyUncounted.DECLINED),
        ({"is_test": True}, WhyUncounted.NO_CASE),
        ({"is_test": True, "consent_to_count": Answer.UNKNOWN}, WhyUncounted.NO_CASE),
        ({"duplicate_of": 1}, WhyUncounted.NO_CASE),
    ],
)
def test_a_case_in_no_figure_has_one_reason(
    book: Book, new_case: NewCase, fields: dict[str, object], reason: WhyUncounted
) -> None:
    new_case(registered_on=LONG_AGO)
    case = new_case(**fields)

    assert book.uncounted_cases(FIRST, LAST) == (UncountedCase(case.id, reason),)


def test_a_counted_case_is_none_of_them_even_when_it_was_destroyed(book: Book, new_case: NewCase) -> None:
    new_case()
    new_case(destroyed_on=TODAY)

    assert why(book) == []


@pytest.mark.parametrize("event", ["registered", "closed", "talked"])
@pytest.mark.parametrize(
    ("day", "inside"),
    [(FIRST - timedelta(days=1), False), (FIRST, True), (LAST, True), (LAST + timedelta(days=1), False)],
)
def test_it_belongs_to_a_period_by_what_figures_would_count_it_by(
    book: Book, new_case: NewCase, event: str, day: date, inside: bool
) -> None:
    case = new_case(
        consent_to_count=Answer.UNKNOWN,
        registered_on=day if event == "registered" else LONG_AGO,
        counted_closed_on=day if event == "closed" else None,
    )
    if event == "talked":
        book.add_contact(contact_of(case, on=LONG_AGO, registered_on=day))

    assert (why(book) == [WhyUncounted.NOT_ASKED]) is inside


def test_those_of_one_organisation_can_be_asked_for(
    book: Book, new_case: NewCase, organisation: Organisation
) -> None:
    other = book.add_organisation(Organisation(OrganisationId(0), "Elders", "K.OMR", "W.250"))
    new_case(consent_to_count=Answer.NO)
    add_case(book, other, consent_to_count=Answer.UNKNOWN)

    assert why(book, organisation=organisation.id) == [WhyUncounted.DECLINED]
    assert why(book, organisation=other.id) == [WhyUncounted.NOT_ASKED]


def test_the_list_of_cases_shows_just_those_that_are_asked_for(book: Book, new_case: NewCase) -> None:
    cases = [new_case() for _ in range(4)]
    wanted = CaseFilter(cases=(cases[2].id, cases[0].id))

    assert {row.id for row in book.list_cases(wanted)} == {cases[0].id, cases[2].id}
    assert book.count_cases(wanted) == 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    answer=st.sampled_from(Answer),
    is_test=st.booleans(),
    duplicate=st.booleans(),
    destroyed=st.booleans(),
    days=st.tuples(*[st.dates(date(2026, 9, 1), date(2027, 1, 31))] * 3),
)
def test_every_case_of_a_period_is_counted_or_named_and_never_both(
    vault: OpenVault,
    organisation: Organisation,
    answer: Answer,
    is_test: bool,
    duplicate: bool,
    destroyed: bool,
    days: tuple[date, date, date],
) -> None:
    book, facts = vault.book, vault.facts
    registered, closed, talked = days
    first = add_case(book, organisation, registered_on=LONG_AGO)
    case = add_case(
        book,
        organisation,
        consent_to_count=answer,
        is_test=is_test,
        duplicate_of=first.id if duplicate else None,
        destroyed_on=TODAY if destroyed else None,
        registered_on=registered,
        counted_closed_on=closed,
    )
    book.add_contact(contact_of(case, registered_on=talked))

    asked = (facts.cases_registered, facts.cases_closed, facts.cases_with_contact)
    counted = case.id in {fact.case for ask in asked for fact in ask(FIRST, LAST)}
    named = case.id in {one.case for one in book.uncounted_cases(FIRST, LAST)}

    assert (counted, named).count(True) == any(FIRST <= day <= LAST for day in days)


def test_nothing_that_leaves_depends_on_the_cases_that_are_not_counted(
    vault: OpenVault, organisation: Organisation, new_case: NewCase
) -> None:
    codebook = shipped_codebook()
    for _ in range(7):
        new_case(natures=("SI",), registered_on=date(2026, 8, 3), counted_closed_on=date(2026, 9, 1))

    def leaves() -> Mapping[str, bytes]:
        release = publish(vault.facts, FakeLedger(), codebook, Period.parse("2026Q3"), SECTOR, TODAY)
        return Writers(codebook).files(release, "en", "figures")

    before = leaves()
    for answer in (Answer.UNKNOWN, Answer.NO) * 6:
        case = new_case(consent_to_count=answer, natures=("SI",), registered_on=date(2026, 8, 4))
        vault.book.add_contact(contact_of(case, codes=("H.LUI",), registered_on=date(2026, 8, 4)))

    assert len(vault.book.uncounted_cases(date(2026, 7, 1), date(2026, 9, 30))) == 12
    assert leaves() == before
