"""Closing and reopening a case: the retention clock starts, and stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counsellor_desk.casework.checks import check_after_first_contact, check_not_destroyed, check_not_in_future
from counsellor_desk.casework.coded import with_codes
from counsellor_desk.casework.drafts import Closing
from counsellor_desk.casework.errors import CaseClosed
from counsellor_desk.casework.intake import CaseConsents, answer_consent, revise_case
from counsellor_desk.casework.model import Answer, CaseFile, CaseId
from counsellor_desk.casework.ports import CaseStore
from counsellor_desk.casework.retention import retention_due
from counsellor_desk.casework.status import Status
from counsellor_desk.codebook import Codebook

# What figures and the annual report ask of every case; still empty or "not known" is shown while closing.
WANTED_AT_CLOSING = ("client_role", "client_status", "relation", "same_link", "setting", "recency", "route")
_NOT_KNOWN = ("NB", "ONB")


def missing_codes(case: CaseFile) -> tuple[str, ...]:
    """The fields nobody has filled in yet, in the order they are asked."""
    missing = ["natures"] if not case.natures else []
    for name in WANTED_AT_CLOSING:
        code: str | None = getattr(case, name)
        if code is None or code.split(".")[-1] in _NOT_KNOWN:
            missing.append(name)
    return tuple(missing)


def close_case(book: CaseStore, codebook: Codebook, case: CaseFile, closing: Closing, today: date) -> CaseFile:
    """``case`` (with what was filled in while closing), closed, its retention clock started.

    The day of the *first* closing is what figures count, however often a case is reopened.

    Raises: CaseClosed, DateInFuture, DateBeforeFirstContact, UnknownCode, RetentionUnknown, StaleRecord,
        ClockBehind, ClockAhead.
    """
    book.clock.check()
    on = closing.on or today
    if case.closed_on is not None:
        raise CaseClosed()
    check_not_in_future(on, today)
    check_after_first_contact(case, on)
    closed = replace(
        case,
        status=Status.CLOSED,
        outcome=closing.outcome,
        reason_no_formal=closing.reason_no_formal,
        aftercare=closing.aftercare,
        retaliation=closing.retaliation,
        closed_on=on,
        retention_due=retention_due(case.retention_profile, on),
    )
    with book.transaction():
        kept = revise_case(book, codebook, closed, today)
        return book.save_case(replace(kept, counted_closed_on=kept.counted_closed_on or today))


def complete_and_close(
    book: CaseConsents, codebook: Codebook, case_id: CaseId, closing: Closing, today: date
) -> CaseFile:
    """The case, completed with what was still asked while closing, and closed; all or nothing.

    Raises: as ``close_case``.
    """
    with book.transaction():
        case = book.case(case_id)
        for field, codes in closing.filled:
            case = with_codes(case, field, codes)
        closed = close_case(book, codebook, case, closing, today)
        if closing.may_be_counted is Answer.UNKNOWN:
            return closed
        return answer_consent(book, case_id, "count", closing.may_be_counted, today)


def reopen_case(book: CaseStore, case_id: CaseId) -> CaseFile:
    """The case, running again; the retention clock stops. It has been counted as closed once and stays so.

    Raises: CaseDestroyed.
    """
    with book.transaction():
        case = book.case(case_id)
        check_not_destroyed(case)
        return book.save_case(replace(case, status=Status.RUNNING, closed_on=None, retention_due=None))
