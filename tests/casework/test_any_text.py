"""Whatever somebody types or pastes, in whatever field, comes back as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counsellor_desk.casework.activities import keep_organisation, log_activity, log_hours
from counsellor_desk.casework.drafting import intake_draft, keep_draft
from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.followups import plan_follow_up
from counsellor_desk.casework.intake import open_case
from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    CaseFile,
    HoursId,
    Organisation,
    ProfessionalHours,
    Signal,
    SignalId,
)
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.codebook import Codebook
from tests.casework.conftest import NOW, TODAY

STRANGE = {
    "emoji": "\U0001f3ac opgelucht \U0001f469\u200d\U0001f467",
    "nul": "nul\0nul",
    "right to left": "\u05e9\u05dc\u05d5\u05dd",
    "override": "\u202eomgekeerd\u202c",
    "accents": "e\u0301 \xe9",
    "sql": "'; DROP TABLE note; --",
    "long": "x" * 100_000,
}
every_text = pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())


@every_text
def test_in_the_fields_of_an_intake(
    book: Casebook, codebook: Codebook, organisation: Organisation, text: str
) -> None:
    start = CaseStart(wish=text, name=text, reach=text, safe_contact=text)
    keep_draft(book, "intake", start, NOW)

    assert intake_draft(book) == start
    case = open_case(book, codebook, start, TODAY)
    identity = book.identity(case.person)

    assert book.case(case.id).wish == text
    assert identity is not None
    assert (identity.name, identity.reach, identity.safe_contact) == (text, text, text)


@every_text
def test_in_a_follow_up_and_in_what_a_case_is_called(book: Casebook, case: CaseFile, text: str) -> None:
    plan_follow_up(book, case.id, TODAY, text)
    book.save_case(replace(book.case(case.id), production=text, hold_reason=text))

    kept = book.case(case.id)

    assert [row.follow_up.text for row in book.board(TODAY).due] == [text.strip()]
    assert (kept.production, kept.hold_reason) == (text, text)


@every_text
def test_in_the_name_of_an_organisation(
    book: Casebook, codebook: Codebook, organisation: Organisation, text: str
) -> None:
    keep_organisation(book, codebook, replace(organisation, name=text))

    assert [kept.name for kept in book.organisations()] == [" ".join(text.split())]


@every_text
def test_in_work_besides_cases(book: Casebook, codebook: Codebook, text: str) -> None:
    log_activity(book, codebook, Activity(ActivityId(0), "V.SET", TODAY, 45, None, remark=text), TODAY)
    log_hours(book, codebook, ProfessionalHours(HoursId(0), "E.ITV", TODAY, 60, text), TODAY)
    book.add_signal(Signal(SignalId(0), None, TODAY, text, basis=6, consented=True))

    assert [kept.remark for kept in book.activities(TODAY, TODAY)] == [text]
    assert [kept.remark for kept in book.hours(TODAY)] == [text]
    assert [kept.text for kept in book.signals()] == [text]
