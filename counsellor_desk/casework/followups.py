"""Follow-ups, actions and referrals: what is to be done, and undoing a slip of the finger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Protocol

from counsellor_desk.casework.checks import check_after_first_contact, check_code, check_not_in_future
from counsellor_desk.casework.model import CaseId, FollowUp, FollowUpId, Step, StepId, StepKind
from counsellor_desk.casework.ports import CaseStore, FollowUpStore, StepStore
from counsellor_desk.codebook import Codebook

AHEAD_DAYS = 7
"""So far ahead the Today page shows what is due: a week."""

STEP_LISTS = {StepKind.ACTION: "ACTION", StepKind.REFERRAL: "REFERRAL"}


class CaseSteps(CaseStore, StepStore, Protocol):
    """What taking a step touches."""


def plan_follow_up(
    book: FollowUpStore, case: CaseId | None, due_on: date, text: str, due_at: time | None = None, kind: str = "call"
) -> FollowUp:
    """A new follow-up; the past is allowed (it shows as late)."""
    with book.transaction():
        return book.add_follow_up(FollowUp(FollowUpId(0), case, due_on, due_at, text.strip(), kind))


def complete_follow_up(book: FollowUpStore, follow_up: FollowUpId, today: date) -> FollowUp:
    """The follow-up, done. Undo with ``reopen_follow_up``."""
    with book.transaction():
        done = replace(book.follow_up(follow_up), done_on=today)
        book.save_follow_up(done)
    return done


def reopen_follow_up(book: FollowUpStore, follow_up: FollowUpId) -> FollowUp:
    """The follow-up, waiting again."""
    with book.transaction():
        waiting = replace(book.follow_up(follow_up), done_on=None)
        book.save_follow_up(waiting)
    return waiting


def take_step(
    book: CaseSteps, codebook: Codebook, case: CaseId, kind: StepKind, code: str, on: date, today: date,
    done: bool | None = True,
) -> Step:  # fmt: skip
    """An action or referral on the timeline of ``case``.

    Raises: UnknownCode, DateInFuture, DateBeforeFirstContact.
    """
    check_code(codebook, code, STEP_LISTS[kind])
    check_not_in_future(on, book.clock.latest(today))
    with book.transaction():
        check_after_first_contact(book.case(case), on)
        return book.add_step(Step(StepId(0), case, kind, code, on, done))
