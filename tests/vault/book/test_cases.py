from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.casework.errors import RecordMissing, StaleRecord
from counsellor_desk.casework.model import (
    Answer,
    CaseFile,
    CaseId,
    CasePerson,
    Identity,
    Organisation,
    OrganisationId,
    PersonId,
)
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.vault.book import Book
from counsellor_desk.vault.vault import OpenVault, open_vault
from tests.vault.conftest import TODAY

NewCase = Callable[..., CaseFile]
CODES = st.none() | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ.", min_size=1, max_size=12)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2999, 12, 31))
WORDS = st.none() | st.text(max_size=50)
BY_HINT = {
    "str | None": CODES,
    "date | None": DAYS,
    "Answer": st.sampled_from(Answer),
    "bool": st.booleans(),
    "tuple[str, ...]": st.lists(CODES.filter(bool), max_size=4, unique=True).map(tuple),
}
FREE = {
    field.name: BY_HINT[str(field.type)]
    for field in fields(CaseFile)
    if str(field.type) in BY_HINT and field.name not in {"production", "wish", "hold_reason"}
}


def test_the_book_is_all_that_casework_asks_for(book: Book) -> None:
    asked: Casebook = book

    assert asked.organisations() == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chosen=st.fixed_dictionaries({}, optional=FREE),
    texts=st.fixed_dictionaries({"production": WORDS, "wish": WORDS, "hold_reason": WORDS}),
)
def test_every_field_of_a_case_comes_back_as_it_went_in(
    book: Book, new_case: NewCase, chosen: dict[str, object], texts: dict[str, str | None]
) -> None:
    added = new_case(**chosen, **texts)

    assert book.case(added.id) == added
    assert book.case_by_number(added.number) == added


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.fixed_dictionaries({}, optional=FREE))
def test_every_change_of_a_case_comes_back(book: Book, new_case: NewCase, chosen: dict[str, object]) -> None:
    added = new_case()

    saved = book.save_case(replace(added, **chosen))

    assert saved == replace(added, **chosen, revision=1)
    assert book.case(added.id) == saved


def test_an_outdated_case_is_not_written_over_the_newer_one(book: Book, case: CaseFile) -> None:
    newer = book.save_case(replace(case, status="B.LOP"))

    with pytest.raises(StaleRecord):
        book.save_case(replace(case, status="B.WAC", natures=("PE",)))

    assert book.case(case.id) == newer


def test_a_case_that_is_not_there_is_missing(book: Book, case: CaseFile) -> None:
    with pytest.raises(RecordMissing):
        book.case(CaseId(99))
    with pytest.raises(RecordMissing):
        book.save_case(replace(case, id=CaseId(99)))
    assert book.case_by_number("26-999") is None


def test_numbers_run_on_within_a_year_and_grow_beyond_999(book: Book, new_case: NewCase) -> None:
    assert book.next_case_number(2026) == "26-001"
    new_case(number="26-009")
    assert book.next_case_number(2026) == "26-010"
    assert book.next_case_number(2027) == "27-001"
    new_case(number="26-999")
    assert book.next_case_number(2026) == "26-1000"
    new_case(number="26-1000")
    assert book.next_case_number(2026) == "26-1001"


def test_a_destroyed_case_keeps_its_number(book: Book, vault: OpenVault) -> None:
    certificate = (
        "INSERT INTO destruction (case_number, on_day, ground, scope) VALUES ('26-007', '2026-01-01', 'due', 'case')"
    )
    vault.session.change(certificate, ())

    assert book.next_case_number(2026) == "26-008"


def test_two_cases_never_share_a_number(new_case: NewCase) -> None:
    new_case(number="26-001")

    with pytest.raises(sqlcipher.IntegrityError):
        new_case(number="26-001")


def test_the_days_that_figures_count_by_happen_once(book: Book, new_case: NewCase) -> None:
    case = new_case(counted_closed_on=TODAY)

    with pytest.raises(sqlcipher.IntegrityError, match="figures"):
        book.save_case(replace(case, counted_closed_on=None))
    book.save_case(replace(case, registered_on=TODAY - timedelta(days=90)))

    assert book.case(case.id).registered_on == case.registered_on


def test_a_case_needs_an_organisation_and_a_person_that_exist(new_case: NewCase) -> None:
    with pytest.raises(RecordMissing):
        new_case(organisation=OrganisationId(99))
    with pytest.raises(RecordMissing):
        new_case(person=PersonId(99))


def test_an_organisation_can_be_changed_and_put_to_rest(book: Book, organisation: Organisation) -> None:
    changed = replace(organisation, name="Omroep Nieuw", active=False, record_bands=True)
    book.save_organisation(changed)

    assert book.organisations() == (changed,)
    assert book.organisations(active_only=True) == ()
    with pytest.raises(RecordMissing):
        book.save_organisation(replace(changed, id=OrganisationId(99)))


def test_a_production_is_written_once_for_its_organisation(vault: OpenVault, new_case: NewCase) -> None:
    new_case(production="Serie A")
    new_case(production="Serie A")

    assert vault.session.rows("SELECT label FROM production") == [("Serie A",)]


def test_an_identity_is_kept_apart_and_can_be_emptied(book: Book, case: CaseFile) -> None:
    assert book.identity(case.person) is None
    full = Identity(case.person, "Naam", "06", "na 18 uur")
    book.save_identity(full)
    assert book.identity(case.person) == full
    book.save_identity(Identity(case.person))

    assert book.identity(case.person) == Identity(case.person)
    with pytest.raises(RecordMissing):
        book.save_identity(Identity(PersonId(99)))


def test_persons_of_a_case_stand_client_first(book: Book, case: CaseFile) -> None:
    other = CasePerson(book.add_person(), case.id, "R.GET", "26-001 B", is_client=False)
    client = CasePerson(case.person, case.id, "R.DOE", "26-001", is_client=True)
    book.add_case_person(other)
    book.add_case_person(client)

    assert book.case_view(case.id).persons == (client, other)
    with pytest.raises(RecordMissing):
        book.add_case_person(replace(client, case=CaseId(99)))


def test_what_fails_in_a_transaction_takes_all_of_it_back(book: Book, organisation: Organisation) -> None:
    def half_way() -> None:
        with book.transaction():
            book.save_organisation(replace(organisation, name="Anders"))
            with book.transaction():
                book.save_setting("a", "b")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        half_way()

    assert book.organisations() == (organisation,)
    assert book.setting("a") is None


def test_what_was_acknowledged_is_there_after_opening_again(
    vault: OpenVault, book: Book, new_case: NewCase, key: bytes, path: object
) -> None:
    case = new_case(natures=("SI.VER", "PE"), grounds=("G.GES",))
    vault.close()
    again = open_vault(path, key, practice=False)

    assert again.book.case(case.id) == case
    again.close()
