"""Closing and reopening a case, and the retention clock that starts then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from counsellor_desk.casework.checks import check_after_first_contact, check_not_destroyed, check_not_in_future
from counsellor_desk.casework.drafts import Closing
from counsellor_desk.casework.errors import CaseClosed
from counsellor_desk.casework.intake import RUNNING, revise_case
from counsellor_desk.casework.model import CaseFile, CaseId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.codebook import Codebook

CLOSED = "B.DIC"

# What figures and the annual report ask of every case; still empty or "not known" is shown while closing.
WANTED_AT_CLOSING = ("client_role", "client_status", "relation", "same_link", "setting", "recency", "route")
_NOT_KNOWN = ("NB", "ONB")

_YEARS = {"NL-VP-2Y": 2, "BE-PAPSY": 20, "BE-DERDEN": 5}
_DAYS = {"IOA": 90}


def missing_codes(case: CaseFile) -> tuple[str, ...]:
    """The fields nobody has filled in yet, in the order they are asked."""
    missing = ["natures"] if not case.natures else []
    for name in WANTED_AT_CLOSING:
        code: str | None = getattr(case, name)
        if code is None or code.split(".")[-1] in _NOT_KNOWN:
            missing.append(name)
    return tuple(missing)


def close_case(book: Casebook, codebook: Codebook, case: CaseFile, closing: Closing, today: date) -> CaseFile:
    """``case`` (with what was filled in while closing), closed, its retention clock started.

    The day of the *first* closing is what figures count, however often a case is reopened.

    Raises: CaseClosed, DateInFuture, DateBeforeFirstContact, UnknownCode, StaleRecord, ClockBehind, ClockAhead.
    """
    book.clock.check()
    on = closing.on or today
    if case.closed_on is not None:
        raise CaseClosed()
    check_not_in_future(on, today)
    check_after_first_contact(case, on)
    closed = replace(
        case,
        status=CLOSED,
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


def reopen_case(book: Casebook, case_id: CaseId) -> CaseFile:
    """The case, running again; the retention clock stops. It has been counted as closed once and stays so.

    Raises: CaseDestroyed.
    """
    with book.transaction():
        case = book.case(case_id)
        check_not_destroyed(case)
        return book.save_case(replace(case, status=RUNNING, closed_on=None, retention_due=None))


def retention_due(profile: str, closed_on: date) -> date:
    """The day after which the notes of a closed case are to be destroyed.

    ``NL-VP``: after the annual report of the year of closing, at the latest on 31 March of the next year
    (Stichting School & Veiligheid: destroy after closing and after the non-identifying annual report; the day
    itself is the project's choice). ``NL-VP-2Y``: two years, common custom. ``IOA``: 90 days, the upper end of
    the International Ombuds Association's routine purge. ``BE-PAPSY``: 20 years and ``BE-DERDEN``: 5 years,
    Belgian prevention advisers' advice. Unknown profiles fall back to ``NL-VP``, the shortest but one.
    """
    if profile in _DAYS:
        return closed_on + timedelta(days=_DAYS[profile])
    if profile in _YEARS:
        year = closed_on.year + _YEARS[profile]
        leap_day = closed_on.month == 2 and closed_on.day == 29
        return closed_on.replace(year=year, day=28) if leap_day else closed_on.replace(year=year)
    return date(closed_on.year + 1, 3, 31)
