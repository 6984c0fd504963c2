from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counsellor_desk.casework.closing import close_case, complete_and_close, missing_codes, reopen_case
from counsellor_desk.casework.drafts import CaseStart, Closing
from counsellor_desk.casework.errors import CaseClosed, DateBeforeFirstContact, DateInFuture, UnknownCode
from counsellor_desk.casework.intake import open_case
from counsellor_desk.casework.model import Answer, CaseFile, Organisation
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.retention import RetentionUnknown
from counsellor_desk.casework.status import Status
from counsellor_desk.codebook import Codebook
from tests.casework.conftest import TODAY


def test_closing_starts_the_retention_clock(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    closed = close_case(book, codebook, case, Closing("U.GEH", "Q.NNO", "Z.6W", Answer.NO), TODAY)

    assert (closed.status, closed.closed_on, closed.counted_closed_on) == ("B.DIC", TODAY, TODAY)
    assert closed.retention_due == date(2027, 3, 31)
    assert book.case(case.id) == closed


def test_what_was_filled_in_while_closing_is_kept_with_it(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    closed = close_case(book, codebook, replace(case, setting="L.SET"), Closing("U.GEH"), TODAY)

    assert closed.setting == "L.SET"


def test_reopening_and_closing_again_counts_once(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    close_case(book, codebook, case, Closing("U.GEH"), date(2026, 11, 10))
    reopened = reopen_case(book, case.id)

    again = close_case(book, codebook, reopened, Closing("U.ZLF"), TODAY)

    assert reopened.retention_due is None
    assert (again.closed_on, again.counted_closed_on) == (TODAY, date(2026, 11, 10))


def test_a_closed_case_cannot_be_closed_again(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    closed = close_case(book, codebook, case, Closing("U.GEH"), TODAY)

    with pytest.raises(CaseClosed):
        close_case(book, codebook, closed, Closing("U.GEH"), TODAY)


@pytest.mark.parametrize(
    ("closing", "refusal"),
    [
        (Closing("U.GEH", on=date(2026, 11, 24)), DateInFuture),
        (Closing("U.GEH", on=date(2026, 11, 1)), DateBeforeFirstContact),
        (Closing("X.MOR"), UnknownCode),
    ],
)
def test_a_refused_closing_leaves_the_case_open(
    book: Casebook, codebook: Codebook, case: CaseFile, closing: Closing, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        close_case(book, codebook, case, closing, TODAY)

    assert book.case(case.id).is_open


def test_what_nobody_filled_in_is_asked_while_closing(case: CaseFile) -> None:
    unknown = replace(case, natures=(), client_role="R.NB", relation="A.ONB", setting="L.SET")

    assert missing_codes(unknown)[:2] == ("natures", "client_role")
    assert "relation" in missing_codes(unknown)
    assert "setting" not in missing_codes(unknown)


def test_under_an_unknown_retention_rule_no_case_is_closed(
    book: Casebook, codebook: Codebook, case: CaseFile
) -> None:
    with pytest.raises(RetentionUnknown):
        close_case(book, codebook, replace(case, retention_profile="from tomorrow"), Closing("U.GEH"), TODAY)

    assert book.case(case.id).is_open


def test_what_was_asked_while_closing_is_kept_with_the_closing(
    book: Casebook, codebook: Codebook, organisation: Organisation
) -> None:
    opened = open_case(book, codebook, CaseStart(organisation.id), TODAY)
    closing = Closing("U.GEH", filled=(("natures", ("PE",)), ("relation", ("A.COL",))), may_be_counted=Answer.YES)

    closed = complete_and_close(book, codebook, opened.id, closing, TODAY)

    assert (closed.status, closed.natures, closed.relation) == (Status.CLOSED, ("PE",), "A.COL")
    assert closed.consent_to_count is Answer.YES
    assert [consent.purpose for consent in book.case_view(opened.id).consents] == ["count"]


def test_a_refused_closing_keeps_nothing_of_what_was_filled_in(
    book: Casebook, codebook: Codebook, case: CaseFile
) -> None:
    closing = Closing("X.MOR", filled=(("natures", ("PE",)),), may_be_counted=Answer.NO)

    with pytest.raises(UnknownCode):
        complete_and_close(book, codebook, case.id, closing, TODAY)

    assert book.case(case.id) == case
