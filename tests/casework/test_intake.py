from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.errors import DateInFuture, OrganisationNeeded, RecordMissing, StaleRecord, UnknownCode
from counsellor_desk.casework.intake import answer_consent, keep_identity, open_case, revise_case
from counsellor_desk.casework.model import Answer, CaseFile, Identity, Organisation, OrganisationId, PersonId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.codebook import Codebook
from tests.casework.conftest import TODAY


def test_six_fields_are_enough_and_the_client_stays_without_a_name(
    book: Casebook, codebook: Codebook, organisation: Organisation
) -> None:
    start = CaseStart(
        organisation=organisation.id,
        first_contact_on=TODAY,
        client_role="R.DOE",
        client_status="C.ZZP",
        natures=("SI.VER",),
        consent_to_count=Answer.YES,
    )

    case = open_case(book, codebook, start, TODAY)

    assert book.identity(case.person) is None
    assert book.case(case.id) == case
    assert case.primary_nature == "SI.VER"
    assert case.chain_client == organisation.chain


def test_an_empty_form_still_opens_a_case_in_the_only_organisation(
    book: Casebook, codebook: Codebook, organisation: Organisation
) -> None:
    assert open_case(book, codebook, CaseStart(), TODAY).organisation == organisation.id


def test_without_an_organisation_the_desk_asks_for_one(book: Casebook, codebook: Codebook) -> None:
    with pytest.raises(OrganisationNeeded):
        open_case(book, codebook, CaseStart(), TODAY)


def test_with_two_organisations_the_desk_asks_which(
    book: Casebook, codebook: Codebook, organisation: Organisation
) -> None:
    book.add_organisation(replace(organisation, id=OrganisationId(0), name="Tweede"))

    with pytest.raises(OrganisationNeeded):
        open_case(book, codebook, CaseStart(), TODAY)


def test_numbers_run_within_the_year_and_start_again(
    book: Casebook, codebook: Codebook, organisation: Organisation
) -> None:
    days = (date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 2))

    numbers = [open_case(book, codebook, CaseStart(), day).number for day in days]

    assert numbers == ["25-001", "25-002", "26-001"]


def test_a_name_goes_into_the_identity_block_and_nowhere_else(
    book: Casebook, codebook: Codebook, organisation: Organisation
) -> None:
    start = CaseStart(name="Proefnaam", reach="06", safe_contact="Alleen na 18:00")

    case = open_case(book, codebook, start, TODAY)
    identity = book.identity(case.person)

    assert identity is not None
    assert (identity.name, identity.safe_contact) == ("Proefnaam", "Alleen na 18:00")
    assert "Proefnaam" not in repr(book.case_view(case.id).persons)


def test_somebody_who_came_before_is_the_same_person(
    book: Casebook, codebook: Codebook, organisation: Organisation
) -> None:
    first = open_case(book, codebook, CaseStart(), date(2026, 1, 5))

    second = open_case(book, codebook, CaseStart(known_person_of=first.id), TODAY)

    assert second.person == first.person


def test_a_first_contact_tomorrow_is_refused(book: Casebook, codebook: Codebook, organisation: Organisation) -> None:
    with pytest.raises(DateInFuture):
        open_case(book, codebook, CaseStart(first_contact_on=date(2026, 11, 24)), TODAY)


def test_a_code_from_another_list_is_refused(book: Casebook, codebook: Codebook, organisation: Organisation) -> None:
    with pytest.raises(UnknownCode):
        open_case(book, codebook, CaseStart(client_role="C.ZZP"), TODAY)


def test_a_refused_intake_leaves_no_case_behind(
    book: Casebook, codebook: Codebook, organisation: Organisation
) -> None:
    with pytest.raises(UnknownCode):
        open_case(book, codebook, CaseStart(natures=("XX",)), TODAY)

    assert book.recent_cases() == ()


def test_revising_cannot_move_a_case_to_another_quarter(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    moved = replace(case, registered_on=date(2026, 1, 1), counted_closed_on=TODAY, setting="L.SET")

    kept = revise_case(book, codebook, moved, TODAY)

    assert (kept.registered_on, kept.counted_closed_on, kept.setting) == (case.registered_on, None, "L.SET")


def test_two_windows_cannot_overwrite_each_other(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    revise_case(book, codebook, replace(case, setting="L.SET"), TODAY)

    with pytest.raises(StaleRecord):
        revise_case(book, codebook, replace(case, setting="L.LOC"), TODAY)

    assert book.case(case.id).setting == "L.SET"


def test_consent_can_be_withdrawn_and_every_answer_is_kept(book: Casebook, case: CaseFile) -> None:
    answer_consent(book, case.id, "count", Answer.YES, TODAY)
    withdrawn = answer_consent(book, case.id, "count", Answer.NO, TODAY)

    given = [consent.given for consent in book.case_view(case.id).consents if consent.purpose == "count"]

    assert withdrawn.consent_to_count is Answer.NO
    assert sorted(given) == [False, True, True]


def test_a_name_is_kept_with_the_person_of_the_case(book: Casebook, case: CaseFile) -> None:
    keep_identity(book, Identity(case.person, name="Noor", safe_contact="alleen mobiel"))

    assert book.identity(case.person) == Identity(case.person, "Noor", "", "alleen mobiel")


def test_nobody_is_named_who_is_not_there(book: Casebook) -> None:
    with pytest.raises(RecordMissing):
        keep_identity(book, Identity(PersonId(7), name="Noor"))
