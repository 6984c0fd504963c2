from __future__ import annotations

from datetime import date

import pytest

from counsellor_desk.casework.activities import keep_organisation, log_activity, log_hours
from counsellor_desk.casework.errors import DateInFuture, MinutesOutOfRange, OrganisationNeeded, UnknownCode
from counsellor_desk.casework.followups import (
    complete_follow_up,
    plan_follow_up,
    reopen_follow_up,
    take_step,
)
from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    CaseFile,
    HoursId,
    Organisation,
    OrganisationId,
    ProfessionalHours,
    StepKind,
)
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import StepEntry
from counsellor_desk.codebook import Codebook
from tests.casework.conftest import TODAY


def test_done_can_be_undone(book: Casebook, case: CaseFile) -> None:
    follow_up = plan_follow_up(book, case.id, TODAY, "Terugbellen")

    complete_follow_up(book, follow_up.id, TODAY)
    assert book.board(TODAY).due == ()
    reopen_follow_up(book, follow_up.id)

    assert [row.follow_up.text for row in book.board(TODAY).due] == ["Terugbellen"]


def test_a_referral_stands_on_the_timeline(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    take_step(book, codebook, case.id, StepKind.REFERRAL, "X.MOR", TODAY, TODAY, done=None)

    entry = book.case_view(case.id).timeline[0]

    assert isinstance(entry, StepEntry)
    assert (entry.code, entry.done) == ("X.MOR", None)


def test_an_action_code_is_no_referral(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    with pytest.raises(UnknownCode):
        take_step(book, codebook, case.id, StepKind.REFERRAL, "H.LUI", TODAY, TODAY)


def test_activities_and_hours_are_kept(book: Casebook, codebook: Codebook, organisation: Organisation) -> None:
    log_activity(book, codebook, Activity(ActivityId(0), "V.SET", TODAY, 45, organisation.id, "Y.24"), TODAY)
    log_hours(book, codebook, ProfessionalHours(HoursId(0), "E.ITV", TODAY, 120), TODAY)

    assert [activity.code for activity in book.activities(TODAY, TODAY)] == ["V.SET"]
    assert book.board(TODAY).hours == (("E.ITV", 120),)


@pytest.mark.parametrize(
    ("activity", "refusal"),
    [
        (Activity(ActivityId(0), "V.SET", date(2026, 11, 24), 45, None), DateInFuture),
        (Activity(ActivityId(0), "V.SET", TODAY, 0, None), MinutesOutOfRange),
        (Activity(ActivityId(0), "E.ITV", TODAY, 45, None), UnknownCode),
    ],
)
def test_a_bad_activity_is_named(
    book: Casebook, codebook: Codebook, activity: Activity, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        log_activity(book, codebook, activity, TODAY)


def test_an_organisation_needs_a_name_and_can_be_renamed(book: Casebook, codebook: Codebook) -> None:
    with pytest.raises(OrganisationNeeded):
        keep_organisation(book, codebook, Organisation(OrganisationId(0), "  ", "K.OMR", "W.250"))

    kept = keep_organisation(book, codebook, Organisation(OrganisationId(0), " Omroep  Proef ", "K.OMR", "W.250"))
    keep_organisation(book, codebook, Organisation(kept.id, "Omroep Nieuw", "K.OMR", "W.249"))

    assert [organisation.name for organisation in book.organisations()] == ["Omroep Nieuw"]
