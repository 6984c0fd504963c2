from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, replace
from datetime import date, timedelta

import pytest

from counsellor_desk.casework.model import Activity, ActivityId, Answer, CaseFile, Step, StepId, StepKind
from counsellor_desk.figures.ports import ActivityFact, ContactFact, FactSource, OrganisationFact, StepFact
from counsellor_desk.vault.vault import OpenVault
from tests.vault.conftest import TODAY, contact_of

NewCase = Callable[..., CaseFile]
FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
ALWAYS = (date(1900, 1, 1), date(2999, 12, 31))


@pytest.fixture
def facts(vault: OpenVault) -> FactSource:
    return vault.facts


def test_a_case_is_its_codes_and_days(facts: FactSource, new_case: NewCase) -> None:
    case = new_case(
        natures=("SI.VER", "PE"), client_role="R.DOE", relation="A.LDG", retaliation=Answer.NO, outcome="U.GEH"
    )

    (fact,) = facts.cases_registered(FIRST, LAST)

    assert (fact.case, fact.person, fact.organisation) == (case.id, case.person, case.organisation)
    assert (fact.registered_on, fact.counted_closed_on) == (TODAY, None)
    assert (fact.nature, fact.client_role, fact.relation, fact.outcome, fact.setting, fact.retaliation) == (
        "SI.VER", "R.DOE", "A.LDG", "U.GEH", None, "no",
    )  # fmt: skip


@pytest.mark.parametrize(
    "fields",
    [{"consent_to_count": Answer.NO}, {"consent_to_count": Answer.UNKNOWN}, {"is_test": True}, {"duplicate_of": 1}],
)
def test_a_case_that_may_not_be_counted_leaves_no_fact(
    vault: OpenVault, facts: FactSource, new_case: NewCase, fields: dict[str, object]
) -> None:
    new_case(registered_on=date(2020, 1, 1), consent_to_count=Answer.NO)  # case 1
    case = new_case(counted_closed_on=TODAY, natures=("SI",), **fields)
    vault.book.add_contact(contact_of(case, codes=("H.LUI",)))
    vault.book.add_step(Step(StepId(0), case.id, StepKind.ACTION, "H.INF", TODAY))

    found = (
        facts.cases_registered,
        facts.cases_closed,
        facts.cases_with_contact,
        facts.contacts,
        facts.steps_of_closed,
    )

    assert [ask(*ALWAYS) for ask in found] == [()] * 5
    assert facts.first_registration() is None


def test_both_ends_of_a_span_belong_to_it(facts: FactSource, new_case: NewCase) -> None:
    for day in (FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1)):
        new_case(registered_on=day, counted_closed_on=day)

    assert [fact.registered_on for fact in facts.cases_registered(FIRST, LAST)] == [FIRST, LAST]
    assert [fact.counted_closed_on for fact in facts.cases_closed(FIRST, LAST)] == [FIRST, LAST]
    assert facts.first_registration() == FIRST - timedelta(days=1)


def test_contacts_count_once_a_case_and_day_by_when_they_were_logged(
    vault: OpenVault, facts: FactSource, new_case: NewCase
) -> None:
    one, two = new_case(), new_case()
    for case, logged in ((one, FIRST), (one, FIRST), (two, FIRST), (two, LAST + timedelta(days=1))):
        vault.book.add_contact(contact_of(case, on=date(2020, 1, 1), registered_on=logged))

    assert facts.contacts(FIRST, LAST) == (ContactFact(one.id, FIRST), ContactFact(two.id, FIRST))
    assert [fact.case for fact in facts.cases_with_contact(FIRST, LAST)] == [one.id, two.id]


def test_what_was_done_counts_once_a_case_however_it_was_noted(
    vault: OpenVault, facts: FactSource, new_case: NewCase
) -> None:
    case = new_case(counted_closed_on=TODAY)
    running = new_case()
    for kind, code, done in (
        (StepKind.ACTION, "H.LUI", True),
        (StepKind.ACTION, "H.LUI", True),
        (StepKind.REFERRAL, "X.MOR", None),
        (StepKind.REFERRAL, "X.JUR", False),
    ):
        vault.book.add_step(Step(StepId(0), case.id, kind, code, TODAY, done))
    vault.book.add_contact(contact_of(case, codes=("H.LUI", "X.BAR", "SI.VER")))
    vault.book.add_contact(contact_of(running, codes=("H.INF",)))

    assert facts.steps_of_closed(FIRST, LAST) == (StepFact(case.id, "H.LUI"), StepFact(case.id, "X.BAR"))


def test_activities_and_size_bands_are_facts(vault: OpenVault, facts: FactSource, new_case: NewCase) -> None:
    case = new_case()
    vault.book.add_activity(Activity(ActivityId(0), "V.VOO", FIRST, 60, case.organisation, "BR.10", "eigen woorden"))
    vault.book.add_activity(Activity(ActivityId(0), "V.ADM", LAST, 30, None))
    vault.book.add_activity(Activity(ActivityId(0), "V.ADM", LAST + timedelta(days=1), 30, None))

    assert facts.activities(FIRST, LAST) == (
        ActivityFact(case.organisation, "V.VOO", FIRST, 60, "BR.10"),
        ActivityFact(None, "V.ADM", LAST, 30, None),
    )
    assert facts.organisations() == (OrganisationFact(case.organisation, "W.250"),)


def test_facts_are_as_new_as_the_last_commit(vault: OpenVault, facts: FactSource, new_case: NewCase) -> None:
    case = new_case(consent_to_count=Answer.UNKNOWN)
    assert facts.cases_registered(*ALWAYS) == ()

    vault.book.save_case(replace(case, consent_to_count=Answer.YES))

    assert len(facts.cases_registered(*ALWAYS)) == 1


def test_no_fact_holds_a_text_of_the_case(vault: OpenVault, facts: FactSource, new_case: NewCase) -> None:
    case = new_case(wish="KANARIE", production="KANARIE", hold_reason="KANARIE", counted_closed_on=TODAY)
    vault.book.add_contact(contact_of(case))

    found = repr([astuple(fact) for fact in (*facts.cases_closed(*ALWAYS), *facts.contacts(*ALWAYS))])

    assert "KANARIE" not in found
    assert case.number not in found
